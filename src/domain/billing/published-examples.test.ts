/**
 * Microsoft's published billing tables (billing-examples.md), to the cent, and other cases of the same rules. Nothing here is special to an example: the general rules must produce them.
 */
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../kernel/calendar';
import { story, type Story } from '../testing/story';

function settledAt(told: Story, id: string): string[] {
  return told.charges(id).map((charge) => formatInstant(charge.settledAt));
}

describe('legacy, billed annually', () => {
  function annual(): { told: Story; id: string } {
    const told = story('2018-01-13T10:00:00Z');
    return { told, id: told.buy('contoso', 'office', { cycle: 'Annual' }) };
  }

  test('ANN-1: a new subscription', () => {
    const { told, id } = annual();
    told.go('2019-01-12T23:59:59.999Z');
    expect(told.rows(id)).toEqual(['2018-01-13 – 2019-01-12  Prorate fees when purchase  48.00 × 1 = 48.00']);
  });

  test('ANN-2: a price quoted by the year is charged as quoted, and renews on its anniversary', () => {
    const told = story('2017-02-11T10:00:00Z');
    const id = told.buy('contoso', 'office-yearly', { cycle: 'Annual' });
    told.go('2018-02-11');
    expect(told.rows(id)).toEqual([
      '2017-02-11 – 2018-02-10  Prorate fees when purchase  211.20 × 1 = 211.20',
      '2018-02-11 – 2019-02-10  Prorate fee when renew  211.20 × 1 = 211.20',
    ]);
    expect(settledAt(told, id)).toEqual(['2017-02-11T10:00:00Z', '2018-02-11T00:00:00Z']);
  });

  test('ANN-2: a licence added between the anniversary day and the billing date splits at the next anniversary', () => {
    const told = story({ at: '2017-02-11T10:00:00Z', partner: { billingDay: 14 } });
    const id = told.buy('contoso', 'office-yearly', { cycle: 'Annual' });
    told.go('2017-02-12T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2017-03-10T23:59:59.999Z');
    expect(told.rows(id)).toHaveLength(1);
    told.go('2017-03-11');
    expect(told.rows(id).slice(1)).toEqual([
      '2017-02-11 – 2018-02-10  Cycle instance prorate  -211.20 × 1 = -211.20',
      '2017-02-11 – 2017-02-11  Cycle instance prorate  0.58 × 1 = 0.58',
      '2017-02-12 – 2017-03-10  Cycle instance prorate  15.62 × 2 = 31.25',
      '2017-03-11 – 2018-02-10  Cycle instance prorate  195.00 × 2 = 390.00',
    ]);
    expect(new Set(settledAt(told, id).slice(1))).toEqual(new Set(['2017-03-11T00:00:00Z']));
    told.go('2018-02-11');
    expect(told.rows(id).at(-1)).toBe('2018-02-11 – 2019-02-10  Prorate fee when renew  211.20 × 2 = 422.40');
  });

  test('ANN-3: a licence added after the billing date is not split', () => {
    const { told, id } = annual();
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-02-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cycle instance prorate  -48.00 × 1 = -48.00',
      '2018-01-13 – 2018-01-31  Cycle instance prorate  2.47 × 1 = 2.47',
      '2018-02-01 – 2019-01-12  Cycle instance prorate  44.98 × 2 = 89.96',
    ]);
    expect(new Set(settledAt(told, id).slice(1))).toEqual(new Set(['2018-02-13T00:00:00Z']));
  });

  test('several changes of one month are settled together, and back again is no change', () => {
    const { told, id } = annual();
    told.go('2018-02-20T09:00:00Z');
    told.update(id, { quantity: 4 });
    told.update(id, { quantity: 2 });
    told.go('2018-02-25T09:00:00Z');
    told.update(id, { quantity: 1 });
    told.go('2018-03-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cycle instance prorate  -48.00 × 1 = -48.00',
      // 38, 5 and 322 days at 0.13.
      '2018-01-13 – 2018-02-19  Cycle instance prorate  4.94 × 1 = 4.94',
      '2018-02-20 – 2018-02-24  Cycle instance prorate  0.65 × 2 = 1.30',
      '2018-02-25 – 2019-01-12  Cycle instance prorate  41.86 × 1 = 41.86',
    ]);
    told.go('2018-04-01T09:00:00Z');
    told.update(id, { quantity: 9 });
    told.update(id, { quantity: 1 });
    told.go('2018-04-13');
    expect(told.rows(id)).toHaveLength(5);
    expect(told.subscription(id).unsettled).toEqual([]);
  });

  test('a second change gives back the lines of the first', () => {
    const { told, id } = annual();
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-05-01T09:00:00Z');
    told.update(id, { quantity: 3 });
    told.go('2018-05-13');
    expect(told.rows(id).slice(4)).toEqual([
      '2018-01-13 – 2018-01-31  Cycle instance prorate  -2.47 × 1 = -2.47',
      '2018-02-01 – 2019-01-12  Cycle instance prorate  -44.98 × 2 = -89.96',
      '2018-01-13 – 2018-01-31  Cycle instance prorate  2.47 × 1 = 2.47',
      '2018-02-01 – 2018-04-30  Cycle instance prorate  11.57 × 2 = 23.14',
      '2018-05-01 – 2019-01-12  Cycle instance prorate  33.41 × 3 = 100.23',
    ]);
  });

  test('changed on the day of the purchase, which lies before the billing date, it is split like ANN-2', () => {
    const { told, id } = annual();
    told.update(id, { quantity: 3 });
    told.go('2018-02-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cycle instance prorate  -48.00 × 1 = -48.00',
      '2018-01-13 – 2018-02-12  Cycle instance prorate  4.03 × 3 = 12.09',
      '2018-02-13 – 2019-01-12  Cycle instance prorate  43.42 × 3 = 130.26',
    ]);
  });

  test('where the anniversary is the billing date nothing lies between them: no split, and a whole year is whole', () => {
    const told = story({ at: '2018-01-15T10:00:00Z', partner: { billingDay: 15 } });
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.update(id, { quantity: 3 });
    told.go('2018-02-15T10:00:00Z');
    told.update(id, { quantity: 4 });
    told.go('2018-03-15');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-15 – 2019-01-14  Cycle instance prorate  -48.00 × 1 = -48.00',
      '2018-01-15 – 2019-01-14  Cycle instance prorate  48.00 × 3 = 144.00',
      '2018-01-15 – 2019-01-14  Cycle instance prorate  -48.00 × 3 = -144.00',
      '2018-01-15 – 2018-02-14  Cycle instance prorate  4.03 × 3 = 12.09',
      '2018-02-15 – 2019-01-14  Cycle instance prorate  43.42 × 4 = 173.68',
    ]);
  });

  test.each([
    // The anniversary is the 11th, the billing date the 14th: between them, the billing date itself left out.
    ['2017-05-10', 1],
    ['2017-05-11', 2],
    ['2017-05-13', 2],
    ['2017-05-14', 1],
    ['2017-05-20', 1],
  ])('changed on %s: %i lines for the new number', (on, lines) => {
    const told = story({ at: '2017-02-11T10:00:00Z', partner: { billingDay: 14 } });
    const id = told.buy('contoso', 'office-yearly', { cycle: 'Annual' });
    told.go(`${on}T23:59:59.999Z`);
    told.update(id, { quantity: 2 });
    told.go('2017-06-11');
    const anew = told.charges(id).filter(({ quantity }) => quantity === 2);
    expect(anew).toHaveLength(lines);
    expect(anew[0]?.startsOn).toBe(on);
    expect(anew[1]?.startsOn).toBe(lines === 2 ? '2017-06-11' : undefined);
    expect(anew.at(-1)?.endsOn).toBe('2018-02-10');
  });

  test('changed in its last month, the old year is settled first and the next begins with the new number', () => {
    const { told, id } = annual();
    told.go('2018-12-20T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2019-01-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cycle instance prorate  -48.00 × 1 = -48.00',
      '2018-01-13 – 2018-12-19  Cycle instance prorate  44.33 × 1 = 44.33',
      '2018-12-20 – 2019-01-12  Cycle instance prorate  3.12 × 2 = 6.24',
      '2019-01-13 – 2020-01-12  Prorate fee when renew  48.00 × 2 = 96.00',
    ]);
    expect(new Set(settledAt(told, id).slice(1))).toEqual(new Set(['2019-01-13T00:00:00Z']));
  });

  test('a leap year has a day more: 47 and 319 at 0.13', () => {
    const told = story('2020-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2020-02-29T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2020-03-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2020-01-13 – 2021-01-12  Cycle instance prorate  -48.00 × 1 = -48.00',
      '2020-01-13 – 2020-02-28  Cycle instance prorate  6.11 × 1 = 6.11',
      '2020-02-29 – 2021-01-12  Cycle instance prorate  41.47 × 2 = 82.94',
    ]);
  });

  test('a year with fewer licences is settled the same way', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual', quantity: 5 });
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-02-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cycle instance prorate  -48.00 × 5 = -240.00',
      '2018-01-13 – 2018-01-31  Cycle instance prorate  2.47 × 5 = 12.35',
      '2018-02-01 – 2019-01-12  Cycle instance prorate  44.98 × 2 = 89.96',
    ]);
  });

  test('suspended before a change is settled, it is settled first', () => {
    const { told, id } = annual();
    told.go('2018-03-20T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-04-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cycle instance prorate  -48.00 × 1 = -48.00',
      '2018-01-13 – 2018-03-19  Cycle instance prorate  8.58 × 1 = 8.58',
      '2018-03-20 – 2019-01-12  Cycle instance prorate  38.87 × 2 = 77.74',
      '2018-04-01 – 2019-01-12  Cancel fee  -37.31 × 2 = -74.62',
    ]);
  });

  test('ANN-4: suspended before 30 days, everything is credited', () => {
    const { told, id } = annual();
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(told.rows(id).slice(1)).toEqual(['2018-01-13 – 2019-01-12  Cancel fee  -48.00 × 1 = -48.00']);
  });

  test('ANN-5: suspended after 30 days, the rest is credited day by day', () => {
    const { told, id } = annual();
    told.go('2018-03-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(told.rows(id).slice(1)).toEqual(['2018-03-01 – 2019-01-12  Cancel fee  -41.34 × 1 = -41.34']);
  });

  test('ANN-6: reactivated, it is charged from that day to its original end', () => {
    const { told, id } = annual();
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { status: 'suspended' });
    told.go('2018-03-01T09:00:00Z');
    told.update(id, { status: 'active' });
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Cancel fee  -48.00 × 1 = -48.00',
      '2018-03-01 – 2019-01-12  Prorate fees when purchase  41.34 × 1 = 41.34',
    ]);
    expect(told.subscription(id).term.endsOn).toBe('2019-01-12');
  });
});

