import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { Preview } from '../../../api/dashboard';
import type { RenewalOptions } from '../../../api/renewals';
import { MoneyText } from '../../../ui/Amounts';
import { useMessages } from '../../../ui/language';
import { DateText } from '../../../ui/Time';
import styles from './panels.module.css';

/**
 * What this term costs beside what the next one will: the one that is chosen (`chosen`), or the one that stands.
 * `unknown`: what is chosen makes no term, so that nothing can be said of it.
 */
export function CostTable({
  options: { current, next, renewsOn, licenses: standing },
  chosen,
  unknown,
  working,
}: {
  options: RenewalOptions;
  chosen: Preview['nextTerm'];
  unknown: boolean;
  working: boolean;
}) {
  const t = useMessages();
  const id = useId();
  const first = chosen ? chosen.first : next?.cycleAmount;
  const total = chosen ? chosen.total : next?.termAmount;
  const startsOn = chosen?.startsOn ?? renewsOn;
  const licenses = chosen ? chosen.licenses : standing;
  if (!startsOn) return null;
  return (
    <section aria-labelledby={id} aria-busy={working} className={mergeClasses(styles.part, working && styles.stale)}>
      <h3 id={id}>{t.terms.cost}</h3>
      <table className={mergeClasses(styles.table, styles.stacks)} aria-labelledby={id}>
        <thead>
          <tr>
            <td>{'\u00a0'}</td>
            <th scope="col">{t.terms.thisTerm}</th>
            <th scope="col">
              {t.terms.nextTerm}, {t.terms.from} <DateText on={startsOn} />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.terms.eachPeriod}</th>
            <td>
              <MoneyText amount={current.cycleAmount} />
            </td>
            <td>{!unknown && first ? <MoneyText amount={first} /> : '–'}</td>
          </tr>
          <tr>
            <th scope="row">{t.terms.wholeTerm}</th>
            <td>
              <MoneyText amount={current.termAmount} />
            </td>
            <td>{!unknown && total ? <MoneyText amount={total} /> : '–'}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles.note}>{t.terms.ofAllLicenses}</p>
      {!unknown && licenses && <p>{licenses === 'automatic' ? t.terms.licensesAutomatic : t.terms.licensesManual}</p>}
    </section>
  );
}
