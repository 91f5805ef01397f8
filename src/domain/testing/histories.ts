/**
 * Random histories: what people may try at arbitrary moments, right and wrong, between arbitrary moves of the clock. A
 * history names things by number, so that it makes sense in every world; `play` carries it out.
 */
import fc from 'fast-check';
import { DAY, HOUR, instant, type Instant } from '../../kernel/calendar';
import type { Result } from '../../kernel/result';
import type { PurchaseLine } from '../cart/cart';
import { quantityRange } from '../cart/line';
import { catalogItemIdOf, type BillingCycle, type Offer, type TermDuration } from '../catalog/offer';
import type { Command, SubscriptionChanges } from '../commands';
import { partnerBehaviour, type PartnerWorld } from '../partner';
import type { Refusal } from '../refusals';
import { emptyState } from '../state';
import { legacyTargets } from '../subscriptions/legacy-changes';
import { unchangedTermOf } from '../subscriptions/schedule';
import type { NextTerm, Subscription } from '../subscriptions/subscription';
import { upgradeTargets } from '../subscriptions/upgrade';
import { World } from '../world';
import { stateFacts } from './facts';
import { OFFERS } from './offers';
import { CUSTOMERS, settingOf, Story, USERS, type PartnerRecord, type StoryStart } from './story';

interface LineChoice {
  readonly offer: number;
  readonly term: number;
  readonly quantity: 'least' | 'most' | 'few' | 'tooFew' | 'tooMany';
  readonly renewsToYear: boolean;
}

export type Step =
  | { readonly kind: 'go'; readonly by: number }
  /** To the next due instant, or a millisecond beside it. */
  | { readonly kind: 'goToDue'; readonly offset: number }
  | { readonly kind: 'order'; readonly user: number; readonly customer: number; readonly lines: readonly LineChoice[] }
  | {
      readonly kind: 'saveCart';
      readonly user: number;
      readonly customer: number;
      readonly cart: number | null;
      readonly lines: readonly LineChoice[];
    }
  | { readonly kind: 'checkOut'; readonly user: number; readonly customer: number; readonly cart: number }
  | {
      readonly kind: 'update';
      readonly user: number;
      readonly subscription: number;
      readonly changes: SubscriptionChanges;
    }
  | {
      readonly kind: 'quantity';
      readonly user: number;
      readonly subscription: number;
      /** One of the two newest: windows are short. */
      readonly recent: boolean;
      readonly to: QuantityChoice;
    }
  | {
      readonly kind: 'addOn';
      readonly user: number;
      readonly base: number;
      readonly offer: string;
      readonly few: boolean;
    }
  | {
      readonly kind: 'convert';
      readonly user: number;
      readonly subscription: number;
      readonly quantity: number;
      readonly billingCycle: BillingCycle;
    }
  | {
      readonly kind: 'support';
      readonly user: number;
      readonly subscription: number;
      readonly recent: boolean;
      readonly by: number;
    }
  | {
      readonly kind: 'request';
      readonly user: number;
      readonly request: number;
      readonly status: 'open' | 'closed' | null;
      readonly note: boolean;
    }
  | { readonly kind: 'contact'; readonly user: number; readonly subscription: number; readonly reseller: boolean }
  | { readonly kind: 'publisher'; readonly subscription: number; readonly assign: boolean }
  | {
      readonly kind: 'schedule';
      readonly user: number;
      readonly subscription: number;
      readonly next: TermChoice | null;
      /** In the same PATCH. */
      readonly with: SubscriptionChanges;
    }
  | {
      readonly kind: 'frequency';
      readonly user: number;
      readonly subscription: number;
      readonly billingCycle: BillingCycle;
    }
  | {
      readonly kind: 'term';
      readonly user: number;
      readonly subscription: number;
      readonly duration: TermDuration;
      readonly billingCycle: BillingCycle;
    }
  | {
      readonly kind: 'upgrade';
      readonly user: number;
      readonly subscription: number;
      readonly to: TermChoice;
      /** Into one that the customer has. */
      readonly existing: number | null;
      /** In a term of the target's instead of the source's. */
      readonly inTerm: boolean;
    }
  | { readonly kind: 'upgradeLegacy'; readonly user: number; readonly subscription: number; readonly target: number }
  | {
      readonly kind: 'billOrder';
      readonly user: number;
      readonly subscription: number;
      readonly billingCycle: BillingCycle;
    }
  | { readonly kind: 'cancelSoftware'; readonly user: number; readonly subscription: number }
  | { readonly kind: 'createCustomer'; readonly user: number; readonly name: string; readonly country: string };

