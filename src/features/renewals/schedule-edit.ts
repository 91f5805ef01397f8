/** What a bulk change of next terms asks of each subscription (REST API 6.3, 6.4). */
import type { BulkEdit } from '../../api/bulk-run';
import type { Subscription, TermInstructions } from '../../api/subscriptions';
import { checkQuantityText } from '../../ui/quantity-text';

/** The fields as they stand in the form. Empty: as it is. */
export interface ScheduleForm {
  action: 'change' | 'remove' | 'autoRenewOn' | 'autoRenewOff';
  licenses: '' | 'set' | 'raise' | 'lower';
  number: string;
  percent: string;
  billingCycle: '' | 'Monthly' | 'Annual';
  termDuration: '' | 'P1M' | 'P1Y' | 'P3Y';
}

export const NOTHING_YET: ScheduleForm = {
  action: 'change',
  licenses: '',
  number: '1',
  percent: '10',
  billingCycle: '',
  termDuration: '',
};

/** The API decides; these only bound what is typed. */
export const LIMITS = { number: { min: 1, max: 999_999 }, raise: { min: 1, max: 999 }, lower: { min: 1, max: 99 } };

/** The edit that a form amounts to; nothing while it asks for nothing or what is typed is no number. */
export function editOf(form: ScheduleForm): BulkEdit | undefined {
  switch (form.action) {
    case 'autoRenewOn':
    case 'autoRenewOff':
      return (resource) => ({ body: { ...resource, autoRenewEnabled: form.action === 'autoRenewOn' } });
    case 'remove':
      // What a PATCH leaves out is removed.
      return ({ scheduledNextTermInstructions: _removed, ...rest }) => ({ body: rest });
    case 'change':
      return changeOf(form);
  }
}

function changeOf({ licenses, number, percent, billingCycle, termDuration }: ScheduleForm): BulkEdit | undefined {
  const quantityFor = licensesOf(licenses, number, percent);
  if (!quantityFor || (!licenses && !billingCycle && !termDuration)) return undefined;
  return (resource) => {
    const { schedule } = resource.verdicts;
    // What has no next term to change could not even name one.
    if (!schedule.allowed) return { kind: 'refused', reason: schedule.description };
    const { product, quantity } = termToCome(resource);
    const instructions: TermInstructions = {
      product: {
        ...product,
        ...(billingCycle ? { billingCycle } : {}),
        ...(termDuration ? { termDuration } : {}),
      },
      quantity: quantityFor(resource.quantity, quantity),
    };
    return { body: { ...resource, scheduledNextTermInstructions: instructions } };
  };
}

/**
 * The licences of the next term, from those of today and those that it would have; nothing where what is typed is no
 * number. Per cent are of today's, so that the same change twice is the same change.
 */
function licensesOf(
  licenses: ScheduleForm['licenses'],
  number: string,
  percent: string,
): ((present: number, coming: number) => number) | undefined {
  if (licenses === '') return (_present, coming) => coming;
  if (licenses === 'set') {
    const wanted = checkQuantityText(number, LIMITS.number.min, LIMITS.number.max);
    return wanted === undefined ? undefined : () => wanted;
  }
  const by = checkQuantityText(percent, LIMITS[licenses].min, LIMITS[licenses].max);
  if (by === undefined) return undefined;
  const share = licenses === 'raise' ? 100 + by : 100 - by;
  return (present) => Math.max(1, Math.round((present * share) / 100));
}

/** The next term as it is without this change: saved, or the same again with the billing frequency to come. */
function termToCome(resource: Subscription): TermInstructions {
  const { scheduledNextTermInstructions, nextChargeInstructions, offerId, quantity } = resource;
  if (scheduledNextTermInstructions) return scheduledNextTermInstructions;
  const [productId = '', skuId = '', availabilityId = ''] = offerId.split(':');
  return {
    product: {
      productId,
      skuId,
      availabilityId,
      billingCycle: nextChargeInstructions?.product.billingCycle ?? resource.billingCycle,
      termDuration: resource.termDuration ?? resource.renewalTermDuration,
    },
    quantity,
  };
}
