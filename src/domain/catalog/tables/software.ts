/** Software: perpetual licences, server subscriptions for one or three years, and Linux plans. */
import type { Offer, Publisher, Software, Term } from '../offer';
import { ENTERPRISE_MAX, finish, itemIds, keyOf, MICROSOFT, term, times } from './build';

const LANGUAGES = ['English', 'French', 'German', 'Japanese', 'Portuguese', 'Spanish', 'Swedish'];
const DESKTOP_BITS = ['64-bit', '32-bit'];
/** Servers run on 64 bits only. */
const SERVER_BITS = ['64-bit'];

const DESKTOP = new Set(['Office', 'Windows', 'Developer tools']);

const SERVER = 'Windows Server';
const SERVER_2022 = ['2022', '2019', '2016'];
const SERVER_2019 = ['2019', '2016'];
const SQL = 'SQL Server';
const SQL_2019 = ['2019', '2017', '2016'];
const SLES = ['15', '12'];
const RHEL = ['8', '7'];

/** Title, family, versions to download, USD for one licence, once. */
type PerpetualRow = readonly [title: string, family: string, versions: readonly string[], price: string];

const PERPETUAL: readonly PerpetualRow[] = [
  ['Windows Server 2022 Standard - 16 Core License Pack', SERVER, SERVER_2022, '1069.00'],
  ['Windows Server 2022 Standard - 2 Core License Pack', SERVER, SERVER_2022, '134.00'],
  ['Windows Server 2022 Datacenter - 16 Core License Pack', SERVER, SERVER_2022, '6155.00'],
  ['Windows Server 2022 Datacenter - 2 Core License Pack', SERVER, SERVER_2022, '769.00'],
  ['Windows Server 2022 - 1 Device CAL', SERVER, SERVER_2022, '42.00'],
  ['Windows Server 2022 - 1 User CAL', SERVER, SERVER_2022, '54.00'],
  ['Windows Server 2022 Remote Desktop Services - 1 Device CAL', SERVER, SERVER_2022, '146.00'],
  ['Windows Server 2022 Remote Desktop Services - 1 User CAL', SERVER, SERVER_2022, '188.00'],
  ['Windows Server 2022 Rights Management Services - 1 User CAL', SERVER, SERVER_2022, '52.00'],
  ['Windows Server 2022 External Connector', SERVER, SERVER_2022, '2415.00'],
  ['Windows Server 2019 Standard - 16 Core License Pack', SERVER, SERVER_2019, '972.00'],
  ['Windows Server 2019 Datacenter - 16 Core License Pack', SERVER, SERVER_2019, '6155.00'],
  ['Windows Server 2019 - 1 User CAL', SERVER, SERVER_2019, '38.00'],
  ['Windows Server 2019 Remote Desktop Services - 1 User CAL', SERVER, SERVER_2019, '135.00'],
  ['SQL Server 2019 Enterprise Core - 2 Core License Pack', SQL, SQL_2019, '13748.00'],
  ['SQL Server 2019 Standard Core - 2 Core License Pack', SQL, SQL_2019, '3586.00'],
  ['SQL Server 2019 Standard Edition', SQL, SQL_2019, '899.00'],
  ['SQL Server 2019 - 1 Device CAL', SQL, SQL_2019, '209.00'],
  ['SQL Server 2019 - 1 User CAL', SQL, SQL_2019, '209.00'],
  ['Exchange Server Standard 2019', 'Office servers', ['2019'], '708.00'],
  ['SharePoint Server 2019', 'Office servers', ['2019'], '6798.00'],
  ['Office LTSC Standard 2021', 'Office', ['2021'], '430.00'],
  ['Office LTSC Professional Plus 2021', 'Office', ['2021'], '588.00'],
  ['Windows 10 Pro Upgrade', 'Windows', ['21H1', '20H2', '2004'], '199.00'],
  ['Visual Studio Professional 2019', 'Developer tools', ['2019', '2017'], '499.00'],
];

/** Title, family, versions, USD a year; a fourth off for three years; `plans`: also billed by the month and the year. */
type SubscriptionRow = readonly [
  title: string,
  family: string,
  versions: readonly string[],
  price: string,
  plans?: boolean,
];

