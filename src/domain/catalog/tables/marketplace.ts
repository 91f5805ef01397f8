/** Offers of the commercial marketplace. All publishers and products are invented. */
import type { Offer, Term } from '../offer';
import { finish, itemIds, keyOf, skuNumber, term, times } from './build';

/** Billed by the month, by the year, or either at the customer's choice; metered; bought in the Azure portal. */
type Sold = 'monthly' | 'annual' | 'either' | 'metered' | 'azurePortal';

type Extras = Partial<
  Pick<
    Offer,
    'trial' | 'activation' | 'countries' | 'excludedCountries' | 'exclusiveToPartner' | 'inCsp' | 'limit' | 'container'
  >
> & {
  readonly max?: number;
  /** Active at once: the publisher has nothing to set up. */
  readonly ready?: true;
};

/** Plan, how it is sold, USD per licence and month (empty for usage), what is special about it. */
export type Plan = readonly [plan: string, sold: Sold, price: string, extras?: Extras];

type Row = readonly [publisher: string, product: string, description: string, plans: readonly Plan[]];

/** Applied by itself and cannot be waived (S0-30). */
const FREE_MONTH: Extras = { trial: { days: 30 } };
/** The publisher wants set-up finished before anything changes (S2-11). */
const SET_UP_FIRST: Extras = { activation: { by: 'publisher', blocksChanges: true } };
const READY: Extras = { ready: true };
/** For the partner of the example scenarios, or for another one (S0-21). */
const OURS: Extras = { exclusiveToPartner: ['4412345'] };
const THEIRS: Extras = { exclusiveToPartner: ['5550001', '5550002'] };
/** Sold by the publisher alone (S0-20). */
const NOT_IN_CSP: Extras = { inCsp: false };
const ONE: Extras = { limit: { count: 1, scope: 'Concurrent' } };
const SMALL: Extras = { max: 300 };
const CONTAINER: Extras = { container: true };

const NORDIC: Extras = { countries: 'DK FI IS NO SE'.split(' ') };
const GERMAN: Extras = { countries: 'AT CH DE LI'.split(' ') };
const AMERICAN: Extras = { countries: 'CA MX US'.split(' ') };
const PACIFIC: Extras = { countries: 'AU JP KR NZ SG'.split(' ') };
const NOT_RUSSIA: Extras = { excludedCountries: 'BY RU'.split(' ') };
const NOT_AMERICA: Extras = { excludedCountries: 'CA US'.split(' ') };