describe('legacy, billed monthly', () => {
  test('MON-1: a new subscription', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-15');
    expect(told.rows(id)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 1 = 4.00',
      '2018-02-13 – 2018-03-12  Cycle fee  4.00 × 1 = 4.00',
    ]);
  });

  test('MON-2: a changed month is settled with the next, which goes by the same name', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-03-13');
    expect(told.rows(id)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 1 = 4.00',
      '2018-01-13 – 2018-02-12  Cycle instance prorate  -4.00 × 1 = -4.00',
      '2018-01-13 – 2018-01-31  Cycle instance prorate  2.45 × 1 = 2.45',
      '2018-02-01 – 2018-02-12  Cycle instance prorate  1.55 × 2 = 3.10',
      '2018-02-13 – 2018-03-12  Cycle instance prorate  4.00 × 2 = 8.00',
      '2018-03-13 – 2018-04-12  Cycle fee  4.00 × 2 = 8.00',
    ]);
  });

  test('a month with fewer licences is settled the same way', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly', quantity: 3 });
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { quantity: 1 });
    told.go('2018-02-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle instance prorate  -4.00 × 3 = -12.00',
      '2018-01-13 – 2018-01-31  Cycle instance prorate  2.45 × 3 = 7.35',
      '2018-02-01 – 2018-02-12  Cycle instance prorate  1.55 × 1 = 1.55',
      '2018-02-13 – 2018-03-12  Cycle instance prorate  4.00 × 1 = 4.00',
    ]);
  });

  test('bought on 31 January: the short month, changed on its last day, and the whole one after it', () => {
    const told = story('2018-01-31T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-27T09:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-03-31');
    // 4 / 28 = 0.143 a day, 27 days and one.
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-31 – 2018-02-27  Cycle instance prorate  -4.00 × 1 = -4.00',
      '2018-01-31 – 2018-02-26  Cycle instance prorate  3.86 × 1 = 3.86',
      '2018-02-27 – 2018-02-27  Cycle instance prorate  0.14 × 2 = 0.28',
      '2018-02-28 – 2018-03-30  Cycle instance prorate  4.00 × 2 = 8.00',
      '2018-03-31 – 2018-04-29  Cycle fee  4.00 × 2 = 8.00',
    ]);
  });

  test('changed on its anniversary: the month that has begun is charged anew whole', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-13T00:00:00Z');
    told.update(id, { quantity: 3 });
    told.go('2018-03-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-02-13 – 2018-03-12  Cycle fee  4.00 × 1 = 4.00',
      '2018-02-13 – 2018-03-12  Cycle instance prorate  -4.00 × 1 = -4.00',
      '2018-02-13 – 2018-03-12  Cycle instance prorate  4.00 × 3 = 12.00',
      '2018-03-13 – 2018-04-12  Cycle instance prorate  4.00 × 3 = 12.00',
    ]);
  });

  test('the same day back again is no change, and the next month keeps its name', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { quantity: 8 });
    told.update(id, { quantity: 1 });
    told.go('2018-02-13');
    expect(told.rows(id)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 1 = 4.00',
      '2018-02-13 – 2018-03-12  Cycle fee  4.00 × 1 = 4.00',
    ]);
  });

  test('reactivated and changed in the same month: only what stands charged is charged anew', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-01-20T09:00:00Z');
    told.update(id, { status: 'suspended' });
    told.go('2018-02-01T09:00:00Z');
    told.update(id, { status: 'active', quantity: 2 });
    told.go('2018-02-13');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2018-02-12  Cancel fee  -4.00 × 1 = -4.00',
      '2018-02-01 – 2018-02-12  Prorate fees when purchase  1.55 × 1 = 1.55',
      '2018-02-01 – 2018-02-12  Cycle instance prorate  -1.55 × 1 = -1.55',
      '2018-02-01 – 2018-02-12  Cycle instance prorate  1.55 × 2 = 3.10',
      '2018-02-13 – 2018-03-12  Cycle instance prorate  4.00 × 2 = 8.00',
    ]);
  });

  test('it renews as a cycle like any other (decisions 31)', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly', quantity: 3 });
    told.go('2019-01-13');
    expect(told.rows(id)).toHaveLength(13);
    expect(told.rows(id).at(-1)).toBe('2019-01-13 – 2019-02-12  Cycle fee  4.00 × 3 = 12.00');
    expect(told.subscription(id).term).toMatchObject({ startsOn: '2019-01-13', endsOn: '2020-01-12' });
  });
});

