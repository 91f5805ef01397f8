/** Until when something can be taken back (portal 5.6): every boundary instant is the first one that is too late. */
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../kernel/calendar';
import { story, type Purchase, type Story } from '../testing/story';
import { cancellationWindows } from './cancellation';
import { reducibleUntil } from './quantity';
import { isListedSubscription } from './subscription';

function windows(told: Story, id: string): string[] {
  const subscription = told.subscription(id);
  const days = told.world.state.catalog.item(subscription.catalogItemId)?.software?.cancelWindowDays;
  return cancellationWindows(subscription, told.world.state.rules, days).map(
    ({ until, refund }) => `${refund} until ${formatInstant(until)}`,
  );
}

describe('cancellation', () => {
  test.each<[string, string, Purchase, string[]]>([
    ['office', 'contoso', {}, []],
    ['business', 'adatum', { term: 'P1M' }, ['full until 2021-10-02T10:00:00Z', 'prorated until 2021-10-04T10:00:00Z']],
    ['business', 'adatum', { term: 'P3Y' }, ['full until 2021-10-02T10:00:00Z', 'prorated until 2021-10-04T10:00:00Z']],
    ['saas', 'contoso', { term: 'P1M' }, ['full until 2021-10-02T10:00:00Z']],
    ['saas', 'contoso', { term: 'P1Y' }, ['full until 2021-10-15T10:00:00Z']],
    ['metered', 'contoso', {}, []],
    ['server', 'contoso', {}, ['full until 2021-12-01T00:00:00Z']],
    ['server-cal', 'contoso', {}, ['prorated until 2021-12-01T00:00:00Z']],
    ['suse', 'contoso', {}, []],
    ['azure', 'contoso', {}, []],
  ])('%s for %s, %j: %j', (key, customerId, purchase, expected) => {
    const told = story('2021-10-01T10:00:00Z');
    expect(windows(told, told.buy(customerId, key, purchase))).toEqual(expected);
  });

  test('new commerce opens a window with every renewal, at its completion', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.go('2021-11-20');
    expect(windows(told, id)).toEqual(['full until 2021-11-02T00:00:00Z', 'prorated until 2021-11-04T00:00:00Z']);
  });

  test('the marketplace counts from the order, not from activation and not from renewal', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'saas', { term: 'P1M' });
    told.go('2021-10-20T10:00:00Z');
    const authorizationCode = told.authorizationCode(id);
    told.done({ type: 'AssignLicenses', authorizationCode });
    told.done({ type: 'ConfirmSetUp', authorizationCode });
    told.go('2021-12-01');
    expect(windows(told, id)).toEqual(['full until 2021-10-02T10:00:00Z']);
  });

  test('a later edition has other numbers (portal 10-8)', () => {
    const told = story({ at: '2021-10-01T10:00:00Z', rules: '2023-10' });
    const id = told.buy('adatum', 'business');
    expect(windows(told, id)).toEqual(['full until 2021-10-02T10:00:00Z', 'prorated until 2021-10-08T10:00:00Z']);
  });
});

describe('giving licences back (S0-95, S0-96)', () => {
  function until(told: Story, id: string): (string | null)[] {
    const subscription = told.subscription(id);
    return subscription.batches.map((batch) => {
      const at = reducibleUntil(subscription, batch, told.world.state.rules);
      return at === null ? null : formatInstant(at);
    });
  }

  test('72 hours after purchase and after renewal; not of trials, not elsewhere', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    const trial = told.buy('adatum', 'pair-trial');
    const office = told.buy('contoso', 'office');
    expect(until(told, id)).toEqual(['2021-10-04T10:00:00Z']);
    expect(until(told, trial)).toEqual([null]);
    expect(until(told, office)).toEqual([null]);
    told.go('2021-11-02');
    expect(until(told, id)).toEqual(['2021-11-04T00:00:00Z']);
    expect(until(told, trial)).toEqual(['2021-11-03T00:00:00Z']);
  });

  test('what was added in the middle of a term only support takes back', () => {
    const told = story();
    const subscription = told.subscription(told.buy('adatum', 'business'));
    const batch = { quantity: 1, addedAt: told.world.now, kind: 'midTerm' } as const;
    expect(reducibleUntil(subscription, batch, told.world.state.rules)).toBeNull();
  });
});

describe('the list of subscriptions (portal 4.1)', () => {
  test.each([
    ['office', '2021-10-01', true],
    ['business', '2021-10-01', true],
    ['saas', '2021-10-01', true],
    ['server-cal', '2021-10-13', false],
    ['server-cal', '2021-10-14', true],
    ['server', '2021-10-14', false],
    ['azure', '2021-10-14', false],
  ])('%s bought on %s: %s', (key, day, listed) => {
    const told = story(day);
    const subscription = told.subscription(told.buy('contoso', key));
    expect(isListedSubscription(subscription, told.world.state.rules)).toBe(listed);
  });
});
