/** Refusal → status and body, exhaustively: a new refusal does not compile until it has its documented code. */
import type { FaultBody, Verdict } from '../api/wire';
import { cycleMonths, monthsOf } from '../domain/billing/charge';
import type { LineRefusal, Refusal } from '../domain/refusals';
import { explain } from '../i18n/explain';
import type { Language } from '../i18n/language';
import { unreachable } from '../kernel/result';
import type { Reply } from './reply';
import { factsOf } from './facts';

/** The service that Partner Center names as the origin of a fault. */
const SOURCE = 'PartnerFD';

export function fault(status: number, code: number, description: string, data: readonly unknown[] = []): Reply {
  const body: FaultBody = { code, description: description.slice(0, 1024), data: [...data], source: SOURCE };
  return { status, body };
}

/** The answer to a command that was refused. */
export function refused(refusal: Refusal, language: Language): Reply {
  const { status, code } = statusAndCode(refusal);
  return fault(status, code, explain(refusal, language), [factsOf(refusal)]);
}

/** The same refusal as a verdict: what the command would answer. */
export function verdictOf(refusal: Refusal | undefined, language: Language): Verdict {
  if (!refusal) return { allowed: true };
  const { type, ...facts } = factsOf(refusal);
  return {
    allowed: false,
    code: statusAndCode(refusal).code,
    reason: String(type),
    facts,
    description: explain(refusal, language),
  };
}

/** The same for a line of a purchase, in the words of the line itself. */
export function lineVerdictOf(refusal: LineRefusal, language: Language): Verdict {
  const { type, ...facts } = factsOf(refusal);
  return {
    allowed: false,
    code: orderLineCode(refusal).code,
    reason: String(type),
    facts,
    description: explain(refusal, language),
  };
}

/** HTTP status and Partner Center's code of a refusal (REST API, error codes). */
export function statusAndCode(refusal: Refusal): { readonly status: number; readonly code: number } {
  switch (refusal.type) {
    case 'RoleMissing':
      return { status: 403, code: 900308 };
    case 'CustomerNotFound':
      return { status: 403, code: 20002 };
    case 'CartNotFound':
    case 'CartExpired':
      return { status: 404, code: 800008 };
    case 'CartOrdered':
      return { status: 400, code: 800065 };
    case 'CartEmpty':
    case 'CartHasErrors':
      return { status: 400, code: 800009 };
    case 'LineRefused':
      return orderLineCode(refusal.refusal);
    case 'OrderNotFound':
      return { status: 404, code: 20000 };
    case 'InvoiceNotFound':
      return { status: 404, code: 1000 };
    case 'SubscriptionNotFound':
      return { status: 404, code: 20003 };
    case 'AuthorizationCodeUnknown':
      return { status: 404, code: 1000 };
    case 'SubscriptionDeleted':
      return { status: 400, code: 2011 };
    case 'ChangeNotSupported':
    case 'NotAnUpgrade':
      return { status: 400, code: 2006 };
    case 'ScheduleNotOffered':
    case 'ScheduleNeedsAutoRenew':
      return { status: 400, code: 800093 };
    case 'ScheduleNeedsActive':
      return { status: 400, code: refusal.status === 'suspended' ? 800091 : 900280 };
    case 'UpgradeNotOffered':
      return refusal.because === 'commerce' ? { status: 403, code: 900263 } : { status: 400, code: 900280 };
    case 'UpgradeLimit':
      return { status: 403, code: 800089 };
    case 'UpgradeConflict':
      return { status: 409, code: 800082 };
    case 'TargetRefused':
      return { status: 400, code: TARGET_CODES[refusal.because] };
    case 'TooFewLeft':
      return { status: 400, code: 2002 };
    case 'PartialKeepsTerm':
      return { status: 400, code: 900268 };
    case 'TermShorter':
      return { status: 400, code: refusal.upgrading ? 900267 : 800122 };
    case 'NoNextPeriod':
      return { status: 400, code: 900277 };
    case 'PlanNeedsActive':
      return { status: 400, code: refusal.status === 'suspended' ? 800091 : 900280 };
    case 'NoLongerTerm':
      return { status: 400, code: 800121 };
    case 'OnlyFrequency':
      return { status: 400, code: 800097 };
    case 'FrequencyByOrder':
      return { status: 400, code: 2054 };
    case 'TrialPlanFixed':
      return { status: 400, code: 800107 };
    case 'PlanFixed':
      return { status: 400, code: refusal.what === 'billingCycle' ? 800097 : 800121 };
    case 'OrderBillingRefused':
      return { status: 400, code: refusal.because === 'notActive' ? 800072 : 6000 };
    case 'QuantityFixed':
    case 'TrialQuantityFixed':
      return { status: 400, code: 800095 };
    case 'QuantityNeedsActive':
      return { status: 400, code: refusal.status === 'suspended' ? 2001 : 900280 };
    case 'QuantityOutOfRange':
      return { status: 400, code: 2002 };
    case 'ReductionClosed':
      // Hours or days, as the rule is written in this edition (REST API 18).
      return { status: 400, code: refusal.windowHours > 72 ? 900257 : 900214 };
    case 'ReductionTooLarge':
    case 'SupportDeclines':
      return { status: 400, code: 800090 };
    case 'CancellationClosed':
      return { status: 400, code: refusal.days === undefined ? 900213 : 900117 };
    case 'CancellationNotOffered':
      return { status: 400, code: refusal.because === 'subscription' ? 800063 : 800096 };
    case 'ConversionNotOffered':
    case 'AddOnsNotOffered':
      return { status: 400, code: 800021 };
    case 'TermNotOffered':
      return { status: 400, code: termCode(refusal) };
    case 'BaseNotActive':
      return { status: 409, code: 27009 };
    case 'ResellerUnknown':
      return { status: 404, code: 800015 };
    case 'ResellerNotAllowed':
    case 'SupportContactFixed':
      return { status: 400, code: 800098 };
    case 'ServiceRequestNotFound':
      return { status: 404, code: 1000 };
    case 'AutoRenewFixed':
    case 'TermEnded':
      return { status: 400, code: 800093 };
    case 'StatusChangeRefused':
      // Only a change that takes an active subscription refuses this pair: reactivating is allowed.
      return { status: 400, code: refusal.from === 'suspended' && refusal.to === 'active' ? 800091 : 800040 };
    case 'SetUpUnfinished':
      return { status: 400, code: 800081 };
    case 'DomainTaken':
    case 'MarketUnknown':
    case 'NameRefused':
      return { status: 400, code: 800002 };
    case 'RegistrationNumberMissing':
      return { status: 400, code: 600049 };
    case 'PhoneNumberMissing':
      return { status: 400, code: 600051 };
    case 'PartnerRestricted':
    case 'PartnerCannotBuy':
      return { status: 403, code: 800039 };
    case 'AgreementMissing':
      return { status: 403, code: 13605 };
  }
}

