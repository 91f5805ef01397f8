import type { Preview } from '../../api/dashboard';
import { MoneyText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { DateText, InstantText } from '../../ui/Time';
import styles from './PreviewSummary.module.css';

/** What a change would do, as the world itself worked it out on a copy. */
export function PreviewSummary({ preview }: { preview: Preview }) {
  const t = useMessages();
  const { effects, charges, nextInvoice, irreversible, undoUntil } = preview;
  return (
    <div className={styles.summary}>
      {effects.length > 0 && (
        <>
          <h3>{t.subscriptions.previewEffects}</h3>
          <ul>
            {effects.map((effect, index) => (
              <li key={`${index} ${effect.kind}`}>{effect.summary}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t.subscriptions.previewCharges}</h3>
      {charges.length === 0 ? (
        <p>{t.subscriptions.previewNoCharges}</p>
      ) : (
        <ul>
          {charges.map((charge, index) => (
            <li key={`${index} ${charge.chargeStartDate}`}>
              <MoneyText amount={charge.amount} />, <span lang="en">{charge.chargeType}</span>,{' '}
              <DateText on={charge.chargeStartDate} /> – <DateText on={charge.chargeEndDate} />
            </li>
          ))}
        </ul>
      )}
      {nextInvoice.map((invoice, index) => (
        <p key={`${index} ${invoice.on}`}>
          {t.subscriptions.previewNextInvoice}, <DateText on={invoice.on} />: <MoneyText amount={invoice.total} />
        </p>
      ))}
      {irreversible && <p className={styles.irreversible}>{t.subscriptions.previewIrreversible}</p>}
      {undoUntil && (
        <p>
          {t.subscriptions.previewUndoUntil} <InstantText at={undoUntil} />
        </p>
      )}
    </div>
  );
}
