import { describe, expect, it } from 'vitest';
import type { AddOnRow, SubscriptionPage } from '../../api/dashboard';
import { editsOf, follow, formOf, isOnlyWords } from './subscription-form';

const no = { allowed: false, code: 1, reason: 'No', facts: {}, description: 'No.' } as const;
const yes = { allowed: true } as const;

const addOn = (catalogItemId: string, held?: Partial<NonNullable<AddOnRow['held']>>): AddOnRow => ({
  catalogItemId,
  title: catalogItemId,
  description: '',
  price: { amount: '1.00', currency: 'EUR', per: 'month' },
  limits: { min: 1, max: 100 },
  purchase: held ? no : yes,
  ...(held
    ? {
        held: {
          subscriptionId: `sub-${catalogItemId}`,
          name: catalogItemId,
          status: 'active',
          quantity: 4,
          bounds: { min: 1, max: 100 },
          verdicts: { increaseQuantity: { allowed: true, upTo: 96 }, reduceQuantity: { allowed: true, upTo: 3 } },
          ...held,
        },
      }
    : {}),
});

const page = (changes: Partial<SubscriptionPage> = {}): SubscriptionPage => ({
  id: 's',
  customerId: 'c',
  customerName: 'Contoso',
  name: 'Office',
  offerName: 'Office',
  publisherName: 'Microsoft',
  status: 'active',
  quantity: 10,
  isTrial: false,
  isAddOn: false,
  newCommerce: false,
  commerce: 'legacy',
  termDuration: 'P1Y',
  billingCycle: 'Monthly',
  autoRenew: true,
  endsOn: '2022-09-01',
  orderId: 'o',
  offerId: 'offer',
  createdAt: '2021-09-02T00:00:00Z',
  startsOn: '2021-09-02',
  cycleEndsOn: '2021-10-01',
  renewsAt: null,
  price: null,
  batches: [],
  quantityBounds: { min: 1, max: 300 },
  cancellation: [],
  settlesOn: null,
  addOns: [],
  resellers: [
    { mpnId: '1', name: 'One' },
    { mpnId: '2', name: 'Two' },
  ],
  supportContact: { mpnId: '0', name: 'Own' },
  supportContacts: [
    { mpnId: '0', name: 'Own' },
    { mpnId: '1', name: 'One' },
  ],
  verdicts: {
    rename: yes,
    autoRenew: yes,
    suspend: yes,
    reactivate: no,
    increaseQuantity: { allowed: true, upTo: 290 },
    reduceQuantity: { allowed: true, upTo: 9 },
    cancel: no,
    convertTrial: no,
    schedule: yes,
    upgrade: no,
    changeFrequency: yes,
    changeTerm: no,
    changeReseller: yes,
    changeSupportContact: yes,
    buyAddOns: yes,
  },
  charges: [],
  conservation: null,
  history: [],
  serviceRequests: [],
  ...changes,
});

const edited = (subscription: SubscriptionPage, changes: Partial<ReturnType<typeof formOf>>) =>
  editsOf(subscription, { ...formOf(subscription), ...changes });

describe('The edits of the details page', () => {
  it('are none while the fields say what the world says, blanks around the name aside', () => {
    expect(edited(page(), {})).toEqual({});
    expect(edited(page(), { nickname: ' Office ' })).toEqual({});
    expect(edited(page({ quantity: null, quantityBounds: null }), {})).toEqual({});
  });

  it.each([
    [{ nickname: ' Malmö ' }, { friendlyName: 'Malmö' }],
    [{ nickname: '  ' }, {}],
    [{ quantity: ' 12 ' }, { quantity: 12 }],
    [{ status: 'suspended' as const }, { status: 'suspended' }],
    [{ autoRenew: false }, { autoRenewEnabled: false }],
    [{ reseller: '2' }, { partnerId: '2' }],
    [{ reseller: '2', mpnId: ' 1 ' }, { partnerId: '1' }],
    [{ supportContact: '1' }, { supportContact: { mpnId: '1', name: 'One' } }],
    [{ supportContact: '9' }, {}],
  ])('of %j are %j', (changes, edits) => {
    expect(edited(page(), changes)).toEqual(edits);
  });

  it('take a reseller away, and bring a suspended subscription back', () => {
    expect(edited(page({ reseller: { mpnId: '1', name: 'One' } }), { reseller: '' })).toEqual({ partnerId: '' });
    const suspended = page({ status: 'suspended', verdicts: { ...page().verdicts, reactivate: yes } });
    expect(edited(suspended, { status: 'active' })).toEqual({ status: 'active' });
  });

  it('leave out what may not be done (any more), whatever was typed', () => {
    const refused = Object.fromEntries(Object.keys(page().verdicts).map((name) => [name, no]));
    const closed = page({
      verdicts: refused as unknown as SubscriptionPage['verdicts'],
      quantityBounds: null,
      addOns: [addOn('held', { bounds: null }), { ...addOn('new'), purchase: no }],
    });
    const typed = {
      nickname: 'Other',
      quantity: '99',
      status: 'suspended' as const,
      autoRenew: false,
      addOns: { held: '9', new: '9' },
      reseller: '2',
      mpnId: '1',
      supportContact: '1',
    };
    expect(editsOf(closed, typed)).toEqual({});
  });

  it('tell add-ons that are held from those to buy', () => {
    const base = page({ addOns: [addOn('a', {}), addOn('b', {}), addOn('c'), addOn('d')] });
    expect(edited(base, { addOns: { a: '7', b: '4', c: '3', d: '0' } })).toEqual({
      heldAddOns: [{ subscriptionId: 'sub-a', quantity: 7 }],
      newAddOns: [{ catalogItemId: 'c', quantity: 3 }],
    });
  });

  it('are only words when name or support contact change, and nothing else', () => {
    expect(isOnlyWords({ friendlyName: 'x', supportContact: { mpnId: '1', name: 'One' } })).toBe(true);
    expect(isOnlyWords({ friendlyName: 'x', quantity: 2 })).toBe(false);
  });
});

describe('When the world changes underneath', () => {
  it('untouched fields follow and touched ones stay', () => {
    const before = formOf(page({ addOns: [addOn('a', {}), addOn('b', {})] }));
    const after = formOf(page({ name: 'Other tab', quantity: 20, addOns: [addOn('a', { quantity: 6 }), addOn('c')] }));
    const typed = { ...before, nickname: 'Typed', addOns: { a: '9', b: '4' } };
    expect(follow(typed, before, after)).toEqual({ ...after, nickname: 'Typed', addOns: { a: '9', c: '0' } });
    expect(follow(before, before, after)).toEqual(after);
  });
});
