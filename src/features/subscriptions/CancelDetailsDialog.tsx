import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useMessages } from '../../ui/language';
import type { CancelDetailsProps } from './cancel-details';
import styles from './CancelDetailsDialog.module.css';

const REASONS = ['customerRequest', 'wrongProduct', 'technical', 'price', 'other'] as const;

/** The details that may be given before a marketplace subscription is cancelled (S0-57); all of them optional. */
export function CancelDetailsDialog({ name, onSubmit, onDismiss }: CancelDetailsProps) {
  const t = useMessages();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open
      title={t.subscriptions.cancelDetailsTitle(name)}
      confirmLabel={t.subscriptions.submit}
      dismissLabel={t.common.close}
      onConfirm={() => onSubmit({ ...(reason ? { reason } : {}), ...(note.trim() ? { note: note.trim() } : {}) })}
      onDismiss={onDismiss}
    >
      <div className={styles.fields}>
        <p className={styles.text}>{t.subscriptions.cancelDetailsText}</p>
        <Field label={t.subscriptions.cancelReason}>
          <Select value={reason} onChange={(_event, { value }) => setReason(value)}>
            <option value="">{t.subscriptions.cancelReasonNone}</option>
            {REASONS.map((each) => (
              <option key={each} value={each}>
                {t.subscriptions.cancelReasons[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.subscriptions.cancelNote}>
          <Textarea value={note} maxLength={1000} onChange={(_event, { value }) => setNote(value)} />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
