import { describe, expect, test } from 'vitest';
import { parseUnitPrice } from '../../kernel/money';
import { isMarket } from './markets';
import { type BillingCycle, catalogItemIdOf, type Commerce, type Offer, productTypeOf, type Term } from './offer';
import { STANDARD_CATALOG } from './standard';

const byKey = new Map(STANDARD_CATALOG.map((each) => [each.key, each]));

function offer(key: string): Offer {
  const found = byKey.get(key);
  if (!found) throw new Error(`No offer ${key}`);
  return found;
}

/** Prices compared by millionths of a month's price. */
function monthlyPrice(of: Offer): number {
  const term = of.terms.find(({ termDuration, billingCycle }) => termDuration === 'P1Y' && billingCycle === 'Monthly');
  if (!term) throw new Error(`${of.key} has no monthly price`);
  return parseUnitPrice(term.price, term.currency)?.micro ?? Number.NaN;
}

const count = (matches: (each: Offer) => unknown): number => STANDARD_CATALOG.filter((each) => matches(each)).length;

/** Keys of the offers that break a rule; a rule that does not concern an offer holds for it. */
const breaking = (holds: (offer: Offer) => boolean): string[] =>
  STANDARD_CATALOG.filter((each) => !holds(each)).map((each) => each.key);

const isPaidPeer = (one: Offer, other: Offer): boolean =>
  one.commerce === other.commerce && one.segments.join() === other.segments.join() && other.category !== 'Trial';

const isDistinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