/** A term of what a subscription is or can become, by number: 0 = the SKU that it would have anyway. */
export interface TermChoice {
  readonly sku: number;
  readonly term: number;
  readonly quantity: QuantityChoice | 'same';
}

/** Seen from what it has now, or from what the offer allows. */
export type QuantityChoice = 'none' | 'one' | 'oneFewer' | 'oneMore' | 'threeMore' | 'half' | 'most' | 'tooMany';

export interface History {
  readonly start: StoryStart;
  readonly steps: readonly Step[];
}

const anyone = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(USERS.length - 1) });
const someCustomer = fc.oneof(
  { weight: 6, arbitrary: fc.nat(1) },
  { weight: 1, arbitrary: fc.nat(CUSTOMERS.length - 1) },
);
/** Taken modulo what there is: small numbers meet the same thing again and again. */
const someThing = fc.nat(11);

/** Bought again and again, so that limits, trials and suspended subscriptions get in each other's way. */
const FAVOURITES = [
  'office',
  'office-yearly',
  'single',
  'business',
  'business',
  'business-trial',
  'e1',
  'five-or-more',
  'pair',
  'pair',
  'pair',
  'pair-trial',
  'saas',
  'saas-trial',
].map((wanted) => OFFERS.findIndex(({ key }) => key === wanted));

const line: fc.Arbitrary<LineChoice> = fc.record({
  offer: fc.oneof(fc.nat(OFFERS.length - 1), fc.constantFrom(...FAVOURITES)),
  term: fc.nat(6),
  quantity: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('least', 'few', 'most') },
    { weight: 1, arbitrary: fc.constantFrom('tooFew', 'tooMany') },
  ),
  renewsToYear: fc.boolean(),
});
const lines = fc.array(line, { minLength: 1, maxLength: 3 });

const changes: fc.Arbitrary<SubscriptionChanges> = fc.oneof(
  fc.constantFrom<SubscriptionChanges>({ status: 'suspended' }, { status: 'active' }, { autoRenew: false }),
  fc.record(
    {
      friendlyName: fc.constantFrom('One', 'Two'),
      autoRenew: fc.boolean(),
      status: fc.constantFrom('active', 'suspended', 'deleted'),
      quantity: fc.integer({ min: 1, max: 12 }),
      resellerMpnId: fc.constantFrom('7000001', '9999999', null),
    },
    { requiredKeys: [] },
  ),
);

const termChoice: fc.Arbitrary<TermChoice> = fc.record({
  sku: fc.nat(4),
  term: fc.nat(6),
  quantity: fc.oneof(
    { weight: 3, arbitrary: fc.constant('same') },
    {
      weight: 5,
      arbitrary: fc.constantFrom('none', 'one', 'oneFewer', 'oneMore', 'threeMore', 'half', 'most', 'tooMany'),
    },
  ),
});
const billingCycles = fc.constantFrom<BillingCycle>('Monthly', 'Annual', 'Monthly', 'Annual', 'Triennial');

