/** Legacy licence offers: named by a GUID, sold for a year that is billed by the month or at once. */
import { guidOf } from '../../../kernel/identity';
import type { Offer, Segment, Term } from '../offer';
import {
  type Details,
  ENTERPRISE_MAX,
  finish,
  keyOf,
  MICROSOFT,
  ONE,
  SMALL,
  term,
  times,
  TRIAL,
  trialOf,
} from './build';

interface LegacyDetails extends Details {
  /** The price list quotes annual billing by the year instead of by the month (decision 26). */
  readonly yearly?: true;
}

/** Title, USD per licence and month, details. */
type Row = readonly [title: string, price: string, details?: LegacyDetails];

type Group = readonly [family: string, segment: Segment, description: string, rows: readonly Row[]];

const YEARLY: LegacyDetails = { yearly: true };
/** The government cloud is sold in the United States only. */
const US: LegacyDetails = { countries: ['US'] };

const BUSINESS = ['legacy-m365-business-basic', 'legacy-m365-business-standard', 'legacy-m365-business-premium'];
const ENTERPRISE = ['legacy-o365-e1', 'legacy-o365-e3', 'legacy-m365-e3'];
const PHONE = ['legacy-m365-phone-system', 'legacy-o365-e5', 'legacy-m365-e5'];
const SALES = ['legacy-d365-sales-enterprise', 'legacy-d365-customer-service-enterprise', 'legacy-d365-field-service'];
const CALLING_COUNTRIES = 'BE CA DE ES FR GB IE NL NO SE US'.split(' ');

