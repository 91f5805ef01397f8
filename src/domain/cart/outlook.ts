import type { Charge } from '../billing/charge';
import { focusDue } from '../due';
import type { PartnerWorld } from '../partner';
import { endInstant, type Subscription } from '../subscriptions/subscription';
import { after } from '../../kernel/calendar';
import type { AcceptedLine } from './line';

/** What buying a line costs: found by buying it on a copy of the world and letting the copy's clock run. */
export interface Outlook {
  readonly subscription: Subscription;
  /** The first line of money; `null` where nothing is owed in advance. */
  readonly first: Charge | null;
  /** Every charge of the first paid term; `null` where there is no term with a price, or the offer is only a trial. */
  readonly term: readonly Charge[] | null;
}

/**
 * Buys the lines on a copy, plays the publisher's part where one is needed, and moves the copy to the end of each first
 * paid term. The real path, so the numbers on Review are the numbers that will be charged.
 */
export function outlookOf(
  world: PartnerWorld,
  customerId: string,
  lines: readonly AcceptedLine[],
  by: string,
): Outlook[] {
  // Add-ons are started after what the catalog sells.
  const order = lines.toSorted((one, other) => Number(one.base !== undefined) - Number(other.base !== undefined));
  const found = new Map(inOrder(world, customerId, order, by).map((outlook, index) => [order[index], outlook]));
  return lines.flatMap((line) => found.get(line) ?? []);
}

function inOrder(world: PartnerWorld, customerId: string, lines: readonly AcceptedLine[], by: string): Outlook[] {
  const copy = world.fork();
  const bought = copy.run({ type: 'PlaceOrder', customerId, lines: lines.map(({ line }) => line) }, by);
  if (!bought.ok) return [];
  const started = bought.value
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'SubscriptionStarted' ? [event.subscription] : []));
  const ids = started.map(({ id }) => id);
  focusDue(copy.state, new Set(ids));
  for (const { setUp } of started) {
    if (!setUp) continue;
    copy.run({ type: 'AssignLicenses', authorizationCode: setUp.authorizationCode }, by);
    copy.run({ type: 'ConfirmSetUp', authorizationCode: setUp.authorizationCode }, by);
  }
  const now = new Map(ids.map((id) => [id, copy.state.subscriptions.get(id)]));
  const charges = (id: string) => copy.state.charges.get(id) ?? [];
  const first = new Map(ids.map((id) => [id, charges(id)[0] ?? null]));
  const endsOn = new Map(ids.map((id) => [id, now.get(id)?.term.endsOn ?? null]));
  const trials = ids.flatMap((id, index) => {
    const { trial, category } = lines[index]?.offer ?? {};
    const trialEndsOn = endsOn.get(id);
    return trial && category !== 'Trial' && trialEndsOn ? [{ id, at: endInstant(trialEndsOn) }] : [];
  });
  // A paid term is read off when it begins: a longer trial beside it may let it pass.
  for (const { id, at } of trials.toSorted((one, other) => one.at - other.at)) {
    copy.advanceTo(at);
    endsOn.set(id, copy.state.subscriptions.get(id)?.term.endsOn ?? null);
  }
  const termEnds = ids.map((id) => endsOn.get(id) ?? null);
  const horizon = termEnds.flatMap((on) => (on ? [after(endInstant(on), -1)] : []));
  if (horizon.length > 0) copy.advanceTo(Math.max(copy.now, ...horizon) as typeof copy.now);
  return ids.flatMap((id, index): Outlook[] => {
    const subscription = now.get(id);
    const offer = lines[index]?.offer;
    if (!subscription || !offer) return [];
    const termEndsOn = termEnds[index];
    const counted = charges(id).filter((charge) => !termEndsOn || charge.startsOn <= termEndsOn);
    const priced = counted.length > 0 && offer.category !== 'Trial';
    return [{ subscription, first: first.get(id) ?? null, term: priced ? counted : null }];
  });
}