const planning: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('schedule'),
      user: anyone,
      subscription: someThing,
      next: fc.option(termChoice),
      with: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: changes }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('frequency'),
      user: anyone,
      subscription: someThing,
      billingCycle: billingCycles,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('term'),
      user: anyone,
      subscription: someThing,
      duration: fc.constantFrom('P1M', 'P1Y', 'P3Y'),
      billingCycle: billingCycles,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('upgrade'),
      user: anyone,
      subscription: someThing,
      to: termChoice,
      existing: fc.option(fc.nat(5)),
      inTerm: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('upgradeLegacy'),
      user: anyone,
      subscription: someThing,
      target: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('billOrder'),
      user: anyone,
      subscription: someThing,
      billingCycle: billingCycles,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancelSoftware'), user: anyone, subscription: someThing }),
  },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 18, arbitrary: planning },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('go'),
      by: fc.oneof(fc.nat(2 * HOUR), fc.nat(10 * DAY), fc.nat(60 * DAY), fc.nat(500 * DAY)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('goToDue'), offset: fc.constantFrom(-1, 0, 0, 1) }) },
  { weight: 11, arbitrary: fc.record({ kind: fc.constant('order'), user: anyone, customer: someCustomer, lines }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('saveCart'),
      user: anyone,
      customer: someCustomer,
      cart: fc.option(fc.nat(2)),
      lines: fc.array(line, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('checkOut'), user: anyone, customer: someCustomer, cart: fc.nat(2) }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('update'), user: anyone, subscription: someThing, changes }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('quantity'),
      user: anyone,
      subscription: someThing,
      recent: fc.boolean(),
      to: fc.constantFrom('none', 'one', 'oneFewer', 'oneMore', 'threeMore', 'half', 'most', 'tooMany'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('addOn'),
      user: anyone,
      base: someThing,
      offer: fc.constantFrom('office-addon', 'office-addon', 'office'),
      few: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('convert'),
      user: anyone,
      subscription: someThing,
      quantity: fc.constantFrom(0, 1, 5, 25),
      billingCycle: fc.constantFrom('Monthly', 'Annual', 'Triennial'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('support'),
      user: anyone,
      subscription: someThing,
      recent: fc.boolean(),
      by: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('request'),
      user: anyone,
      request: fc.nat(2),
      status: fc.constantFrom('open', 'closed', null),
      note: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('contact'),
      user: anyone,
      subscription: someThing,
      reseller: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('publisher'), subscription: someThing, assign: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('createCustomer'),
      user: anyone,
      name: fc.constantFrom('Litware', 'Proseware', 'X'),
      country: fc.constantFrom('SE', 'US', 'PL', 'CU'),
    }),
  },
);

/** Days on which months and years are clamped, and the eve of a change of the rules. */
const startInstants = fc.constantFrom(
  '2021-01-31T23:59:59.999Z',
  '2020-02-29T08:00:00Z',
  '2021-10-13T22:00:00Z',
  '2018-01-13T10:00:00Z',
);

export const histories: fc.Arbitrary<History> = fc.record({
  start: fc.record({
    at: startInstants,
    partner: fc.record({
      billingDay: fc.constantFrom(1, 15, 28),
      newCommercePreview: fc.nat(9).map((dice) => dice > 0),
      type: fc.constantFrom('directBill', 'directBill', 'indirectProvider'),
      resellers: fc.constant([{ mpnId: '7000001', name: 'Northern Resale' }]),
    }),
  }),
  steps: fc.array(step, { minLength: 5, maxLength: 45, size: 'max' }),
});

/** One step of a history as it was carried out. */
export interface Played {
  /** Where the clock was sent, or what was asked by whom; `null` where the step named nothing that exists. */
  readonly act:
    | { readonly kind: 'go'; readonly to: Instant }
    | { readonly kind: 'command'; readonly command: Command; readonly by: string }
    | null;
  readonly result: Result<readonly PartnerRecord[], Refusal>;
  /** Before and after: the maps are copies, the values in them are the world's own. */
  readonly before: Moment;
  readonly after: Moment;
}

export interface Moment {
  readonly now: Instant;
  /** Records of the log so far. */
  readonly records: number;
  readonly facts: ReturnType<typeof stateFacts>;
}

export function momentOf(world: PartnerWorld): Moment {
  const facts = stateFacts(world.state);
  return {
    now: world.now,
    records: world.records.length,
    facts: {
      customers: new Map(facts.customers),
      carts: new Map(facts.carts),
      openCarts: new Map(facts.openCarts),
      orders: new Map(facts.orders),
      ordersOf: new Map(facts.ordersOf),
      subscriptions: new Map(facts.subscriptions),
      subscriptionsOf: new Map(facts.subscriptionsOf),
      charges: new Map(facts.charges),
      transitions: new Map(facts.transitions),
      serviceRequests: new Map(facts.serviceRequests),
    },
  };
}

