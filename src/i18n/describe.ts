/** The world's log and its due work as sentences, in the two languages. */
import type { PartnerEvent } from '../domain/events';
import type { DueKind } from '../domain/subscriptions/lifecycle';
import type { NextTerm } from '../domain/subscriptions/subscription';
import { describeDueWork as englishDue, describePast as english, termToCome as englishTerm } from './describe.en';
import { describeDueWork as swedishDue, describePast as swedish, termToCome as swedishTerm } from './describe.sv';
import { formatOf } from './explain';
import type { Format } from './format';
import type { Language } from './language';

/** Names of things by their ids, as they are now. */
export interface Names {
  customer(id: string): string;
  subscription(id: string): string;
  /** The customer whose cart it is. */
  cartCustomer(cartId: string): string;
  offer(catalogItemId: string): string;
  /** A request to support. */
  request(id: string): { readonly title: string; readonly customer: string };
  reseller(mpnId: string): string;
}

/** What a language must be able to say; `past` switches over every event. */
export type DescribePast = (event: PartnerEvent, names: Names, format: Format) => string;

export type DescribeDueWork = (kind: DueKind, subject: string, names: Names) => string;

const PAST: Record<Language, DescribePast> = { en: english, sv: swedish };
const DUE: Record<Language, DescribeDueWork> = { en: englishDue, sv: swedishDue };

/** Keyed by kind, so that the compiler asks for every new one; the list itself is a value of the domain. */
const KINDS: Record<DueKind, true> = {
  quantitySettlement: true,
  supportAnswer: true,
  cycleStart: true,
  renewal: true,
  trialConversion: true,
  trialEnd: true,
  termEnd: true,
  disabling: true,
  deletion: true,
  cartExpiry: true,
};

/** What happened: one sentence in the past tense. */
export function describeEvent(event: PartnerEvent, names: Names, language: Language): string {
  return PAST[language](event, names, formatOf(language));
}

/** A term to come: what it is of, for how many, how long and how it is billed. */
export function describeTerm(next: NextTerm, names: Names, language: Language): string {
  return (language === 'sv' ? swedishTerm : englishTerm)(next, names, formatOf(language));
}

/** What the clock will do; whoever shows it shows the instant beside it. A kind without words is shown as it is. */
export function describeDue(
  due: { readonly kind: string; readonly subject: string; readonly at: number },
  names: Names,
  language: Language,
): string {
  return isDueKind(due.kind) ? DUE[language](due.kind, due.subject, names) : due.kind;
}

function isDueKind(kind: string): kind is DueKind {
  return Object.hasOwn(KINDS, kind);
}
