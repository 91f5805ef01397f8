/** What holds of invoices in every world: random histories, as in `histories.test.ts`. */
import { describe, expect } from 'vitest';
import { dateOf } from '../../kernel/calendar';
import type { State } from '../state';
import { COUNT, holds, playOf, SEED } from '../testing/holds';
import { Story } from '../testing/story';
import { billedAmounts, billingOf, invoiceKindOf, type Invoice } from './invoice';
import { roundingOf, type Charge } from './charge';
import { conservationOf, isCredit, relate, roundingKept } from './ledger';

/** Rates in two of the markets, one of them with software that is priced with tax. */
const taxed = (state: State): State => ({
  ...state,
  taxRates: new Map([
    ['DE', '0.19'],
    ['US', '0.0825'],
  ]),
});

const all = ({ invoices, unbilled }: ReturnType<typeof billingOf>): readonly Invoice[] => [...invoices, ...unbilled];

const isCut = (charge: Charge | undefined, startsOn: string, endsOn: string): boolean =>
  charge?.startsOn !== startsOn || charge.endsOn !== endsOn;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);

describe(`${COUNT} random histories (seed ${SEED})`, () => {
  holds('put every settled line on exactly one invoice, whose totals are the sums of its lines', (history) => {
    const { world } = playOf(history).told;
    const state = taxed(world.state);
    const found = all(billingOf(state, world.now));
    const places = found.flatMap(({ lines }) =>
      lines.map(({ subscriptionId, position }) => `${subscriptionId} ${position}`),
    );
    const settled = [...state.charges].flatMap(([id, charges]) => charges.map((_, position) => `${id} ${position}`));
    expect(places.toSorted()).toEqual(settled.toSorted());
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const { kind, lines, startsOn, endsOn, subtotal, tax, total, currency } of found) {
      expect(subtotal).toEqual({ minor: sum(lines.map((line) => line.subtotal.minor)), currency });
      expect(tax).toEqual({ minor: sum(lines.map((line) => line.tax.minor)), currency });
      expect(total.minor).toBe(subtotal.minor + tax.minor);
      for (const { charge, subscriptionId } of lines) {
        const on = dateOf(charge.settledAt);
        expect(startsOn <= on && on <= endsOn).toBe(true);
        expect(invoiceKindOf(state.subscriptions.get(subscriptionId)?.commerce ?? 'legacy')).toBe(kind);
      }
    }
  });

  holds('leave an issued invoice as it is, whatever happens afterwards', (history, [cut = 0]) => {
    const { told, played } = playOf(history);
    const step = played[Math.floor(cut * played.length)];
    if (!step) return;
    const then = new Story(history.start);
    then.world.replay(told.world.records.slice(then.world.records.length, step.before.records));
    then.world.setNow(step.before.now);
    const { invoices } = billingOf(then.world.state, then.world.now);
    const later = billingOf(told.world.state, told.world.now).invoices;
    for (const invoice of invoices) expect(later.find(({ id }) => id === invoice.id)).toEqual(invoice);
  });

  holds('never give back more of a line than it was, in the partner’s currency either', (history) => {
    const { state } = playOf(history).told.world;
    for (const [id, charges] of state.charges) {
      const kind = invoiceKindOf(state.subscriptions.get(id)?.commerce ?? 'legacy');
      const amounts = billedAmounts(charges, kind, state.partner.currency).map(({ minor }) => minor);
      const { relations } = relate(charges);
      for (const [line, charge] of charges.entries()) {
        const { corrects } = relations[line] ?? { corrects: null };
        // What is given back was charged: every credit names its line.
        if (isCredit(charge)) expect(corrects).not.toBeNull();
      }
      for (const [line, { correctedBy }] of relations.entries()) {
        if (correctedBy.length === 0) continue;
        const left = sum([amounts[line] ?? 0, ...correctedBy.map((credit) => amounts[credit] ?? 0)]);
        expect(left).toBeGreaterThanOrEqual(0);
        const isClosed = correctedBy.some((credit) => relations[credit]?.closes);
        if (isClosed && kind === 'Recurring') expect(left).toBe(0);
      }
    }
  });

  holds(
    'tell the rounding that stands: charges less credits are the exact price of the standing days and it',
    (history) => {
      const { state } = playOf(history).told.world;
      for (const charges of state.charges.values()) {
        const { relations, standing } = relate(charges);
        const left = sum(charges.map(({ amount }) => amount.minor));
        // A line that stands whole is exact but for its own rounding; what was cut has a rounding of its own.
        if (standing.some(({ line, startsOn, endsOn }) => isCut(charges[line], startsOn, endsOn))) continue;
        const exact = sum(standing.map(({ line }) => charges[line]?.amount.minor ?? 0));
        const own = sum(standing.map(({ line }) => roundingOf(charges[line] as Charge).difference.minor));
        expect(left - exact).toBe(roundingKept(charges, relations) - own);
      }
    },
  );

  holds('charge no day twice, and leave out only days that were given back', (history) => {
    const { state } = playOf(history).told.world;
    for (const charges of state.charges.values()) {
      const { gaps, overlaps } = conservationOf(relate(charges).standing, charges);
      expect(overlaps).toEqual([]);
      for (const { line } of gaps) expect(line).not.toBeNull();
    }
  });
});
