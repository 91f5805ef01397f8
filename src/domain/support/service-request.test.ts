/** Requests to support: licences that were added mid-term (S0-70, S0-96; decisions 36), and the life of a request. */
import { describe, expect, test } from 'vitest';
import { formatInstant, instant } from '../../kernel/calendar';
import { eventTypes, story, type Story } from '../testing/story';
import { statusOf, type ServiceRequest, type ServiceRequestDraft } from './service-request';

function draft(told: Story, subscriptionId: string, reduceBy?: number): ServiceRequestDraft {
  return {
    customerId: told.subscription(subscriptionId).customerId,
    topic: 'purchaseRefund',
    severity: 'minimal',
    title: 'Too many licences',
    description: 'Bought by mistake.',
    contact: { name: 'Anna', email: 'anna@fabrikam.example', phoneNumber: '123' },
    subscriptionId,
    ...(reduceBy === undefined ? {} : { reduceBy }),
  };
}

function file(told: Story, subscriptionId: string, reduceBy?: number, by = 'anna'): string {
  told.done({ type: 'FileServiceRequest', draft: draft(told, subscriptionId, reduceBy) }, by);
  return [...told.world.state.serviceRequests.keys()].at(-1) ?? '';
}

function request(told: Story, id: string): ServiceRequest {
  const found = told.world.state.serviceRequests.get(id);
  if (!found) throw new Error(`No request: ${id}`);
  return found;
}

/** Ten licences for a year, three more on 20 October at ten. */
function tenAndThree(rules = '2021-10'): { told: Story; id: string } {
  const told = story({ at: '2021-10-01T10:00:00Z', rules });
  const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
  told.go('2021-10-20T10:00:00Z');
  told.update(id, { quantity: 13 });
  return { told, id };
}

function declined(told: Story, id: string): object {
  const { answer } = request(told, id);
  return answer && !answer.approved ? answer.refusal : {};
}

