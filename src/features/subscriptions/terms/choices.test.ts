/** The choices of the three side panels: only what fits together can be asked for. */
import { describe, expect, it } from 'vitest';
import { fitFrequency, wishedFrequency } from './frequency-form';
import { fitRenewal, isSameTerm, renewalFieldsOf, wishedTerm } from './renewal-form';
import { existing, NO, plan, renewal, sku, target, term, upgrade, YES } from './testing';
import { extentOf, fitUpgrade, targetVerdict, upgradeFieldsOf, wishedUpgrade } from './upgrade-form';

describe('The next term', () => {
  it('is at first what was saved, and asks for nothing', () => {
    const options = renewal({ next: term({ quantity: 7, billingCycle: 'Annual' }), isSaved: true });
    const fields = renewalFieldsOf(options);
    expect(fields).toMatchObject({ quantity: '7', billingCycle: 'Annual' });
    expect(isSameTerm(wishedTerm(options, fields) ?? term(), options.next)).toBe(true);
  });

  it('has the terms of its SKU, and the frequencies of its term', () => {
    const options = renewal();
    const fields = { ...renewalFieldsOf(options), billingCycle: 'Annual' };
    expect(fitRenewal(options, fields)).toMatchObject({
      termDurations: ['P1M', 'P1Y'],
      billingCycles: ['Monthly', 'Annual'],
      billingCycle: 'Annual',
    });
    expect(fitRenewal(options, { ...fields, termDuration: 'P1M' })).toMatchObject({ billingCycle: 'Monthly' });
    expect(fitRenewal(options, { ...fields, catalogItemId: 'premium' })).toMatchObject({
      termDurations: ['P3Y'],
      termDuration: 'P3Y',
      billingCycle: 'Annual',
    });
  });

  it('is never of a SKU that cannot be chosen', () => {
    const options = renewal();
    const fields = { ...renewalFieldsOf(options), catalogItemId: 'full' };
    expect(fitRenewal(options, fields).sku?.catalogItemId).toBe('basic');
  });

  it.each(['', '0', '1', '21', '2.5', 'x'])(
    'asks for nothing with “%s” licences where 2 to 20 are allowed',
    (quantity) => {
      const options = renewal();
      expect(wishedTerm(options, { ...renewalFieldsOf(options), catalogItemId: 'premium', quantity })).toBeUndefined();
    },
  );
});

describe('The billing frequency', () => {
  const fields = { termDuration: '', billingCycle: '' };
  const wish = (options: ReturnType<typeof renewal>, edits: Partial<typeof fields>) =>
    wishedFrequency(options, fitFrequency(options, { ...fields, ...edits }));

  it('asks for nothing at first, and for another one alone', () => {
    expect(wish(renewal(), {})).toBeUndefined();
    expect(wish(renewal(), { billingCycle: 'Annual' })).toEqual({ kind: 'frequency', billingCycle: 'Annual' });
  });

  it('takes a pending one back when the present one is chosen', () => {
    const { frequency } = renewal();
    const options = renewal({ frequency: { ...frequency, pending: 'Annual' } });
    expect(wish(options, {})).toBeUndefined();
    expect(wish(options, { billingCycle: 'Monthly' })).toEqual({ kind: 'keepFrequency' });
  });

  it('goes with a longer term, of which it is one', () => {
    expect(fitFrequency(renewal(), { ...fields, termDuration: 'P3Y' }).plans).toHaveLength(2);
    expect(wish(renewal(), { termDuration: 'P3Y' })).toEqual({
      kind: 'longerTerm',
      termDuration: 'P3Y',
      billingCycle: 'Annual',
    });
  });

  it('asks for nothing where nothing is allowed', () => {
    const { frequency, longerTerms } = renewal();
    const options = renewal({
      frequency: { ...frequency, verdict: NO, choices: [] },
      longerTerms: { ...longerTerms, verdict: NO },
    });
    expect(wish(options, { termDuration: 'P3Y', billingCycle: 'Annual' })).toBeUndefined();
  });
});

describe('An upgrade', () => {
  const options = upgrade([target('full', { verdict: NO, asNew: NO }), target('premium')]);
  const fields = upgradeFieldsOf(options);

  it('goes to the first target that can be chosen, in the running term', () => {
    const choice = fitUpgrade(options, renewal(), fields);
    expect(choice).toMatchObject({ target: { catalogItemId: 'premium' }, when: 'now', place: 'new' });
    expect(wishedUpgrade(choice, '10')).toEqual({
      kind: 'upgrade',
      wish: { catalogItemId: 'premium', quantity: 10, plan: { termDuration: 'P1Y', billingCycle: 'Monthly' } },
    });
    expect(extentOf(options, choice, 10)).toBe('fullNew');
    expect(extentOf(options, choice, 9)).toBe('partialNew');
  });

  it('is saved for the renewal with the terms that the next term may have', () => {
    const choice = fitUpgrade(options, renewal(), { ...fields, when: 'renewal' });
    expect(choice).toMatchObject({ when: 'renewal', limits: { min: 2, max: 20 } });
    expect(wishedUpgrade(choice, '12')).toEqual({
      kind: 'schedule',
      next: { catalogItemId: 'premium', quantity: 12, termDuration: 'P3Y', billingCycle: 'Annual' },
    });
    expect(fitUpgrade(options, renewal({ schedule: NO }), { ...fields, when: 'renewal' }).when).toBe('now');
  });

  it('joins an existing subscription, with as many licences as it has room for', () => {
    const joins = upgrade([target('premium', { existing: [existing('closed', NO), existing('open')] })]);
    const choice = fitUpgrade(joins, renewal(), { ...fields, place: 'existing', existing: 'closed' });
    expect(choice).toMatchObject({ existing: { subscriptionId: 'open' }, plans: [], limits: { max: 7 } });
    expect(wishedUpgrade(choice, '8')).toBeUndefined();
    expect(wishedUpgrade(choice, '7')).toEqual({
      kind: 'upgrade',
      wish: { catalogItemId: 'premium', quantity: 7, toSubscriptionId: 'open' },
    });
    expect(extentOf(joins, choice, 7)).toBe('partialExisting');
  });

  it('joins one without having been told where nothing new may come', () => {
    const joins = upgrade([target('premium', { asNew: NO, existing: [existing('open')] })]);
    expect(fitUpgrade(joins, renewal(), fields).place).toBe('existing');
  });

  it('can be for the renewal only', () => {
    const later = upgrade([target('premium', { verdict: NO, asNew: NO })]);
    expect(fitUpgrade(later, renewal(), fields).when).toBe('renewal');
    expect(targetVerdict(target('full', { verdict: NO, asNew: NO }), renewal())).toBe(NO);
    const terms = [plan('P1Y', 'Monthly')];
    const never = renewal({ choices: [sku('basic', { isCurrent: true, terms }), sku('premium', { verdict: NO })] });
    expect(fitUpgrade(later, never, fields).target).toBeUndefined();
    expect(targetVerdict(target('premium'), never)).toBe(YES);
  });
});
