import { Button, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../api/wire';
import { ActionError } from '../../../ui/ActionError';
import { useMessages } from '../../../ui/language';
import { WhyNot } from '../../../ui/WhyNot';
import styles from './panels.module.css';
import type { LiveChange } from './useLiveChange';

/**
 * The end of a panel: why the choice is refused, Submit, what else can be done, Close. Submit waits until the
 * consequences of the choice are shown. `unchanged`: what is said about a Submit that would change nothing. `reasonId`:
 * where it is said already why nothing can be sent.
 */
export function PanelActions({
  live,
  verdict,
  reasonId,
  submitLabel,
  closeLabel,
  unchanged = '',
  onClose,
  children,
}: {
  live: LiveChange;
  verdict: Verdict;
  reasonId?: string;
  submitLabel?: string;
  closeLabel?: string;
  unchanged?: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useMessages();
  const submit = (allowed: boolean, describedById: string | undefined) => (
    <Button
      type="submit"
      appearance="primary"
      aria-describedby={describedById}
      disabledFocusable={!allowed || live.working || live.sending || live.refusal !== undefined}
    >
      {submitLabel ?? t.subscriptions.submit}
    </Button>
  );
  return (
    <div className={styles.end}>
      {live.working && <Spinner size="tiny" label={t.subscriptions.previewLoading} className={styles.spinner} />}
      {live.refusal && (
        <p role="alert" className={styles.refusal}>
          {live.refusal}
        </p>
      )}
      <ActionError error={live.error} onRetry={live.retry} />
      <p role="status" className={styles.note}>
        {unchanged}
      </p>
      <div className={styles.actions}>
        {verdict.allowed || reasonId === undefined ? (
          <WhyNot verdict={verdict}>{submit}</WhyNot>
        ) : (
          submit(false, reasonId)
        )}
        {children}
        <Button onClick={onClose}>{closeLabel ?? t.common.close}</Button>
      </div>
    </div>
  );
}