describe('licences that were added mid-term', () => {
  test.each([
    ['2021-10-23T09:59:59.999Z', 10],
    ['2021-10-23T10:00:00.000Z', 13],
    ['2021-10-23T10:00:00.001Z', 13],
  ])('asked for within 72 hours: at %s it leaves %i', (at, left) => {
    const { told, id } = tenAndThree();
    told.go(at);
    const filed = file(told, id, 3);
    expect(told.subscription(id).quantity).toBe(13);
    told.go('2021-11-01');
    expect(told.subscription(id).quantity).toBe(left);
    expect(request(told, filed).answer?.approved).toBe(left === 10);
    if (left === 13) {
      expect(declined(told, filed)).toEqual({ type: 'SupportDeclines', by: 3, possible: 0, windowHours: 72 });
    }
  });

  test('answered one hour later, not before; the answer is what happened', () => {
    const { told, id } = tenAndThree();
    const filed = file(told, id, 2);
    expect(formatInstant(request(told, filed).answersAt ?? instant('1970-01-01T00:00:00Z'))).toBe(
      '2021-10-20T11:00:00Z',
    );
    expect(told.go('2021-10-20T10:59:59.999Z')).toEqual([]);
    expect(statusOf(request(told, filed))).toBe('open');
    const happened = told.go('2021-10-20T11:00:00Z');
    expect(eventTypes(happened)).toEqual(['ServiceRequestAnswered', 'QuantityChanged']);
    expect(statusOf(request(told, filed))).toBe('closed');
    expect(told.subscription(id)).toMatchObject({
      quantity: 11,
      batches: [
        { quantity: 10, kind: 'purchase' },
        { quantity: 1, kind: 'midTerm' },
      ],
    });
  });

  test.each([
    // 10.08 for 31 days of October; full within a day, then each whole day counts as used.
    ['2021-10-21T09:59:59.999Z', '2021-10-20', '3.901935 × 13 = -50.72', '3.901935 × 10 = 39.01'],
    ['2021-10-21T10:00:00Z', '2021-10-21', '3.576774 × 13 = -46.49', '3.576774 × 10 = 35.76'],
    ['2021-10-23T09:59:59.999Z', '2021-10-22', '3.251613 × 13 = -42.27', '3.251613 × 10 = 32.51'],
  ])('filed at %s, the days from %s come back', (at, from, credit, anew) => {
    const { told, id } = tenAndThree();
    told.go(at);
    file(told, id, 3);
    told.go('2021-10-25');
    expect(told.rows(id).slice(3)).toEqual([
      `${from} – 2021-10-31  removeQuantity  -${credit}`,
      `${from} – 2021-10-31  removeQuantity  ${anew}`,
    ]);
    told.go('2021-11-01');
    expect(told.rows(id).at(-1)).toBe('2021-11-01 – 2021-11-30  cycleCharge  10.08 × 10 = 100.80');
  });

  test('each batch has its own window, and its own days; the newest goes first', () => {
    const { told, id } = tenAndThree();
    told.go('2021-10-22T09:00:00Z');
    told.update(id, { quantity: 15 });
    const lines = told.charges(id).length;
    file(told, id, 4);
    told.go('2021-10-22T10:00:00Z');
    expect(told.subscription(id).batches.map(({ quantity }) => quantity)).toEqual([10, 1]);
    // Two of the 22nd, unused; two of the 20th, one day used.
    const charges = told
      .charges(id)
      .slice(lines)
      .map(({ startsOn, endsOn, quantity }) => `${startsOn} ${endsOn} ${quantity}`);
    expect(charges).toEqual([
      '2021-10-21 2021-10-21 13',
      '2021-10-22 2021-10-31 15',
      '2021-10-21 2021-10-21 11',
      '2021-10-22 2021-10-31 11',
    ]);
    told.go('2021-10-23T10:00:00Z');
    const late = file(told, id, 1);
    told.go('2021-10-24');
    expect(declined(told, late)).toMatchObject({ possible: 0 });
  });

  test('not those of the purchase, and not more than were added', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { quantity: 10 });
    told.update(id, { quantity: 12 });
    const many = file(told, id, 3);
    told.go('2021-10-01T11:00:00Z');
    expect(declined(told, many)).toMatchObject({ type: 'SupportDeclines', by: 3, possible: 2 });
    const fine = file(told, id, 2);
    told.go('2021-10-01T12:00:00Z');
    expect(request(told, fine).answer?.approved).toBe(true);
    expect(told.subscription(id).quantity).toBe(10);
    const again = file(told, id, 1);
    told.go('2021-10-01T13:00:00Z');
    expect(declined(told, again)).toMatchObject({ possible: 0 });
  });

  test('not those that were added after it was asked', () => {
    const { told, id } = tenAndThree();
    const filed = file(told, id, 4);
    told.go('2021-10-20T10:30:00Z');
    told.update(id, { quantity: 20 });
    told.go('2021-10-20T11:00:00Z');
    expect(declined(told, filed)).toMatchObject({ by: 4, possible: 3 });
    expect(told.subscription(id).quantity).toBe(20);
  });

  test('never below what the offer asks for: there is always a licence left', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'five-or-more', { quantity: 5 });
    told.update(id, { quantity: 8 });
    told.update(id, { quantity: 6 });
    expect(told.subscription(id).batches.map(({ quantity }) => quantity)).toEqual([3, 3]);
    const many = file(told, id, 2);
    told.go('2021-10-01T11:00:00Z');
    expect(declined(told, many)).toMatchObject({ possible: 1 });
    const fine = file(told, id, 1);
    told.go('2021-10-01T12:00:00Z');
    expect(request(told, fine).answer?.approved).toBe(true);
    expect(told.subscription(id).quantity).toBe(5);
  });

  test('not of what is suspended or gone by the time of the answer', () => {
    const { told, id } = tenAndThree();
    const suspended = file(told, id, 1);
    told.update(id, { status: 'suspended' });
    told.go('2021-10-20T11:00:00Z');
    expect(declined(told, suspended)).toEqual({ type: 'QuantityNeedsActive', status: 'suspended' });
    const other = told.buy('adatum', 'pair', { quantity: 2 });
    told.update(other, { quantity: 4 });
    const cancelled = file(told, other, 1);
    told.update(other, { status: 'deleted' });
    told.go('2021-10-20T12:00:00Z');
    expect(declined(told, cancelled)).toEqual({ type: 'SubscriptionDeleted', subscriptionId: other });
  });

  test('a later edition lets people do it themselves, so support does not (portal 10-9)', () => {
    const { told, id } = tenAndThree('2023-10');
    const filed = file(told, id, 1);
    told.go('2021-10-21');
    expect(declined(told, filed)).toMatchObject({ type: 'SupportDeclines', possible: 0 });
    told.update(id, { quantity: 12 });
  });

  test.each(['office', 'saas-ready'])('%s needs no support for that', (key) => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', key, { quantity: 2 });
    told.update(id, { quantity: 4 });
    const filed = file(told, id, 1);
    told.go('2021-10-02');
    expect(declined(told, filed)).toMatchObject({ type: 'SupportDeclines', possible: 0 });
  });
});

