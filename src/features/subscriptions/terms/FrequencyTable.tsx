import { useId } from 'react';
import type { RenewalOptions } from '../../../api/renewals';
import { PriceText } from '../../../ui/Amounts';
import { useMessages } from '../../../ui/language';
import { DateText } from '../../../ui/Time';
import { CurrentBilling } from './CurrentBilling';
import type { FrequencyChoice } from './frequency-form';
import { SelectField } from './SelectField';
import { TermRow, TermTable } from './TermTable';
import styles from './panels.module.css';

/** Term and billing frequency, each as it is beside what it shall become; what cannot be chosen says why. */
export function FrequencyTable({
  options: { current, frequency, longerTerms },
  choice,
  onChange,
}: {
  options: RenewalOptions;
  choice: FrequencyChoice;
  onChange: (edits: { termDuration?: string; billingCycle?: string }) => void;
}) {
  const t = useMessages();
  const termNote = useId();
  const frequencyNote = useId();
  const { termDuration, isNewTerm, termDurations, plans, billingCycle } = choice;
  const price = plans.find((each) => each.billingCycle === billingCycle)?.price;
  const canBill = isNewTerm || frequency.verdict.allowed;
  return (
    <TermTable label={t.terms.manageFrequency}>
      <TermRow name={t.terms.term} current={t.subscriptions.term(current.termDuration)}>
        {(labelId) => (
          <div className={styles.field}>
            <SelectField
              labelId={labelId}
              describedById={termNote}
              disabled={!longerTerms.verdict.allowed}
              value={termDuration}
              options={termDurations.map((value) => ({ value, label: t.subscriptions.term(value) }))}
              onChange={(value) => onChange({ termDuration: value, billingCycle: '' })}
            />
            <p id={termNote} className={styles.note}>
              {longerTerms.verdict.allowed ? isNewTerm && t.terms.termAtOnce : longerTerms.verdict.description}
            </p>
          </div>
        )}
      </TermRow>
      <TermRow name={t.terms.frequency} current={<CurrentBilling term={current} />}>
        {(labelId) => (
          <div className={styles.field}>
            <SelectField
              labelId={labelId}
              describedById={frequencyNote}
              disabled={!canBill}
              value={billingCycle}
              options={
                plans.length > 0
                  ? plans.map((each) => ({ value: each.billingCycle, label: t.subscriptions.cycle(each.billingCycle) }))
                  : [{ value: billingCycle, label: t.subscriptions.cycle(billingCycle) }]
              }
              onChange={(value) => onChange({ billingCycle: value })}
            />
            <div id={frequencyNote} className={styles.note}>
              {price && (
                <p>
                  <PriceText price={price} />
                </p>
              )}
              {!canBill && !frequency.verdict.allowed && <p>{frequency.verdict.description}</p>}
              {canBill && !isNewTerm && frequency.from && (
                <p>
                  {t.terms.frequencyFrom} <DateText on={frequency.from} />.
                </p>
              )}
            </div>
          </div>
        )}
      </TermRow>
    </TermTable>
  );
}
