import { useId } from 'react';
import type { RenewalOptions } from '../../../api/renewals';
import { PriceText } from '../../../ui/Amounts';
import { useFormat, useMessages } from '../../../ui/language';
import { QuantityField } from '../../../ui/QuantityField';
import { CurrentBilling } from './CurrentBilling';
import { fitRenewal, type RenewalFields } from './renewal-form';
import { SelectField } from './SelectField';
import { TermRow, TermTable } from './TermTable';
import styles from './panels.module.css';

/** SKU, licences, term and billing frequency, each as it is beside what it shall become (S0-79). */
export function RenewalTable({
  options,
  fields,
  onChange,
}: {
  options: RenewalOptions;
  fields: RenewalFields;
  onChange: (name: keyof RenewalFields, value: string) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const noteId = useId();
  const { current, choices, schedule } = options;
  const choice = fitRenewal(options, fields);
  const { sku, termDuration, billingCycle } = choice;
  const price = sku?.terms.find(
    (each) => each.termDuration === termDuration && each.billingCycle === billingCycle,
  )?.price;
  const disabled = !schedule.allowed;
  const { min, max } = sku?.limits ?? { min: 1, max: current.quantity };
  return (
    <TermTable label={t.terms.manageRenewals}>
      <TermRow name={t.terms.sku} current={current.offerName}>
        {(labelId) => (
          <div className={styles.field}>
            <SelectField
              labelId={labelId}
              describedById={noteId}
              disabled={disabled}
              value={sku?.catalogItemId ?? ''}
              options={choices.map(({ catalogItemId, title, verdict }) => ({
                value: catalogItemId,
                label: title,
                disabled: !verdict.allowed,
              }))}
              onChange={(value) => onChange('catalogItemId', value)}
            />
            <div id={noteId} className={styles.note}>
              {choices.map(({ catalogItemId, title, verdict }) =>
                // Where nothing can be saved at all that is said above, once.
                verdict.allowed || disabled ? null : (
                  <p key={catalogItemId}>
                    {t.terms.notEligible(title)}. {verdict.description}
                  </p>
                ),
              )}
            </div>
          </div>
        )}
      </TermRow>
      <TermRow name={t.terms.quantity} current={format.number(current.quantity)}>
        {(labelId) => (
          <QuantityField
            label={t.terms.quantity}
            labelledById={labelId}
            disabled={disabled}
            value={fields.quantity}
            min={min}
            max={max}
            onChange={(value) => onChange('quantity', value)}
          />
        )}
      </TermRow>
      <TermRow name={t.terms.term} current={t.subscriptions.term(current.termDuration)}>
        {(labelId) => (
          <SelectField
            labelId={labelId}
            disabled={disabled}
            value={termDuration}
            options={choice.termDurations.map((value) => ({ value, label: t.subscriptions.term(value) }))}
            onChange={(value) => onChange('termDuration', value)}
          />
        )}
      </TermRow>
      <TermRow name={t.terms.frequency} current={<CurrentBilling term={current} />}>
        {(labelId) => (
          <div className={styles.field}>
            <SelectField
              labelId={labelId}
              disabled={disabled}
              value={billingCycle}
              options={choice.billingCycles.map((value) => ({ value, label: t.subscriptions.cycle(value) }))}
              onChange={(value) => onChange('billingCycle', value)}
            />
            {price && (
              <p className={styles.note}>
                <PriceText price={price} />
              </p>
            )}
          </div>
        )}
      </TermRow>
    </TermTable>
  );
}
