import { Spinner } from '@fluentui/react-components';
import { ActionError } from '../../../ui/ActionError';
import { useMessages } from '../../../ui/language';
import type { ChangeFlow } from '../useChange';
import styles from './panels.module.css';

/** What became of asking for a change, beside its button: under way, refused or failed. The dialog has its own. */
export function ChangeFailure({ flow }: { flow: ChangeFlow }) {
  const t = useMessages();
  if (flow.question) return null;
  return (
    <>
      {flow.working && <Spinner size="tiny" label={t.subscriptions.previewLoading} className={styles.spinner} />}
      {flow.refusal && (
        <p role="alert" className={styles.refusal}>
          {flow.refusal}
        </p>
      )}
      <ActionError error={flow.error} onRetry={flow.retry} />
    </>
  );
}
