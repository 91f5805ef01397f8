import { Button, Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { SubscriptionPage } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { PriceText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { checkQuantityText, QuantityField } from '../../ui/QuantityField';
import { WhyNot } from '../../ui/WhyNot';
import { ChangeDialog } from './ChangeDialog';
import { doneText } from './change-words';
import styles from './ConversionSection.module.css';
import { Section } from './Section';
import { useChange } from './useChange';

type Conversion = NonNullable<SubscriptionPage['conversion']>;

/** What becomes of a trial (portal 6.6): a legacy one is converted here by hand, the others say what happens by itself. */
export function ConversionSection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const { conversion, verdicts, isTrial, statusNote } = subscription;
  if (conversion) return <ByHand subscription={subscription} conversion={conversion} />;
  if (!isTrial || verdicts.convertTrial.allowed) return null;
  return (
    <Section title={t.subscriptions.trial} anchor="conversion">
      {statusNote && <p className={styles.text}>{statusNote}</p>}
      <p className={styles.text}>{verdicts.convertTrial.description}</p>
    </Section>
  );
}

function ByHand({ subscription, conversion }: { subscription: SubscriptionPage; conversion: Conversion }) {
  const t = useMessages();
  const notify = useNotify();
  const flow = useChange(subscription, (change) => {
    notify({ intent: 'success', text: doneText(change, subscription.name, t) });
    // This section is gone with the trial.
    setTimeout(() => document.getElementById('status')?.focus());
  });
  const { limits, choices } = conversion;
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const quantity = typed ?? String(conversion.quantity);
  const billingCycle =
    choices.find((choice) => choice.billingCycle === chosen)?.billingCycle ?? choices[0]?.billingCycle;
  const count = checkQuantityText(quantity, limits.min, limits.max);
  return (
    <Section title={t.subscriptions.convertTrial} anchor="conversion">
      <p className={styles.text}>{t.subscriptions.convertText(conversion.offerName)}</p>
      {subscription.statusNote && <p className={styles.text}>{subscription.statusNote}</p>}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (count !== undefined && billingCycle && subscription.verdicts.convertTrial.allowed) {
            flow.ask({ kind: 'convert', quantity: count, billingCycle });
          }
        }}
      >
        <div className={styles.quantity}>
          <QuantityField
            label={t.subscriptions.quantity}
            value={quantity}
            onChange={setTyped}
            min={limits.min}
            max={limits.max}
          />
        </div>
        <Field label={t.subscriptions.billingFrequency}>
          <RadioGroup value={billingCycle ?? ''} onChange={(_event, { value }) => setChosen(value)}>
            {choices.map((choice) => (
              <Radio
                key={choice.billingCycle}
                value={choice.billingCycle}
                label={
                  <>
                    {t.subscriptions.cycle(choice.billingCycle)}, <PriceText price={choice.price} />
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
        <WhyNot verdict={subscription.verdicts.convertTrial}>
          {(allowed, describedById) => (
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={!allowed || flow.working}
              aria-describedby={describedById}
            >
              {t.subscriptions.apply}
            </Button>
          )}
        </WhyNot>
        {flow.working && <Spinner size="tiny" label={t.subscriptions.previewLoading} />}
        {!flow.question && flow.refusal && <p role="alert">{flow.refusal}</p>}
        <ActionError error={flow.question ? null : flow.error} onRetry={flow.retry} />
      </form>
      <ChangeDialog flow={flow} name={subscription.name} />
    </Section>
  );
}