/** Whether nothing is different: the same keys with the very same values. */
export function isUnchanged(before: Moment, after: Moment): boolean {
  const maps: (readonly [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>])[] = [
    [before.facts.customers, after.facts.customers],
    [before.facts.carts, after.facts.carts],
    [before.facts.openCarts, after.facts.openCarts],
    [before.facts.orders, after.facts.orders],
    [before.facts.ordersOf, after.facts.ordersOf],
    [before.facts.subscriptions, after.facts.subscriptions],
    [before.facts.subscriptionsOf, after.facts.subscriptionsOf],
    [before.facts.charges, after.facts.charges],
    [before.facts.transitions, after.facts.transitions],
    [before.facts.serviceRequests, after.facts.serviceRequests],
  ];
  return (
    before.now === after.now &&
    before.records === after.records &&
    maps.every(([one, other]) => one.size === other.size && [...one].every(([key, value]) => other.get(key) === value))
  );
}

/** A new world of the history before anything happened in it, not even its customers. */
export function emptyWorld(history: History): PartnerWorld {
  const startsAt = instant(history.start.at ?? '');
  return new World(partnerBehaviour, emptyState(settingOf(history.start)), 'story', startsAt);
}

export interface Play {
  readonly told: Story;
  readonly played: readonly Played[];
}

/** Carries a history out. Everything that comes into the log or the state is frozen: who changes it, throws. */
export function play(history: History): Play {
  const told = new Story(history.start);
  let before = momentOf(told.world);
  const played = history.steps.map((each): Played => {
    const act = actOf(told, each);
    const result = act ? perform(told, act) : ({ ok: true, value: [] } as const);
    if (result.ok) for (const record of result.value) deepFreeze(record);
    for (const subscription of told.world.state.subscriptions.values()) deepFreeze(subscription);
    const after = momentOf(told.world);
    const done: Played = { act, result, before, after };
    before = after;
    return done;
  });
  return { told, played };
}

export function perform(told: Story, act: NonNullable<Played['act']>): Played['result'] {
  return act.kind === 'go' ? { ok: true, value: told.world.advanceTo(act.to) } : told.world.run(act.command, act.by);
}

function actOf(told: Story, each: Step): Played['act'] {
  const { world } = told;
  if (each.kind === 'go') return { kind: 'go', to: (world.now + each.by) as Instant };
  if (each.kind === 'goToDue') {
    const due = world.nextDue();
    return due ? { kind: 'go', to: Math.max(world.now, due.at + each.offset) as Instant } : null;
  }
  const command = commandOf(told, each);
  return command && { kind: 'command', command, by: 'user' in each ? (USERS[each.user]?.id ?? '') : 'anna' };
}

