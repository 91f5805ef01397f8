/** The scenario format: what is published is what is read, and what is wrong is named. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { SMALL_SCRIPT } from '../backend/testing';
import { scenarioFile } from './scenario-file';

const SCHEMA = new URL('../../public/scenario.schema.json', import.meta.url);

function generatedSchema(): object {
  const schema = z.toJSONSchema(scenarioFile, { io: 'input' });
  return { title: 'Scenario of Partner Center in a tab', description: 'A world and how it begins.', ...schema };
}

test('the published JSON schema is the one that files are read with', async () => {
  if (process.env['UPDATE_SCHEMA']) {
    const { format } = await import('prettier');
    const text = await format(JSON.stringify(generatedSchema()), {
      parser: 'json',
      printWidth: 120,
      objectWrap: 'collapse',
    });
    await writeFile(SCHEMA, text);
  }
  const published = await readFile(SCHEMA, 'utf8').catch(() => '{}');
  expect(
    JSON.parse(published),
    'public/scenario.schema.json is out of date: run UPDATE_SCHEMA=1 npx vitest run src/api/scenario-file.test.ts',
  ).toEqual(JSON.parse(JSON.stringify(generatedSchema())));
});

test('a complete file is read, with defaults where it is silent', () => {
  const read = scenarioFile.parse(SMALL_SCRIPT);
  expect(read).toMatchObject({ rules: '2021-10', steps: [], catalog: { standard: true } });
  expect(read.partner).toMatchObject({ newCommercePreview: true, restricted: false });
  expect(read.customers[0]).toMatchObject({ segment: 'Commercial', agreementAccepted: true });
});

const [contoso] = SMALL_SCRIPT.customers;
const offer = {
  key: 'kiosk',
  commerce: 'legacy',
  offerId: '35c36a98-7bd1-4d2f-8f5a-8f3f3d1f0a11',
  title: 'Kiosk',
  publisher: { name: 'Microsoft', kind: 'microsoft' },
  billingType: 'license',
  category: 'Enterprise',
  segments: ['Commercial'],
  terms: [{ termDuration: 'P1Y', billingCycle: 'Annual', price: '4.00', currency: 'EUR', per: 'month' }],
};
const step = { at: '2021-10-02T09:00:00Z', by: 'anna', request: { method: 'GET', path: '/v1/customers' } };
const { partner } = SMALL_SCRIPT;

test.each<[what: string, changes: object, field: string]>([
  ['another format', { format: 2 }, 'format'],
  ['no name', { name: '' }, 'name'],
  ['a name that is no key', { name: 'a b' }, 'name'],
  ['a start without zone', { startsAt: '2021-10-01T08:00:00' }, 'startsAt'],
  ['an unknown word', { clock: '2021' }, ''],
  ['a billing day that not every month has', { partner: { ...partner, billingDay: 31 } }, 'partner.billingDay'],
  ['a country that is no code', { partner: { ...partner, country: 'Germany' } }, 'partner.country'],
  ['a kind of partner that does not exist', { partner: { ...partner, type: 'reseller' } }, 'partner.type'],
  ['nobody who signs in', { users: [] }, 'users'],
  ['an unknown role', { users: [{ id: 'anna', name: 'Anna', roles: ['Boss'] }] }, 'users.0.roles.0'],
  ['an unknown segment', { customers: [{ ...contoso, segment: 'Charity' }] }, 'customers.0.segment'],
  ['a misspelt field of a customer', { customers: [{ ...contoso, agreed: true }] }, 'customers.0'],
  [
    'a number for a price',
    { catalog: { offers: [{ ...offer, terms: [{ ...offer.terms[0], price: 4 }] }] } },
    'catalog.offers.0.terms.0.price',
  ],
  [
    'a negative price',
    { catalog: { offers: [{ ...offer, terms: [{ ...offer.terms[0], price: '-4' }] }] } },
    'catalog.offers.0.terms.0.price',
  ],
  [
    'an offer id that is no GUID',
    { catalog: { offers: [{ ...offer, offerId: 'kiosk' }] } },
    'catalog.offers.0.offerId',
  ],
  ['an offer for no segment', { catalog: { offers: [{ ...offer, segments: [] }] } }, 'catalog.offers.0.segments'],
  ['too large a catalog', { catalog: { size: 20_001 } }, 'catalog.size'],
  ['a rate that is a number', { exchangeRates: { USD: 0.9 } }, 'exchangeRates.USD'],
  ['a step without anything to do', { steps: [{ at: step.at, by: 'anna' }] }, 'steps.0'],
  ['a step that does two things', { steps: [{ ...step, edit: { path: '/x', set: {} } }] }, 'steps.0'],
])('%s is refused, and the field is named', (_, changes, field) => {
  const read = scenarioFile.safeParse({ ...SMALL_SCRIPT, ...changes });
  expect(read.success).toBe(false);
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});

test('an offer and a step as the documents show them are read', () => {
  expect(
    scenarioFile.safeParse({ ...SMALL_SCRIPT, catalog: { offers: [offer] }, steps: [step] }).error,
  ).toBeUndefined();
});
