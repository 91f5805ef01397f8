import { Badge } from '@fluentui/react-components';
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
  const { renewsOn, current, next, isSaved } = options;
  const { isTrial, endsOn } = subscription;
  return (
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
      <Fact name={t.terms.thisTerm}>
        <TermSummary term={current} />
      </Fact>
      {renewsOn && next && (
        <Fact name={isTrial ? t.terms.becomes : t.terms.nextTerm}>
          <TermSummary term={next} />
          {isSaved && (
            <Badge appearance="tint" color="brand">
              {t.terms.scheduledChange}
            </Badge>
          )}
        </Fact>
      )}
    </Facts>
  );
}

/** A term in three lines: what, how long and how billed, how much. */
export function TermSummary({ term }: { term: TermView }) {
  const t = useMessages();
  const format = useFormat();
  const { quantity, offerName, price, cycleAmount } = term;
  return (
    <span className={styles.term}>
      <span>{t.terms.ofOffer(quantity, format.number(quantity), offerName)}</span>
      <TermText term={term} />
      <span>{t.terms.perPeriod(format.money(cycleAmount.amount, cycleAmount.currency))}</span>
      <span className={styles.note}>
        <PriceText price={price} />
      </span>
    </span>
  );
}
