import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '../../api/client';
import type { SubscriptionPage } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { useCommand } from '../../ui/useCommand';
import styles from './SetUpSection.module.css';

/** Brings home what was done on the publisher's page in a private window, which has a world of its own (decisions 17). */
export function ConfirmationCodeForm({ setUp }: { setUp: NonNullable<SubscriptionPage['setUp']> }) {
  const t = useMessages();
  const notify = useNotify();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const path = `/simulation/v1/publisher/${encodeURIComponent(setUp.authorizationCode)}`;
  const step = useCommand<'assign' | 'confirm'>((name, requestId) =>
    call(`${path}/${name}`, { method: 'POST', requestId }),
  );
  const carryOut = async () => {
    try {
      if (setUp.licensesAssignedAt === null) await step.mutateAsync('assign');
      if (setUp.confirmedAt === null) await step.mutateAsync('confirm');
    } catch {
      // Shown below the field: `step.error` holds it.
      return;
    }
    notify({ intent: 'success', text: t.subscriptions.confirmationDone });
  };
  return (
    <form
      className={styles.confirmation}
      onSubmit={(event) => {
        event.preventDefault();
        // The publisher's page writes it so.
        const right = text.trim() === `${setUp.authorizationCode}:confirmed`;
        setWrong(!right);
        if (right) void carryOut();
      }}
    >
      <Field
        label={t.subscriptions.confirmationCode}
        hint={t.subscriptions.confirmationHint}
        {...(wrong ? { validationMessage: t.subscriptions.confirmationWrong } : {})}
      >
        <Input
          value={text}
          onChange={(_event, { value }) => {
            setText(value);
            setWrong(false);
          }}
        />
      </Field>
      <Button type="submit" disabledFocusable={step.isPending}>
        {t.subscriptions.useConfirmation}
      </Button>
      <ActionError error={step.error} onRetry={() => void carryOut()} />
    </form>
  );
}
