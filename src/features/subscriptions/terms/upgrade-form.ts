/** The choices of "Upgrade": what stands in the fields, what fits together, and the change that it amounts to. */
import type { PlanChoice, RenewalOptions, UpgradeOptions } from '../../../api/renewals';
import type { Verdict } from '../../../api/wire';
import { checkQuantityText } from '../../../ui/quantity-text';
import type { TermChange } from './term-requests';

export interface UpgradeFields {
  /** Empty = none chosen yet. */
  target: string;
  when: 'now' | 'renewal';
  place: 'new' | 'existing';
  /** The subscription that licences join; empty = none chosen yet. */
  existing: string;
  licenses: string;
  /** Term and billing frequency, see `planKey`. */
  plan: string;
}

export function upgradeFieldsOf({ quantity }: UpgradeOptions): UpgradeFields {
  return { target: '', when: 'now', place: 'new', existing: '', licenses: String(quantity), plan: '' };
}

export type UpgradeTarget = UpgradeOptions['targets'][number];
type Plan = PlanChoice & { keepsTerm?: boolean };

export interface UpgradeChoice {
  target: UpgradeTarget | undefined;
  when: 'now' | 'renewal';
  /** Whether it can be saved for the renewal instead. */
  later: Verdict | undefined;
  place: 'new' | 'existing';
  existing: UpgradeTarget['existing'][number] | undefined;
  limits: { min: number; max: number };
  /** Nothing to choose where licences join an existing subscription: it keeps its term. */
  plans: Plan[];
  plan: Plan | undefined;
}

/** The combination that the fields amount to; what does not go with what was chosen before it gives way. */
export function fitUpgrade(upgrade: UpgradeOptions, renewal: RenewalOptions, fields: UpgradeFields): UpgradeChoice {
  const targets = upgrade.targets.filter(({ verdict }) => verdict.allowed);
  const target = targets.find(({ catalogItemId }) => catalogItemId === fields.target) ?? targets[0];
  const sku = renewal.choices.find(({ catalogItemId }) => catalogItemId === target?.catalogItemId);
  const later = sku && (renewal.schedule.allowed ? sku.verdict : renewal.schedule);
  const when = fields.when === 'renewal' && later?.allowed ? 'renewal' : 'now';
  const joinable = (target?.existing ?? []).filter(({ verdict }) => verdict.allowed);
  const place = when === 'now' && fields.place === 'existing' && joinable.length > 0 ? 'existing' : 'new';
  const existing =
    place === 'existing'
      ? (joinable.find(({ subscriptionId }) => subscriptionId === fields.existing) ?? joinable[0])
      : undefined;
  const source = when === 'renewal' ? sku : target;
  const plans: Plan[] = existing ? [] : (source?.terms ?? []);
  const present = planKey(renewal.next ?? renewal.current);
  const plan =
    plans.find((each) => planKey(each) === fields.plan) ??
    plans.find(({ keepsTerm }) => keepsTerm) ??
    plans.find((each) => planKey(each) === present) ??
    plans[0];
  const limits = (existing ?? source)?.limits ?? { min: 1, max: upgrade.quantity };
  return { target, when, later, place, existing, limits, plans, plan };
}

export function planKey({ termDuration, billingCycle }: { termDuration: string; billingCycle: string }): string {
  return `${termDuration} ${billingCycle}`;
}

/** What is asked for; nothing while the number is none that is allowed. */
export function wishedUpgrade(choice: UpgradeChoice, licenses: string): TermChange | undefined {
  const { target, when, existing, plan, limits } = choice;
  const quantity = checkQuantityText(licenses, limits.min, limits.max);
  if (!target || quantity === undefined || (!plan && !existing)) return undefined;
  const { catalogItemId } = target;
  if (when === 'renewal' && plan) {
    const { termDuration, billingCycle } = plan;
    return { kind: 'schedule', next: { catalogItemId, quantity, termDuration, billingCycle } };
  }
  return {
    kind: 'upgrade',
    wish: {
      catalogItemId,
      quantity,
      ...(existing ? { toSubscriptionId: existing.subscriptionId } : {}),
      ...(plan ? { plan: { termDuration: plan.termDuration, billingCycle: plan.billingCycle } } : {}),
    },
  };
}

/** What kind of upgrade it is, for a sentence about it (S0-87 … S0-93). */
export type Extent = 'renewal' | 'trial' | 'trialEnd' | 'fullNew' | 'fullExisting' | 'partialNew' | 'partialExisting';

export function extentOf(
  { isTrial, quantity: present }: UpgradeOptions,
  { when, existing }: UpgradeChoice,
  quantity: number,
): Extent {
  if (isTrial) return when === 'renewal' ? 'trialEnd' : 'trial';
  if (when === 'renewal') return 'renewal';
  if (quantity >= present) return existing ? 'fullExisting' : 'fullNew';
  return existing ? 'partialExisting' : 'partialNew';
}
