import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '../../api/client';
import type { SubscriptionPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { useCommand } from '../../ui/useCommand';
import { WhyNot } from '../../ui/WhyNot';
import { resourcePath } from './paths';
import styles from './NicknameForm.module.css';

/** The name that partner and customer know the subscription by (S2-6). */
export function NicknameForm({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const notify = useNotify();
  const { name } = subscription;
  const { rename: verdict } = subscription.verdicts;
  const [draft, setDraft] = useState(name);
  const [seen, setSeen] = useState(name);
  if (seen !== name) {
    setSeen(name);
    setDraft(name);
  }
  const rename = useCommand<string, Subscription>(
    async (friendlyName, requestId) => {
      // The whole resource goes back: what a PATCH leaves out is reset (REST API 6.3).
      const resource = await call<Subscription>(resourcePath(subscription));
      return call(resourcePath(subscription), { method: 'PATCH', body: { ...resource, friendlyName }, requestId });
    },
    { onSuccess: (answer) => notify({ intent: 'success', text: t.subscriptions.renamed(answer.friendlyName) }) },
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict.allowed) rename.mutate(draft);
      }}
    >
      <Field label={t.subscriptions.nickname} hint={t.subscriptions.nicknameHint}>
        <Input value={draft} readOnly={!verdict.allowed} onChange={(_event, { value }) => setDraft(value)} />
      </Field>
      <WhyNot verdict={verdict}>
        {(allowed, describedById) => (
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={!allowed || rename.isPending}
            aria-describedby={describedById}
          >
            {t.subscriptions.submit}
          </Button>
        )}
      </WhyNot>
      <ActionError error={rename.error} onRetry={() => rename.mutate(draft)} />
    </form>
  );
}