function commandOf(told: Story, each: Exclude<Step, { kind: 'go' | 'goToDue' }>): Command | null {
  const { state } = told.world;
  switch (each.kind) {
    case 'order':
      return told.order(customerId(each.customer), ...each.lines.map(lineOf));
    case 'saveCart': {
      const cartId = each.cart === null ? null : nth([...state.carts.keys()], each.cart);
      return { type: 'SaveCart', customerId: customerId(each.customer), cartId, lines: each.lines.map(lineOf) };
    }
    case 'checkOut': {
      const cart = nth([...state.carts.values()], each.cart);
      // Now and then the cart of somebody else.
      return cart && told.checkOut(each.customer > 1 ? customerId(each.customer) : cart.customerId, cart.id);
    }
    case 'update': {
      const id = nth([...state.subscriptions.keys()], each.subscription);
      return id === null ? null : told.change(id, each.changes);
    }
    case 'quantity': {
      const subscription = nth([...state.subscriptions.values()].slice(each.recent ? -2 : 0), each.subscription);
      return subscription && told.change(subscription.id, { quantity: quantityOf(told, subscription, each.to) });
    }
    case 'addOn': {
      const legacy = [...state.subscriptions.values()].filter(({ commerce }) => commerce === 'legacy');
      const base = nth(legacy, each.base);
      const offer = OFFERS.find(({ key }) => key === each.offer);
      if (!base || !offer) return null;
      return {
        type: 'BuyAddOns',
        customerId: base.customerId,
        orderId: base.orderId,
        lines: [{ parentId: base.id, catalogItemId: catalogItemIdOf(offer), quantity: each.few ? 2 : 20_000 }],
      };
    }
    case 'convert': {
      const trials = [...state.subscriptions.values()].filter(({ trial }) => trial !== null);
      const subscription = nth(trials.length > 0 ? trials : [...state.subscriptions.values()], each.subscription);
      const { quantity, billingCycle } = each;
      return (
        subscription && {
          type: 'ConvertTrial',
          customerId: subscription.customerId,
          subscriptionId: subscription.id,
          quantity,
          billingCycle,
        }
      );
    }
    case 'support': {
      const subscription = nth([...state.subscriptions.values()].slice(each.recent ? -2 : 0), each.subscription);
      return (
        subscription && {
          type: 'FileServiceRequest',
          draft: {
            customerId: subscription.customerId,
            topic: 'purchaseRefund',
            severity: 'minimal',
            title: 'Too many',
            description: 'Bought by mistake.',
            contact: { name: 'Anna', email: 'anna@fabrikam.example', phoneNumber: '123' },
            subscriptionId: subscription.id,
            reduceBy: each.by,
          },
        }
      );
    }
    case 'request': {
      const requestId = nth([...state.serviceRequests.keys()], each.request);
      const { status, note } = each;
      return requestId === null
        ? null
        : { type: 'UpdateServiceRequest', requestId, ...(status && { status }), ...(note && { note: 'More.' }) };
    }
    case 'contact': {
      const subscription = nth([...state.subscriptions.values()], each.subscription);
      const mpnId = each.reseller ? '7000001' : state.partner.mpnId;
      return (
        subscription && {
          type: 'SetSupportContact',
          customerId: subscription.customerId,
          subscriptionId: subscription.id,
          mpnId,
        }
      );
    }
    case 'schedule': {
      const subscription = nth(renewable(told), each.subscription);
      if (!subscription) return null;
      const next = each.next && nextTerm(told, subscription, each.next);
      return told.change(subscription.id, { ...each.with, schedule: next });
    }
    case 'frequency': {
      const subscription = nth(renewable(told), each.subscription);
      return subscription && told.change(subscription.id, { billingCycle: each.billingCycle });
    }
    case 'term': {
      const subscription = nth(renewable(told), each.subscription);
      const { duration, billingCycle } = each;
      return subscription && told.change(subscription.id, { term: { duration, billingCycle } });
    }
    case 'upgrade': {
      const all = renewable(told);
      const withTargets = all.filter((other) => upgradeTargets(state, other).length > 0);
      const subscription = nth(each.to.sku === 4 ? all : withTargets, each.subscription);
      if (!subscription) return null;
      const { customerId, id: subscriptionId } = subscription;
      const target = nth(upgradeTargets(state, subscription), each.to.sku) ?? OFFERS[0];
      const term = target && nth(target.terms, each.to.term);
      const toCatalogItemId = target ? catalogItemIdOf(target) : '';
      // Mostly one of the right SKU, so that something comes of it.
      const mine = [...state.subscriptions.values()].filter((other) => other.customerId === customerId);
      const fitting = mine.filter((other) => other.catalogItemId === toCatalogItemId);
      const existing = each.existing === null ? null : nth(each.existing === 5 ? mine : fitting, each.existing);
      return {
        type: 'Upgrade',
        customerId,
        subscriptionId,
        wish: {
          toCatalogItemId,
          quantity: quantityLike(target, subscription, each.to.quantity),
          transitionType: 'transition_with_license_transfer',
          ...(existing ? { toSubscriptionId: existing.id } : {}),
          ...(each.inTerm && term ? { term: { duration: term.termDuration, billingCycle: term.billingCycle } } : {}),
        },
      };
    }
    case 'upgradeLegacy': {
      const legacy = [...state.subscriptions.values()].filter(({ commerce }) => commerce === 'legacy');
      const withTargets = legacy.filter((other) => legacyTargets(state, other).length > 0);
      const subscription = nth(each.target === 3 ? legacy : withTargets, each.subscription);
      if (!subscription) return null;
      const target = nth([...legacyTargets(state, subscription), ...OFFERS.slice(0, 1)], each.target);
      return {
        type: 'UpgradeLegacy',
        customerId: subscription.customerId,
        subscriptionId: subscription.id,
        toCatalogItemId: target ? catalogItemIdOf(target) : '',
      };
    }
    case 'billOrder': {
      const order = nth([...state.orders.values()], each.subscription);
      const { billingCycle } = each;
      return order && { type: 'ChangeOrderBilling', customerId: order.customerId, orderId: order.id, billingCycle };
    }
    case 'cancelSoftware': {
      const software = [...state.subscriptions.values()].filter(({ commerce }) => commerce === 'software');
      const subscription = nth(software, each.subscription);
      const order = state.orders.get(subscription?.orderId ?? '');
      const line = order?.lines.find(({ subscriptionId }) => subscriptionId === subscription?.id);
      if (!order || !line) return null;
      return { type: 'CancelSoftware', customerId: order.customerId, orderId: order.id, lines: [line.number] };
    }
    case 'publisher': {
      const waiting = [...state.subscriptions.values()].flatMap(({ setUp }) => setUp?.authorizationCode ?? []);
      const authorizationCode = nth(waiting, each.subscription);
      if (authorizationCode === null) return null;
      return { type: each.assign ? 'AssignLicenses' : 'ConfirmSetUp', authorizationCode };
    }
    case 'createCustomer': {
      const draft = {
        companyName: each.name,
        domain: `${each.name}.onmicrosoft.com`,
        address: { country: each.country },
        email: 'it@example.com',
        culture: 'en-US',
        language: 'en',
      };
      return { type: 'CreateCustomer', draft };
    }
  }
}

