/** How a world begins: a scenario is read, its customers arrive, its steps are carried out through the API. */
import type { ScenarioFile } from '../api/scenario-file';
import { cycleMonths, monthsOf } from '../domain/billing/charge';
import { Catalog } from '../domain/catalog/catalog';
import { largeCatalog } from '../domain/catalog/large';
import { currencyOfMarket, defaultExchangeRate, MARKETS } from '../domain/catalog/markets';
import type { Offer } from '../domain/catalog/offer';
import { STANDARD_CATALOG } from '../domain/catalog/standard';
import type { Customer, Qualification } from '../domain/customers/customer';
import { partnerBehaviour, type PartnerWorld } from '../domain/partner';
import { editionOf, EDITION_NAMES } from '../domain/rules/edition';
import { generateHistory } from '../domain/scenarios/generate';
import { emptyState, type Setting } from '../domain/state';
import { World } from '../domain/world';
import { dateOf, formatInstant, parseInstant, type Instant } from '../kernel/calendar';
import { fingerprint } from '../kernel/canonical';
import { guidOf } from '../kernel/identity';
import { parseUnitPrice, type CurrencyCode } from '../kernel/money';
import { perform } from './business';
import { isTooFar, LONGEST_MOVE_YEARS } from './longest-move';
import type { StoredRecord } from './storage/store';

/** The beginning of a world, complete: it is made again from the scenario whenever it is needed. */
export interface Start {
  readonly scenario: ScenarioFile;
  readonly seed: string;
  readonly setting: Setting;
  readonly startsAt: Instant;
  readonly records: readonly StoredRecord[];
  /** Never changed: forks of it are. */
  readonly world: PartnerWorld;
  readonly fingerprint: string;
}

/** A scenario that cannot be played: which part, and why. */
export class ScenarioRefused extends Error {
  readonly where: string;

  constructor(where: string, message: string) {
    super(message);
    this.where = where;
  }
}

export type Progress = (progress: { done: number; total: number; phase: string }) => void;

/**
 * Plays a scenario to its end.
 * @throws ScenarioRefused naming the step that the rules refuse.
 */
export function playScenario(scenario: ScenarioFile, onProgress?: Progress): Start {
  const seed = `${scenario.name}:${scenario.startsAt}`;
  const setting = settingOf(scenario);
  const startsAt = readInstant(scenario.startsAt, 'startsAt');
  const world: PartnerWorld = new World(partnerBehaviour, emptyState(setting), seed, startsAt);
  const firstUser = setting.users[0]?.id ?? '';
  const names = new Map<string, string>();
  for (const draft of scenario.customers) {
    const customer = customerOf(draft, seed, startsAt);
    names.set(draft.key, customer.id);
    world.run({ type: 'OnboardCustomer', customer }, firstUser);
  }
  if (scenario.generate) {
    if (readInstant(scenario.generate.until, 'generate.until') < startsAt)
      throw new ScenarioRefused('generate.until', `Before ${scenario.startsAt}`);
    generateHistory(world, scenario.generate, firstUser, onProgress);
  }
  for (const [index, step] of scenario.steps.entries()) {
    onProgress?.({ done: index, total: scenario.steps.length, phase: 'steps' });
    playStep(world, step, `steps[${index}]`, names);
  }
  if (scenario.endsAt) moveTo(world, readInstant(scenario.endsAt, 'endsAt'), 'endsAt');
  return finish(scenario, seed, setting, startsAt, world);
}

/** The same beginning, cut after an event: a world that was rewound into its own start. */
export function cutStart(start: Start, upTo: number): Start {
  const kept = start.records.filter((record) => record.sequence <= upTo);
  if (kept.length === start.records.length) return start;
  const world: PartnerWorld = new World(partnerBehaviour, emptyState(start.setting), start.seed, start.startsAt);
  world.replay(kept);
  return finish(start.scenario, start.seed, start.setting, start.startsAt, world);
}

