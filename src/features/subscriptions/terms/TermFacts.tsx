import type { SubscriptionPage } from '../../../api/dashboard';
import type { RenewalOptions, TermView } from '../../../api/renewals';
import { PriceText } from '../../../ui/Amounts';
import { useFormat, useMessages } from '../../../ui/language';
import { TermText } from '../../../ui/TermText';
import { DateText } from '../../../ui/Time';
import { Fact, Facts } from '../Section';
import styles from './RenewalSection.module.css';

/** The present term beside the one that follows, or what comes instead. */
export function TermFacts({ subscription, options }: { subscription: SubscriptionPage; options: RenewalOptions }) {
  const t = useMessages();
  const { renewsOn, current, next } = options;
  const { isTrial, endsOn } = subscription;
  return (
    <div className={styles.facts}>
      <Facts>
        <Fact name={renewsOn ? (isTrial ? t.terms.conversionDate : t.terms.renewalDate) : t.terms.lastDay}>
          {renewsOn ? (
            <DateText on={renewsOn} />
          ) : endsOn ? (
            <>
              <DateText on={endsOn} />. {t.terms.noRenewal}
            </>
          ) : (
            t.terms.noEnd
          )}
        </Fact>
      </Facts>
      <Facts>
        <Fact name={t.terms.thisTerm}>
          <TermSummary term={current} />
        </Fact>
        {renewsOn && next && (
          <Fact name={isTrial ? t.terms.becomes : t.terms.nextTerm}>
            <TermSummary term={next} />
          </Fact>
        )}
      </Facts>
    </div>
  );
}

/** A term in three lines: what, how long and how billed, how much. */
export function TermSummary({ term }: { term: TermView }) {
  const t = useMessages();
  const format = useFormat();
  const { quantity, offerName, billingCycle, price, cycleAmount } = term;
  return (
    <span className={styles.term}>
      <span>{t.terms.ofOffer(quantity, format.number(quantity), offerName)}</span>
      <TermText term={term} />
      {/* A trial is free of charge: the term says so. */}
      {billingCycle !== 'None' && (
        <>
          <span>{t.terms.perPeriod(format.money(cycleAmount.amount, cycleAmount.currency))}</span>
          <span className={styles.note}>
            <PriceText price={price} />
          </span>
        </>
      )}
    </span>
  );
}
