import { describe, expect, test } from 'vitest';
import { isMarket } from './markets';
import { MARKETS_WITHOUT_RESERVATIONS, sellsReservations } from './reservation-markets';

describe('markets without Azure reservations (S3-5)', () => {
  test('are 109 names and 106 countries', () => {
    expect(MARKETS_WITHOUT_RESERVATIONS).toHaveLength(109);
    expect(new Set(MARKETS_WITHOUT_RESERVATIONS.map((market) => market.en)).size).toBe(109);
    expect(new Set(MARKETS_WITHOUT_RESERVATIONS.map((market) => market.country)).size).toBe(106);
  });

  test('stand in three columns, A–Gi, Gr–Pal, Pap–Z (S3-6)', () => {
    const names = MARKETS_WITHOUT_RESERVATIONS.map((market) => market.en);
    expect([names[0], names[36]]).toEqual(['Aland Islands', 'Gibraltar']);
    expect([names[37], names[73]]).toEqual(['Greenland', 'Palau']);
    expect([names[74], names[108]]).toEqual(['Papua New Guinea', 'Yemen']);
  });

  test('have Swedish names', () => {
    const swedish = new Map(MARKETS_WITHOUT_RESERVATIONS.map((market) => [market.en, market.sv]));
    expect(swedish.get('Falkland Islands')).toBe('Falklandsöarna');
    expect(swedish.get('Benin')).toBe('Benin');
  });

  test('are places where a customer can be', () => {
    expect(MARKETS_WITHOUT_RESERVATIONS.filter((market) => !isMarket(market.country))).toEqual([]);
  });

  test.each(['NO', 'SE', 'US', 'BR', 'NL'])('%s is sold reservations', (country) => {
    expect(sellsReservations(country)).toBe(true);
  });

  test.each(['SJ', 'BQ', 'XK', 'AX', 'CN', 'YE'])('%s is not', (country) => {
    expect(sellsReservations(country)).toBe(false);
  });
});
