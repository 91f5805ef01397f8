import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { RenewalOptions } from '../../../api/renewals';
import { useMessages } from '../../../ui/language';
import { useNotify } from '../../../ui/notify';
import { DateText } from '../../../ui/Time';
import { ChangeDialog } from '../ChangeDialog';
import type { Change } from '../change-requests';
import { doneText } from '../change-words';
import { useChange } from '../useChange';
import { ChangeFailure } from './ChangeFailure';
import { fitFrequency, wishedFrequency } from './frequency-form';
import { FrequencyTable } from './FrequencyTable';
import { LivePreview } from './LivePreview';
import { PanelActions } from './PanelActions';
import type { PanelProps } from './panels';
import { useLiveChange } from './useLiveChange';
import styles from './panels.module.css';

/** Another frequency from the next billing period on, or a longer term at once (S0-99 … S0-101). */
export function FrequencyForm({ subscription, options, onClose }: PanelProps & { options: RenewalOptions }) {
  const t = useMessages();
  const notify = useNotify();
  const [unchanged, setUnchanged] = useState(false);
  const [fields, setFields] = useState({ termDuration: '', billingCycle: '' });
  const { frequency, longerTerms } = options;
  const choice = fitFrequency(options, fields);
  const change = wishedFrequency(options, choice);
  const onDone = (done: Change): void => {
    notify({ intent: 'success', text: doneText(done, subscription.name, t) });
    onClose();
  };
  const live = useLiveChange(subscription, change, onDone);
  const removal = useChange(subscription, onDone);
  return (
    <>
      <form
        className={styles.form}
        noValidate
        aria-label={t.terms.manageFrequency}
        onSubmit={(event) => {
          event.preventDefault();
          setUnchanged(change === undefined);
          live.submit?.();
        }}
      >
        <p>{t.terms.frequencyIntro}</p>
        {frequency.pending && frequency.from && (
          <p>
            <strong>{t.terms.pending}:</strong> {t.subscriptions.cycle(frequency.pending)}. {t.terms.frequencyFrom}{' '}
            <DateText on={frequency.from} />.
          </p>
        )}
        <FrequencyTable
          options={options}
          choice={choice}
          onChange={(edits) => {
            setUnchanged(false);
            setFields((present) => ({ ...present, ...edits }));
          }}
        />
        <LivePreview live={live} />
        <PanelActions
          live={live}
          // Each dropdown says why it cannot be used; Submit only where neither can.
          verdict={longerTerms.verdict.allowed ? longerTerms.verdict : frequency.verdict}
          unchanged={unchanged ? t.terms.nothingChosen : ''}
          onClose={onClose}
        >
          {frequency.pending && (
            <Button onClick={() => removal.ask({ kind: 'keepFrequency' })} disabledFocusable={removal.working}>
              {t.terms.removePending}
            </Button>
          )}
        </PanelActions>
      </form>
      <ChangeFailure flow={removal} />
      <ChangeDialog flow={removal} name={subscription.name} />
    </>
  );
}