/** An unknown term, a frequency that is longer than the term, or one that the term does not have (REST API 17). */
function termCode({ termDuration, billingCycle, choices }: Extract<Refusal, { type: 'TermNotOffered' }>): number {
  if (!choices.some((each) => each.termDuration === termDuration)) return 900268;
  return cycleMonths(billingCycle, termDuration) > monthsOf(termDuration) ? 900270 : 900269;
}

/** Why licences cannot join an existing subscription (REST API 6.8). */
const TARGET_CODES: Record<Extract<Refusal, { type: 'TargetRefused' }>['because'], number> = {
  notActive: 900258,
  same: 900259,
  otherItem: 900260,
  inWindow: 900261,
  trial: 900261,
  termShorter: 900267,
  endsEarlier: 900236,
  full: 800089,
};

/** A line of an order is refused as a whole request. */
function orderLineCode(refusal: LineRefusal): { readonly status: number; readonly code: number } {
  switch (refusal.type) {
    case 'ItemUnknown':
      return { status: 404, code: 400019 };
    case 'QuantityOutOfRange':
      return { status: 400, code: 900275 };
    case 'TermNotOffered':
      return { status: 400, code: 900269 };
    case 'CurrencyRefused':
      return { status: 400, code: 900169 };
    case 'ResellerUnknown':
      return { status: 404, code: 800015 };
    case 'ResellerNotAllowed':
      return { status: 400, code: 800016 };
    case 'OnePerCustomer':
    case 'OfferLimit':
    case 'TrialOfOwned':
      return { status: 403, code: 800089 };
    case 'AddOnWithoutBase':
      return { status: 400, code: 400041 };
    case 'AddOnNotRelated':
      return { status: 400, code: 800029 };
    case 'BaseNotActive':
      return { status: 409, code: 27009 };
    case 'BaseUnknown':
      return { status: 404, code: 20003 };
    case 'ReservationNeedsAzure':
    case 'AzureSubscriptionUnknown':
      return { status: 400, code: 800011 };
    case 'SegmentNotQualified':
      return { status: 403, code: 400030 };
    case 'MarketNotServed':
    case 'PublisherCountry':
    case 'ReservationMarket':
      return { status: 403, code: 2030 };
    case 'RoleMissing':
      return { status: 403, code: 900308 };
    case 'SuspendedExists':
    case 'NotInCsp':
    case 'Exclusive':
    case 'NotTransactable':
    case 'SoldWithBaseOnly':
    case 'PreviewNeeded':
      return { status: 403, code: 800020 };
  }
}

/** A line of a cart carries its error and does not fail the cart (REST API, CartErrorCode; 400041 for add-ons). */
export function cartErrorCode(refusal: LineRefusal): number {
  switch (refusal.type) {
    case 'ItemUnknown':
      return 10001;
    case 'CurrencyRefused':
      return 10000;
    case 'OnePerCustomer':
    case 'OfferLimit':
    case 'TrialOfOwned':
      return 10002;
    case 'ResellerUnknown':
    case 'ResellerNotAllowed':
      return 10004;
    case 'BaseUnknown':
    case 'AzureSubscriptionUnknown':
    case 'ReservationNeedsAzure':
      return 10007;
    case 'ReservationMarket':
      return 10008;
    case 'TermNotOffered':
      return 10013;
    case 'QuantityOutOfRange':
      return refusal.quantity > refusal.max ? 10015 : 10010;
    case 'AddOnWithoutBase':
      return 400041;
    case 'SuspendedExists':
    case 'PublisherCountry':
    case 'NotInCsp':
    case 'Exclusive':
    case 'NotTransactable':
    case 'SoldWithBaseOnly':
    case 'AddOnNotRelated':
    case 'BaseNotActive':
    case 'SegmentNotQualified':
    case 'MarketNotServed':
    case 'PreviewNeeded':
    case 'RoleMissing':
      return 10006;
    default:
      return unreachable(refusal);
  }
}
