/** The choices of "Manage billing frequency": the frequency alone, or a longer term with its own (S0-99 … S0-101). */
import type { PlanChoice, RenewalOptions } from '../../../api/renewals';
import type { TermChange } from './term-requests';

export interface FrequencyChoice {
  /** The term that is chosen: the present one, or a longer one. */
  termDuration: string;
  /** Whether a new term would begin. */
  isNewTerm: boolean;
  /** The present term and those that can begin at once. */
  termDurations: string[];
  /** What the chosen term can be billed like. */
  plans: PlanChoice[];
  billingCycle: string;
}

/** What the two dropdowns amount to. An empty frequency stands for the one that is planned, or the present one. */
export function fitFrequency(
  { current, frequency, longerTerms }: RenewalOptions,
  fields: { termDuration: string; billingCycle: string },
): FrequencyChoice {
  const longer = longerTerms.verdict.allowed ? longerTerms.choices : [];
  const termDurations = [...new Set([current.termDuration, ...longer.map(({ termDuration }) => termDuration)])];
  const termDuration = termDurations.includes(fields.termDuration) ? fields.termDuration : current.termDuration;
  const isNewTerm = termDuration !== current.termDuration;
  const plans = isNewTerm ? longer.filter((each) => each.termDuration === termDuration) : frequency.choices;
  const wanted = [fields.billingCycle, frequency.pending, frequency.current];
  const billingCycle =
    wanted.find((cycle) => plans.some((plan) => plan.billingCycle === cycle)) ??
    plans[0]?.billingCycle ??
    frequency.current;
  return { termDuration, isNewTerm, termDurations, plans, billingCycle };
}

/** The change that is asked for; nothing where it is so already. */
export function wishedFrequency({ frequency }: RenewalOptions, choice: FrequencyChoice): TermChange | undefined {
  const { isNewTerm, termDuration, billingCycle } = choice;
  if (isNewTerm) return { kind: 'longerTerm', termDuration, billingCycle };
  if (!frequency.verdict.allowed || billingCycle === (frequency.pending ?? frequency.current)) return undefined;
  return billingCycle === frequency.current ? { kind: 'keepFrequency' } : { kind: 'frequency', billingCycle };
}
