import type { Subscription as SubscriptionResource, SubscriptionVerdicts } from '../../api/subscriptions';
import { isMicrosoft, type BillingCycle, type Offer } from '../../domain/catalog/offer';
import { checkSelling } from '../../domain/catalog/purchasability';
import {
  cancellingAction,
  checkAutoRenew,
  checkRename,
  checkReseller,
  checkSupportContact,
  managingAction,
} from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import type { Refusal } from '../../domain/refusals';
import type { State, User } from '../../domain/state';
import { checkBase, eligibleAddOns } from '../../domain/subscriptions/add-ons';
import { checkFrequencies, checkLongerTerms } from '../../domain/subscriptions/billing-plan';
import { checkCancellation, openWindows } from '../../domain/subscriptions/cancellation';
import { checkConversion } from '../../domain/subscriptions/conversion';
import { checkLegacyUpgrading } from '../../domain/subscriptions/legacy-changes';
import { checkQuantity, openBatches, quantityBounds, reducibleUntil } from '../../domain/subscriptions/quantity';
import { checkScheduling, nextTermOf } from '../../domain/subscriptions/schedule';
import { endInstant, type Subscription } from '../../domain/subscriptions/subscription';
import { checkReactivation, checkSuspension } from '../../domain/subscriptions/suspension';
import { checkUpgrading } from '../../domain/subscriptions/upgrade';
import type { Language } from '../../i18n/language';
import { formatInstant, startOf, type Instant } from '../../kernel/calendar';
import { verdictOf } from '../respond';
import { cycleOnWire, productTypeResource } from './catalog';
import { etagOf } from './etag';
import { link } from './link';

const NEVER_ENDS = '9999-12-31T23:59:59.997Z';

/** Where the publisher's part of a purchase is done; relative to the dashboard (S2-13, S2-14). */
export function activationUri(authorizationCode: string): string {
  return `/publisher/${authorizationCode}`;
}

/** What may be asked of it now by this user, each through the rule that will decide it. */
export function subscriptionVerdicts(
  state: State,
  subscription: Subscription,
  now: Instant,
  user: User,
  language: Language,
): SubscriptionVerdicts {
  const role = checkRole(user, managingAction(subscription));
  const verdict = (refusal: Refusal | undefined) => verdictOf(role ?? refusal, language);
  const reactivate = verdict(checkReactivation(state, subscription));
  const cancel = verdict(
    checkCancellation(state, subscription, now) ?? checkRole(user, cancellingAction(subscription)),
  );
  const [open] = openWindows(state, subscription, now);
  const last = openWindows(state, subscription, now).at(-1);
  const present = subscription.quantity ?? 1;
  const bounds = quantityBounds(state, subscription, now);
  const more = verdict(checkQuantity(state, subscription, present + 1, now));
  const fewer = verdict(checkQuantity(state, subscription, present - 1, now));
  const customer = state.customers.get(subscription.customerId);
  return {
    rename: verdict(checkRename(subscription)),
    autoRenew: verdict(checkAutoRenew(state, subscription)),
    suspend: verdict(checkSuspension(subscription)),
    reactivate:
      reactivate.allowed && subscription.deletedAt !== null
        ? { allowed: true, until: formatInstant(subscription.deletedAt) }
        : reactivate,
    increaseQuantity: more.allowed ? { allowed: true, upTo: (bounds?.max ?? present) - present } : more,
    reduceQuantity: fewer.allowed
      ? {
          allowed: true,
          upTo: present - (bounds?.min ?? present),
          ...(bounds?.until ? { until: formatInstant(bounds.until) } : {}),
        }
      : fewer,
    cancel:
      cancel.allowed && open && last
        ? { allowed: true, until: formatInstant(last.until), refund: open.refund }
        : (cancel as Extract<typeof cancel, { allowed: false }>),
    convertTrial: verdict(checkConversion(state, subscription)),
    schedule: verdict(checkScheduling(subscription)),
    upgrade: verdict(
      subscription.commerce === 'legacy'
        ? checkLegacyUpgrading(state, subscription)
        : checkUpgrading(state, subscription),
    ),
    changeFrequency: verdict(checkFrequencies(state, subscription)),
    changeTerm: verdict(checkLongerTerms(state, subscription)),
    changeReseller: verdict(checkReseller(state, subscription, null)),
    changeSupportContact: verdict(checkSupportContact(state, subscription)),
    buyAddOns: verdictOf(
      checkRole(user, 'buy') ?? (customer && checkSelling(state, customer)) ?? checkBase(subscription),
      language,
    ),
  };
}

