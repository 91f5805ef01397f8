import { useHref } from 'react-router-dom';
import type { SubscriptionPage } from '../../api/dashboard';
import { CopyButton } from '../../ui/CopyButton';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import { ConfirmationCodeForm } from './ConfirmationCodeForm';
import { CopyableText } from '../../ui/CopyableText';
import { PublisherSiteLink } from './PublisherSiteLink';
import { Fact, Facts, Section } from './Section';
import styles from './SetUpSection.module.css';

type SetUp = NonNullable<SubscriptionPage['setUp']>;

/** How a marketplace purchase is brought to life at its publisher (portal 7.1, S2-13 … S2-21). */
export function SetUpSection({ subscription, setUp }: { subscription: SubscriptionPage; setUp: SetUp }) {
  const t = useMessages();
  const open = setUp.licensesAssignedAt === null || setUp.confirmedAt === null;
  const address = useHref(linkFor(subscription, setUp));
  return (
    <Section title={t.subscriptions.setUpTitle}>
      <p className={styles.text}>{open ? t.subscriptions.setUpText : t.subscriptions.setUpDoneText}</p>
      <Facts>
        <Fact name={t.subscriptions.authorizationCode}>
          <CopyableText text={setUp.authorizationCode} label={t.subscriptions.copyAuthorizationCode} />
        </Fact>
        <Fact name={t.subscriptions.licensesAssigned}>
          <StepTime at={setUp.licensesAssignedAt} />
        </Fact>
        <Fact name={t.subscriptions.setUpConfirmed}>
          <StepTime at={setUp.confirmedAt} />
        </Fact>
      </Facts>
      <div className={styles.links}>
        <PublisherSiteLink url={setUp.url} />
        <CopyButton text={new URL(address, window.location.href).href} label={t.subscriptions.copyLink} />
      </div>
      {open && (
        <>
          <p className={styles.text}>{t.subscriptions.setUpPrivate}</p>
          <p className={styles.text}>{t.subscriptions.setUpNoMail}</p>
          <ConfirmationCodeForm setUp={setUp} />
        </>
      )}
    </Section>
  );
}

function StepTime({ at }: { at: string | null }) {
  const t = useMessages();
  return at === null ? t.subscriptions.notYet : <InstantText at={at} />;
}

/**
 * The personal link for another window. A private window has an empty world of its own, so the link carries what the
 * publisher's page has to show (decisions 17).
 */
function linkFor(subscription: SubscriptionPage, setUp: SetUp): string {
  const facts = new URLSearchParams({
    publisher: subscription.publisherName,
    offer: subscription.offerName,
    customer: subscription.customerName,
  });
  if (subscription.quantity !== null) facts.set('licenses', String(subscription.quantity));
  return `${setUp.url}?${facts}`;
}
