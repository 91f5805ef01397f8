/** What the publisher must do before a marketplace subscription runs and is billed (S2-21; portal 7.2). */
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../kernel/calendar';
import type { Command } from '../commands';
import { eventTypes, story, type Story } from '../testing/story';

type Step = 'AssignLicenses' | 'ConfirmSetUp';

function step(told: Story, id: string, type: Step): Command {
  return { type, authorizationCode: told.authorizationCode(id) };
}

const ORDERS: readonly (readonly [Step, Step])[] = [
  ['AssignLicenses', 'ConfirmSetUp'],
  ['ConfirmSetUp', 'AssignLicenses'],
];

test.each(ORDERS)('%s then %s: only both together make it active and billed, from that day', (first, second) => {
  const told = story('2021-10-01T10:00:00Z');
  const id = told.buy('contoso', 'saas', { term: 'P1M', quantity: 5 });
  told.go('2021-12-20T10:00:00Z');
  expect(told.subscription(id)).toMatchObject({ status: 'pending', createdAt: told.subscription(id).statusSince });
  expect(told.rows(id)).toEqual([]);
  told.done(step(told, id, first));
  told.go('2022-01-31T10:00:00Z');
  expect(told.subscription(id).status).toBe('pending');
  expect(told.rows(id)).toEqual([]);
  const records = told.done(step(told, id, second));
  expect(eventTypes(records)).toEqual([
    second === 'ConfirmSetUp' ? 'SetUpConfirmed' : 'LicensesAssigned',
    'SubscriptionActivated',
  ]);
  told.go('2022-03-31');
  expect(told.subscription(id).status).toBe('active');
  expect(told.rows(id)).toEqual([
    '2022-01-31 – 2022-02-27  new  4.00 × 5 = 20.00',
    '2022-02-28 – 2022-03-30  renew  4.00 × 5 = 20.00',
    '2022-03-31 – 2022-04-29  renew  4.00 × 5 = 20.00',
  ]);
});

test.each(ORDERS)('%s then %s: a trial gives its thirty days from then on', (first, second) => {
  const told = story('2021-10-01T10:00:00Z');
  const id = told.buy('contoso', 'saas-trial-set-up');
  told.go('2021-11-10T10:00:00Z');
  told.done(step(told, id, first));
  told.done(step(told, id, second));
  expect(told.subscription(id).term).toMatchObject({ startsOn: '2021-11-10', endsOn: '2021-12-09' });
  told.go('2021-12-10');
  expect(told.rows(id)).toEqual([
    '2021-11-10 – 2021-12-09  new  0.00 × 1 = 0.00',
    '2021-12-10 – 2022-01-09  renew  2.00 × 1 = 2.00',
  ]);
});

describe('each step', () => {
  test('is done once: again, nothing happens', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'saas');
    told.done(step(told, id, 'AssignLicenses'));
    told.go('2021-10-02T10:00:00Z');
    expect(told.done(step(told, id, 'AssignLicenses'))).toEqual([]);
    told.done(step(told, id, 'ConfirmSetUp'));
    const active = told.subscription(id);
    told.go('2021-10-03T10:00:00Z');
    expect(told.done(step(told, id, 'ConfirmSetUp'))).toEqual([]);
    expect(told.subscription(id)).toEqual(active);
    const { licensesAssignedAt, confirmedAt } = active.setUp ?? { licensesAssignedAt: null, confirmedAt: null };
    expect([licensesAssignedAt, confirmedAt].map((at) => at && formatInstant(at))).toEqual([
      '2021-10-01T10:00:00Z',
      '2021-10-02T10:00:00Z',
    ]);
  });

  test('needs the code of the purchase, in any case', () => {
    const told = story();
    const id = told.buy('contoso', 'saas');
    const other = told.buy('contoso', 'saas');
    expect(told.authorizationCode(id)).not.toBe(told.authorizationCode(other));
    expect(told.refusal({ type: 'ConfirmSetUp', authorizationCode: 'x' })).toEqual({
      type: 'AuthorizationCodeUnknown',
      authorizationCode: 'x',
    });
    told.done({ type: 'ConfirmSetUp', authorizationCode: told.authorizationCode(id).toUpperCase() });
    expect(told.subscription(id).setUp?.confirmedAt).not.toBeNull();
    expect(told.subscription(other).setUp?.confirmedAt).toBeNull();
  });
});

test('waiting has no end: nothing is due until the publisher has acted', () => {
  const told = story('2021-10-01T10:00:00Z');
  const id = told.buy('contoso', 'saas');
  expect(told.go('2031-01-01')).toEqual([]);
  expect(told.subscription(id).status).toBe('pending');
});

test('auto-renew may be switched off while it waits; then it runs one term', () => {
  const told = story('2021-10-01T10:00:00Z');
  const id = told.buy('contoso', 'saas', { term: 'P1M' });
  told.update(id, { autoRenew: false });
  told.done(step(told, id, 'AssignLicenses'));
  told.done(step(told, id, 'ConfirmSetUp'));
  told.go('2021-11-01');
  expect(told.subscription(id).status).toBe('deleted');
  expect(told.rows(id)).toEqual(['2021-10-01 – 2021-10-31  new  4.00 × 1 = 4.00']);
});

test('what needs no set-up is active at once', () => {
  const told = story();
  const id = told.buy('contoso', 'saas-ready');
  expect(told.subscription(id)).toMatchObject({ status: 'active' });
  expect(told.subscription(id).setUp).toBeUndefined();
});
