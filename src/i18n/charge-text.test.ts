/** What a line says of itself: days × price per day × licences, the policy and what it takes, the rate, the tax. */
import { describe, expect, test } from 'vitest';
import { billingOf } from '../domain/billing/invoice';
import { reasonsOf } from '../domain/billing/reasons';
import { customer, CUSTOMERS, story, type Story } from '../domain/testing/story';
import { chargeText, ruleText } from './charge-text';
import type { Language } from './language';

/** The sentences of a subscription's lines, plain spaces for those that do not break. */
function told(world: Story, id: string, language: Language = 'en'): string[] {
  const { state, now } = world.world;
  const { invoices, unbilled } = billingOf(state, now);
  return [...invoices, ...unbilled]
    .flatMap(({ kind, lines }) => lines.map((line) => ({ kind, line })))
    .filter(({ line }) => line.subscriptionId === id)
    .map(({ kind, line }) => chargeText(reasonsOf(line, kind), language).replaceAll(/\s/g, ' '));
}

describe('ANN-3, where the published policy loses cents', () => {
  function ann3() {
    const world = story({ at: '2018-01-13T10:00:00Z', partner: { currency: 'USD' as never } });
    const id = world.buy('contoso', 'office', { cycle: 'Annual' });
    world.go('2018-02-01T09:00:00Z');
    world.update(id, { quantity: 2 });
    world.go('2018-02-13');
    return { world, id };
  }

  test('each line says what the rounding takes', () => {
    const { world, id } = ann3();
    expect(told(world, id)).toEqual([
      'The whole period of 365 days, $48.00 × 1 license = $48.00.',
      'Given back: what was charged for these 365 days, $48.00 × 1 license = $48.00.',
      '19 days at $0.13 ($48.00 for 365 days), $2.47 × 1 license = $2.47. CENTS: the price per day is rounded to cents. Exactly it would be $2.50: rounding makes it $0.03 less.',
      '346 days at $0.13 ($48.00 for 365 days), $44.98 × 2 licenses = $89.96. CENTS: the price per day is rounded to cents. Exactly it would be $91.00: rounding makes it $1.04 less.',
    ]);
  });

  test('in Swedish', () => {
    const { world, id } = ann3();
    expect(told(world, id, 'sv').at(-1)).toBe(
      '346 dagar à 0,13 US$ (48,00 US$ för 365 dagar), 44,98 US$ × 2 licenser = 89,96 US$. CENTS: priset per dag avrundas till hundradelar. Exakt vore det 91,00 US$: avrundningen gör det 1,04 US$ mindre.',
    );
  });
});

test('prices have the decimals that they are made of: what is said is what is reckoned', () => {
  const monthly = story({ at: '2018-01-13T10:00:00Z', partner: { currency: 'USD' as never } });
  const legacy = monthly.buy('contoso', 'office', { cycle: 'Monthly' });
  monthly.go('2018-02-01T09:00:00Z');
  monthly.update(legacy, { quantity: 2 });
  monthly.go('2018-02-13');
  // MON-2.
  expect(told(monthly, legacy)[2]).toBe(
    '19 days at $0.129 ($4.00 for 31 days), $2.45 × 1 license = $2.45. MILLS: the price per day is rounded to a tenth of a cent.',
  );
  const nce = story('2021-06-18T09:00:00Z');
  const id = nce.buy('adatum', 'business', { quantity: 10 });
  nce.go('2021-06-20T10:00:00Z');
  nce.update(id, { quantity: 12 });
  // NCE-4.
  expect(told(nce, id)[2]).toBe(
    '28 days at €0.336 (€10.08 for 30 days), €9.408 × 12 licenses = €112.89. TRUNC_AMT: the price per day is exact, the amount is cut to cents. Exactly it would be €112.90: rounding makes it €0.01 less.',
  );
});

test('new commerce in another currency: the price is cut first, and what that loses is said', () => {
  const world = story('2021-10-10T08:00:00Z');
  const [sentence] = told(world, world.buy('northwind', 'business', { quantity: 12 }));
  // The price in kronor times 0.098, cut to cents, times twelve.
  expect(sentence).toMatch(
    /At the rate 0\.098 the price is (€\S+), cut off: \1 × 12 licenses = €\S+\. Exactly it would be €\S+\.$/,
  );
});

test('what is paid once has no period', () => {
  const world = story('2021-10-10T08:00:00Z');
  expect(told(world, world.buy('adatum', 'server', { quantity: 2 }))[0]).toMatch(/^Once, /);
});

test('another currency and tax on top', () => {
  const world = story({ at: '2021-10-10T08:00:00Z', taxRates: { US: '0.10' } });
  const id = world.buy('contoso', 'office', { quantity: 10, cycle: 'Monthly' });
  expect(told(world, id)).toEqual([
    'The whole period of 31 days, $4.00 × 10 licenses = $40.00. At the rate 0.82 it is €32.80. The tax is €3.28.',
  ]);
});

test('a price that holds the tax', () => {
  const customers = [...CUSTOMERS, customer('oz', 'AU')];
  const world = story({ at: '2021-10-10T08:00:00Z', taxRates: { AU: '0.10' }, customers });
  const [sentence] = told(world, world.buy('oz', 'server-cal', { quantity: 2 }));
  expect(sentence).toMatch(/The price includes tax: €\S+ and €\S+ of tax\.$/);
});

test('a frequency changed inside a year leaves a part of the list price', () => {
  const world = story('2021-10-10T08:00:00Z');
  const id = world.buy('adatum', 'business', { quantity: 10, term: 'P1Y', cycle: 'Monthly' });
  world.go('2021-12-20T08:00:00Z');
  world.update(id, { billingCycle: 'Annual' } as never);
  world.go('2022-01-10');
  expect(told(world, id).at(-1)).toMatch(/\(a part of €\S+\)\.$/);
});

test('every charge type has its rule in both languages', () => {
  const types = ['new', 'cycleCharge', 'Cycle instance prorate', 'Cancel fee', 'cancelImmediate'] as const;
  for (const type of types) {
    expect(ruleText(type, 'en')).toMatch(/\.$/);
    expect(ruleText(type, 'sv')).not.toBe(ruleText(type, 'en'));
  }
});