const ROWS: readonly Row[] = [
  [
    'Brixholt Software',
    'Brixholt Ledger',
    'Bookkeeping for small firms.',
    [
      ['Team', 'either', '9.00'],
      ['Studio', 'monthly', '19.00', FREE_MONTH],
      ['Branch', 'annual', '39.00', SET_UP_FIRST],
      ['Nordic', 'either', '12.00', NORDIC],
      ['Alliance', 'either', '15.00', OURS],
      ['Invited', 'either', '15.00', THEIRS],
      ['Direct', 'either', '10.00', NOT_IN_CSP],
      ['Pay per document', 'metered', ''],
      ['Appliance', 'azurePortal', '', CONTAINER],
    ],
  ],
  [
    'Tavelund Systems',
    'Tavelund Backup',
    'Keeps copies of mailboxes and files.',
    [
      ['Basic', 'monthly', '2.40', FREE_MONTH],
      ['Plus', 'either', '3.90'],
      ['Archive', 'annual', '4.50'],
    ],
  ],
  [
    'Fenmarrow Labs',
    'Fenmarrow Forms',
    'Forms and approvals for the whole company.',
    [
      ['Starter', 'monthly', '3.00', SMALL],
      ['Company', 'either', '6.00'],
    ],
  ],
  [
    'Oskavik Cloud',
    'Oskavik Monitor',
    'Watches servers and tells when they fail.',
    [
      ['Site', 'annual', '24.00', SET_UP_FIRST],
      ['Per probe', 'metered', ''],
      ['Probe image', 'azurePortal', ''],
    ],
  ],
  [
    'Pellandro',
    'Pellandro Sign',
    'Signatures on electronic documents.',
    [
      ['Personal', 'monthly', '8.00', FREE_MONTH],
      ['Business', 'either', '14.00'],
      ['Per envelope', 'metered', ''],
    ],
  ],
  [
    'Quistgrove Analytics',
    'Quistgrove Boards',
    'Dashboards for sales teams.',
    [
      ['Viewer', 'either', '4.00'],
      ['Editor', 'either', '16.00', NOT_RUSSIA],
    ],
  ],
  [
    'Rundvale Data',
    'Rundvale Cleanse',
    'Finds double entries in address books.',
    [
      ['Desk', 'monthly', '11.00'],
      ['Per record', 'metered', ''],
    ],
  ],
  [
    'Sorbetine Works',
    'Sorbetine Menu',
    'Menus and orders for restaurants.',
    [
      ['Kitchen', 'monthly', '29.00', { ...SMALL, ...FREE_MONTH }],
      ['Chain', 'annual', '79.00', SET_UP_FIRST],
    ],
  ],
  [
    'Thornabel Security',
    'Thornabel Shield',
    'Filters harmful mail.',
    [
      ['Standard', 'either', '1.80', FREE_MONTH],
      ['Complete', 'either', '3.20'],
      ['Gateway image', 'azurePortal', ''],
    ],
  ],
  [
    'Umberlack',
    'Umberlack Vault',
    'Passwords shared by a team.',
    [
      ['Team', 'monthly', '4.00', { ...SMALL, ...ONE }],
      ['Enterprise', 'annual', '7.00', ONE],
    ],
  ],
  [
    'Vexholm IT',
    'Vexholm Desk',
    'Tickets of a help desk.',
    [
      ['Agent', 'either', '18.00', NORDIC],
      ['Agent Pro', 'either', '34.00', NORDIC],
    ],
  ],
  [
    'Wrenmoor Digital',
    'Wrenmoor Pages',
    'Web pages without a web designer.',
    [
      ['One site', 'monthly', '12.00', FREE_MONTH],
      ['Many sites', 'annual', '40.00'],
    ],
  ],
  [
    'Yarrowick',
    'Yarrowick Rosters',
    'Work schedules for shifts.',
    [
      ['Shift', 'monthly', '2.00'],
      ['Plant', 'annual', '3.50', SET_UP_FIRST],
    ],
  ],
  [
    'Zandelier',
    'Zandelier Pipeline',
    'Leads and offers of a sales team.',
    [
      ['Solo', 'monthly', '15.00', SMALL],
      ['Crew', 'either', '28.00', THEIRS],
    ],
  ],
  [
    'Aldmere Operations',
    'Aldmere Stock',
    'Counts what is in the warehouse.',
    [
      ['Shelf', 'either', '21.00'],
      ['Hall', 'either', '44.00', NOT_AMERICA],
    ],
  ],
  [
    'Bosvanna',
    'Bosvanna Voice',
    'Calls recorded and written down.',
    [
      ['Seat', 'monthly', '9.50', FREE_MONTH],
      ['Per minute', 'metered', ''],
    ],
  ],
  [
    'Cindrel Health',
    'Cindrel Clinic',
    'Appointments and notes of a clinic.',
    [
      ['Practice', 'annual', '49.00', { ...SET_UP_FIRST, ...AMERICAN }],
      ['Hospital', 'annual', '89.00', SET_UP_FIRST],
    ],
  ],
  [
    'Dovrask Logistics',
    'Dovrask Route',
    'Plans the routes of lorries.',
    [
      ['Fleet', 'either', '23.00', NORDIC],
      ['Per stop', 'metered', ''],
    ],
  ],
  [
    'Elmquarry',
    'Elmquarry Learn',
    'Courses and tests for employees.',
    [
      ['Learner', 'either', '2.50', FREE_MONTH],
      ['Author', 'either', '22.00'],
    ],
  ],
  [
    'Fjellbruk',
    'Fjellbruk Forest',
    'Maps and fellings of forests.',
    [
      ['Owner', 'annual', '6.00', NORDIC],
      ['Mill', 'annual', '31.00', { ...NORDIC, ...SET_UP_FIRST }],
    ],
  ],
  [
    'Gantherly',
    'Gantherly Plan',
    'Timelines of building projects.',
    [
      ['Planner', 'monthly', '13.00'],
      ['Office', 'either', '20.00', FREE_MONTH],
    ],
  ],
  [
    'Hexmarsh',
    'Hexmarsh Code Review',
    'Reads changes to programs for mistakes.',
    [
      ['Developer', 'either', '10.00', READY],
      ['Runner', 'azurePortal', '', CONTAINER],
    ],
  ],
  [
    'Ivelsund',
    'Ivelsund Payroll',
    'Salaries and pay slips.',
    [
      ['Sweden', 'monthly', '5.00', { countries: ['SE'] }],
      ['Norway', 'monthly', '5.00', { countries: ['NO'] }],
    ],
  ],
  [
    'Jorvanta',
    'Jorvanta Survey',
    'Asks customers how it went.',
    [
      ['Basic', 'monthly', '7.00', FREE_MONTH],
      ['Per answer', 'metered', ''],
    ],
  ],
  [
    'Kestrowe',
    'Kestrowe Mobile',
    'Manages telephones and tablets.',
    [
      ['Device', 'either', '1.50'],
      ['Fleet', 'annual', '2.20', SET_UP_FIRST],
    ],
  ],
  [
    'Lindquarrel',
    'Lindquarrel Wiki',
    'What the company knows, in one place.',
    [
      ['Reader', 'monthly', '1.00', READY],
      ['Writer', 'monthly', '5.00', READY],
    ],
  ],
  [
    'Mosstrand',
    'Mosstrand Energy',
    'Shows what a building uses.',
    [
      ['Building', 'annual', '35.00', { ...SMALL, ...SET_UP_FIRST }],
      ['Per meter', 'metered', ''],
    ],
  ],
  [
    'Nubrecht',
    'Nubrecht Translate',
    'Translates documents.',
    [
      ['Desk', 'either', '12.00', GERMAN],
      ['Per page', 'metered', ''],
    ],
  ],
  [
    'Orlavia Legal',
    'Orlavia Matters',
    'Cases and deadlines of law firms.',
    [
      ['Lawyer', 'either', '45.00', { ...SMALL, ...FREE_MONTH }],
      ['Chamber', 'annual', '60.00', GERMAN],
    ],
  ],
  [
    'Pinnacorn',
    'Pinnacorn Scheduler',
    'Books rooms and desks.',
    [
      ['Desk', 'either', '1.20', FREE_MONTH],
      ['Campus', 'annual', '1.90'],
    ],
  ],
  [
    'Quellmark',
    'Quellmark Search',
    'One search across all systems.',
    [
      ['Seat', 'either', '6.50'],
      ['Index node', 'azurePortal', '', CONTAINER],
    ],
  ],
  [
    'Riddlewick',
    'Riddlewick Games',
    'Exercises that make safety training fun.',
    [
      ['Crew', 'monthly', '3.30', { ...SMALL, ...FREE_MONTH }],
      ['Company', 'annual', '2.80'],
    ],
  ],
  [
    'Skovtoft',
    'Skovtoft Farm',
    'Fields, animals and machines of a farm.',
    [
      ['Farm', 'annual', '17.00', NORDIC],
      ['Estate', 'annual', '33.00', NORDIC],
    ],
  ],
  [
    'Tarnovale',
    'Tarnovale Connect',
    'Links two business systems.',
    [
      ['Link', 'either', '55.00', SET_UP_FIRST],
      ['Per message', 'metered', ''],
      ['Bridge image', 'azurePortal', ''],
    ],
  ],
  [
    'Ulverdane',
    'Ulverdane Print',
    'Printers without a print server.',
    [
      ['User', 'either', '2.10', READY],
      ['Kiosk', 'monthly', '8.00'],
    ],
  ],
  [
    'Vintabrook',
    'Vintabrook Retail',
    'Tills and receipts of shops.',
    [
      ['Till', 'monthly', '26.00', NOT_RUSSIA],
      ['Store', 'annual', '58.00', SET_UP_FIRST],
    ],
  ],
  [
    'Wexaling',
    'Wexaling Chatbot',
    'Answers the usual questions by itself.',
    [
      ['Bot', 'monthly', '99.00', ONE],
      ['Per conversation', 'metered', ''],
    ],
  ],
  [
    'Xandrova',
    'Xandrova Draw',
    'Drawings of machines in the browser.',
    [
      ['Viewer', 'either', '5.00', PACIFIC],
      ['Designer', 'either', '52.00', PACIFIC],
    ],
  ],
  [
    'Yllestad',
    'Yllestad Minutes',
    'Minutes and decisions of meetings.',
    [
      ['Board', 'annual', '14.00', NORDIC],
      ['Council', 'annual', '11.00', { ...NORDIC, ...OURS }],
    ],
  ],
  [
    'Zephrastone',
    'Zephrastone Firewall',
    'Filters traffic to a network.',
    [
      ['Managed', 'annual', '65.00', THEIRS],
      ['Firewall image', 'azurePortal', ''],
    ],
  ],
  [
    'Appelwerk',
    'Appelwerk Shop',
    'Sells on the web.',
    [
      ['Counter', 'monthly', '30.00', FREE_MONTH],
      ['Per order', 'metered', ''],
      ['Marketplace', 'annual', '90.00', NOT_IN_CSP],
    ],
  ],
  [
    'Brackenhove',
    'Brackenhove Archive',
    'Keeps records for as long as the law says.',
    [
      ['Records', 'either', '3.60'],
      ['Storage engine', 'azurePortal', '', CONTAINER],
    ],
  ],
];

