import { Button, Spinner, useRestoreFocusTarget } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import type { Preview, PreviewRequest, SubscriptionPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import { ActionError } from '../../ui/ActionError';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { useCommand } from '../../ui/useCommand';
import { WhyNot } from '../../ui/WhyNot';
import { resourcePath } from './paths';
import { PreviewSummary } from './PreviewSummary';
import styles from './StatusSection.module.css';

/** Brings a suspended subscription back; first shows what that does and what it costs. */
export function Reactivation({ subscription, onDone }: { subscription: SubscriptionPage; onDone: () => void }) {
  const t = useMessages();
  const notify = useNotify();
  const restoreFocus = useRestoreFocusTarget();
  const [asked, setAsked] = useState(false);
  const preview = useQuery({
    queryKey: ['reactivation', subscription.customerId, subscription.id],
    queryFn: async ({ signal }) => {
      const request = await reactivationOf(subscription, signal);
      return call<Preview>('/dashboard/v1/preview', { method: 'POST', body: request, signal });
    },
    enabled: asked,
    // An answer is about the world as it was when it was asked.
    gcTime: 0,
  });
  const reactivate = useCommand<void, Subscription>(
    async (_input, requestId) => {
      const { body } = await reactivationOf(subscription);
      return call(resourcePath(subscription), { method: 'PATCH', body, requestId });
    },
    {
      onSuccess: () => {
        setAsked(false);
        notify({ intent: 'success', text: t.subscriptions.reactivated(subscription.name) });
        onDone();
      },
    },
  );
  const working = asked && preview.isPending;
  const refused = asked ? preview.data?.refusal : undefined;
  return (
    <div className={styles.reactivation}>
      <WhyNot verdict={subscription.verdicts.reactivate}>
        {(allowed, describedById) => (
          <Button
            {...restoreFocus}
            appearance="primary"
            disabledFocusable={!allowed || working}
            aria-describedby={describedById}
            onClick={() => {
              reactivate.reset();
              if (asked) void preview.refetch();
              setAsked(true);
            }}
          >
            {t.subscriptions.reactivate}
          </Button>
        )}
      </WhyNot>
      {working && <Spinner size="tiny" label={t.subscriptions.previewLoading} />}
      {refused && <p role="alert">{refused.description}</p>}
      <ActionError error={asked ? preview.error : null} onRetry={() => void preview.refetch()} />
      {preview.data?.accepted && (
        <ConfirmDialog
          open={asked}
          title={t.subscriptions.reactivateTitle(subscription.name)}
          confirmLabel={t.subscriptions.confirmReactivate}
          dismissLabel={t.common.close}
          onConfirm={() => reactivate.mutate()}
          onDismiss={() => setAsked(false)}
          busy={reactivate.isPending}
        >
          <PreviewSummary preview={preview.data} />
          <ActionError error={reactivate.error} onRetry={() => reactivate.mutate()} />
        </ConfirmDialog>
      )}
    </div>
  );
}

/** The request that reactivates: the whole resource goes back with one word changed (REST API 6.3). */
async function reactivationOf(subscription: SubscriptionPage, signal?: AbortSignal): Promise<PreviewRequest> {
  const path = resourcePath(subscription);
  const resource = await call<Subscription>(path, signal ? { signal } : {});
  return { method: 'PATCH', path, body: { ...resource, status: 'active' } };
}
