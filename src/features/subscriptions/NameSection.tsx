import { Field, Input } from '@fluentui/react-components';
import { useController, type Control } from 'react-hook-form';
import type { SubscriptionPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { Section } from './Section';
import type { SubscriptionForm } from './subscription-form';

/** The name that partner and customer know the subscription by (S2-6). */
export function NameSection({
  subscription,
  control,
}: {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
}) {
  const t = useMessages();
  const { allowed } = subscription.verdicts.rename;
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({
    control,
    name: 'nickname',
    rules: { validate: (text) => !allowed || text.trim() !== '' || t.subscriptions.nicknameMissing },
  });
  return (
    <Section title={t.subscriptions.nicknameTitle}>
      <Field
        label={t.subscriptions.nickname}
        hint={t.subscriptions.nicknameHint}
        {...(fieldState.error ? { validationMessage: t.subscriptions.nicknameMissing } : {})}
      >
        <Input
          ref={ref}
          value={field.value}
          maxLength={256}
          autoComplete="off"
          readOnly={!allowed}
          onBlur={field.onBlur}
          onChange={(_event, { value }) => field.onChange(value)}
        />
      </Field>
    </Section>
  );
}
