/** Legacy trials become paid only by hand (portal 6.6, 10-18): the subscription stays, its offer and term change. */
import { addDays, dateOf, type PlainDate } from '../../kernel/calendar';
import { nextBillingDay } from '../billing/billing-day';
import { cyclePriceOf } from '../cart/purchase';
import { quantityRange } from '../cart/line';
import { catalogItemIdOf, type BillingCycle, type Offer, type Term } from '../catalog/offer';
import { termsIn } from '../catalog/price-list';
import { hasRoomToConvert } from '../catalog/purchasability';
import { chargeDays } from '../billing/spans';
import { legacyPolicyOf, tariffOf } from '../billing/tariff';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import type { State } from '../state';
import type { Context } from '../world';
import { checkTermRuns } from './ended';
import { openTerm, type Subscription, type SubscriptionCycle, type SubscriptionTerm } from './subscription';

/** What a trial can become: the paid offer with its terms in the customer's currency. */
export function conversionTarget(
  state: State,
  { catalogItemId, unitPrice }: Subscription,
): { readonly offer: Offer; readonly terms: readonly Term[] } | undefined {
  const key = state.catalog.item(catalogItemId)?.trial?.convertsTo;
  const offer = key === undefined ? undefined : state.catalog.byKey(key);
  return offer && { offer, terms: termsIn(offer, unitPrice.currency) };
}

/** Whether a trial can be made a paid subscription by hand now. */
export function checkConversion(state: State, subscription: Subscription): Refusal | undefined {
  const { status, trial, commerce } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (!trial) return { type: 'ConversionNotOffered', because: 'notATrial' };
  if (commerce !== 'legacy') {
    const because = subscription.autoRenew ? 'byItself' : 'endsUnpaid';
    return checkTermRuns(subscription) ?? { type: 'ConversionNotOffered', because };
  }
  const target = conversionTarget(state, subscription);
  if (!target || target.terms.length === 0) return { type: 'ConversionNotOffered', because: 'noTarget' };
  if (status !== 'active') return { type: 'StatusChangeRefused', from: status, to: 'active' };
  return hasRoomToConvert(state, subscription, target.offer)
    ? undefined
    : { type: 'ConversionNotOffered', because: 'limit' };
}

/** The same with the wishes of the person: licences and billing frequency of the paid subscription. */
export function checkConversionTo(
  state: State,
  subscription: Subscription,
  quantity: number,
  billingCycle: BillingCycle,
): Refusal | undefined {
  const refusal = checkConversion(state, subscription);
  const target = conversionTarget(state, subscription);
  if (refusal || !target) return refusal;
  const range = quantityRange(target.offer);
  if (quantity < range.min || quantity > range.max) return { type: 'QuantityOutOfRange', quantity, ...range };
  return target.terms.some((term) => term.billingCycle === billingCycle)
    ? undefined
    : {
        type: 'TermNotOffered',
        termDuration: target.terms[0]?.termDuration ?? 'P1Y',
        billingCycle,
        choices: target.terms.map((term) => ({ termDuration: term.termDuration, billingCycle: term.billingCycle })),
      };
}

/**
 * The paid term begins today. Billed annually it renews twelve months later; billed monthly it runs twelve months from
 * the next billing date on, and the days until then are charged first (portal 10-42).
 */
export function convertTrial(
  state: State,
  subscription: Subscription,
  quantity: number,
  billingCycle: BillingCycle,
  context: Context,
): PartnerEvent | undefined {
  const target = conversionTarget(state, subscription);
  const chosen = target?.terms.find((term) => term.billingCycle === billingCycle);
  if (!target || !chosen) return undefined;
  const today = dateOf(context.now);
  const unitPrice = cyclePriceOf(chosen);
  const opened =
    billingCycle === 'Monthly'
      ? untilBillingDate(today, nextBillingDay(today, state.partner.billingDay), chosen, context)
      : openTerm(today, 0, chosen.termDuration, billingCycle, context.now);
  const paid = { ...subscription, ...opened, catalogItemId: catalogItemIdOf(target.offer), unitPrice, quantity };
  const tariff = tariffOf(
    state,
    paid,
    'Prorate fees when convert to a new offering',
    legacyPolicyOf(state, paid),
    context.now,
  );
  return {
    type: 'TrialConverted',
    subscriptionId: subscription.id,
    catalogItemId: paid.catalogItemId,
    ...opened,
    unitPrice,
    quantity,
    byHand: true,
    charge: opened.cycle && tariff ? chargeDays(opened.cycle.startsOn, opened.cycle.endsOn, quantity, tariff) : null,
  };
}

/** A term whose months count from a billing date, with the days before it as a first, shorter cycle. */
function untilBillingDate(
  today: PlainDate,
  billingDate: PlainDate,
  { termDuration, billingCycle }: Term,
  { now }: Context,
): { readonly term: SubscriptionTerm; readonly cycle: SubscriptionCycle } {
  const { term } = openTerm(billingDate, 0, termDuration, billingCycle, now);
  return {
    term: { ...term, startsOn: today },
    cycle: { fromMonth: -1, startsOn: today, endsOn: addDays(billingDate, -1) },
  };
}
