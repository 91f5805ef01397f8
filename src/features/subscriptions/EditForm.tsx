import { Button, Spinner } from '@fluentui/react-components';
import { Suspense, useRef, useState } from 'react';
import type { SubscriptionPage } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { WhyNot } from '../../ui/WhyNot';
import { AddOnsSection } from './AddOnsSection';
import { cancelDetailsDialog } from './cancel-details';
import { ChangeDialog } from './ChangeDialog';
import { doneText } from './change-words';
import styles from './EditForm.module.css';
import { NameSection } from './NameSection';
import { PartnersSection } from './PartnersSection';
import { QuantitySection } from './QuantitySection';
import { StatusSection } from './StatusSection';
import { RenewalSection } from './terms/RenewalSection';
import { editsOf } from './subscription-form';
import { useCancellation, type Canceling } from './useCancellation';
import { useChange } from './useChange';
import { useSubscriptionForm } from './useSubscriptionForm';

/** Everything that can be changed about a subscription, with the one Submit of the page (portal 4.2). */
export function EditForm({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const notify = useNotify();
  const statusHeading = useRef<HTMLHeadingElement>(null);
  const [unchanged, setUnchanged] = useState(false);
  const form = useSubscriptionForm(subscription);
  const { control } = form;

  const [canceling, setCanceling] = useState<Canceling>('no');
  const flow = useChange(subscription, (change) => {
    if (change.kind === 'edit') form.wasSent();
    setCanceling('no');
    notify({ intent: 'success', text: doneText(change, subscription.name, t) });
    // The control that was used is gone with the state that it belonged to.
    if (change.kind !== 'edit') setTimeout(() => statusHeading.current?.focus());
  });
  const cancellation = useCancellation(subscription, flow, canceling, setCanceling);

  const submit = form.handleSubmit((fields) => {
    const edits = editsOf(subscription, fields);
    const nothing = Object.keys(edits).length === 0;
    setUnchanged(nothing);
    if (nothing) form.reset();
    else flow.ask({ kind: 'edit', edits });
  });
  const ownRefusal = flow.question ? undefined : flow.refusal;
  return (
    <>
      <form
        className={styles.form}
        noValidate
        aria-label={t.subscriptions.editForm}
        onChange={() => {
          setUnchanged(false);
          // What was said about other wishes is over with them.
          if (!flow.question && !flow.working && !flow.sending) flow.dismiss();
        }}
        onSubmit={(event) => {
          if (cancellation.chosen) {
            event.preventDefault();
            cancellation.askForDetails();
          } else {
            void submit(event);
          }
        }}
      >
        <NameSection subscription={subscription} control={control} />
        <QuantitySection subscription={subscription} control={control} />
        <StatusSection
          subscription={subscription}
          control={control}
          headingRef={statusHeading}
          cancellation={cancellation}
          working={flow.working}
          onReactivate={() => flow.ask({ kind: 'reactivate' })}
        />
        <RenewalSection subscription={subscription} />
        <AddOnsSection subscription={subscription} control={control} />
        <PartnersSection subscription={subscription} control={control} />
        <div className={styles.submit}>
          {!cancellation.chosen && (
            <WhyNot verdict={subscription.verdicts.rename}>
              {(allowed, describedById) => (
                <Button
                  type="submit"
                  appearance="primary"
                  disabledFocusable={!allowed || flow.working}
                  aria-describedby={describedById}
                >
                  {t.subscriptions.submit}
                </Button>
              )}
            </WhyNot>
          )}
          {flow.working && <Spinner size="tiny" label={t.subscriptions.previewLoading} />}
          <p role="status" className={styles.note}>
            {unchanged && t.subscriptions.nothingChanged}
          </p>
          {ownRefusal && (
            <p role="alert" className={styles.refusal}>
              {ownRefusal}
            </p>
          )}
          <ActionError error={flow.question ? null : flow.error} onRetry={flow.retry} />
        </div>
      </form>
      {cancellation.detailsOpen && (
        <Suspense>
          <cancelDetailsDialog.Part
            name={subscription.name}
            onSubmit={cancellation.ask}
            onDismiss={cancellation.closeDetails}
          />
        </Suspense>
      )}
      <ChangeDialog flow={flow} name={subscription.name} names={namesIn(subscription)} />
    </>
  );
}

/** The page's own subscription and its add-ons, for what is said about several at once. */
function namesIn(subscription: SubscriptionPage): ReadonlyMap<string, string> {
  return new Map([
    [subscription.id, subscription.name],
    ...subscription.addOns.flatMap(({ held }): [string, string][] => (held ? [[held.subscriptionId, held.name]] : [])),
  ]);
}