test('SAAS-1: a free trial becomes paid at its end', () => {
  const told = story('2019-06-10T12:00:00Z');
  const id = told.buy('contoso', 'saas-trial');
  told.go('2019-07-10');
  expect(told.rows(id)).toEqual([
    '2019-06-10 – 2019-07-09  new  0.00 × 1 = 0.00',
    '2019-07-10 – 2019-08-09  renew  2.00 × 1 = 2.00',
  ]);
});

describe('the marketplace', () => {
  test('licences added and taken away in the middle of a month, day by day', () => {
    const told = story('2019-06-10T12:00:00Z');
    const id = told.buy('contoso', 'saas-ready', { term: 'P1M', quantity: 2 });
    told.go('2019-06-20T12:00:00Z');
    told.update(id, { quantity: 5 });
    told.go('2019-06-30T12:00:00Z');
    told.update(id, { quantity: 1 });
    told.go('2019-07-10');
    // 3.00 for 30 days: 0.10 a day, 20 days and 10.
    expect(told.rows(id)).toEqual([
      '2019-06-10 – 2019-07-09  new  3.00 × 2 = 6.00',
      '2019-06-20 – 2019-07-09  addQuantity  -2.00 × 2 = -4.00',
      '2019-06-20 – 2019-07-09  addQuantity  2.00 × 5 = 10.00',
      '2019-06-30 – 2019-07-09  removeQuantity  -1.00 × 5 = -5.00',
      '2019-06-30 – 2019-07-09  removeQuantity  1.00 × 1 = 1.00',
      '2019-07-10 – 2019-08-09  renew  3.00 × 1 = 3.00',
    ]);
    expect(settledAt(told, id).slice(1, 5)).toEqual([
      '2019-06-20T12:00:00Z',
      '2019-06-20T12:00:00Z',
      '2019-06-30T12:00:00Z',
      '2019-06-30T12:00:00Z',
    ]);
  });
});

