import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useId } from 'react';
import type { Conservation, SubscriptionCharge } from '../../api/dashboard';
import { MoneyText } from '../../ui/Amounts';
import { useFormat, useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import { LineLink } from './LineLink';
import { Fact, Facts } from './Section';
import styles from './tables.module.css';

/** Whether charges and credits cover the time of the subscription once, and what is left of them in money. */
export function ConservationCheck({
  conservation,
  charges,
  subscriptionId,
}: {
  conservation: Conservation;
  charges: readonly SubscriptionCharge[];
  subscriptionId: string;
}) {
  const t = useMessages();
  const format = useFormat();
  const id = useId();
  const { startsOn, endsOn, gaps, overlaps, charged, credited, net, rounding } = conservation;
  return (
    <section aria-labelledby={id} className={styles.check}>
      <h3 id={id} className={styles.checkTitle}>
        {t.subscriptions.conservation}
      </h3>
      <p className={styles.text}>
        {gaps.length === 0 && overlaps.length === 0
          ? t.subscriptions.tiled(format.date(startsOn), format.date(endsOn))
          : t.subscriptions.tiledBut(format.date(startsOn), format.date(endsOn))}
      </p>
      {gaps.length > 0 && (
        <ul className={styles.days}>
          {gaps.map((gap) => {
            const giving = charges.find(({ number }) => number === gap.line);
            return (
              <li key={gap.startsOn}>
                {t.subscriptions.notCharged} <DateText on={gap.startsOn} /> – <DateText on={gap.endsOn} />,{' '}
                {t.subscriptions.days(gap.days, format.number(gap.days))}
                {giving && (
                  <LineLink charge={giving} subscriptionId={subscriptionId}>
                    {t.subscriptions.givenBackBy(giving.number)}
                  </LineLink>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {overlaps.map((days) => (
        <MessageBar key={days.startsOn} intent="error">
          <MessageBarBody>
            {t.subscriptions.chargedTwice} <DateText on={days.startsOn} /> – <DateText on={days.endsOn} />
          </MessageBarBody>
        </MessageBar>
      ))}
      <Facts>
        <Fact name={t.subscriptions.charged}>
          <MoneyText amount={charged} />
        </Fact>
        <Fact name={t.subscriptions.credited}>
          <MoneyText amount={credited} />
        </Fact>
        <Fact name={t.subscriptions.net}>
          <MoneyText amount={net} />
        </Fact>
        <Fact name={t.subscriptions.rounding}>
          <MoneyText amount={rounding} />
        </Fact>
      </Facts>
    </section>
  );
}
