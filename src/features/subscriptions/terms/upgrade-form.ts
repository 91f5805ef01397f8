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
  now: Verdict;
  /** Whether it can be saved for the renewal instead. */
  later: Verdict;
  place: 'new' | 'existing';
  existing: UpgradeTarget['existing'][number] | undefined;
  limits: { min: number; max: number };
  /** Nothing to choose where licences join an existing subscription: it keeps its term. */
  plans: Plan[];
  plan: Plan | undefined;
}

function verdictsOf(target: UpgradeTarget, { choices, schedule }: RenewalOptions): { now: Verdict; later: Verdict } {
  const sku = choices.find(({ catalogItemId }) => catalogItemId === target.catalogItemId);
  return { now: target.verdict, later: sku && schedule.allowed ? sku.verdict : schedule };
}

/** Whether a target can be chosen, now or for the renewal; the reason is the one of now. */
export function targetVerdict(target: UpgradeTarget, renewal: RenewalOptions): Verdict {
  const { now, later } = verdictsOf(target, renewal);
  return later.allowed ? later : now;
}

/** The combination that the fields amount to; what does not go with what was chosen before it gives way. */
export function fitUpgrade(upgrade: UpgradeOptions, renewal: RenewalOptions, fields: UpgradeFields): UpgradeChoice {
  const targets = upgrade.targets.filter((each) => targetVerdict(each, renewal).allowed);
  const target = targets.find(({ catalogItemId }) => catalogItemId === fields.target) ?? targets[0];
  const { now, later } = target ? verdictsOf(target, renewal) : { now: upgrade.verdict, later: renewal.schedule };
  const when = later.allowed && (fields.when === 'renewal' || !now.allowed) ? 'renewal' : 'now';
  const existing = when === 'now' ? joinedBy(target, fields) : undefined;
  const sku = renewal.choices.find(({ catalogItemId }) => catalogItemId === target?.catalogItemId);
  const source = when === 'renewal' ? sku : target;
  const plans: Plan[] = existing ? [] : (source?.terms ?? []);
  const present = planKey(renewal.next ?? renewal.current);
  const plan =
    plans.find((each) => planKey(each) === fields.plan) ??
    plans.find(({ keepsTerm }) => keepsTerm) ??
    plans.find((each) => planKey(each) === present) ??
    plans[0];
  const limits = (existing ?? source)?.limits ?? { min: 1, max: upgrade.quantity };
  return { target, when, now, later, place: existing ? 'existing' : 'new', existing, limits, plans, plan };
}

/** The existing subscription that licences join: where that is chosen, or the only way. */
function joinedBy(target: UpgradeTarget | undefined, { place, existing }: UpgradeFields): UpgradeChoice['existing'] {
  if (!target || (place === 'new' && target.asNew.allowed)) return undefined;
  const joinable = target.existing.filter(({ verdict }) => verdict.allowed);
  return joinable.find(({ subscriptionId }) => subscriptionId === existing) ?? joinable[0];
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