describe('new commerce', () => {
  test('NCE-1: a monthly term, bought and renewed', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-07-18');
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2021-07-17  new  10.08 × 10 = 100.80',
      '2021-07-18 – 2021-08-17  renew  10.08 × 10 = 100.80',
    ]);
  });

  test('NCE-2: an annual term, billed monthly', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.go('2021-07-18');
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2021-07-17  new  10.08 × 10 = 100.80',
      '2021-07-18 – 2021-08-17  cycleCharge  10.08 × 10 = 100.80',
    ]);
  });

  test('NCE-4: two licences added, then four taken away', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-06-20T10:00:00Z');
    told.update(id, { quantity: 12 });
    // Two of the twelve came mid-term; only the ten of the purchase can go.
    told.update(id, { quantity: 8 });
    expect(told.rows(id).slice(1)).toEqual([
      '2021-06-20 – 2021-07-17  addQuantity  -9.408 × 10 = -94.08',
      '2021-06-20 – 2021-07-17  addQuantity  9.408 × 12 = 112.89',
      '2021-06-20 – 2021-07-17  removeQuantity  -9.408 × 12 = -112.89',
      '2021-06-20 – 2021-07-17  removeQuantity  9.408 × 8 = 75.26',
    ]);
    told.go('2021-07-18');
    expect(told.rows(id).at(-1)).toBe('2021-07-18 – 2021-08-17  renew  10.08 × 8 = 80.64');
  });

  test('NCE-6: cancelled after two days', () => {
    const told = story('2021-07-15T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-07-17T09:00:00Z');
    told.update(id, { status: 'deleted' });
    expect(told.rows(id).slice(1)).toEqual(['2021-07-17 – 2021-08-14  cancelImmediate  -9.42 × 10 = -94.20']);
  });

  test('cancelled within a day, everything comes back, whatever was added meanwhile', () => {
    const told = story('2021-07-15T20:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-07-16T10:00:00Z');
    told.update(id, { quantity: 12 });
    told.go('2021-07-16T19:59:59.999Z');
    told.update(id, { status: 'deleted' });
    const total = told.charges(id).reduce((sum, { amount }) => sum + amount.minor, 0);
    expect(total).toBe(0);
  });

  test('three years, billed by the month, by the year, at once', () => {
    const told = story('2021-06-18T09:00:00Z');
    const cycles = (['Monthly', 'Annual', 'Triennial'] as const).map((cycle) =>
      told.buy('adatum', 'business', { term: 'P3Y', cycle, quantity: 2 }),
    );
    told.go('2024-06-18');
    const [byMonth = '', byYear = '', atOnce = ''] = cycles;
    expect(told.rows(byMonth)).toHaveLength(37);
    expect(told.rows(byMonth).slice(34)).toEqual([
      '2024-04-18 – 2024-05-17  cycleCharge  10.08 × 2 = 20.16',
      '2024-05-18 – 2024-06-17  cycleCharge  10.08 × 2 = 20.16',
      '2024-06-18 – 2024-07-17  renew  10.08 × 2 = 20.16',
    ]);
    expect(told.rows(byYear)).toEqual([
      '2021-06-18 – 2022-06-17  new  120.96 × 2 = 241.92',
      '2022-06-18 – 2023-06-17  cycleCharge  120.96 × 2 = 241.92',
      '2023-06-18 – 2024-06-17  cycleCharge  120.96 × 2 = 241.92',
      '2024-06-18 – 2025-06-17  renew  120.96 × 2 = 241.92',
    ]);
    expect(told.rows(atOnce)).toEqual([
      '2021-06-18 – 2024-06-17  new  362.88 × 2 = 725.76',
      '2024-06-18 – 2027-06-17  renew  362.88 × 2 = 725.76',
    ]);
  });
});

