import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { SubscriptionPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import styles from './PartnersSection.module.css';
import { Section } from './Section';
import type { SubscriptionForm } from './subscription-form';

interface PartProps {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
}

/** Who sells the subscription on, and who supports it (portal 4.2, S2-10). */
export function PartnersSection({ subscription, control }: PartProps) {
  const t = useMessages();
  return (
    <Section title={t.subscriptions.partners}>
      {subscription.resellers.length > 0 && <Reseller subscription={subscription} control={control} />}
      <SupportContact subscription={subscription} control={control} />
    </Section>
  );
}

/** One of the list, or any MPN ID that turns out to be one of the provider's resellers. */
function Reseller({ subscription: { resellers, reseller, verdicts }, control }: PartProps) {
  const t = useMessages();
  const reasonId = useId();
  const [verified, setVerified] = useState<string>();
  const { allowed } = verdicts.changeReseller;
  const find = (text: string) => resellers.find(({ mpnId }) => mpnId === text.trim());
  const { ref: chosenRef, ...chosen } = useController({ control, name: 'reseller' }).field;
  const {
    field: { ref: typedRef, ...typed },
    fieldState,
  } = useController({
    control,
    name: 'mpnId',
    rules: { validate: (text) => !allowed || text.trim() === '' || find(text) !== undefined },
  });
  const found = verified !== undefined && verified === typed.value.trim() ? find(verified) : undefined;
  const unknown =
    typed.value.trim() !== '' &&
    !find(typed.value) &&
    (verified === typed.value.trim() || fieldState.error !== undefined);
  return (
    <>
      <Field label={t.subscriptions.resellerMpnId}>
        <Select
          ref={chosenRef}
          value={allowed ? chosen.value : (reseller?.mpnId ?? '')}
          disabled={!allowed}
          {...(allowed ? {} : { 'aria-describedby': reasonId })}
          onBlur={chosen.onBlur}
          onChange={(_event, { value }) => {
            chosen.onChange(value);
            typed.onChange('');
          }}
        >
          <option value="">{t.subscriptions.noReseller}</option>
          {resellers.map(({ mpnId, name }) => (
            <option key={mpnId} value={mpnId}>
              {name} ({mpnId})
            </option>
          ))}
        </Select>
      </Field>
      {!verdicts.changeReseller.allowed && (
        <p id={reasonId} className={styles.note}>
          {verdicts.changeReseller.description}
        </p>
      )}
      {allowed && (
        <div className={styles.verify}>
          <Field
            label={t.subscriptions.otherReseller}
            {...(unknown
              ? { validationMessage: t.subscriptions.resellerUnknown(typed.value.trim()) }
              : found
                ? {
                    validationState: 'success' as const,
                    validationMessage: t.subscriptions.resellerKnown(found.name, found.mpnId),
                  }
                : {})}
          >
            <Input
              ref={typedRef}
              value={typed.value}
              maxLength={16}
              inputMode="numeric"
              autoComplete="off"
              onBlur={typed.onBlur}
              onChange={(_event, { value }) => typed.onChange(value)}
            />
          </Field>
          <Button
            onClick={() => {
              setVerified(typed.value.trim());
            }}
            disabledFocusable={typed.value.trim() === ''}
          >
            {t.subscriptions.verify}
          </Button>
        </div>
      )}
    </>
  );
}

function SupportContact({ subscription: { supportContact, supportContacts, verdicts }, control }: PartProps) {
  const t = useMessages();
  const reasonId = useId();
  const { ref, ...field } = useController({ control, name: 'supportContact' }).field;
  const { changeSupportContact: verdict } = verdicts;
  const listed = supportContacts.some(({ mpnId }) => mpnId === supportContact.mpnId);
  return (
    <div className={styles.field}>
      <Field label={t.subscriptions.supportContact}>
        <Select
          ref={ref}
          value={verdict.allowed ? field.value : supportContact.mpnId}
          disabled={!verdict.allowed}
          {...(verdict.allowed ? {} : { 'aria-describedby': reasonId })}
          onBlur={field.onBlur}
          onChange={(_event, { value }) => field.onChange(value)}
        >
          {[...(listed ? [] : [supportContact]), ...supportContacts].map(({ mpnId, name }) => (
            <option key={mpnId} value={mpnId}>
              {name} ({mpnId})
            </option>
          ))}
        </Select>
      </Field>
      {!verdict.allowed && (
        <p id={reasonId} className={styles.note}>
          {verdict.description}
        </p>
      )}
    </div>
  );
}
