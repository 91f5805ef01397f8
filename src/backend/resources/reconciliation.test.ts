import { expect, test } from 'vitest';
import { billingOf, type InvoiceLine } from '../../domain/billing/invoice';
import { addPeriod, parsePeriod } from '../../kernel/calendar';
import { findScenario } from '../scenarios';
import { playScenario } from '../start';
import { reconciliationRow } from './reconciliation';

/** The same line as if none of its term had been written before. */
function unseen(line: InvoiceLine): InvoiceLine {
  return { ...line, facts: { ...line.facts, term: { ...line.facts.term } } };
}

test.each(['fresh-partner', 'subscription-life', 'renewal-eve', 'indirect-provider'])(
  '%s: a row that takes over from the one before is what it would be on its own',
  (name) => {
    const scenario = findScenario(name);
    if (!scenario) throw new Error(name);
    const world = playScenario(scenario).world.fork();
    world.advanceTo(addPeriod(world.now, parsePeriod('P14M')!));
    // Licences more: several lines of one term.
    for (const { id, customerId, quantity, status } of world.state.subscriptions.values()) {
      if (status !== 'active' || quantity === null) continue;
      const changes = { quantity: quantity + 1 };
      world.run({ type: 'UpdateSubscription', customerId, subscriptionId: id, changes }, scenario.users[0]?.id ?? '');
    }
    const { invoices, unbilled } = billingOf(world.state, world.now);
    const lines = [...invoices, ...unbilled].flatMap((invoice) => invoice.lines);
    expect(lines.length).toBeGreaterThan(20);
    const { state } = world;
    expect(lines.map((line) => reconciliationRow(state, line, 'G1'))).toEqual(
      lines.map((line) => reconciliationRow(state, unseen(line), 'G1')),
    );
  },
);
