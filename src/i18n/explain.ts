/** Facts in, sentences out: why something was refused, in the two languages. */
import type { BillingCycle, TermDuration } from '../domain/catalog/offer';
import type { Role } from '../domain/partner/roles';
import type { LineRefusal, Refusal } from '../domain/refusals';
import type { SubscriptionStatus } from '../domain/subscriptions/subscription';
import { explanations as english } from './explain.en';
import { explanations as swedish } from './explain.sv';
import { formatFor, type Format } from './format';
import type { Language } from './language';

/** What a language must be able to say. Its `refusal` switches over every member: a new one does not compile unsaid. */
export interface Explanations {
  refusal(refusal: Refusal | LineRefusal, format: Format): string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly statuses: Readonly<Record<SubscriptionStatus, string>>;
  term(termDuration: TermDuration, billingCycle: BillingCycle): string;
}

const EXPLANATIONS: Record<Language, Explanations> = { en: english, sv: swedish };

const formats = new Map<Language, Format>();

/** The formats of a language, built once. */
export function formatOf(language: Language): Format {
  let format = formats.get(language);
  if (!format) {
    format = formatFor(language);
    formats.set(language, format);
  }
  return format;
}

/** One or two sentences: what is the matter, and what to do. */
export function explain(refusal: Refusal | LineRefusal, language: Language): string {
  return EXPLANATIONS[language].refusal(refusal, formatOf(language));
}

export function roleName(role: Role, language: Language): string {
  return EXPLANATIONS[language].roles[role];
}

export function statusName(status: SubscriptionStatus, language: Language): string {
  return EXPLANATIONS[language].statuses[status];
}

/** "1 year, billed monthly", "one-time", "free trial". */
export function termLabel(termDuration: TermDuration, billingCycle: BillingCycle, language: Language): string {
  return EXPLANATIONS[language].term(termDuration, billingCycle);
}
