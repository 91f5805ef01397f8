/** New-commerce licence offers: one price a month from which every term follows, trials, and add-ons. */
import type { Offer, Term } from '../offer';
import {
  type Details,
  ENTERPRISE_MAX,
  finish,
  itemIds,
  keyOf,
  MICROSOFT,
  ONE,
  skuNumber,
  SMALL,
  term,
  times,
  TRIAL,
  trialOf,
} from './build';

interface NewCommerceDetails extends Details {
  /** The product, where this is one of several SKUs of it. */
  readonly of?: string;
  readonly sku?: string;
  /** Ids that the documents show. */
  readonly ids?: Pick<Offer, 'productId' | 'skuId' | 'availabilityId'>;
  readonly threeYears?: true;
}

/** Title, USD per licence and month on an annual commitment, details. */
type Row = readonly [title: string, price: string, details?: NewCommerceDetails];

type Group = readonly [family: string, description: string, rows: readonly Row[]];

const LONG: NewCommerceDetails = { threeYears: true };
const LONG_TRIAL: NewCommerceDetails = { ...LONG, ...TRIAL };

const SUITES = [
  'm365-business-basic',
  'm365-business-standard',
  'm365-business-premium',
  'o365-e1',
  'o365-e3',
  'm365-e3',
];
const PHONE_BASES = [...SUITES, 'o365-f3', 'm365-f1', 'm365-f3'];
const FRONTLINE = ['m365-f1', 'm365-f3'];
const ENTERPRISE = ['m365-e3', 'm365-e5'];
const SALES_AND_SERVICE = [
  'd365-sales-enterprise',
  'd365-sales-premium',
  'd365-customer-service-enterprise',
  'd365-field-service',
];
const OPERATIONS = ['d365-finance', 'd365-supply-chain-management', 'd365-commerce', 'd365-project-operations'];
const POWER_BASES = ['power-apps-per-user-plan', 'power-automate-per-user-plan', ...SALES_AND_SERVICE, ...OPERATIONS];

/** Where Microsoft is the telephone company. */
const CALLING_COUNTRIES = 'AT AU BE CA CH CZ DE DK ES FI FR GB HU IE IT JP NL NO NZ PL PT RO SE SG SK US'.split(' ');

/** Size of a Windows 365 machine and its price for enterprises; the business edition costs 4.00 more. */
const CLOUD_PCS: readonly (readonly [size: string, price: number])[] = [
  ['1 vCPU, 2 GB, 64 GB', 20],
  ['2 vCPU, 4 GB, 64 GB', 28],
  ['2 vCPU, 4 GB, 128 GB', 31],
  ['2 vCPU, 4 GB, 256 GB', 40],
  ['2 vCPU, 8 GB, 128 GB', 41],
  ['2 vCPU, 8 GB, 256 GB', 50],
  ['4 vCPU, 16 GB, 128 GB', 66],
  ['4 vCPU, 16 GB, 256 GB', 75],
  ['4 vCPU, 16 GB, 512 GB', 101],
  ['8 vCPU, 32 GB, 128 GB', 123],
  ['8 vCPU, 32 GB, 512 GB', 158],
];

function cloudPcs(edition: 'Business' | 'Enterprise', surcharge: number, max: number): Row[] {
  const of = `Windows 365 ${edition}`;
  return CLOUD_PCS.map(([size, price], index) => [
    `${of} ${size}`,
    `${price + surcharge}.00`,
    { of, sku: skuNumber(index + 1), max },
  ]);
}