function finish(scenario: ScenarioFile, seed: string, setting: Setting, startsAt: Instant, world: PartnerWorld): Start {
  const { records } = world;
  // The last events carry ids that depend on all before them; with the count they identify the log.
  const print = fingerprint({
    scenario: seed,
    count: records.length,
    sequence: world.sequence,
    last: records.slice(-25),
  });
  return { scenario, seed, setting, startsAt, records, world, fingerprint: print };
}

function readInstant(text: string, where: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new ScenarioRefused(where, `Not an instant: ${text}`);
  return at;
}

function settingOf(scenario: ScenarioFile): Setting {
  const rules = editionOf(scenario.rules);
  if (!rules) throw new ScenarioRefused('rules', `Known editions: ${EDITION_NAMES.join(', ')}`);
  const { partner } = scenario;
  checkCurrency(partner.currency, 'partner.currency');
  checkDistinct(
    scenario.users.map(({ id }) => id),
    'users',
  );
  checkDistinct(
    scenario.customers.map(({ key }) => key),
    'customers',
  );
  const currency = partner.currency as CurrencyCode;
  const rates = new Map<string, string>();
  for (const each of new Set([...MARKETS.values(), 'USD' as CurrencyCode])) {
    if (each !== currency) rates.set(each, defaultExchangeRate(each, currency));
  }
  for (const [code, rate] of Object.entries(scenario.exchangeRates ?? {})) rates.set(code, rate);
  return {
    partner: { ...partner, id: guidOf(`${scenario.name}:partner`), currency, resellers: partner.resellers ?? [] },
    users: scenario.users,
    rules,
    exchangeRates: rates,
    taxRates: new Map(Object.entries(scenario.taxRates ?? {})),
    catalog: new Catalog(offersOf(scenario)),
  };
}

function offersOf(scenario: ScenarioFile): readonly Offer[] {
  const { standard, size, offers = [] } = scenario.catalog;
  const own = offers.map((offer, index) => checkOffer(offer, `catalog.offers[${index}]`));
  checkDistinct(
    own.map(({ key }) => key),
    'catalog.offers',
  );
  const base = standard ? (size ? largeCatalog(scenario.name, size) : STANDARD_CATALOG) : [];
  const ownKeys = new Set(own.map(({ key }) => key));
  return [...base.filter(({ key }) => !ownKeys.has(key)), ...own];
}

type OfferEntry = NonNullable<ScenarioFile['catalog']['offers']>[number];

/** Currencies that have a price list and an exchange rate. */
const CURRENCIES = new Set<string>([...MARKETS.values(), 'USD']);

function checkCurrency(currency: string, where: string): void {
  if (!CURRENCIES.has(currency)) throw new ScenarioRefused(where, `Known currencies: ${[...CURRENCIES].join(', ')}`);
}

/** Names that must tell things apart. */
function checkDistinct(names: readonly string[], where: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ScenarioRefused(where, `Used twice: ${twice}`);
}

/** What the schema cannot say: modern offers have three ids, legacy ones a GUID, prices are decimals. */
function checkOffer(entry: OfferEntry, where: string): Offer {
  // The schema has checked every field; only the brand of the currency is new.
  const offer = entry as unknown as Offer;
  const modern = offer.productId && offer.skuId && offer.availabilityId;
  if (offer.commerce === 'legacy' ? !offer.offerId : !modern) {
    throw new ScenarioRefused(where, 'legacy: offerId; otherwise: productId, skuId, availabilityId');
  }
  for (const [index, term] of offer.terms.entries()) {
    const at = `${where}.terms[${index}]`;
    if (!parseUnitPrice(term.price, term.currency)) throw new ScenarioRefused(`${at}.price`, term.price);
    checkCurrency(term.currency, `${at}.currency`);
    const [commitment, cycle] = [monthsOf(term.termDuration), cycleMonths(term.billingCycle, term.termDuration)];
    // Bills must come out even: whole cycles make up the commitment.
    if (cycle === 0 ? commitment !== 0 : commitment % cycle !== 0 || commitment === 0) {
      throw new ScenarioRefused(at, `${term.termDuration} cannot be billed ${term.billingCycle}`);
    }
  }
  return offer;
}