describe('a request', () => {
  test('without anything to do waits for a person: the clock does not answer it', () => {
    const { told, id } = tenAndThree();
    const filed = file(told, id);
    expect(request(told, filed)).toMatchObject({ answersAt: null, answer: null, by: 'anna' });
    told.go('2021-10-31');
    expect(statusOf(request(told, filed))).toBe('open');
  });

  test('closed by its author before the answer is not answered; opened again it is waited for anew', () => {
    const { told, id } = tenAndThree();
    const filed = file(told, id, 3);
    told.go('2021-10-20T10:59:59.999Z');
    told.done({ type: 'UpdateServiceRequest', requestId: filed, status: 'closed', note: 'Not any more.' });
    told.go('2021-10-24T10:00:00Z');
    expect(told.subscription(id).quantity).toBe(13);
    expect(request(told, filed)).toMatchObject({ answer: null, notes: [{ by: 'anna', text: 'Not any more.' }] });
    told.done({ type: 'UpdateServiceRequest', requestId: filed, status: 'open' });
    told.go('2021-10-24T10:59:59.999Z');
    expect(told.subscription(id).quantity).toBe(13);
    told.go('2021-10-24T11:00:00Z');
    // What counts is when it was filed.
    expect(told.subscription(id).quantity).toBe(10);
    expect(statusOf(request(told, filed))).toBe('closed');
  });

  test('what is as it is changes nothing', () => {
    const { told, id } = tenAndThree();
    const filed = file(told, id);
    expect(told.done({ type: 'UpdateServiceRequest', requestId: filed, status: 'open' })).toEqual([]);
    told.done({ type: 'UpdateServiceRequest', requestId: filed, status: 'closed' });
    expect(told.done({ type: 'UpdateServiceRequest', requestId: filed, status: 'closed' })).toEqual([]);
    expect(statusOf(request(told, filed))).toBe('closed');
  });

  test('is its author’s alone (portal 1.4)', () => {
    const { told, id } = tenAndThree();
    const filed = file(told, id);
    const update = { type: 'UpdateServiceRequest', requestId: filed, status: 'closed' } as const;
    expect(told.refusal(update, 'sara')).toEqual({ type: 'ServiceRequestNotFound', requestId: filed });
    expect(told.refusal(update)).toBeUndefined();
  });

  test.each([
    ['dave', undefined, undefined],
    ['dave', 1, 'RoleMissing'],
    ['sara', 1, undefined],
    ['stranger', undefined, 'RoleMissing'],
  ])('%s, to take %s away: %s', (by, reduceBy, expected) => {
    const { told, id } = tenAndThree();
    const command = { type: 'FileServiceRequest', draft: draft(told, id, reduceBy) } as const;
    expect(told.refusal(command, by)?.type).toBe(expected);
  });

  test('names a subscription of its customer', () => {
    const { told, id } = tenAndThree();
    const command = { type: 'FileServiceRequest', draft: { ...draft(told, id, 1), customerId: 'contoso' } } as const;
    expect(told.refusal(command)).toEqual({ type: 'SubscriptionNotFound', subscriptionId: id });
    const unknown = { type: 'FileServiceRequest', draft: { ...draft(told, id), customerId: 'nobody' } } as const;
    expect(told.refusal(unknown)).toMatchObject({ type: 'CustomerNotFound' });
  });
});
