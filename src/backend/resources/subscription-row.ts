import type { PublisherLink, ShownStatus, SubscriptionRow } from '../../api/dashboard';
import type { State } from '../../domain/state';
import type { Subscription } from '../../domain/subscriptions/subscription';
import { formatOf } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { statusNote } from '../../i18n/status-note';
import { formatInstant } from '../../kernel/calendar';
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

export function subscriptionRow(state: State, subscription: Subscription, language: Language): SubscriptionRow {
  const offer = state.catalog.item(subscription.catalogItemId);
  const reseller = state.partner.resellers.find(({ mpnId }) => mpnId === subscription.resellerMpnId);
  const note = noteOf(subscription, language);
  const personalLink = publisherLink(subscription);
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
  };
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