describe('names and ids', () => {
  test('at least 330 offers', () => {
    expect(STANDARD_CATALOG.length).toBeGreaterThanOrEqual(330);
  });

  test('keys are unique and in kebab case', () => {
    expect(byKey.size).toBe(STANDARD_CATALOG.length);
    expect([...byKey.keys()].filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  test('catalog item ids are unique, and look like those of Partner Center', () => {
    const ids = STANDARD_CATALOG.map(catalogItemIdOf);
    expect(new Set(ids).size).toBe(ids.length);
    const modern = /^(CFQ7TTC0|DZH318Z0)[0-9A-Z]{4}:\d{4}:(CFQ7TTC0|DZH318Z0)[0-9A-Z]{4}$/;
    const legacy = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    for (const each of STANDARD_CATALOG) {
      expect(catalogItemIdOf(each)).toMatch(each.commerce === 'legacy' ? legacy : modern);
    }
  });

  test('one product id is one product', () => {
    const modern = STANDARD_CATALOG.filter((each) => each.productId);
    const products = new Set(modern.map((each) => `${each.productId} ${each.productTitle ?? each.title}`));
    expect(products.size).toBe(new Set(modern.map((each) => each.productId)).size);
    expect(products.size).toBe(new Set(modern.map((each) => each.productTitle ?? each.title)).size);
  });

  test.each([
    ['m365-business-standard', 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971'],
    ['m365-business-basic', 'CFQ7TTC0LH18:0001:CFQ7TTC0K18P'],
    ['azure-plan', 'DZH318Z0BPS6:0001:DZH318Z0BP04'],
  ])('%s has the id that the documents show', (key, id) => {
    expect(catalogItemIdOf(offer(key))).toBe(id);
  });

  test('Business Premium is SKU 0002 of its product', () => {
    expect(offer('m365-business-premium')).toMatchObject({ productId: 'CFQ7TTC0LCHC', skuId: '0002' });
  });

  test('every offer says what it is in one short sentence or two', () => {
    expect(breaking(({ description = '' }) => /^[A-Z].{5,90}\.$/.test(description))).toEqual([]);
  });
});

describe('references', () => {
  const trials = STANDARD_CATALOG.filter((each) => each.category === 'Trial');

  test.each(trials.map((trial) => trial.key))('%s holds 25 licences for 30 days, once ever', (key) => {
    expect(offer(key)).toMatchObject({
      quantity: { min: 25, max: 25 },
      trial: { days: 30, quantity: 25 },
      limit: { count: 1, scope: 'Lifetime' },
    });
  });

  test('a trial becomes another SKU of its product, or the paid legacy offer', () => {
    expect(
      breaking((trial) => {
        if (trial.category !== 'Trial') return true;
        const paid = offer(trial.trial?.convertsTo ?? '');
        const otherSku = trial.commerce === 'legacy' || paid.skuId !== trial.skuId;
        return isPaidPeer(trial, paid) && paid.productId === trial.productId && otherSku;
      }),
    ).toEqual([]);
  });

  test('an upgrade leads to a paid offer of the same programme and segment that costs no less', () => {
    expect(
      breaking(({ upgradeTargets = [], ...source }) =>
        upgradeTargets
          .map(offer)
          .every(
            (target) => isPaidPeer(source, target) && !target.addOnOf && monthlyPrice(target) >= monthlyPrice(source),
          ),
      ),
    ).toEqual([]);
    expect(breaking(({ key, upgradeTargets = [] }) => isDistinct([key, ...upgradeTargets]))).toEqual([]);
  });

  test('an add-on belongs to paid offers of the same programme and segment', () => {
    expect(
      breaking(({ addOnOf = [], ...addOn }) => addOnOf.map(offer).every((base) => isPaidPeer(addOn, base))),
    ).toEqual([]);
    expect(breaking(({ key, addOnOf = [] }) => isDistinct([key, ...addOnOf]))).toEqual([]);
  });

  test('the upgrade paths of legacy Business Basic are the documented ones', () => {
    expect(offer('legacy-m365-business-basic').upgradeTargets).toEqual([
      'legacy-m365-business-standard',
      'legacy-o365-e1',
      'legacy-o365-e3',
      'legacy-o365-e5',
    ]);
  });

  test('countries are markets', () => {
    const named = STANDARD_CATALOG.flatMap((each) => [...(each.countries ?? []), ...(each.excludedCountries ?? [])]);
    expect(named.filter((country) => !isMarket(country))).toEqual([]);
  });
});

describe('rules of the programmes', () => {
  test('small business means 300 licences or fewer (decision 37)', () => {
    const rule = ({ quantity }: Offer): string => (quantity && quantity.max <= 300 ? 'SmallBusiness' : 'Enterprise');
    expect(breaking((each) => each.category === 'Trial' || each.category === rule(each))).toEqual([]);
  });

  const PAIRS: Record<Commerce, readonly string[]> = {
    legacy: ['P1Y Monthly', 'P1Y Annual'],
    newCommerce: ['P1M Monthly', 'P1Y Monthly', 'P1Y Annual', 'P3Y Monthly', 'P3Y Annual', 'P3Y Triennial'],
    marketplace: ['P1M Monthly', 'P1Y Annual'],
    software: ['none OneTime', 'P1Y Monthly', 'P1Y Annual', 'P3Y Monthly', 'P3Y Annual', 'P3Y Triennial'],
    reservation: ['P1Y OneTime', 'P3Y OneTime'],
    azurePlan: ['none None'],
  };

  /** A legacy price list may quote a year's billing by the month. */
  const SPANS: Record<BillingCycle, readonly Term['per'][]> = {
    Monthly: ['month'],
    Annual: ['year', 'month'],
    Triennial: ['once'],
    OneTime: ['once'],
    None: ['month', 'once'],
  };

  test('terms and billing cycles are valid pairs, each once', () => {
    const pairsOf = ({ terms }: Offer): string[] =>
      terms.map(({ termDuration, billingCycle }) => `${termDuration} ${billingCycle}`);
    const validFor = ({ category, commerce }: Offer): readonly string[] =>
      category === 'Trial' ? ['P1M None'] : PAIRS[commerce];
    expect(breaking((each) => isDistinct(pairsOf(each)))).toEqual([]);
    expect(breaking((each) => pairsOf(each).every((pair) => validFor(each).includes(pair)))).toEqual([]);
    expect(breaking(({ terms, transactable = true }) => terms.length > 0 === transactable)).toEqual([]);
  });

  test('prices have cents, and buy the span that is billed', () => {
    expect(breaking(({ terms }) => terms.every((term) => /^\d+\.\d\d$/.test(term.price)))).toEqual([]);
    expect(breaking(({ terms }) => terms.every((term) => SPANS[term.billingCycle].includes(term.per)))).toEqual([]);
  });

  test('what is licensed has a quantity, what is used has none', () => {
    expect(breaking(({ billingType, quantity }) => (quantity !== undefined) === (billingType === 'license'))).toEqual(
      [],
    );
    expect(breaking(({ quantity }) => !quantity || quantity.min <= quantity.max)).toEqual([]);
  });

  test('a month by itself costs a fifth more than a month of a year', () => {
    const prices = offer('m365-business-standard').terms.map((term) => [
      term.termDuration,
      term.billingCycle,
      term.price,
    ]);
    expect(prices).toEqual([
      ['P1M', 'Monthly', '15.00'],
      ['P1Y', 'Monthly', '12.50'],
      ['P1Y', 'Annual', '150.00'],
    ]);
  });

  test('special segments are legacy and without trials', () => {
    expect(
      breaking(
        ({ commerce, segments, category }) =>
          segments.join() === 'Commercial' || (commerce === 'legacy' && category !== 'Trial'),
      ),
    ).toEqual([]);
  });

  test('marketplace offers have an invented publisher with a site', () => {
    expect(
      breaking(
        ({ commerce, publisher }) =>
          commerce !== 'marketplace' ||
          (publisher.kind === 'partner' && /^https:\/\/[a-z-]+\.example$/.test(publisher.site ?? '')),
      ),
    ).toEqual([]);
  });

  test('software can be taken back for 60 days, SUSE and Red Hat never (S3-23, S3-25)', () => {
    expect(
      breaking(
        ({ software, publisher }) =>
          !software || software.cancelWindowDays === (['SUSE', 'Red Hat'].includes(publisher.name) ? 0 : 60),
      ),
    ).toEqual([]);
  });
});

describe('every rule has an offer', () => {
  const marketplace = (each: Offer): boolean => each.commerce === 'marketplace';

  test.each<[situation: string, least: number, matches: (offer: Offer) => unknown]>([
    ['legacy', 100, (o) => o.commerce === 'legacy'],
    ['new commerce', 100, (o) => o.commerce === 'newCommerce'],
    ['marketplace', 80, marketplace],
    ['software', 30, (o) => o.commerce === 'software'],
    ['reservation', 30, (o) => o.commerce === 'reservation'],
    ['Azure plan', 1, (o) => o.commerce === 'azurePlan'],
    ['legacy trial', 10, (o) => o.commerce === 'legacy' && o.category === 'Trial'],
    ['new-commerce trial', 15, (o) => o.commerce === 'newCommerce' && o.category === 'Trial'],
    ['publisher trial', 10, (o) => marketplace(o) && o.trial],
    ['legacy add-on', 10, (o) => o.commerce === 'legacy' && o.addOnOf],
    ['new-commerce add-on', 20, (o) => productTypeOf(o) === 'NewCommerceAddOn'],
    ['upgrade', 40, (o) => o.upgradeTargets],
    ['small business', 20, (o) => o.category === 'SmallBusiness'],
    ['three years', 20, (o) => o.commerce === 'newCommerce' && o.terms.some((term) => term.termDuration === 'P3Y')],
    ['minimum above one', 5, (o) => o.category !== 'Trial' && (o.quantity?.min ?? 1) > 1],
    ['one per customer', 8, (o) => o.limit?.scope === 'Concurrent' && o.limit.count === 1],
    ['two at a time', 8, (o) => o.limit?.count === 2],
    ['education', 10, (o) => o.segments.includes('Education')],
    ['government', 10, (o) => o.segments.includes('Government')],
    ['nonprofit', 10, (o) => o.segments.includes('Nonprofit')],
    ['free of charge', 3, (o) => o.category !== 'Trial' && o.commerce === 'legacy' && o.terms[0]?.price === '0.00'],
    ['quoted by the year', 5, (o) => o.commerce === 'legacy' && o.terms.some((term) => term.per === 'year')],
    ['metered', 8, (o) => o.metered],
    ['exclusive', 3, (o) => o.exclusiveToPartner],
    ['not in CSP', 2, (o) => o.inCsp === false],
    ['some countries', 10, (o) => marketplace(o) && o.countries],
    ['not some countries', 3, (o) => marketplace(o) && o.excludedCountries],
    ['container', 3, (o) => productTypeOf(o) === 'Container' && o.transactable === false],
    ['machine image', 3, (o) => marketplace(o) && o.transactable === false && !o.container],
    ['activated by the publisher', 40, (o) => o.activation?.by === 'publisher'],
    ['changes wait for set-up', 8, (o) => o.activation?.blocksChanges],
    ['active at once', 2, (o) => marketplace(o) && o.billingType === 'license' && !o.activation],
    ['perpetual software', 15, (o) => o.software?.kind === 'perpetual'],
    ['software subscription', 5, (o) => o.software?.kind === 'subscription' && o.publisher.kind === 'microsoft'],
    ['never cancelled', 5, (o) => o.software?.cancelWindowDays === 0],
    ['three years of a reservation', 30, (o) => o.reservation && o.terms.length === 2],
  ])('%s: at least %d', (_, least, matches) => {
    expect(count(matches)).toBeGreaterThanOrEqual(least);
  });
});