function customerId(index: number): string {
  return CUSTOMERS[index]?.id ?? '';
}

function nth<Value>(values: readonly Value[], index: number): Value | null {
  return values[index % values.length] ?? null;
}

function lineOf(choice: LineChoice): PurchaseLine {
  const offer = nth(OFFERS, choice.offer);
  if (!offer) throw new Error('No offers');
  const term = nth(offer.terms, choice.term);
  const { min, max } = offer.quantity ?? { min: 1, max: 1 };
  const quantity = { least: min, most: max, few: Math.min(min + 2, max), tooFew: min - 1, tooMany: max + 1 };
  return {
    catalogItemId: catalogItemIdOf(offer),
    quantity: quantity[choice.quantity],
    termDuration: term?.termDuration ?? 'P1M',
    billingCycle: term?.billingCycle ?? 'Monthly',
    ...(choice.renewsToYear ? { renewsToTermDuration: 'P1Y' as const } : {}),
  };
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
}

/** Mostly what has a next term of one's choice: new commerce that is not gone. */
function renewable(told: Story): Subscription[] {
  const all = [...told.world.state.subscriptions.values()];
  const living = all.filter(({ commerce, status }) => commerce === 'newCommerce' && status !== 'deleted');
  return [...living, ...all.slice(0, 1)];
}

function nextTerm(told: Story, subscription: Subscription, { sku, term, quantity }: TermChoice): NextTerm {
  const { state } = told.world;
  const present = state.catalog.item(unchangedTermOf(subscription)?.catalogItemId ?? subscription.catalogItemId);
  const targets = (present?.upgradeTargets ?? []).flatMap((key) => state.catalog.byKey(key) ?? []);
  const offer = nth([...(present ? [present] : []), ...targets, ...OFFERS.slice(0, 1)], sku);
  const chosen = offer && nth(offer.terms, term);
  return {
    catalogItemId: offer ? catalogItemIdOf(offer) : '',
    duration: chosen?.termDuration ?? 'P1M',
    billingCycle: chosen?.billingCycle ?? 'Annual',
    quantity: quantityLike(offer, subscription, quantity),
  };
}

function quantityOf(told: Story, subscription: Subscription, to: QuantityChoice): number {
  return quantityLike(told.world.state.catalog.item(subscription.catalogItemId), subscription, to);
}

function quantityLike(
  offer: Offer | null | undefined,
  { quantity }: Subscription,
  to: QuantityChoice | 'same',
): number {
  const { max } = offer ? quantityRange(offer) : { max: 1 };
  const present = quantity ?? 1;
  return {
    same: present,
    none: 0,
    one: 1,
    oneFewer: present - 1,
    oneMore: present + 1,
    threeMore: present + 3,
    half: Math.ceil(present / 2),
    most: max,
    tooMany: max + 1,
  }[to];
}
