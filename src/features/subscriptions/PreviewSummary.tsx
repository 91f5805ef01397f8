import type { Preview } from '../../api/dashboard';
import { MoneyText } from '../../ui/Amounts';
import { useFormat, useMessages } from '../../ui/language';
import { DateText, InstantText } from '../../ui/Time';
import styles from './PreviewSummary.module.css';

type NextTerm = NonNullable<Preview['nextTerm']>;

/** What a change would do, as the world itself worked it out on a copy. `names`: subscriptions that it may be about. */
export function PreviewSummary({ preview, names }: { preview: Preview; names: ReadonlyMap<string, string> }) {
  const t = useMessages();
  const format = useFormat();
  const { effects, charges, nextInvoice, nextTerm, nextPeriod, sideEffects, irreversible, undoUntil } = preview;
  // What a change deletes along the way is told by its consequence, which says what can be done about it.
  const told = effects.filter(({ kind }) => kind !== 'SavedChangesRemoved' || sideEffects.length === 0);
  const several = new Set(charges.map(({ subscriptionId }) => subscriptionId)).size > 1;
  return (
    <div className={styles.summary}>
      <h3>{t.subscriptions.previewEffects}</h3>
      {told.length === 0 && sideEffects.length === 0 && <p>{t.subscriptions.previewNoEffects}</p>}
      <ul>
        {told.map((effect, index) => (
          <li key={`${index} ${effect.kind}`}>{effect.summary}</li>
        ))}
        {sideEffects.map(({ kind, description }) => (
          <li key={kind}>{description}</li>
        ))}
      </ul>
      <h3>{t.subscriptions.previewCharges}</h3>
      {charges.length === 0 ? (
        <p>{nextTerm || nextPeriod ? t.terms.nothingNow : t.subscriptions.previewNoCharges}</p>
      ) : (
        <ul>
          {charges.map((charge, index) => (
            <li key={`${index} ${charge.chargeStartDate}`}>
              <MoneyText amount={charge.amount} />, <span lang="en">{charge.chargeType}</span>,{' '}
              <DateText on={charge.chargeStartDate} /> – <DateText on={charge.chargeEndDate} />
              {several && names.has(charge.subscriptionId) && `, ${names.get(charge.subscriptionId)}`}
            </li>
          ))}
        </ul>
      )}
      {nextInvoice.map((invoice, index) => (
        <p key={`${index} ${invoice.on}`}>
          {t.subscriptions.previewNextInvoice}, <DateText on={invoice.on} />: <MoneyText amount={invoice.total} />
        </p>
      ))}
      {nextTerm && <NextTermText nextTerm={nextTerm} />}
      {nextPeriod && (
        <p>
          {t.terms.nextPeriodFrom} <MoneyText amount={nextPeriod.charge} />, <DateText on={nextPeriod.startsOn} /> –{' '}
          <DateText on={nextPeriod.endsOn} />
        </p>
      )}
      {irreversible && <p className={styles.irreversible}>{t.subscriptions.previewIrreversible}</p>}
      {undoUntil && (
        <p>
          {t.subscriptions.previewUndoUntil} <InstantText at={undoUntil} />.{' '}
          <span className={styles.local}>{t.ui.localTime(format.localInstant(undoUntil))}</span>
        </p>
      )}
    </div>
  );
}

/** What a saved change comes to when its term begins. */
function NextTermText({ nextTerm: { startsOn, first, total, licenses } }: { nextTerm: NextTerm }) {
  const t = useMessages();
  const { money } = useFormat();
  return (
    <>
      <p>
        {t.terms.nextTermFrom} <DateText on={startsOn} />
        {first && total && (
          <>
            {': '}
            {t.terms.nextTermCost(money(first.amount, first.currency), money(total.amount, total.currency))}
          </>
        )}
      </p>
      {licenses && <p>{licenses === 'automatic' ? t.terms.licensesAutomatic : t.terms.licensesManual}</p>}
    </>
  );
}