const SEGMENT_QUALIFICATIONS: Record<string, Qualification[]> = {
  Commercial: [],
  Education: ['Education'],
  Government: ['GovernmentCommunityCloud'],
  Nonprofit: ['Nonprofit'],
};

type CustomerEntry = ScenarioFile['customers'][number];

function customerOf(draft: CustomerEntry, seed: string, startsAt: Instant): Customer {
  const currency = currencyOfMarket(draft.country);
  if (!currency) throw new ScenarioRefused(`customers.${draft.key}.country`, `Not sold in: ${draft.country}`);
  const { addressLine1, city, state, postalCode, firstName, lastName, phoneNumber } = draft;
  return {
    id: guidOf(`${seed}:customer:${draft.key}`),
    commerceId: guidOf(`${seed}:commerce:${draft.key}`),
    companyName: draft.companyName,
    domain: draft.domain,
    country: draft.country,
    currency,
    qualifications: [...new Set([...(SEGMENT_QUALIFICATIONS[draft.segment] ?? []), ...(draft.qualifications ?? [])])],
    address: {
      country: draft.country,
      ...(addressLine1 ? { addressLine1 } : {}),
      ...(city ? { city } : {}),
      ...(state ? { state } : {}),
      ...(postalCode ? { postalCode } : {}),
      ...(firstName ? { firstName } : {}),
      ...(lastName ? { lastName } : {}),
      ...(phoneNumber ? { phoneNumber } : {}),
    },
    email: draft.email ?? `it@${draft.domain}`,
    culture: 'en-US',
    language: 'en',
    agreementAcceptedOn: draft.agreementAccepted ? dateOf(startsAt) : null,
    ...(draft.heldElsewhere ? { heldElsewhere: draft.heldElsewhere } : {}),
    ...(draft.resellerMpnId ? { resellerMpnId: draft.resellerMpnId } : {}),
    createdAt: startsAt,
  };
}

function moveTo(world: PartnerWorld, at: Instant, where: string): void {
  if (at < world.now) throw new ScenarioRefused(where, `${formatInstant(at)} is before ${formatInstant(world.now)}`);
  if (isTooFar(world.now, at)) {
    throw new ScenarioRefused(where, `${formatInstant(at)} is more than ${LONGEST_MOVE_YEARS} years later.`);
  }
  world.advanceTo(at);
}

function playStep(
  world: PartnerWorld,
  step: ScenarioFile['steps'][number],
  where: string,
  names: Map<string, string>,
): void {
  moveTo(world, readInstant(step.at, `${where}.at`), `${where}.at`);
  const send = (method: string, path: string, body?: unknown) => {
    const reply = perform(world, () => world.records, step.by, { method, path, body });
    if (reply.status >= 400) {
      const description = (reply.body as { description?: string } | undefined)?.description ?? String(reply.status);
      throw new ScenarioRefused(where, description);
    }
    return reply.body;
  };
  let answer: unknown;
  if ('request' in step) {
    const { method, path, body } = step.request;
    answer = send(method, fill(path, names), fillDeep(body, names));
  } else {
    const path = fill(step.edit.path, names);
    const present = send('GET', path);
    answer = send('PATCH', path, { ...(present as object), ...(fillDeep(step.edit.set, names) as object) });
  }
  for (const [name, at] of Object.entries(step.saves ?? {})) {
    const value = pick(answer, at);
    if (typeof value !== 'string') throw new ScenarioRefused(`${where}.saves.${name}`, `Nothing at ${at}`);
    names.set(name, value);
  }
}

/** `{contoso}` → the id behind the name. */
function fill(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => names.get(name) ?? whole);
}

function fillDeep(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return fill(value, names);
  if (Array.isArray(value)) return value.map((each) => fillDeep(each, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillDeep(each, names)]));
}

/** `lineItems[0].subscriptionId` of an answer. */
function pick(answer: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (value, part) =>
        value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[part],
      answer,
    );
}