const GROUPS: readonly Group[] = [
  [
    'Microsoft 365',
    'Mail, files, meetings and Office apps for one person.',
    [
      [
        'Microsoft 365 Business Basic',
        '5.00',
        {
          ...SMALL,
          ...TRIAL,
          ids: { productId: 'CFQ7TTC0LH18', skuId: '0001', availabilityId: 'CFQ7TTC0K18P' },
          upgradeTargets: [
            'm365-business-standard',
            'm365-business-premium',
            'o365-e1',
            'o365-e3',
            'o365-e5',
            ...ENTERPRISE,
          ],
        },
      ],
      [
        'Microsoft 365 Apps for business',
        '8.25',
        {
          ...SMALL,
          ...TRIAL,
          upgradeTargets: ['m365-business-standard', 'm365-business-premium', 'm365-apps-for-enterprise'],
        },
      ],
      [
        'Microsoft 365 Business Standard',
        '12.50',
        {
          ...SMALL,
          ...TRIAL,
          ids: { productId: 'CFQ7TTC0LDPB', skuId: '0001', availabilityId: 'CFQ7TTC0K971' },
          upgradeTargets: ['m365-business-premium', 'o365-e3', 'o365-e5', ...ENTERPRISE],
        },
      ],
      [
        'Microsoft 365 Business Premium',
        '20.00',
        { ...SMALL, ...TRIAL, ids: { productId: 'CFQ7TTC0LCHC', skuId: '0002' }, upgradeTargets: ENTERPRISE },
      ],
      [
        'Microsoft 365 Apps for enterprise',
        '12.00',
        { ...LONG, upgradeTargets: ['o365-e3', 'o365-e5', ...ENTERPRISE] },
      ],
      ['Microsoft 365 E3', '32.00', { ...LONG_TRIAL, upgradeTargets: ['m365-e5'] }],
      ['Microsoft 365 E5', '57.00', LONG_TRIAL],
      [
        'Microsoft 365 E5 without Audio Conferencing',
        '53.00',
        { of: 'Microsoft 365 E5', sku: '0002', upgradeTargets: ['m365-e5'] },
      ],
      ['Microsoft 365 F1', '2.25', { upgradeTargets: ['m365-f3', ...ENTERPRISE] }],
      ['Microsoft 365 F3', '8.00', { ...LONG, upgradeTargets: ENTERPRISE }],
      ['Office 365 E1', '8.00', { ...LONG_TRIAL, upgradeTargets: ['o365-e3', 'o365-e5', ...ENTERPRISE] }],
      ['Office 365 E3', '20.00', { ...LONG_TRIAL, upgradeTargets: ['o365-e5', ...ENTERPRISE] }],
      ['Office 365 E5', '35.00', { ...LONG_TRIAL, upgradeTargets: ['m365-e5'] }],
      [
        'Office 365 E5 without Audio Conferencing',
        '33.00',
        { of: 'Office 365 E5', sku: '0002', upgradeTargets: ['o365-e5'] },
      ],
      ['Office 365 F3', '4.00', { upgradeTargets: ['o365-e1', 'o365-e3', 'm365-f3'] }],
    ],
  ],
  [
    'Microsoft 365',
    'One service of Microsoft 365 by itself.',
    [
      [
        'Exchange Online (Plan 1)',
        '4.00',
        { ...TRIAL, upgradeTargets: ['exchange-online-plan-2', 'o365-e1', 'o365-e3'] },
      ],
      ['Exchange Online (Plan 2)', '8.00', { upgradeTargets: ['o365-e3', 'o365-e5'] }],
      ['Exchange Online Kiosk', '2.00', { upgradeTargets: ['exchange-online-plan-1', 'o365-f3'] }],
      ['Exchange Online Protection', '1.00'],
      ['Exchange Online Archiving for Exchange Server', '3.00'],
      ['SharePoint (Plan 1)', '5.00', { upgradeTargets: ['sharepoint-plan-2'] }],
      ['SharePoint (Plan 2)', '10.00', { upgradeTargets: ['o365-e3'] }],
      ['OneDrive for business (Plan 1)', '5.00', { upgradeTargets: ['onedrive-for-business-plan-2'] }],
      ['OneDrive for business (Plan 2)', '10.00'],
      ['Microsoft Teams Rooms Standard', '15.00', { upgradeTargets: ['microsoft-teams-rooms-premium'] }],
      ['Microsoft Teams Rooms Premium', '50.00'],
      ['Microsoft Teams Shared Devices', '8.00'],
      ['Workplace Analytics', '6.00'],
      ['Microsoft Stream Plan 2', '5.00'],
    ],
  ],
  [
    'Microsoft 365',
    'Adds to a Microsoft 365 or Office 365 licence of the customer.',
    [
      ['Exchange Online Archiving for Exchange Online', '3.00', { addOnOf: ['exchange-online-plan-1', ...SUITES] }],
      ['Microsoft 365 Audio Conferencing', '4.00', { addOnOf: PHONE_BASES, excludedCountries: ['CN', 'IN'] }],
      ['Microsoft Teams Phone Standard', '8.00', { addOnOf: [...PHONE_BASES, 'm365-e5'] }],
      [
        'Microsoft 365 Domestic Calling Plan',
        '12.00',
        { addOnOf: ['microsoft-teams-phone-standard', 'o365-e5', 'm365-e5'], countries: CALLING_COUNTRIES },
      ],
      [
        'Microsoft 365 Domestic and International Calling Plan',
        '24.00',
        { addOnOf: ['microsoft-teams-phone-standard', 'o365-e5', 'm365-e5'], countries: CALLING_COUNTRIES },
      ],
      [
        'Microsoft 365 Business Voice',
        '20.00',
        {
          max: 300,
          addOnOf: ['m365-business-basic', 'm365-business-standard', 'm365-business-premium'],
          countries: ['CA', 'GB', 'US'],
        },
      ],
      ['Microsoft 365 Advanced Communications', '12.00', { addOnOf: PHONE_BASES }],
      ['Office 365 Extra File Storage', '0.20', { addOnOf: [...SUITES, 'o365-e5', 'm365-e5', 'sharepoint-plan-1'] }],
      ['Microsoft Viva Topics', '5.00', { addOnOf: [...SUITES, ...FRONTLINE, 'm365-e5'] }],
      ['Microsoft Viva Learning', '4.00', { addOnOf: [...SUITES, ...FRONTLINE, 'm365-e5'] }],
      ['SharePoint Syntex', '5.00', { addOnOf: [...SUITES, 'm365-e5', 'sharepoint-plan-2'] }],
      ['Microsoft 365 Multi-Geo Capabilities', '2.00', { addOnOf: ['o365-e3', 'o365-e5', ...ENTERPRISE] }],
    ],
  ],
  [
    'Security',
    'Protects sign-ins, devices, mail or documents.',
    [
      ['Microsoft Defender for Endpoint', '5.20', TRIAL],
      [
        'Microsoft Defender for Office 365 (Plan 1)',
        '2.00',
        { upgradeTargets: ['microsoft-defender-for-o365-plan-2'] },
      ],
      ['Microsoft Defender for Office 365 (Plan 2)', '5.00', TRIAL],
      ['Microsoft Defender for Identity', '5.50'],
      ['Microsoft Cloud App Security', '3.50'],
      ['Azure Active Directory Premium P1', '6.00', { upgradeTargets: ['azure-active-directory-premium-p2'] }],
      ['Azure Active Directory Premium P2', '9.00', TRIAL],
      ['Azure Information Protection Premium P1', '2.00'],
      ['Microsoft Intune', '8.00', TRIAL],
      ['Microsoft Intune Device', '2.00'],
      ['Enterprise Mobility + Security E3', '10.60', { ...LONG, upgradeTargets: ['enterprise-mobility-security-e5'] }],
      ['Enterprise Mobility + Security E5', '16.40', LONG_TRIAL],
    ],
  ],
  [
    'Security',
    'Adds protection or compliance to a Microsoft 365 licence of the customer.',
    [
      ['Microsoft 365 E5 Security', '12.00', { addOnOf: ['m365-e3'] }],
      ['Microsoft 365 E5 Compliance', '12.00', { addOnOf: ['m365-e3'] }],
      ['Microsoft 365 E5 eDiscovery and Audit', '6.00', { addOnOf: ['m365-e3'] }],
      ['Microsoft 365 E5 Information Protection and Governance', '7.00', { addOnOf: ['m365-e3'] }],
      ['Microsoft 365 E5 Insider Risk Management', '6.00', { addOnOf: ['m365-e3'] }],
      ['Microsoft 365 F5 Security', '8.00', { addOnOf: FRONTLINE }],
      ['Microsoft 365 F5 Compliance', '8.00', { addOnOf: FRONTLINE }],
      ['Microsoft 365 F5 Security + Compliance', '13.00', { addOnOf: FRONTLINE }],
      ['Premium Assessments for Compliance Manager', '2500.00', { addOnOf: ['m365-e5'] }],
    ],
  ],
  [
    'Windows',
    'The Enterprise edition of Windows for one person.',
    [
      ['Windows 10/11 Enterprise E3', '7.00', { ...LONG, upgradeTargets: ['windows-10-11-enterprise-e5'] }],
      ['Windows 10/11 Enterprise E5', '11.00', LONG],
      ['Windows 10/11 Enterprise E3 VDA', '12.20', { upgradeTargets: ['windows-10-11-enterprise-e5-vda'] }],
      ['Windows 10/11 Enterprise E5 VDA', '16.20'],
    ],
  ],
  [
    'Windows 365',
    'A Windows computer in the cloud for one person.',
    [...cloudPcs('Business', 4, 300), ...cloudPcs('Enterprise', 0, ENTERPRISE_MAX)],
  ],
  [
    'Power Platform',
    'Reports, apps and automation without much code.',
    [
      ['Power BI Pro', '9.99', { ...TRIAL, upgradeTargets: ['power-bi-premium-per-user'] }],
      ['Power BI Premium Per User', '20.00', TRIAL],
      [
        'Power BI Premium P1',
        '4995.00',
        { ...LONG, ...ONE, upgradeTargets: ['power-bi-premium-p2', 'power-bi-premium-p3'] },
      ],
      ['Power BI Premium P2', '9995.00', { ...LONG, ...ONE, upgradeTargets: ['power-bi-premium-p3'] }],
      ['Power BI Premium P3', '19995.00', { ...LONG, ...ONE }],
      ['Power Apps per app plan', '5.00', { upgradeTargets: ['power-apps-per-user-plan'] }],
      ['Power Apps per user plan', '20.00', TRIAL],
      ['Power Automate per user plan', '15.00', { upgradeTargets: ['power-automate-per-user-with-attended-rpa-plan'] }],
      ['Power Automate per user with attended RPA plan', '40.00'],
      ['Power Automate per flow plan', '100.00', { min: 5 }],
      ['Power Virtual Agents', '1000.00', ONE],
    ],
  ],
  [
    'Power Platform',
    'Adds capacity to an app or reporting licence of the customer.',
    [
      ['Power BI Premium Per User Add-On', '10.00', { addOnOf: ['power-bi-pro', 'o365-e5', 'm365-e5'] }],
      [
        'Power Automate unattended RPA add-on',
        '150.00',
        { addOnOf: ['power-automate-per-flow-plan', 'power-automate-per-user-with-attended-rpa-plan'] },
      ],
      ['AI Builder Capacity add-on', '500.00', { addOnOf: POWER_BASES }],
      ['Dataverse Database Capacity', '40.00', { addOnOf: POWER_BASES }],
      ['Dataverse File Capacity', '2.00', { addOnOf: POWER_BASES }],
      ['Dataverse Log Capacity', '10.00', { addOnOf: POWER_BASES }],
      ['Power Apps Portals login capacity add-on', '200.00', { addOnOf: POWER_BASES }],
    ],
  ],
  [
    'Project and Visio',
    'Plans of projects, or diagrams.',
    [
      ['Project Plan 1', '10.00', { upgradeTargets: ['project-plan-3', 'project-plan-5'] }],
      ['Project Plan 3', '30.00', { ...TRIAL, upgradeTargets: ['project-plan-5'] }],
      ['Project Plan 5', '55.00'],
      ['Project Online Essentials', '7.00', { upgradeTargets: ['project-plan-3'] }],
      ['Visio Plan 1', '5.00', { upgradeTargets: ['visio-plan-2'] }],
      ['Visio Plan 2', '15.00', TRIAL],
    ],
  ],
  [
    'Dynamics 365',
    'Business application for sales, service or operations.',
    [
      [
        'Dynamics 365 Sales Professional',
        '65.00',
        { ...LONG, upgradeTargets: ['d365-sales-enterprise', 'd365-sales-premium'] },
      ],
      ['Dynamics 365 Sales Enterprise', '95.00', { ...LONG_TRIAL, upgradeTargets: ['d365-sales-premium'] }],
      ['Dynamics 365 Sales Premium', '135.00', LONG],
      [
        'Dynamics 365 Customer Service Professional',
        '50.00',
        { ...LONG, upgradeTargets: ['d365-customer-service-enterprise'] },
      ],
      ['Dynamics 365 Customer Service Enterprise', '95.00', LONG_TRIAL],
      ['Dynamics 365 Field Service', '95.00', LONG_TRIAL],
      ['Dynamics 365 Finance', '180.00', { ...LONG, min: 20 }],
      ['Dynamics 365 Supply Chain Management', '180.00', { ...LONG, min: 20 }],
      ['Dynamics 365 Commerce', '180.00', { ...LONG, min: 20 }],
      ['Dynamics 365 Human Resources', '120.00', { ...LONG, min: 5 }],
      ['Dynamics 365 Project Operations', '120.00', LONG],
      [
        'Dynamics 365 Business Central Essentials',
        '70.00',
        { ...LONG_TRIAL, upgradeTargets: ['d365-business-central-premium'] },
      ],
      ['Dynamics 365 Business Central Premium', '100.00', LONG],
      ['Dynamics 365 Business Central Team Members', '8.00', { upgradeTargets: ['d365-business-central-essentials'] }],
      [
        'Dynamics 365 Team Members',
        '8.00',
        { upgradeTargets: ['d365-sales-professional', 'd365-customer-service-professional'] },
      ],
      ['Dynamics 365 Operations - Activity', '50.00', { min: 20 }],
      ['Dynamics 365 Operations - Device', '75.00'],
      ['Dynamics 365 Marketing', '1500.00', ONE],
      ['Dynamics 365 Customer Insights', '1500.00', ONE],
      ['Dynamics 365 Customer Voice', '200.00', ONE],
      ['Dynamics 365 Fraud Protection', '1000.00', { ...ONE, excludedCountries: ['BY', 'KZ', 'RU'] }],
      ['Dynamics 365 Remote Assist', '65.00', TRIAL],
      ['Dynamics 365 Guides', '65.00', TRIAL],
    ],
  ],
  [
    'Dynamics 365',
    'A second application for a person who holds one already.',
    [
      ['Dynamics 365 Sales Enterprise Attach', '20.00', { ...LONG, addOnOf: [...SALES_AND_SERVICE, ...OPERATIONS] }],
      [
        'Dynamics 365 Customer Service Enterprise Attach',
        '20.00',
        { ...LONG, addOnOf: [...SALES_AND_SERVICE, ...OPERATIONS] },
      ],
      ['Dynamics 365 Field Service Attach', '20.00', { ...LONG, addOnOf: SALES_AND_SERVICE }],
      ['Dynamics 365 Finance Attach', '30.00', { ...LONG, addOnOf: OPERATIONS }],
      ['Dynamics 365 Supply Chain Management Attach', '30.00', { ...LONG, addOnOf: OPERATIONS }],
      ['Dynamics 365 Commerce Attach', '30.00', { ...LONG, addOnOf: OPERATIONS }],
      ['Dynamics 365 Human Resources Attach', '30.00', { ...LONG, addOnOf: OPERATIONS }],
      ['Dynamics 365 Business Central Attach', '30.00', { ...LONG, addOnOf: SALES_AND_SERVICE }],
      ['Dynamics 365 Marketing Attach', '750.00', { ...ONE, addOnOf: SALES_AND_SERVICE }],
    ],
  ],
];