describe('cycle dates: counted from the original start day, never from the last end', () => {
  test.each([
    ['2021-01-31', '2021-02-27', '2021-03-30', '2021-04-29'],
    ['2021-02-28', '2021-03-27', '2021-04-27', '2021-05-27'],
    ['2021-05-31', '2021-06-29', '2021-07-30', '2021-08-30'],
    ['2021-06-30', '2021-07-29', '2021-08-29', '2021-09-29'],
    ['2021-07-31', '2021-08-30', '2021-09-29', '2021-10-30'],
    ['2021-10-31', '2021-11-29', '2021-12-30', '2022-01-30'],
    ['2020-02-29', '2020-03-28', '2020-04-28', '2020-05-28'],
    ['2020-01-30', '2020-02-28', '2020-03-29', '2020-04-29'],
    ['2021-12-01', '2021-12-31', '2022-01-31', '2022-02-28'],
  ])('a monthly term bought on %s ends on %s, %s, %s', (day, ...ends) => {
    const told = story(`${day}T23:59:59.999Z`);
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    for (const end of ends) {
      told.go(end);
      expect(told.subscription(id).term.endsOn).toBe(end);
      told.go(`${end}T23:59:59.999Z`);
      expect(told.subscription(id).term.endsOn).toBe(end);
    }
    expect(told.charges(id).map(({ endsOn }) => endsOn)).toEqual(ends);
  });

  test('ten years of monthly renewals from 31 January keep their day', () => {
    const told = story('2021-01-31T08:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.go('2031-01-31');
    const starts = told.charges(id).map(({ startsOn }) => startsOn);
    expect(starts).toHaveLength(121);
    expect(starts.filter((on) => on.slice(5, 7) === '01').map((on) => on.slice(8))).toEqual(Array(11).fill('31'));
    expect(starts.filter((on) => on.slice(5, 7) === '02')).toEqual(
      [21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map((year) => `20${year}-02-${year % 4 === 0 ? 29 : 28}`),
    );
    expect(starts.filter((on) => on.slice(5, 7) === '04').map((on) => on.slice(8))).toEqual(Array(10).fill('30'));
    expect(told.subscription(id).term).toMatchObject({ startsOn: '2031-01-31', endsOn: '2031-02-27', fromMonth: 120 });
  });

  test('ten years of annual renewals from 29 February: the 28th, and the 29th where there is one', () => {
    const told = story('2020-02-29T08:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2030-03-01');
    expect(told.charges(id).map(({ startsOn }) => startsOn)).toEqual([
      '2020-02-29',
      '2021-02-28',
      '2022-02-28',
      '2023-02-28',
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
    ]);
  });

  test('the months of an annual term follow the same anchor', () => {
    const told = story('2021-01-31T08:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' });
    told.go('2022-02-28');
    const rows = told.charges(id).map(({ chargeType, startsOn, endsOn }) => `${chargeType} ${startsOn} ${endsOn}`);
    expect(rows.slice(0, 3)).toEqual([
      'new 2021-01-31 2021-02-27',
      'cycleCharge 2021-02-28 2021-03-30',
      'cycleCharge 2021-03-31 2021-04-29',
    ]);
    expect(rows.slice(11)).toEqual([
      'cycleCharge 2021-12-31 2022-01-30',
      'renew 2022-01-31 2022-02-27',
      'cycleCharge 2022-02-28 2022-03-30',
    ]);
  });
});

describe('currency', () => {
  test('a customer pays in the currency of its market; the charge records the rate to the partner’s (decisions 33)', () => {
    const told = story('2021-06-18T09:00:00Z');
    const dollars = told.buy('contoso', 'office');
    const euros = told.buy('adatum', 'office');
    const kronor = told.buy('northwind', 'office');
    const facts = [dollars, euros, kronor].map((id) => {
      const [charge] = told.charges(id);
      return [charge?.amount, charge?.exchangeRate];
    });
    expect(facts).toEqual([
      [{ minor: 400, currency: 'USD' }, '0.82'],
      [{ minor: 336, currency: 'EUR' }, '1'],
      [{ minor: 3_456, currency: 'SEK' }, '0.098'],
    ]);
  });
});
