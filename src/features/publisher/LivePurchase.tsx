import { Link } from 'react-router-dom';
import { call } from '../../api/client';
import type { PublisherPage } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import { useCommand } from '../../ui/useCommand';
import { PublisherFrame } from './PublisherFrame';
import { SetUpStep } from './SetUpStep';

type Step = 'assign' | 'confirm';

/** A purchase of this window's world: the steps are carried out in it. */
export function LivePurchase({ purchase }: { purchase: PublisherPage }) {
  const t = useMessages();
  const { authorizationCode, licensesAssignedAt, confirmedAt } = purchase;
  const step = useCommand<Step>((name, requestId) =>
    call(`/simulation/v1/publisher/${encodeURIComponent(authorizationCode)}/${name}`, { method: 'POST', requestId }),
  );
  const failed = (name: Step) =>
    step.variables === name && <ActionError error={step.error} onRetry={() => step.mutate(name)} />;
  return (
    <PublisherFrame
      facts={purchase}
      authorizationCode={authorizationCode}
      complete={licensesAssignedAt !== null && confirmedAt !== null}
      back={
        <Link
          to={`/customers/${encodeURIComponent(purchase.customerId)}/subscriptions/${encodeURIComponent(purchase.subscriptionId)}`}
        >
          {t.publisher.back}
        </Link>
      }
    >
      <SetUpStep
        action={t.publisher.assign}
        text={t.publisher.assignText}
        doneText={t.publisher.assigned}
        done={licensesAssignedAt === null ? undefined : <InstantText at={licensesAssignedAt} />}
        busy={step.isPending}
        onDo={() => step.mutate('assign')}
        error={failed('assign')}
      />
      <SetUpStep
        action={t.publisher.confirm}
        text={t.publisher.confirmText}
        doneText={t.publisher.confirmed}
        done={confirmedAt === null ? undefined : <InstantText at={confirmedAt} />}
        busy={step.isPending}
        onDo={() => step.mutate('confirm')}
        error={failed('confirm')}
      />
    </PublisherFrame>
  );
}
