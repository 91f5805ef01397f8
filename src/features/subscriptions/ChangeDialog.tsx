import { Spinner } from '@fluentui/react-components';
import { ActionError } from '../../ui/ActionError';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useMessages } from '../../ui/language';
import { questionOf } from './change-words';
import { PreviewSummary } from './PreviewSummary';
import type { ChangeFlow } from './useChange';

/** Shows what a change would do and asks whether to do it. `names`: subscriptions by id, for charges of several. */
export function ChangeDialog({
  flow,
  name,
  names = new Map<string, string>(),
}: {
  flow: ChangeFlow;
  name: string;
  names?: ReadonlyMap<string, string>;
}) {
  const t = useMessages();
  const { question, refusal, error } = flow;
  if (!question) return null;
  const { preview, change } = question;
  const { title, confirm } = questionOf(change, name, t);
  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={confirm}
      dismissLabel={t.common.close}
      onConfirm={flow.confirm}
      onDismiss={flow.dismiss}
      busy={flow.sending}
      blocked={!preview?.accepted}
    >
      {preview === undefined && !error && <Spinner size="tiny" label={t.subscriptions.previewLoading} />}
      {preview?.accepted && <PreviewSummary preview={preview} names={names} />}
      {preview && refusal && <p role="alert">{refusal}</p>}
      <ActionError error={error} onRetry={flow.retry} />
    </ConfirmDialog>
  );
}
