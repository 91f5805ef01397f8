/** What the side panels show before Submit: of the next term, of the next billing period, and where licences can go. */
import { describe, expect, test } from 'vitest';
import type { Preview } from '../../api/dashboard';
import type { RenewalOptions, UpgradeOptions } from '../../api/renewals';
import type { Subscription } from '../../api/subscriptions';
import { itemId, openSmall, type Client } from '../testing';

async function bought(lines: { offer: string; quantity: number; billingCycle?: string }[]) {
  const client = await openSmall();
  const customer = await client.customer('Contoso');
  const paths: string[] = [];
  for (const line of lines) {
    const order = await client.order(customer, [{ termDuration: 'P1Y', billingCycle: 'Monthly', ...line }]);
    paths.push(`/v1/customers/${customer}/subscriptions/${order.lineItems[0]?.subscriptionId}`);
  }
  await client.advance({ by: 'P10D' });
  return { client, paths };
}

async function preview(client: Client, path: string, edits: object): Promise<Preview> {
  const body = { ...(await client.get<Subscription>(path)), ...edits };
  return client.post<Preview>('/dashboard/v1/preview', { method: 'PATCH', path, body }, 200);
}

function instructions(key: string, quantity: number) {
  const [productId, skuId, availabilityId] = itemId(key).split(':');
  return { product: { productId, skuId, availabilityId, billingCycle: 'Annual', termDuration: 'P1Y' }, quantity };
}

describe('before Submit', () => {
  test('the next term is what a saved change makes of it, and what its removal does', async () => {
    const {
      client,
      paths: [path = ''],
    } = await bought([{ offer: 'm365-business-basic', quantity: 10 }]);
    const scheduledNextTermInstructions = instructions('m365-business-standard', 10);
    const saving = await preview(client, path, { scheduledNextTermInstructions });
    expect(saving.nextTerm).toMatchObject({ startsOn: '2022-10-01', licenses: 'automatic' });
    expect(saving.nextTerm?.first).toEqual(saving.nextTerm?.total);

    await client.patch(path, { ...(await client.get<Subscription>(path)), scheduledNextTermInstructions });
    const options = await client.get<RenewalOptions>(path.replace('/v1', '/dashboard/v1') + '/renewal');
    expect(options).toMatchObject({ isSaved: true, licenses: 'automatic' });
    expect(options.next?.termAmount).toEqual(saving.nextTerm?.total);

    const removing = await preview(client, path, { scheduledNextTermInstructions: undefined });
    expect(removing.nextTerm).toMatchObject({
      startsOn: '2022-10-01',
      licenses: null,
      first: options.current.cycleAmount,
      total: options.current.termAmount,
    });
  });

  test('another billing frequency says its first charge: the months that are left', async () => {
    const {
      client,
      paths: [path = ''],
    } = await bought([{ offer: 'm365-business-basic', quantity: 10 }]);
    expect(await preview(client, path, { billingCycle: 'Annual' })).toMatchObject({
      charges: [],
      // 10 × €50.40 × 11 ÷ 12
      nextPeriod: { startsOn: '2021-11-01', endsOn: '2022-09-30', charge: { amount: '462.00', currency: 'EUR' } },
    });
    expect(await preview(client, path, { quantity: 12 })).not.toHaveProperty('nextPeriod');
  });

  test('licences can join a subscription where no further one is allowed', async () => {
    const {
      client,
      paths: [path = ''],
    } = await bought([
      { offer: 'm365-business-basic', quantity: 10 },
      { offer: 'm365-business-standard', quantity: 295, billingCycle: 'Annual' },
      { offer: 'm365-business-standard', quantity: 5 },
    ]);
    const { targets } = await client.get<UpgradeOptions>(path.replace('/v1', '/dashboard/v1') + '/upgrade');
    const target = targets.find(({ catalogItemId }) => catalogItemId === itemId('m365-business-standard'));
    expect(target).toMatchObject({ verdict: { allowed: true }, asNew: { allowed: false } });
    expect(target?.existing.map(({ limits }) => limits)).toEqual([
      { min: 1, max: 5 },
      { min: 1, max: 10 },
    ]);
  });
});
