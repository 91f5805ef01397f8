/** The choices of "Manage renewals": what stands in the fields, and which of it fits together. */
import type { RenewalOptions } from '../../../api/renewals';
import { checkQuantityText } from '../../../ui/quantity-text';
import type { NextTerm } from './term-requests';

/** What a person has chosen; the number as it was typed, so that nothing typed is lost. */
export interface RenewalFields {
  catalogItemId: string;
  quantity: string;
  termDuration: string;
  billingCycle: string;
}

/** The fields as the world has them: what was saved, otherwise what would follow by itself. */
export function renewalFieldsOf({ next, current }: RenewalOptions): RenewalFields {
  const { catalogItemId, quantity, termDuration, billingCycle } = next ?? current;
  return { catalogItemId, quantity: String(quantity), termDuration, billingCycle };
}

export interface RenewalChoice {
  sku: RenewalOptions['choices'][number] | undefined;
  termDurations: string[];
  termDuration: string;
  billingCycles: string[];
  billingCycle: string;
}

/**
 * The combination that the fields amount to: a SKU that can be chosen, one of its terms, a frequency of that term. What
 * does not go with what was chosen before it gives way, and comes back when that does.
 */
export function fitRenewal({ choices }: RenewalOptions, fields: RenewalFields): RenewalChoice {
  const sku =
    choices.find((each) => each.catalogItemId === fields.catalogItemId && each.verdict.allowed) ??
    choices.find(({ isCurrent }) => isCurrent);
  const terms = sku?.terms ?? [];
  const termDurations = [...new Set(terms.map(({ termDuration }) => termDuration))];
  const termDuration = oneOf(termDurations, fields.termDuration);
  const billingCycles = terms.filter((each) => each.termDuration === termDuration).map((each) => each.billingCycle);
  return { sku, termDurations, termDuration, billingCycles, billingCycle: oneOf(billingCycles, fields.billingCycle) };
}

function oneOf(values: readonly string[], wanted: string): string {
  return values.includes(wanted) ? wanted : (values[0] ?? wanted);
}

/** The next term that is asked for; nothing while the number is none that is allowed. */
export function wishedTerm(options: RenewalOptions, fields: RenewalFields): NextTerm | undefined {
  const { sku, termDuration, billingCycle } = fitRenewal(options, fields);
  const quantity = sku && checkQuantityText(fields.quantity, sku.limits.min, sku.limits.max);
  return !sku || quantity === undefined
    ? undefined
    : { catalogItemId: sku.catalogItemId, quantity, termDuration, billingCycle };
}

/** Whether that is what the next term will be anyway. */
export function isSameTerm(one: NextTerm, other: NextTerm | null): boolean {
  return (
    other !== null &&
    one.catalogItemId === other.catalogItemId &&
    one.quantity === other.quantity &&
    one.termDuration === other.termDuration &&
    one.billingCycle === other.billingCycle
  );
}