/** Twelve months for the price of ten, where the year is paid at once. */
function termsFor(sold: Sold, price: string): Term[] {
  const byMonth = (): Term => term('P1M', 'Monthly', 'month', price);
  const byYear = (): Term => term('P1Y', 'Annual', 'year', times(price, 10));
  switch (sold) {
    case 'monthly':
      return [byMonth()];
    case 'annual':
      return [byYear()];
    case 'either':
      return [byMonth(), byYear()];
    case 'metered':
      return [term('P1M', 'Monthly', 'month', '0.00')];
    case 'azurePortal':
      return [];
  }
}

/** One plan of a marketplace product as an offer; plans are the SKUs of the product. */
export function planOffer(name: string, product: string, description: string, plan: Plan, skuId: string): Offer {
  const [planName, sold, price, { max = 5_000, ready, ...special } = {}] = plan;
  const title = `${product} ${planName}`;
  const key = keyOf(title);
  const licensed = price !== '';
  return finish({
    key,
    commerce: 'marketplace',
    ...itemIds('DZH318Z0', `${name} ${product}`, skuId, key),
    title,
    productTitle: product,
    description,
    publisher: { name, kind: 'partner', site: `https://${keyOf(name)}.example` },
    billingType: licensed ? 'license' : 'usage',
    productFamily: 'Marketplace',
    terms: termsFor(sold, price),
    ...(licensed && { quantity: { min: 1, max } }),
    ...(licensed && !ready && { activation: { by: 'publisher' } }),
    ...(sold === 'metered' && { metered: true }),
    ...(sold === 'azurePortal' && { transactable: false }),
    ...special,
  });
}

export const MARKETPLACE_OFFERS: readonly Offer[] = ROWS.flatMap(([name, product, description, plans]) =>
  plans.map((plan, index) => planOffer(name, product, description, plan, skuNumber(index + 1))),
);