const GROUPS: readonly Group[] = [
  [
    'Microsoft 365',
    'Commercial',
    'Mail, files, meetings and Office apps for one person.',
    [
      [
        'Microsoft 365 Business Basic',
        '5.00',
        {
          ...SMALL,
          ...TRIAL,
          upgradeTargets: ['legacy-m365-business-standard', 'legacy-o365-e1', 'legacy-o365-e3', 'legacy-o365-e5'],
        },
      ],
      [
        'Microsoft 365 Apps for business',
        '8.25',
        {
          ...SMALL,
          upgradeTargets: [
            'legacy-m365-business-premium',
            'legacy-m365-apps-for-enterprise',
            'legacy-o365-e3',
            'legacy-o365-e5',
          ],
        },
      ],
      [
        'Microsoft 365 Business Standard',
        '12.50',
        { ...SMALL, ...TRIAL, upgradeTargets: ['legacy-o365-e3', 'legacy-o365-e5'] },
      ],
      ['Microsoft 365 Business Premium', '20.00', { ...SMALL, ...TRIAL }],
      ['Microsoft 365 Apps for enterprise', '12.00'],
      ['Microsoft 365 E3', '32.00', { upgradeTargets: ['legacy-m365-e5'] }],
      ['Microsoft 365 E5', '57.00', TRIAL],
      ['Microsoft 365 F1', '2.25'],
      ['Microsoft 365 F3', '8.00'],
      ['Office 365 E1', '8.00', { upgradeTargets: ['legacy-o365-e3', 'legacy-o365-e5'] }],
      ['Office 365 E3', '20.00', { ...TRIAL, upgradeTargets: ['legacy-o365-e5'] }],
      ['Office 365 E5', '35.00', TRIAL],
      ['Office 365 F3', '4.00', { upgradeTargets: ['legacy-o365-e1', 'legacy-o365-e3'] }],
    ],
  ],
  [
    'Microsoft 365',
    'Commercial',
    'One service of Microsoft 365 by itself.',
    [
      ['Exchange Online (Plan 1)', '4.00', { upgradeTargets: ['legacy-exchange-online-plan-2'] }],
      ['Exchange Online (Plan 2)', '8.00'],
      ['Exchange Online Kiosk', '2.00'],
      ['Exchange Online Protection', '1.00'],
      ['SharePoint Online (Plan 1)', '5.00', { upgradeTargets: ['legacy-sharepoint-online-plan-2'] }],
      ['SharePoint Online (Plan 2)', '10.00'],
      ['OneDrive for Business (Plan 1)', '5.00'],
      ['OneDrive for Business (Plan 2)', '10.00'],
      ['Microsoft Teams Rooms Standard', '15.00'],
      ['Common Area Phone', '8.00'],
    ],
  ],
  [
    'Microsoft 365',
    'Commercial',
    'Adds to a subscription that the customer holds.',
    [
      [
        'Office 365 Extra File Storage',
        '0.20',
        { addOnOf: [...BUSINESS, ...ENTERPRISE, 'legacy-sharepoint-online-plan-1'] },
      ],
      ['Microsoft 365 Audio Conferencing', '4.00', { addOnOf: [...BUSINESS, ...ENTERPRISE] }],
      ['Microsoft 365 Phone System', '8.00', { addOnOf: ENTERPRISE }],
      ['Microsoft 365 Domestic Calling Plan', '12.00', { addOnOf: PHONE, countries: CALLING_COUNTRIES }],
      ['Microsoft 365 International Calling Plan', '24.00', { addOnOf: PHONE, countries: CALLING_COUNTRIES }],
      [
        'Microsoft Defender for Office 365 (Plan 1)',
        '2.00',
        { addOnOf: [...BUSINESS, ...ENTERPRISE, 'legacy-exchange-online-plan-1'] },
      ],
      ['Microsoft Defender for Office 365 (Plan 2)', '5.00', { addOnOf: ENTERPRISE }],
      [
        'Exchange Online Archiving for Exchange Online',
        '3.00',
        { addOnOf: ['legacy-exchange-online-plan-1', ...BUSINESS] },
      ],
      ['Microsoft 365 E5 Security', '12.00', { addOnOf: ['legacy-m365-e3'] }],
      ['Microsoft 365 E5 Compliance', '12.00', { addOnOf: ['legacy-m365-e3'] }],
      [
        'Multi-Geo Capabilities in Office 365',
        '2.00',
        { addOnOf: ['legacy-o365-e3', 'legacy-o365-e5', 'legacy-m365-e5'] },
      ],
    ],
  ],
  [
    'Security',
    'Commercial',
    'Protects sign-ins, devices, mail or documents.',
    [
      ['Enterprise Mobility + Security E3', '8.80', { upgradeTargets: ['legacy-enterprise-mobility-security-e5'] }],
      ['Enterprise Mobility + Security E5', '14.80', TRIAL],
      ['Azure Active Directory Premium P1', '6.00', { upgradeTargets: ['legacy-azure-active-directory-premium-p2'] }],
      ['Azure Active Directory Premium P2', '9.00', TRIAL],
      ['Azure Information Protection Premium P1', '2.00'],
      ['Microsoft Intune', '6.00', TRIAL],
      ['Microsoft Defender for Endpoint', '5.20'],
      ['Microsoft Cloud App Security', '3.50'],
    ],
  ],
  [
    'Windows',
    'Commercial',
    'The Enterprise edition of Windows for one person.',
    [
      ['Windows 10 Enterprise E3', '7.00', { upgradeTargets: ['legacy-windows-10-enterprise-e5'] }],
      ['Windows 10 Enterprise E5', '11.00'],
      ['Windows 10 Enterprise E3 VDA', '12.20'],
    ],
  ],
  [
    'Power Platform',
    'Commercial',
    'Reports, apps and automation without much code.',
    [
      ['Power BI Pro', '9.99', TRIAL],
      ['Power BI Premium P1', '4995.00', ONE],
      ['Power Apps per user plan', '40.00', YEARLY],
      ['Power Apps per app plan', '10.00', YEARLY],
      ['Power Automate per user plan', '15.00', YEARLY],
      ['Dataverse Database Capacity', '40.00', { addOnOf: [...SALES, 'legacy-power-apps-per-user-plan'] }],
    ],
  ],
  [
    'Project and Visio',
    'Commercial',
    'Plans of projects, or diagrams.',
    [
      ['Project Plan 1', '10.00', { ...YEARLY, upgradeTargets: ['legacy-project-plan-3'] }],
      ['Project Plan 3', '30.00', { ...YEARLY, ...TRIAL, upgradeTargets: ['legacy-project-plan-5'] }],
      ['Project Plan 5', '55.00', YEARLY],
      ['Project Online Essentials', '7.00', YEARLY],
      ['Visio Plan 1', '5.00', { ...YEARLY, upgradeTargets: ['legacy-visio-plan-2'] }],
      ['Visio Plan 2', '15.00', { ...YEARLY, ...TRIAL }],
    ],
  ],
  [
    'Dynamics 365',
    'Commercial',
    'Business application for sales, service or operations.',
    [
      ['Dynamics 365 Sales Professional', '65.00', { upgradeTargets: ['legacy-d365-sales-enterprise'] }],
      ['Dynamics 365 Sales Enterprise', '95.00', TRIAL],
      [
        'Dynamics 365 Customer Service Professional',
        '50.00',
        { upgradeTargets: ['legacy-d365-customer-service-enterprise'] },
      ],
      ['Dynamics 365 Customer Service Enterprise', '95.00', TRIAL],
      ['Dynamics 365 Field Service', '95.00'],
      ['Dynamics 365 Finance', '180.00', { min: 20 }],
      ['Dynamics 365 Supply Chain Management', '180.00', { min: 20 }],
      [
        'Dynamics 365 Business Central Essentials',
        '70.00',
        { upgradeTargets: ['legacy-d365-business-central-premium'] },
      ],
      ['Dynamics 365 Business Central Premium', '100.00'],
      ['Dynamics 365 Team Members', '8.00'],
      ['Dynamics 365 Marketing', '1500.00', ONE],
      ['Dynamics 365 Remote Assist', '65.00'],
      ['Dynamics 365 Sales Enterprise Attach', '20.00', { addOnOf: SALES }],
      ['Dynamics 365 Additional Database Storage', '40.00', { addOnOf: SALES }],
    ],
  ],
  [
    'Microsoft 365',
    'Education',
    'For schools and universities only.',
    [
      [
        'Office 365 A1 for faculty',
        '0.00',
        { upgradeTargets: ['legacy-o365-a3-for-faculty', 'legacy-o365-a5-for-faculty'] },
      ],
      [
        'Office 365 A1 for students',
        '0.00',
        { upgradeTargets: ['legacy-o365-a3-for-students', 'legacy-o365-a5-for-students'] },
      ],
      ['Office 365 A3 for faculty', '3.25', { upgradeTargets: ['legacy-o365-a5-for-faculty'] }],
      ['Office 365 A3 for students', '2.50', { upgradeTargets: ['legacy-o365-a5-for-students'] }],
      ['Office 365 A5 for faculty', '8.00'],
      ['Office 365 A5 for students', '6.00'],
      ['Microsoft 365 A3 for faculty', '5.80', { upgradeTargets: ['legacy-m365-a5-for-faculty'] }],
      ['Microsoft 365 A3 for students', '4.70', { upgradeTargets: ['legacy-m365-a5-for-students'] }],
      ['Microsoft 365 A5 for faculty', '10.80'],
      ['Microsoft 365 A5 for students', '8.30'],
      ['Power BI Pro for faculty', '3.00'],
      ['Project Plan 3 for faculty', '6.00'],
      ['Visio Plan 2 for faculty', '3.00'],
      [
        'Office 365 A5 Audio Conferencing for faculty',
        '2.00',
        { addOnOf: ['legacy-o365-a3-for-faculty', 'legacy-m365-a3-for-faculty'] },
      ],
    ],
  ],
  [
    'Microsoft 365',
    'Government',
    'For the government community cloud only.',
    [
      ['Office 365 G1', '8.00', { ...US, upgradeTargets: ['legacy-o365-g3', 'legacy-o365-g5'] }],
      ['Office 365 G3', '20.00', { ...US, upgradeTargets: ['legacy-o365-g5'] }],
      ['Office 365 G5', '35.00', US],
      ['Office 365 F3 for Government', '4.00', US],
      ['Microsoft 365 G3', '32.00', { ...US, upgradeTargets: ['legacy-m365-g5'] }],
      ['Microsoft 365 G5', '57.00', US],
      ['Exchange Online (Plan 1) for Government', '4.00', US],
      ['Enterprise Mobility + Security E3 for Government', '8.80', US],
      ['Azure Active Directory Premium P1 for Government', '6.00', US],
      ['Power BI Pro for Government', '9.99', US],
      ['Project Plan 3 for Government', '30.00', US],
      ['Visio Plan 2 for Government', '15.00', US],
      ['Dynamics 365 Sales Enterprise for Government', '95.00', US],
    ],
  ],
  [
    'Microsoft 365',
    'Nonprofit',
    'For nonprofit organizations only.',
    [
      ['Microsoft 365 Business Basic (Nonprofit Staff Pricing)', '0.00', { ...SMALL, ...ONE }],
      ['Microsoft 365 Business Standard (Nonprofit Staff Pricing)', '3.00', SMALL],
      ['Microsoft 365 Business Premium (Nonprofit Staff Pricing)', '5.00', SMALL],
      [
        'Microsoft 365 E3 (Nonprofit Staff Pricing)',
        '8.00',
        { upgradeTargets: ['legacy-m365-e5-nonprofit-staff-pricing'] },
      ],
      ['Microsoft 365 E5 (Nonprofit Staff Pricing)', '22.80'],
      [
        'Office 365 E1 (Nonprofit Staff Pricing)',
        '2.00',
        { upgradeTargets: ['legacy-o365-e3-nonprofit-staff-pricing'] },
      ],
      [
        'Office 365 E3 (Nonprofit Staff Pricing)',
        '4.50',
        { upgradeTargets: ['legacy-o365-e5-nonprofit-staff-pricing'] },
      ],
      ['Office 365 E5 (Nonprofit Staff Pricing)', '14.00'],
      ['Enterprise Mobility + Security E3 (Nonprofit Staff Pricing)', '2.50'],
      ['Windows 10 Enterprise E3 (Nonprofit Staff Pricing)', '1.80'],
      ['Power BI Pro (Nonprofit Staff Pricing)', '3.00'],
      ['Project Plan 3 (Nonprofit Staff Pricing)', '7.50'],
      ['Visio Plan 2 (Nonprofit Staff Pricing)', '3.80'],
      ['Dynamics 365 Sales Enterprise (Nonprofit Staff Pricing)', '23.80'],
    ],
  ],
];

function termsFor(price: string, yearly: boolean): Term[] {
  const annual = yearly ? term('P1Y', 'Annual', 'year', times(price, 12)) : term('P1Y', 'Annual', 'month', price);
  return [term('P1Y', 'Monthly', 'month', price), annual];
}

function offersOf([productFamily, segment, description, rows]: Group): Offer[] {
  return rows.flatMap(([title, price, details = {}]) => {
    const { trial, yearly = false, min = 1, max = ENTERPRISE_MAX, ...rules } = details;
    const key = `legacy-${keyOf(title)}`;
    const paid = finish({
      key,
      commerce: 'legacy',
      offerId: guidOf(key),
      title,
      description,
      publisher: MICROSOFT,
      billingType: 'license',
      productFamily,
      segments: [segment],
      terms: termsFor(price, yearly),
      quantity: { min, max },
      ...rules,
    });
    return trial ? [paid, trialOf(paid)] : [paid];
  });
}

export const LEGACY_OFFERS: readonly Offer[] = GROUPS.flatMap(offersOf);
