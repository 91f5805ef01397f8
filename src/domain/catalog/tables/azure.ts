/** The Azure plan, and reservations of Azure resources for one or three years. */
import type { Offer } from '../offer';
import { finish, itemIds, keyOf, MICROSOFT, skuNumber, term } from './build';

/** Kind of reservation, size, regions, USD for one year and for three years. */
type Row = readonly [kind: string, size: string, regions: readonly string[], oneYear: string, threeYears: string];

const EVERYWHERE = ['EU West', 'EU North', 'SE Central', 'UK South', 'US East', 'AU East', 'BR South'];
const MANY = ['EU West', 'EU North', 'US East', 'AP Southeast'];
const FEW = ['EU West', 'US East'];

export const VM_RESERVATION = 'Reserved VM Instance';

const ROWS: readonly Row[] = [
  [VM_RESERVATION, 'Standard_B2s', MANY, '213.00', '411.00'],
  [VM_RESERVATION, 'Standard_D2s_v3', EVERYWHERE, '613.00', '1183.00'],
  [VM_RESERVATION, 'Standard_D4s_v3', MANY, '1226.00', '2366.00'],
  [VM_RESERVATION, 'Standard_D8as_v4', MANY, '2452.00', '4732.00'],
  [VM_RESERVATION, 'Standard_E4s_v3', FEW, '1612.00', '3111.00'],
  [VM_RESERVATION, 'Standard_F4s_v2', FEW, '1086.00', '2095.00'],
  ['Reserved SQL Database', 'General Purpose Gen5, 1 vCore', MANY, '1085.00', '2210.00'],
  ['Reserved SQL Managed Instance', 'Business Critical Gen5, 1 vCore', FEW, '2921.00', '5950.00'],
  ['Reserved Cosmos DB', '100 RU/s', MANY, '56.00', '137.00'],
  ['Reserved App Service', 'Premium v3 P1', FEW, '1051.00', '2180.00'],
  ['Reserved Blob Storage', 'Hot LRS, 100 TB', FEW, '18432.00', '45158.00'],
];

const AZURE_PLAN = finish({
  key: 'azure-plan',
  commerce: 'azurePlan',
  productId: 'DZH318Z0BPS6',
  skuId: '0001',
  availabilityId: 'DZH318Z0BP04',
  title: 'Azure plan',
  description: 'Azure services, paid for as they are used.',
  publisher: MICROSOFT,
  billingType: 'usage',
  productFamily: 'Azure',
  terms: [term('none', 'None', 'once', '0.00')],
  limit: { count: 1, scope: 'Concurrent' },
});

/** A reservation of one size in one region; regions are the SKUs of the product. */
export function reservationOffer(
  kind: string,
  size: string,
  region: string,
  skuId: string,
  oneYear: string,
  threeYears: string,
): Offer {
  const product = `${kind}, ${size}`;
  const title = `${product}, ${region}`;
  const key = keyOf(title);
  return finish({
    key,
    commerce: 'reservation',
    ...itemIds('DZH318Z0', product, skuId, key),
    title,
    productTitle: product,
    description: 'Azure capacity, reserved and paid in advance.',
    publisher: MICROSOFT,
    billingType: 'license',
    productFamily: 'Azure',
    terms: [term('P1Y', 'OneTime', 'once', oneYear), term('P3Y', 'OneTime', 'once', threeYears)],
    quantity: { min: 1, max: 100 },
    reservation: { resource: size, region },
  });
}

export const AZURE_OFFERS: readonly Offer[] = [
  AZURE_PLAN,
  ...ROWS.flatMap(([kind, size, regions, oneYear, threeYears]) =>
    regions.map((region, index) => reservationOffer(kind, size, region, skuNumber(index + 1), oneYear, threeYears)),
  ),
];
