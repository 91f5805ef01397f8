/** Invoices and the lines between them: what stands, what gives what back, and in whose currency. */
import { describe, expect, test } from 'vitest';
import { moneyText } from '../../kernel/money';
import type { Charge } from './charge';
import { EUR } from '../testing/offers';
import { story, moment, type Story } from '../testing/story';
import { billedAmounts, billingOf, findInvoice } from './invoice';
import { conservationOf, relate, roundingKept } from './ledger';

function invoices(told: Story): string[] {
  return billingOf(told.world.state, told.world.now).invoices.map(
    ({ date, kind, lines, total }) => `${date} ${kind} ${lines.length} ${moneyText(total)} ${total.currency}`,
  );
}

describe('invoices', () => {
  test('licence-based on the billing date, the others on the first of the month, each from 00:00 UTC', () => {
    const told = story({ at: '2021-10-10T08:00:00Z', partner: { billingDay: 15 } });
    told.buy('adatum', 'office');
    told.buy('adatum', 'business', { quantity: 10 });
    told.go('2021-10-14T23:59:59.999Z');
    expect(invoices(told)).toEqual([]);
    told.go('2021-10-15');
    expect(invoices(told).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual(['2021-10-15 Recurring 1']);
    told.go('2021-11-01');
    expect(invoices(told).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual([
      '2021-10-15 Recurring 1',
      '2021-11-01 OneTime 1',
    ]);
  });

  test('an issued invoice holds the same lines for ever, under the same number', () => {
    const told = story({ at: '2021-10-10T08:00:00Z' });
    const id = told.buy('adatum', 'business', { quantity: 10 });
    told.go('2021-11-01');
    const [issued] = billingOf(told.world.state, told.world.now).invoices;
    told.go('2021-11-20T09:00:00Z');
    told.update(id, { quantity: 12 });
    told.go('2022-02-01');
    // The very same: what a screen keeps of it holds.
    expect(findInvoice(told.world.state, told.world.now, `OneTime-${issued?.id}`)).toBe(issued);
    const ids = billingOf(told.world.state, told.world.now).invoices.map((invoice) => invoice.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  test('read bit by bit they are what they are when read at once', () => {
    const told = story({ at: '2021-10-10T08:00:00Z' });
    const [one, other] = [told.buy('adatum', 'business', { quantity: 10 }), told.buy('contoso', 'office')];
    const atOnce = () => billingOf(told.world.fork().state, told.world.now);
    for (const [index, day] of ['2021-10-12', '2021-10-20', '2021-11-01', '2021-11-20', '2022-03-01'].entries()) {
      told.go(day);
      told.update(one, { quantity: 11 + index });
      told.update(other, { quantity: 2 + index });
      expect(billingOf(told.world.state, told.world.now)).toEqual(atOnce());
    }
  });

  test('nothing settled, no invoice', () => {
    const told = story({ at: '2021-10-10T08:00:00Z' });
    told.go('2022-02-01');
    expect(invoices(told)).toEqual([]);
  });

  test('another pricing currency: the price for these days times the rate, cut to cents, times the licences', () => {
    const told = story({ at: '2021-10-10T08:00:00Z' });
    const id = told.buy('northwind', 'business', { quantity: 7 });
    const [charge] = told.charges(id);
    told.go('2021-11-01');
    const [line] = billingOf(told.world.state, told.world.now).invoices[0]?.lines ?? [];
    const rate = Number(charge?.exchangeRate);
    const unit = Math.floor(((charge?.effectiveUnitPrice.micro ?? 0) / 10_000) * rate + 1e-9);
    expect(line?.subtotal).toEqual({ minor: unit * 7, currency: 'EUR' });
  });
});

describe('what gives what back', () => {
  test('a credit names the newest line of as many licences that holds its days', () => {
    const told = story('2021-06-18T10:00:00Z');
    const id = told.buy('adatum', 'business', { quantity: 10 });
    told.go('2021-06-20T09:00:00Z');
    told.update(id, { quantity: 12 });
    told.update(id, { quantity: 15 });
    expect(relate(told.charges(id)).relations).toEqual([
      { corrects: null, closes: false, correctedBy: [1] },
      { corrects: 0, closes: false, correctedBy: [] },
      { corrects: null, closes: false, correctedBy: [3] },
      { corrects: 2, closes: true, correctedBy: [] },
      { corrects: null, closes: false, correctedBy: [] },
    ]);
    expect(relate(told.charges(id)).standing).toEqual([
      { line: 0, startsOn: '2021-06-18', endsOn: '2021-06-19', quantity: 10 },
      { line: 4, startsOn: '2021-06-20', endsOn: '2021-07-17', quantity: 15 },
    ]);
  });

  test('a suspension leaves a gap, and nothing is ever charged twice', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2018-03-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    told.go('2018-03-11T09:00:00Z');
    told.update(id, { status: 'active' });
    expect(conservationOf(relate(told.charges(id)).standing, told.charges(id))).toEqual({
      span: { startsOn: '2018-01-13', endsOn: '2019-01-12' },
      gaps: [{ startsOn: '2018-03-01', endsOn: '2018-03-10', days: 10, line: 1 }],
      overlaps: [],
    });
    expect(moment('2018-03-11')).toBeLessThan(told.world.now);
  });

  test('what was given back whole, before and after what stands, is told with the line that gave it back', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    told.go('2018-03-01T09:00:00Z');
    told.update(id, { status: 'active' });
    told.go('2018-06-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(conservationOf(relate(told.charges(id)).standing, told.charges(id))).toEqual({
      span: { startsOn: '2018-01-13', endsOn: '2019-01-12' },
      gaps: [
        { startsOn: '2018-01-13', endsOn: '2018-02-28', days: 47, line: 1 },
        { startsOn: '2018-06-01', endsOn: '2019-01-12', days: 226, line: 3 },
      ],
      overlaps: [],
    });
  });

  test('twice the same days would be told', () => {
    const price = { unitPrice: { micro: 1 }, amount: { minor: 1 } };
    const days = { ...price, startsOn: '2021-10-01', endsOn: '2021-10-31', quantity: 1 } as const;
    const standing = [
      { ...days, line: 0 },
      { ...days, line: 1, startsOn: '2021-10-20', endsOn: '2021-11-19' },
    ] as unknown as Parameters<typeof conservationOf>[0];
    expect(conservationOf(standing, standing as unknown as Charge[]).overlaps).toEqual([
      { startsOn: '2021-10-20', endsOn: '2021-10-31', days: 12 },
    ]);
  });
});

describe('in another currency than the prices', () => {
  test('what gives back the last of a legacy line gives back what is left of it: no cent is made or lost', () => {
    for (const seats of [1, 3, 7, 11]) {
      const told = story({ at: '2018-01-13T10:00:00Z', partner: { billingDay: 15 } });
      const id = told.buy('contoso', 'office', { cycle: 'Annual', quantity: seats });
      told.go('2018-03-20T09:00:00Z');
      told.update(id, { status: 'suspended' });
      told.go('2018-03-27T09:00:00Z');
      told.update(id, { status: 'active' });
      told.update(id, { quantity: seats + 1 });
      told.go('2018-05-01');
      const lines = told.charges(id);
      const amounts = billedAmounts(lines, 'Recurring', EUR);
      const { relations } = relate(lines);
      for (const [line, amount] of amounts.entries()) {
        const credits = relations.flatMap(({ corrects, closes }, index) =>
          corrects === line ? [{ closes, minor: amounts[index]?.minor ?? 0 }] : [],
        );
        const left = credits.reduce((sum, { minor }) => sum + minor, amount.minor);
        if (credits.some(({ closes }) => closes)) expect(left).toBe(0);
        else if (credits.length > 0) expect(left).toBeGreaterThanOrEqual(0);
      }
      expect(relations.some(({ closes }) => closes)).toBe(true);
    }
  });
});

test('rounding that stands is told, rounding that was given back is not', () => {
  const told = story('2018-01-13T10:00:00Z');
  const id = told.buy('contoso', 'office', { cycle: 'Annual' });
  told.go('2018-02-01T09:00:00Z');
  told.update(id, { quantity: 2 });
  told.go('2018-02-13');
  const kept = () => roundingKept(told.charges(id), relate(told.charges(id)).relations);
  // ANN-3: 2.47 for 2.50, 89.96 for 91.00.
  expect(kept()).toBe(-107);
  told.go('2018-02-20T09:00:00Z');
  told.update(id, { quantity: 1 });
  told.go('2018-03-13');
  // 2.47 for 2.50, 19 days of two for 4.94 instead of 5.00, and 327 days for 42.51 instead of 43.00.
  expect(kept()).toBe(-3 - 6 - 49);
});
