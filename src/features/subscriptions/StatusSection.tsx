import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useId, type Ref } from 'react';
import { useController, type Control } from 'react-hook-form';
import { Link } from 'react-router-dom';
import type { SubscriptionPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { StatusBadge } from '../../ui/StatusBadge';
import { InstantText } from '../../ui/Time';
import { AutoRenewField } from './AutoRenewField';
import { CancelOption, type Cancellation } from './CancelOption';
import { supportPath } from './paths';
import { Section } from './Section';
import styles from './StatusSection.module.css';
import type { SubscriptionForm } from './subscription-form';

/** What state the subscription is in, which others can be chosen, and what stands in the way (portal 4.2, 4.5, 5). */
export function StatusSection({
  subscription,
  control,
  headingRef,
  cancellation,
  onReactivate,
  working,
}: {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
  headingRef: Ref<HTMLHeadingElement>;
  cancellation: Cancellation;
  onReactivate: () => void;
  working: boolean;
}) {
  const t = useMessages();
  const { status, statusNote, suspension, commerce } = subscription;
  const chosen = status === 'active' || status === 'suspended';
  return (
    <Section title={t.subscriptions.status} headingRef={headingRef} anchor="status">
      <div className={styles.status}>
        <StatusBadge status={status} />
        {statusNote && !suspension && <span>{statusNote}</span>}
      </div>
      {chosen && (commerce === 'legacy' || commerce === 'newCommerce') && (
        <StatusChoice subscription={subscription} control={control} />
      )}
      {status === 'suspended' && subscription.verdicts.reactivate.allowed && (
        <div>
          <Button onClick={onReactivate} disabledFocusable={working}>
            {t.subscriptions.reactivate}
          </Button>
        </div>
      )}
      <AutoRenewField subscription={subscription} control={control} />
      <CancelOption subscription={subscription} cancellation={cancellation} working={working} />
    </Section>
  );
}

/** Active or suspended: the one that it is, and the other with its consequences or with what stands in its way. */
function StatusChoice({
  subscription,
  control,
}: {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
}) {
  const t = useMessages();
  const noteId = useId();
  const { field } = useController({ control, name: 'status' });
  const { verdicts, suspension, newCommerce } = subscription;
  const suspended = subscription.status === 'suspended';
  const other = suspended ? verdicts.reactivate : verdicts.suspend;
  return (
    <RadioGroup
      aria-label={t.subscriptions.status}
      name={field.name}
      value={other.allowed ? field.value : subscription.status}
      onChange={(_event, { value }) => field.onChange(value)}
      onBlur={field.onBlur}
    >
      <Radio
        value="active"
        label={t.subscriptions.active}
        disabled={suspended && !other.allowed}
        {...(suspended ? { 'aria-describedby': noteId } : {})}
      />
      <Radio
        value="suspended"
        label={newCommerce ? t.subscriptions.suspend : t.subscriptions.suspended}
        disabled={!suspended && !other.allowed}
        aria-describedby={noteId}
      />
      <div id={noteId} className={styles.below}>
        {suspension && (
          <>
            <p>
              {t.subscriptions.suspendedSince} <InstantText at={suspension.since} />
            </p>
            <p>
              {t.subscriptions.deletedAt} <InstantText at={suspension.deletedAt} /> {t.subscriptions.unlessReactivated}
            </p>
          </>
        )}
        {!suspended && other.allowed && (
          <p>{newCommerce ? t.subscriptions.suspendText : t.subscriptions.suspendedText}</p>
        )}
        {!other.allowed && <p>{other.description}</p>}
        {newCommerce && (
          <p>
            {t.subscriptions.suspensionSupport}{' '}
            <Link className={styles.link} to={supportPath(subscription)}>
              {t.subscriptions.contactSupport}
            </Link>
          </p>
        )}
      </div>
    </RadioGroup>
  );
}
