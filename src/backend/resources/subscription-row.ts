import type { PublisherLink, ShownStatus, SubscriptionRow } from '../../api/dashboard';
import { cancellingAction, managingAction } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import type { State, User } from '../../domain/state';
import { checkCancellation, openWindows } from '../../domain/subscriptions/cancellation';
import type { Subscription } from '../../domain/subscriptions/subscription';
import { formatOf } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { statusNote } from '../../i18n/status-note';
import { formatInstant, type Instant } from '../../kernel/calendar';
import { activationUri } from './subscription';

/** The word in the Status column: a marketplace subscription that waits for its publisher needs action (S2-5). */
export function shownStatus(subscription: Subscription): ShownStatus {
  switch (subscription.status) {
    case 'pending':
      return subscription.setUp ? 'actionNeeded' : 'pending';
    case 'deleted':
      return subscription.canceled ? 'canceled' : 'deleted';
    case 'active':
    case 'suspended':
    case 'expired':
    case 'disabled':
      return subscription.status;
  }
}

export function publisherLink(subscription: Subscription): PublisherLink | undefined {
  const code = subscription.setUp?.authorizationCode;
  return code ? { url: activationUri(code), authorizationCode: code } : undefined;
}

/** Who reads a list, and when: what may be done depends on both. */
export interface Viewer {
  readonly user: User;
  readonly now: Instant;
}

export function subscriptionRow(
  state: State,
  subscription: Subscription,
  viewer: Viewer,
  language: Language,
): SubscriptionRow {
  const offer = state.catalog.item(subscription.catalogItemId);
  const reseller = state.partner.resellers.find(({ mpnId }) => mpnId === subscription.resellerMpnId);
  const note = noteOf(subscription, language);
  const personalLink = publisherLink(subscription);
  const cancelUntil = cancellableUntil(state, subscription, viewer);
  return {
    id: subscription.id,
    customerId: subscription.customerId,
    customerName: state.customers.get(subscription.customerId)?.companyName ?? '',
    name: subscription.friendlyName,
    offerName: offer?.title ?? '',
    publisherName: offer?.publisher.name ?? '',
    status: shownStatus(subscription),
    ...(note ? { statusNote: note } : {}),
    quantity: subscription.quantity,
    isTrial: subscription.trial !== null,
    isAddOn: offer?.addOnOf !== undefined,
    newCommerce: subscription.commerce === 'newCommerce',
    commerce: subscription.commerce,
    termDuration: subscription.term.duration,
    billingCycle: subscription.trial ? 'None' : subscription.term.billingCycle,
    autoRenew: subscription.autoRenew,
    endsOn: subscription.status === 'pending' ? null : subscription.term.endsOn,
    ...(reseller ? { reseller } : {}),
    ...(personalLink ? { publisherLink: personalLink } : {}),
    ...(cancelUntil === undefined ? {} : { cancel: { until: formatInstant(cancelUntil) } }),
  };
}

/** Until when the viewer may cancel it; nothing while they may not (S0-56). */
function cancellableUntil(state: State, subscription: Subscription, { user, now }: Viewer): Instant | undefined {
  const refused =
    checkRole(user, managingAction(subscription)) ??
    checkCancellation(state, subscription, now) ??
    checkRole(user, cancellingAction(subscription));
  return refused ? undefined : openWindows(state, subscription, now).at(-1)?.until;
}

function noteOf(subscription: Subscription, language: Language): string | undefined {
  const { status, deletedAt, term, autoRenew, trial } = subscription;
  const format = formatOf(language);
  if (status === 'suspended' && deletedAt !== null) {
    return statusNote('deletedOn', format.instant(formatInstant(deletedAt)), language);
  }
  if (status !== 'active' || term.endsOn === null) return undefined;
  const on = format.date(term.endsOn);
  if (trial) return statusNote(autoRenew && trial.convertsTo ? 'trialConverts' : 'trialEnds', on, language);
  if (autoRenew || subscription.commerce === 'azurePlan') return undefined;
  return statusNote(subscription.commerce === 'marketplace' ? 'cancelsOn' : 'endsOn', on, language);
}