export function subscriptionResource(
  state: State,
  subscription: Subscription,
  now: Instant,
  user: User,
  language: Language,
): SubscriptionResource {
  const offer = state.catalog.item(subscription.catalogItemId);
  const { term, cycle, setUp } = subscription;
  const modern = subscription.commerce !== 'legacy';
  const windows = openWindows(state, subscription, now);
  const lastWindow = windows.at(-1);
  const batches =
    subscription.status === 'active'
      ? openBatches(subscription, now, (batch) => reducibleUntil(subscription, batch, state.rules))
      : [];
  const verdicts = subscriptionVerdicts(state, subscription, now, user, language);
  const self = `/customers/${subscription.customerId}/subscriptions/${subscription.id}`;
  return {
    id: subscription.id,
    offerId: subscription.catalogItemId,
    offerName: offer?.title ?? subscription.friendlyName,
    friendlyName: subscription.friendlyName,
    ...(modern && offer ? { productType: productTypeResource(offer) } : {}),
    quantity: subscription.quantity ?? 1,
    unitType:
      subscription.quantity === null
        ? 'Usage-based'
        : subscription.commerce === 'marketplace'
          ? 'License(s)'
          : 'Licenses',
    ...(subscription.parentId ? { parentSubscriptionId: subscription.parentId } : {}),
    ...(subscription.commerce === 'legacy'
      ? { hasPurchasableAddons: eligibleAddOns(state, subscription).length > 0 }
      : {}),
    creationDate: formatInstant(subscription.createdAt),
    effectiveStartDate: formatInstant(startOf(term.startsOn)),
    commitmentEndDate: term.endsOn === null ? NEVER_ENDS : formatInstant(startOf(term.endsOn)),
    ...(modern && term.endsOn !== null
      ? { commitmentEndDateTime: formatInstant((endInstant(term.endsOn) - 1) as Instant) }
      : {}),
    cancellationAllowedUntilDate: lastWindow ? formatInstant(lastWindow.until) : null,
    ...(modern && cycle
      ? {
          billingCycleEndDate: formatInstant(startOf(cycle.endsOn)),
          billingCycleEndDateTime: formatInstant((endInstant(cycle.endsOn) - 1) as Instant),
        }
      : {}),
    status: subscription.status,
    autoRenewEnabled: subscription.autoRenew,
    isTrial: subscription.trial !== null,
    billingType: subscription.quantity === null ? 'usage' : 'license',
    billingCycle: cycleOnWire(subscription.trial ? 'None' : term.billingCycle),
    ...(term.duration === 'none' ? {} : { termDuration: term.duration }),
    renewalTermDuration:
      subscription.autoRenew && term.duration !== 'none' ? (nextTermOf(subscription)?.duration ?? term.duration) : '',
    refundOptions: windows.map(({ until, refund }) => ({
      type: refund === 'full' ? 'Full' : 'Partial',
      expiresAt: formatInstant(until),
    })),
    ...(batches.length > 0
      ? {
          refundableQuantity: {
            totalQuantity: batches.reduce((total, { batch }) => total + batch.quantity, 0),
            details: batches.map(({ batch, until }) => ({
              quantity: batch.quantity,
              allowedUntilDateTime: formatInstant(until),
            })),
          },
        }
      : {}),
    isMicrosoftProduct: offer ? isMicrosoft(offer) : true,
    publisherName: offer?.publisher.name ?? '',
    actions: [...(verdicts.rename.allowed ? ['edit'] : []), ...(verdicts.cancel.allowed ? ['cancel'] : [])],
    suspensionReasons: subscription.status === 'suspended' ? ['Customer'] : [],
    partnerId: subscription.resellerMpnId ?? '',
    contractType: 'subscription',
    attentionNeeded: subscription.status === 'pending',
    ...(subscription.status === 'pending' ? { attentionReason: 'ActionNeeded' } : {}),
    actionTaken: setUp !== undefined && setUp.licensesAssignedAt !== null && setUp.confirmedAt !== null,
    ...nextInstructions(subscription),
    orderId: subscription.orderId,
    verdicts,
    links: subscriptionLinks(state, subscription, offer, self),
    attributes: { etag: etagOf(subscription), objectType: 'Subscription' },
  };
}

/** What is saved for the next term, and on every trial that becomes paid; the frequency of the next charge (6.2). */
function nextInstructions(
  subscription: Subscription,
): Pick<SubscriptionResource, 'scheduledNextTermInstructions' | 'nextChargeInstructions'> {
  const { scheduled, trial, autoRenew, nextBilling, quantity, term, catalogItemId } = subscription;
  const next = scheduled ?? (trial && autoRenew ? nextTermOf(subscription) : null);
  return {
    ...(next
      ? {
          scheduledNextTermInstructions: {
            product: productOn(next.catalogItemId, next.billingCycle, next.duration),
            quantity: next.quantity,
          },
        }
      : {}),
    ...(nextBilling
      ? {
          nextChargeInstructions: {
            product: productOn(catalogItemId, nextBilling, term.duration),
            quantity: quantity ?? 1,
          },
        }
      : {}),
  };
}

function productOn(catalogItemId: string, billingCycle: BillingCycle, termDuration: string) {
  const [productId = '', skuId = '', availabilityId = ''] = catalogItemId.split(':');
  return { productId, skuId, availabilityId, billingCycle, termDuration };
}

function subscriptionLinks(
  state: State,
  subscription: Subscription,
  offer: Offer | undefined,
  self: string,
): SubscriptionResource['links'] {
  const country = state.customers.get(subscription.customerId)?.country ?? state.partner.country;
  const [productId, skuId, availabilityId] = subscription.catalogItemId.split(':');
  return {
    ...(availabilityId
      ? {
          product: link(`/products/${productId}?country=${country}`),
          sku: link(`/products/${productId}/skus/${skuId}?country=${country}`),
          availability: link(
            `/products/${productId}/skus/${skuId}/availabilities/${availabilityId}?country=${country}`,
          ),
        }
      : { offer: link(`/v1/offers/${offer?.offerId ?? subscription.catalogItemId}?country=${country}`) }),
    ...(subscription.setUp ? { activationLinks: link(`${self}/activationlinks`) } : {}),
    ...(subscription.parentId
      ? { parentSubscription: link(`/customers/${subscription.customerId}/subscriptions/${subscription.parentId}`) }
      : {}),
    self: link(self),
  };
}