/** A single month costs a fifth more than a month of a year; years cost the same however they are paid. */
function termsFor(price: string, threeYears: boolean): Term[] {
  const year = times(price, 12);
  const terms = [
    term('P1M', 'Monthly', 'month', times(price, 6, 5)),
    term('P1Y', 'Monthly', 'month', price),
    term('P1Y', 'Annual', 'year', year),
  ];
  if (threeYears) {
    terms.push(
      term('P3Y', 'Monthly', 'month', price),
      term('P3Y', 'Annual', 'year', year),
      term('P3Y', 'Triennial', 'once', times(price, 36)),
    );
  }
  return terms;
}

function offersOf(productFamily: string, description: string, [title, price, details = {}]: Row): Offer[] {
  const { of, sku = '0001', ids, trial, threeYears = false, min = 1, max = ENTERPRISE_MAX, ...rules } = details;
  const key = keyOf(title);
  const paid = finish({
    key,
    commerce: 'newCommerce',
    ...itemIds('CFQ7TTC0', of ?? title, sku, key),
    ...ids,
    title,
    ...(of && { productTitle: of }),
    description,
    publisher: MICROSOFT,
    billingType: 'license',
    productFamily,
    terms: termsFor(price, threeYears),
    quantity: { min, max },
    ...rules,
  });
  return trial ? [paid, trialOf(paid)] : [paid];
}

export const NEW_COMMERCE_OFFERS: readonly Offer[] = GROUPS.flatMap(([family, description, rows]) =>
  rows.flatMap((row) => offersOf(family, description, row)),
);
