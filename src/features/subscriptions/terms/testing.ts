/** Options of the side panels as the API answers them, for the tests of their choices. */
import type { PlanChoice, RenewalOptions, TermView, UpgradeOptions } from '../../../api/renewals';
import type { Verdict } from '../../../api/wire';

export const YES: Verdict = { allowed: true };
export const NO: Verdict = { allowed: false, code: 1, reason: 'Because', facts: {}, description: 'Because.' };

export function plan(termDuration: string, billingCycle: string): PlanChoice {
  return { termDuration, billingCycle, price: { amount: '1.00', currency: 'EUR', per: 'month' } };
}

export function term(parts: Partial<TermView> = {}): TermView {
  return {
    catalogItemId: 'basic',
    offerName: 'Basic',
    quantity: 10,
    termDuration: 'P1Y',
    billingCycle: 'Monthly',
    price: { amount: '1.00', currency: 'EUR', per: 'month' },
    cycleAmount: { amount: '10.00', currency: 'EUR' },
    termAmount: { amount: '120.00', currency: 'EUR' },
    ...parts,
  };
}

export function sku(
  catalogItemId: string,
  parts: Partial<RenewalOptions['choices'][number]> = {},
): RenewalOptions['choices'][number] {
  return {
    catalogItemId,
    title: catalogItemId,
    isCurrent: false,
    verdict: YES,
    limits: { min: 1, max: 300 },
    terms: [plan('P1M', 'Monthly'), plan('P1Y', 'Monthly'), plan('P1Y', 'Annual')],
    ...parts,
  };
}

export function renewal(parts: Partial<RenewalOptions> = {}): RenewalOptions {
  return {
    renewsOn: '2022-10-18',
    current: term(),
    next: term(),
    isSaved: false,
    licenses: null,
    lapsed: null,
    schedule: YES,
    autoRenew: { enabled: true, verdict: YES },
    choices: [
      sku('basic', { isCurrent: true }),
      sku('premium', { limits: { min: 2, max: 20 }, terms: [plan('P3Y', 'Annual')] }),
      sku('full', { verdict: NO }),
    ],
    frequency: {
      verdict: YES,
      current: 'Monthly',
      pending: null,
      from: '2021-11-18',
      choices: [plan('P1Y', 'Monthly'), plan('P1Y', 'Annual')],
    },
    longerTerms: { verdict: YES, choices: [plan('P3Y', 'Annual'), plan('P3Y', 'Triennial')] },
    ...parts,
  };
}

type Target = UpgradeOptions['targets'][number];

export function target(catalogItemId: string, parts: Partial<Target> = {}): Target {
  return {
    catalogItemId,
    title: catalogItemId,
    description: '',
    verdict: YES,
    asNew: YES,
    limits: { min: 1, max: 300 },
    terms: [
      { ...plan('P3Y', 'Annual'), keepsTerm: false },
      { ...plan('P1Y', 'Monthly'), keepsTerm: true },
    ],
    heldElsewhere: false,
    existing: [],
    ...parts,
  };
}

export function existing(subscriptionId: string, verdict: Verdict = YES): Target['existing'][number] {
  return {
    subscriptionId,
    name: subscriptionId,
    quantity: 5,
    termDuration: 'P1Y',
    billingCycle: 'Annual',
    endsOn: '2022-12-31',
    limits: { min: 1, max: 7 },
    verdict,
  };
}

export function upgrade(targets: Target[]): UpgradeOptions {
  return { kind: 'transition', verdict: YES, quantity: 10, isTrial: false, targets };
}