const SUBSCRIPTIONS: readonly SubscriptionRow[] = [
  ['Windows Server Standard - 8 Core License Pack Subscription', SERVER, SERVER_2022, '216.00'],
  ['Windows Server CAL - 1 Device Subscription', SERVER, SERVER_2022, '11.00'],
  ['Windows Server CAL - 1 User Subscription', SERVER, SERVER_2022, '14.00'],
  ['Windows Server Remote Desktop Services CAL - 1 User Subscription', SERVER, SERVER_2022, '54.00'],
  ['Windows Server Rights Management Services CAL - 1 User Subscription', SERVER, SERVER_2022, '15.00'],
  ['SQL Server Enterprise - 2 Core License Pack Subscription', SQL, SQL_2019, '4788.00', true],
  ['SQL Server Standard - 2 Core License Pack Subscription', SQL, SQL_2019, '1248.00', true],
];

/** Linux plans of other publishers can neither be cancelled nor exchanged (S3-25). */
const LINUX: readonly (readonly [publisher: string, title: string, versions: readonly string[], price: string])[] = [
  ['SUSE', 'SUSE Linux Enterprise Server - 1-2 vCPU', SLES, '321.00'],
  ['SUSE', 'SUSE Linux Enterprise Server - 3-4 vCPU', SLES, '642.00'],
  ['SUSE', 'SUSE Linux Enterprise Server - 5+ vCPU', SLES, '706.00'],
  ['SUSE', 'SUSE Linux Enterprise Server for SAP - 1-2 vCPU', SLES, '1095.00'],
  ['SUSE', 'SUSE Linux Enterprise Server for SAP - 5+ vCPU', SLES, '2628.00'],
  ['Red Hat', 'Red Hat Enterprise Linux - 1-4 vCPU', RHEL, '526.00'],
  ['Red Hat', 'Red Hat Enterprise Linux - 5+ vCPU', RHEL, '1139.00'],
  ['Red Hat', 'Red Hat Enterprise Linux with High Availability - 1-4 vCPU', RHEL, '1051.00'],
];

function softwareOffer(
  title: string,
  productFamily: string,
  publisher: Publisher,
  terms: readonly Term[],
  software: Pick<Software, 'kind' | 'versions' | 'cancelWindowDays'>,
): Offer {
  const key = keyOf(title);
  return finish({
    key,
    commerce: 'software',
    ...itemIds('DZH318Z0', title, '0001', key),
    title,
    description: software.kind === 'perpetual' ? 'Software, licensed for good.' : 'Software, licensed for a term.',
    publisher,
    billingType: 'license',
    productFamily,
    terms,
    quantity: { min: 1, max: ENTERPRISE_MAX },
    software: { ...software, languages: LANGUAGES, bits: DESKTOP.has(productFamily) ? DESKTOP_BITS : SERVER_BITS },
  });
}

function subscriptionTerms(price: string, plans: boolean): Term[] {
  const upfront = [term('P1Y', 'Annual', 'year', price), term('P3Y', 'Triennial', 'once', times(price, 9, 4))];
  if (!plans) return upfront;
  return [
    term('P1Y', 'Monthly', 'month', times(price, 1, 12)),
    ...upfront,
    term('P3Y', 'Monthly', 'month', times(price, 1, 16)),
    term('P3Y', 'Annual', 'year', times(price, 3, 4)),
  ];
}

export const SOFTWARE_OFFERS: readonly Offer[] = [
  ...PERPETUAL.map(([title, family, versions, price]) =>
    softwareOffer(title, family, MICROSOFT, [term('none', 'OneTime', 'once', price)], {
      kind: 'perpetual',
      versions,
      cancelWindowDays: 60,
    }),
  ),
  ...SUBSCRIPTIONS.map(([title, family, versions, price, plans = false]) =>
    softwareOffer(title, family, MICROSOFT, subscriptionTerms(price, plans), {
      kind: 'subscription',
      versions,
      cancelWindowDays: 60,
    }),
  ),
  ...LINUX.map(([name, title, versions, price]) =>
    softwareOffer(title, 'Linux', { name, kind: 'partner' }, subscriptionTerms(price, false), {
      kind: 'subscription',
      versions,
      cancelWindowDays: 0,
    }),
  ),
];
