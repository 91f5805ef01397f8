import { Link } from 'react-router-dom';
import type { SubscriptionPage } from '../../api/dashboard';
import { PriceText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { DateText, InstantText } from '../../ui/Time';
import { CopyableText } from '../../ui/CopyableText';
import styles from './DetailsSection.module.css';
import { customerPath } from './paths';
import { Fact, Facts, Section } from './Section';

/** What was bought, on which terms, and when. */
export function DetailsSection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const { customerId, orderId, price, renewsAt, endsOn, cycleEndsOn, reseller } = subscription;
  return (
    <Section title={t.subscriptions.details}>
      <Facts>
        <Fact name={t.subscriptions.subscriptionId}>
          <CopyableText text={subscription.id} label={t.subscriptions.copySubscriptionId} />
        </Fact>
        <Fact name={t.subscriptions.orderNumber}>
          <CopyableText text={orderId} label={t.subscriptions.copyOrderNumber} />
          <div>
            <Link
              className={styles.link}
              to={`${customerPath(customerId, 'orders')}?search=${encodeURIComponent(orderId)}`}
            >
              {t.subscriptions.openOrder}
            </Link>
          </div>
        </Fact>
        <Fact name={t.subscriptions.offer}>{subscription.offerName}</Fact>
        <Fact name={t.subscriptions.publisher}>{subscription.publisherName}</Fact>
        {reseller && (
          <Fact name={t.subscriptions.reseller}>
            {reseller.name} ({reseller.mpnId})
          </Fact>
        )}
        <Fact name={t.subscriptions.price}>{price ? <PriceText price={price} /> : t.subscriptions.noPrice}</Fact>
        <Fact name={t.subscriptions.termDuration}>{t.subscriptions.term(subscription.termDuration)}</Fact>
        <Fact name={t.subscriptions.billingFrequency}>{t.subscriptions.cycle(subscription.billingCycle)}</Fact>
        <Fact name={t.subscriptions.autoRenew}>
          {subscription.autoRenew ? t.subscriptions.on : t.subscriptions.off}
        </Fact>
        <Fact name={t.subscriptions.created}>
          <InstantText at={subscription.createdAt} />
        </Fact>
        <Fact name={t.subscriptions.startDate}>
          <DateText on={subscription.startsOn} />
        </Fact>
        {cycleEndsOn && (
          <Fact name={t.subscriptions.cycleEnd}>
            <DateText on={cycleEndsOn} />
          </Fact>
        )}
        <Fact name={t.subscriptions.termEnd}>{endsOn ? <DateText on={endsOn} /> : t.subscriptions.noEnd}</Fact>
        {renewsAt && (
          <Fact name={t.subscriptions.renewalDate}>
            <InstantText at={renewsAt} />
          </Fact>
        )}
      </Facts>
    </Section>
  );
}
