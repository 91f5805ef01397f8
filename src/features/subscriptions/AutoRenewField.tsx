import { Checkbox } from '@fluentui/react-components';
import { useId } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { SubscriptionPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import styles from './StatusSection.module.css';
import type { SubscriptionForm } from './subscription-form';

/** Whether the term is followed by another one (S0-71 … S0-73). */
export function AutoRenewField({
  subscription,
  control,
}: {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
}) {
  const t = useMessages();
  const noteId = useId();
  const { ref, ...field } = useController({ control, name: 'autoRenew' }).field;
  const { autoRenew, renewsAt } = subscription;
  const { autoRenew: verdict } = subscription.verdicts;
  return (
    <div>
      <Checkbox
        ref={ref}
        label={t.subscriptions.autoRenew}
        checked={verdict.allowed ? field.value : autoRenew}
        disabled={!verdict.allowed}
        aria-describedby={noteId}
        onBlur={field.onBlur}
        onChange={(_event, { checked }) => field.onChange(checked === true)}
      />
      <div id={noteId} className={styles.below}>
        {renewsAt && (
          <p>
            {t.subscriptions.renewsAt} <InstantText at={renewsAt} />.
          </p>
        )}
        {!verdict.allowed && <p>{verdict.description}</p>}
      </div>
    </div>
  );
}
