import { useNavigate } from 'react-router-dom';
import type { BatchAnswer, SubscriptionPage } from '../../../api/dashboard';
import { useMessages } from '../../../ui/language';
import { useNotify } from '../../../ui/notify';
import type { Change } from '../change-requests';
import { doneText } from '../change-words';
import { subscriptionPath } from '../paths';

/** Says that an upgrade is done; where it made a subscription, with the way there. */
export function useUpgradeDone(
  { name, customerId }: SubscriptionPage,
  onClose: () => void,
): (change: Change, answer: BatchAnswer) => void {
  const t = useMessages();
  const notify = useNotify();
  const navigate = useNavigate();
  return (change, { items }) => {
    const id = items.map(({ effects }) => startedIn(effects)).find(Boolean);
    notify({
      intent: 'success',
      text: id ? t.terms.upgradedNew(name) : doneText(change, name, t),
      ...(id
        ? { action: { label: t.terms.openNew, onClick: () => void navigate(subscriptionPath({ customerId, id })) } }
        : {}),
    });
    onClose();
  };
}

/** The subscription that came out of a change, if one did. */
export function startedIn(effects: BatchAnswer['items'][number]['effects']): string | undefined {
  return effects.find(({ kind }) => kind === 'SubscriptionStarted')?.subscriptionId;
}
