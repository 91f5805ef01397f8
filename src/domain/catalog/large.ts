/**
 * A catalog of thousands for the large scenario (budget: 5,000 offers on screen): the standard one, and generated
 * plans of invented marketplace publishers and reservations. The same seed gives the same catalog everywhere.
 */
import { seededRandom } from '../../kernel/identity';
import type { Offer } from './offer';
import { STANDARD_CATALOG } from './standard';
import { reservationOffer, VM_RESERVATION } from './tables/azure';
import { skuNumber, times } from './tables/build';
import { type Plan, planOffer } from './tables/marketplace';

const words = (text: string): readonly string[] => text.split(' ');

const FIRST = words(
  'Ald Barn Bel Brim Cor Dorn Eld Fal Fenn Garn Glim Hal Hav Isk Jar Kel Kor Lav Lin Mar Mol Nor Oland Pell Quen Rav ' +
    'Rosk Sel Skar Stav Tarn Thorn Ulm Val Vint Wex Wyn Yar Zan Zel',
);
const SECOND = words(
  'aris beck borg bry dahl denna dorf esko evra field ford gate grov hage holt iska karn lund mark mere mora nova olla ' +
    'quist rand rup sand sjo stad stow tera thal tun valla vane veld vik wick worth zia',
);
const TRADE = words('Software Systems Labs Data Digital Works Cloud Security Analytics Group');

/** What a product is called after its publisher, and what it does. */
const SUBJECTS: readonly (readonly [name: string, description: string])[] = [
  ['Invoices', 'Sends invoices and reminders.'],
  ['Backup', 'Keeps copies of files and mailboxes.'],
  ['Insights', 'Reports on sales and stock.'],
  ['Desk', 'Tickets of a help desk.'],
  ['Shield', 'Looks for attacks on accounts.'],
  ['Rosters', 'Work schedules for shifts.'],
  ['Contracts', 'Contracts and their deadlines.'],
  ['Learning', 'Courses for employees.'],
  ['Routes', 'Plans deliveries.'],
  ['Inspect', 'Checklists for machines and buildings.'],
  ['Payroll', 'Salaries and pay slips.'],
  ['Forms', 'Forms and approvals.'],
  ['Monitor', 'Watches servers and networks.'],
  ['Expenses', 'Travel costs and receipts.'],
  ['Connect', 'Links two business systems.'],
  ['Archive', 'Keeps records as long as the law says.'],
];

const PLANS = words('Starter Basic Team Standard Business Plus Professional Premium Enterprise Unlimited');
const NORDIC = words('DK FI IS NO SE');

const VM_FAMILIES = words('D E F L M');
const VM_VERSIONS = words('s_v3 as_v4 ds_v4 s_v5 ads_v5');
const VM_CPUS = [2, 4, 8, 16, 32, 48, 64, 96];
const REGIONS = [
  'AP East',
  'AP Southeast',
  'AU Central',
  'AU Southeast',
  'CA Central',
  'CH North',
  'DE West Central',
  'FR Central',
  'IN Central',
  'JA East',
  'KR Central',
  'NO East',
  'UK West',
  'US Central',
  'US West 2',
  'ZA North',
];

/** Of the offers that are generated, this share are reservations. */
const RESERVATION_SHARE = 0.15;

/** Names run out far above this. */
const LARGEST = 20_000;

/** The standard catalog, filled up to `size` offers. A `size` below the standard catalog's own adds nothing. */
export function largeCatalog(seed: string, size = 5_000): readonly Offer[] {
  if (size > LARGEST) throw new RangeError(`At most ${LARGEST} offers`);
  const random = seededRandom(`catalog ${seed}`);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  };

  const offers = [...STANDARD_CATALOG];
  const products = new Set(offers.map((offer) => offer.productId));
  const keys = new Set(offers.map((offer) => offer.key));

  /** Adds the SKUs of one new product; a name or id that is taken is dropped, and the next draw fills its place. */
  const add = (skus: readonly Offer[]): void => {
    const productId = skus[0]?.productId;
    if (products.has(productId) || skus.some((sku) => keys.has(sku.key))) return;
    products.add(productId);
    for (const sku of skus) {
      if (offers.length >= size) return;
      keys.add(sku.key);
      offers.push(sku);
    }
  };

  const drawPlan = (name: string): Plan => {
    const price = `${1 + below(60)}.${pick(['00', '50', '90'])}`;
    const dice = below(20);
    if (dice === 0) return [`${name} usage`, 'metered', ''];
    if (dice === 1) return [`${name} image`, 'azurePortal', '', random() < 0.5 ? { container: true } : {}];
    if (dice < 5) return [name, 'monthly', price, { trial: { days: 30 } }];
    if (dice < 7) return [name, 'annual', price, { activation: { by: 'publisher', blocksChanges: true } }];
    if (dice < 9) return [name, 'either', price, { countries: NORDIC }];
    if (dice === 9) return [name, 'either', price, { exclusiveToPartner: ['5550001'] }];
    return [name, pick(['monthly', 'annual', 'either'] as const), price, random() < 0.3 ? { max: 300 } : {}];
  };

  const addPublisher = (): void => {
    const name = pick(FIRST) + pick(SECOND);
    const publisher = `${name} ${pick(TRADE)}`;
    for (let product = 1 + below(3); product > 0; product--) {
      const [subject, description] = pick(SUBJECTS);
      const first = below(PLANS.length);
      const plans = PLANS.slice(first, first + 1 + below(4));
      add(
        plans.map((plan, index) =>
          planOffer(publisher, `${name} ${subject}`, description, drawPlan(plan), skuNumber(index + 1)),
        ),
      );
    }
  };

  const addReservation = (): void => {
    const cpus = pick(VM_CPUS);
    const vm = `Standard_${pick(VM_FAMILIES)}${cpus}${pick(VM_VERSIONS)}`;
    const oneYear = times('306.00', cpus * (90 + below(40)), 100);
    const first = below(REGIONS.length);
    const regions = REGIONS.slice(first, first + 4);
    add(
      regions.map((region, index) =>
        reservationOffer(VM_RESERVATION, vm, region, skuNumber(index + 1), oneYear, times(oneYear, 193, 100)),
      ),
    );
  };

  while (offers.length < size) {
    if (random() < RESERVATION_SHARE) addReservation();
    else addPublisher();
  }
  return offers;
}
