import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { CopyButton } from '../../ui/CopyButton';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import type { CarriedFacts } from './carried-facts';
import styles from './PublisherPage.module.css';

/** What the publisher's page shows around its two steps, whether the purchase is of this window's world or not. */
export function PublisherFrame({
  facts,
  authorizationCode,
  complete,
  elsewhere = false,
  notice,
  back,
  children,
}: {
  facts: CarriedFacts;
  authorizationCode: string;
  /** Both steps are done. */
  complete: boolean;
  /** The purchase is of another window's world. */
  elsewhere?: boolean;
  notice?: ReactNode;
  back?: ReactNode;
  /** The two steps, as list items. */
  children: ReactNode;
}) {
  const t = useMessages();
  const format = useFormat();
  const stepsId = useId();
  const { quantity } = facts;
  return (
    <Page title={t.publisher.title(facts.publisherName)}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t.publisher.playedTitle}</MessageBarTitle>
          {t.publisher.playedText}
        </MessageBarBody>
      </MessageBar>
      {notice}
      <div className={styles.card}>
        <dl className={styles.facts}>
          <div>
            <dt>{t.publisher.publisherName}</dt>
            <dd>{facts.publisherName}</dd>
          </div>
          <div>
            <dt>{t.publisher.offer}</dt>
            <dd>{facts.offerName}</dd>
          </div>
          <div>
            <dt>{t.publisher.customer}</dt>
            <dd>{facts.customerName}</dd>
          </div>
          <div>
            <dt>{t.publisher.licenses}</dt>
            <dd>
              {quantity === null ? t.publisher.noLicenses : t.publisher.licenseCount(quantity, format.number(quantity))}
            </dd>
          </div>
          <div>
            <dt>{t.publisher.authorizationCode}</dt>
            <dd className={styles.code}>{authorizationCode}</dd>
          </div>
        </dl>
        <section aria-labelledby={stepsId} className={styles.steps}>
          <h2 id={stepsId} className={styles.title}>
            {t.publisher.steps}
          </h2>
          <p className={styles.text}>{t.publisher.billingNote}</p>
          <ol className={styles.list}>{children}</ol>
          <output className={styles.complete}>{complete && !elsewhere ? t.publisher.complete : null}</output>
        </section>
        {complete && <ConfirmationCode authorizationCode={authorizationCode} />}
        {back}
      </div>
    </Page>
  );
}

function ConfirmationCode({ authorizationCode }: { authorizationCode: string }) {
  const t = useMessages();
  const id = useId();
  // The subscription's page reads it so.
  const code = `${authorizationCode}:confirmed`;
  return (
    <section aria-labelledby={id} className={styles.steps}>
      <h2 id={id} className={styles.title}>
        {t.publisher.codeTitle}
      </h2>
      <p className={styles.text}>{t.publisher.codeText}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t.publisher.confirmationCode}</dt>
          <dd className={styles.code}>{code}</dd>
        </div>
      </dl>
      <CopyButton text={code} label={t.publisher.copyConfirmationCode} />
    </section>
  );
}
