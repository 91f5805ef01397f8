/** What Review shows must be what will be charged: the outlook against the world that really goes there. */
import { describe, expect, test } from 'vitest';
import { moneyText, sum } from '../../kernel/money';
import { isUnchanged, momentOf } from '../testing/histories';
import { chargeRow, startedIn, story, type Purchase, type Story } from '../testing/story';
import { checkLines } from './line';
import { outlookOf, type Outlook } from './outlook';

type Wanted = readonly (readonly [key: string, purchase?: Purchase])[];

function outlook(told: Story, customerId: string, wanted: Wanted): Outlook[] {
  const lines = wanted.map(([key, purchase]) => told.line(key, purchase));
  const user = told.world.state.users.find(({ id }) => id === 'anna');
  const accepted = checkLines(told.world.state, told.customer(customerId), lines, user).map((each) => {
    if (!each.ok) throw new Error(`Refused: ${each.failure.type}`);
    return each.value;
  });
  return outlookOf(told.world, customerId, accepted, 'anna');
}

function totals(outlooks: readonly Outlook[]): string[] {
  return outlooks.map(({ term }) => {
    const total = term && sum(term.map(({ amount }) => amount));
    return total ? moneyText(total) : 'none';
  });
}

const EVERYTHING: Wanted = [
  ['office', { cycle: 'Monthly', quantity: 3 }],
  ['business', { term: 'P1M', quantity: 10 }],
  ['saas', { term: 'P1Y' }],
  ['saas-trial', { term: 'P1M', quantity: 2 }],
  ['saas-trial', { term: 'P1M', more: { renewsToTermDuration: 'P1Y' } }],
  ['business', { term: 'P3Y', cycle: 'Monthly' }],
  ['server'],
  ['azure'],
  ['pair-trial'],
  ['metered'],
];

describe('the outlook of a purchase', () => {
  test('first line and first term of everything at once, in the order of the lines', () => {
    const told = story('2021-01-31T10:00:00Z');
    const outlooks = outlook(told, 'contoso', EVERYTHING);
    expect(outlooks.map(({ first }) => first && chargeRow(first))).toEqual([
      '2021-01-31 – 2021-02-27  Cycle fee  4.00 × 3 = 12.00',
      '2021-01-31 – 2021-02-27  new  12.00 × 10 = 120.00',
      '2021-01-31 – 2022-01-30  new  40.00 × 1 = 40.00',
      '2021-01-31 – 2021-03-01  new  0.00 × 2 = 0.00',
      '2021-01-31 – 2021-03-01  new  0.00 × 1 = 0.00',
      '2021-01-31 – 2021-02-27  new  12.00 × 1 = 12.00',
      '2021-01-31 – 2021-01-31  new  998.00 × 1 = 998.00',
      null,
      '2021-01-31 – 2021-03-01  new  0.00 × 25 = 0.00',
      null,
    ]);
    expect(totals(outlooks)).toEqual([
      '144.00',
      '120.00',
      '40.00',
      '4.00',
      '20.00',
      '432.00',
      '998.00',
      'none',
      'none',
      'none',
    ]);
  });

  test('it comes true, line by line, when the publisher acts at once', () => {
    const told = story('2021-01-31T10:00:00Z');
    const outlooks = outlook(told, 'contoso', EVERYTHING);
    const bought = startedIn(told.done(told.order('contoso', ...EVERYTHING.map(([key, how]) => told.line(key, how)))));
    for (const id of bought) {
      if (!told.subscription(id).setUp) continue;
      const authorizationCode = told.authorizationCode(id);
      told.done({ type: 'AssignLicenses', authorizationCode });
      told.done({ type: 'ConfirmSetUp', authorizationCode });
    }
    expect(outlooks.map(({ subscription }) => subscription.id)).toEqual(bought);
    told.go('2024-01-30T23:59:59.999Z');
    const charged = bought.map((id, index) => told.charges(id).slice(0, outlooks[index]?.term?.length ?? 0));
    expect(outlooks.map(({ term }) => term ?? [])).toEqual(charged);
    expect(charged.map(({ length }) => length)).toEqual([12, 1, 1, 2, 2, 36, 1, 0, 0, 0]);
  });

  test('it is looked up on a copy: nothing happens', () => {
    const told = story('2021-01-31T10:00:00Z');
    told.buy('adatum', 'business', { term: 'P1M' });
    const before = momentOf(told.world);
    const due = told.world.nextDue();
    outlook(told, 'contoso', EVERYTHING);
    expect(isUnchanged(before, momentOf(told.world))).toBe(true);
    expect(told.world.nextDue()).toEqual(due);
  });

  test('what cannot be bought has none', () => {
    const told = story({ at: '2021-01-31T10:00:00Z' });
    const lines = checkLines(told.world.state, told.customer('contoso'), [told.line('office')], undefined);
    const accepted = lines.flatMap((each) => (each.ok ? [each.value] : []));
    expect(accepted).toHaveLength(1);
    expect(outlookOf(told.world, 'contoso', accepted, 'dave')).toEqual([]);
  });
});
