import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { failureOf } from './failure';
import { useMessages } from './language';

/** Why something that was asked for did not happen, beside the control that asked for it. Nothing when it did. */
export function ActionError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages();
  if (!error) return null;
  const failure = failureOf(error);
  const text =
    failure.kind === 'refusal'
      ? failure.description
      : failure.kind === 'transport'
        ? t.common.transportError
        : t.ui.faultText;
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{text}</MessageBarBody>
        {onRetry && failure.kind !== 'refusal' && (
          <MessageBarActions>
            <Button onClick={onRetry}>{t.common.retry}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}
