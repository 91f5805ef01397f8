import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Home } from '../../api/dashboard';
import { homeQuery, sessionQuery } from '../../api/queries';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { StatusBadge } from '../../ui/StatusBadge';
import { InstantText } from '../../ui/Time';
import styles from './HomePage.module.css';

/** What there is, what needs a hand, what comes next. */
export function HomePage() {
  const t = useMessages();
  const format = useFormat();
  const home = useQuery(homeQuery());
  const { data: session } = useQuery(sessionQuery());
  return (
    <Page
      title={t.home.title}
      subtitle={
        session &&
        t.home.subtitle(
          session.partner.name,
          t.shell.profile.partnerTypes[session.partner.type],
          format.country(session.partner.country),
        )
      }
    >
      <QueryState query={home} skeleton={<PageSkeleton />}>
        {(data) => (
          <>
            <Overview home={data} />
            <div className={styles.columns}>
              <Attention rows={data.attention} />
              <Due items={data.due} />
            </div>
            <QuickStart />
          </>
        )}
      </QueryState>
    </Page>
  );
}

function Overview({ home }: { home: Home }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section aria-label={t.home.overview} className={styles.overview}>
      <Link to="/customers" className={styles.count}>
        <b>{format.number(home.customers)}</b>
        <span>{t.home.customersCount(home.customers)}</span>
      </Link>
      {home.subscriptions
        .filter(({ count }) => count > 0)
        .map(({ status, count }) => (
          <Link key={status} to={`/subscriptions?status=${status}`} className={styles.count}>
            <b>{format.number(count)}</b>
            <StatusBadge status={status} />
          </Link>
        ))}
    </section>
  );
}

function Card({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.card}>
      <h2>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}

function Attention({ rows }: { rows: Home['attention'] }) {
  const t = useMessages();
  return (
    <Card title={t.home.attention}>
      {rows.length === 0 ? (
        <p className={styles.empty}>{t.home.attentionEmpty}</p>
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <div className={styles.entry}>
                <Link to={subscriptionPath(row.customerId, row.id)}>{row.name}</Link>
                <span className={styles.note}>
                  {row.customerName}
                  {row.statusNote && ` · ${row.statusNote}`}
                </span>
              </div>
              <StatusBadge status={row.status} />
            </li>
          ))}
        </ul>
      )}
      {rows.some(({ status }) => status === 'actionNeeded') && (
        <p className={styles.more}>
          <Link to="/subscriptions?status=actionNeeded">{t.home.attentionAll}</Link>
        </p>
      )}
    </Card>
  );
}

function Due({ items }: { items: Home['due'] }) {
  const t = useMessages();
  return (
    <Card title={t.home.due} text={items.length > 0 ? t.home.dueText : undefined}>
      {items.length === 0 ? (
        <p className={styles.empty}>{t.home.dueEmpty}</p>
      ) : (
        <ul className={styles.list}>
          {items.map((item, index) => (
            <li key={`${item.at} ${item.kind} ${item.subscriptionId ?? item.customerId ?? ''} ${index}`}>
              <div className={styles.entry}>
                {item.customerId && item.subscriptionId ? (
                  <Link to={subscriptionPath(item.customerId, item.subscriptionId)}>{item.summary}</Link>
                ) : (
                  <span>{item.summary}</span>
                )}
                <span className={styles.note}>
                  <InstantText at={item.at} />
                  {item.customerName && ` · ${item.customerName}`}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function QuickStart() {
  const t = useMessages();
  return (
    <Card title={t.home.start}>
      <ul className={styles.start}>
        <li>
          <Link to="/customers">{t.home.startCustomers}</Link>
          <span className={styles.note}>{t.home.startCustomersText}</span>
        </li>
        <li>
          <Link to="/subscriptions">{t.home.startSubscriptions}</Link>
          <span className={styles.note}>{t.home.startSubscriptionsText}</span>
        </li>
        <li>
          <span className={styles.term}>{t.home.startClock}</span>
          <span className={styles.note}>{t.home.startClockText}</span>
        </li>
      </ul>
    </Card>
  );
}

function subscriptionPath(customerId: string, subscriptionId: string): string {
  return `/customers/${encodeURIComponent(customerId)}/subscriptions/${encodeURIComponent(subscriptionId)}`;
}
