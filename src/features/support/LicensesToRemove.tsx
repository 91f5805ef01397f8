import { useId } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { SubscriptionPage } from '../../api/dashboard';
import { useFormat, useMessages } from '../../ui/language';
import { checkQuantityText, QuantityField } from '../../ui/QuantityField';
import { InstantText } from '../../ui/Time';
import styles from './support.module.css';
import { supportReduction, type SupportForm } from './support-form';

/** How many licenses that were added mid-term support should take away: as many as the open batches hold (S0-96). */
export function LicensesToRemove({
  subscription,
  control,
}: {
  subscription: SubscriptionPage | undefined;
  control: Control<SupportForm>;
}) {
  const t = useMessages();
  const format = useFormat();
  const hintId = useId();
  const possible = supportReduction(subscription);
  const upTo = possible?.upTo ?? 0;
  const { field } = useController({
    control,
    name: 'reduceBy',
    rules: { validate: (text) => text === '' || checkQuantityText(text, 1, upTo) !== undefined },
  });
  if (!possible) return <p className={styles.note}>{t.support.notPossible}</p>;
  return (
    <div className={styles.group}>
      <QuantityField
        label={t.support.licensesToRemove}
        value={field.value}
        onChange={field.onChange}
        min={1}
        max={upTo}
        inputRef={field.ref}
        describedById={hintId}
      />
      <p id={hintId} className={styles.note}>
        {t.support.possible(upTo, format.number(upTo))} {t.support.possibleUntil} <InstantText at={possible.until} />.
      </p>
    </div>
  );
}
