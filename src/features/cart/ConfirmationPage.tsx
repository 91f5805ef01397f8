import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Link, useHref, useLinkClickHandler, useLocation, useParams } from 'react-router-dom';
import type { CartCheckoutResult } from '../../api/carts';
import type { Confirmation, PublisherLink } from '../../api/dashboard';
import { confirmationQuery, customerQuery } from '../../api/queries';
import { MoneyText } from '../../ui/Amounts';
import { CopyButton } from '../../ui/CopyButton';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState, TableSkeleton } from '../../ui/QueryState';
import { InstantText } from '../../ui/Time';
import styles from './ConfirmationPage.module.css';

/** What was bought (portal 3.6): order numbers, subscriptions, and where marketplace purchases are finished. */
export function ConfirmationPage() {
  const t = useMessages();
  const { customerId = '', cartId = '' } = useParams();
  const customer = useQuery(customerQuery(customerId));
  const confirmation = useQuery(confirmationQuery(customerId, cartId));
  const orderErrors = orderErrorsOf(useLocation().state);
  const customerPath = `/customers/${encodeURIComponent(customerId)}`;
  return (
    <QueryState query={customer} skeleton={<PageSkeleton />}>
      {({ companyName }) => (
        <Page
          title={t.cart.confirmationTitle}
          breadcrumbs={[
            { label: t.cart.customers, to: '/customers' },
            { label: companyName, to: `${customerPath}/subscriptions` },
          ]}
        >
          {orderErrors.length > 0 && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t.cart.partlyFailed}</MessageBarTitle>
                {orderErrors.map(({ orderGroupId, code, description }) => (
                  <div key={orderGroupId}>{t.cart.orderError(code, description)}</div>
                ))}
              </MessageBarBody>
            </MessageBar>
          )}
          <QueryState query={confirmation} skeleton={<TableSkeleton rows={3} />}>
            {({ orders }) =>
              orders.length === 0 ? (
                <EmptyState title={t.cart.noOrdersTitle} text={t.cart.noOrdersText} />
              ) : (
                <>
                  <p className={styles.lead}>{t.cart.thanks(orders.length)}</p>
                  {orders.map((order) => (
                    <PlacedOrder key={order.id} order={order} customerPath={customerPath} />
                  ))}
                </>
              )
            }
          </QueryState>
          <div>
            <DoneLink to={`${customerPath}/orders`} />
          </div>
        </Page>
      )}
    </QueryState>
  );
}

/** Failed order groups travel with the navigation that follows the purchase, so that a reload still shows them. */
function orderErrorsOf(state: unknown): CartCheckoutResult['orderErrors'] {
  if (typeof state !== 'object' || state === null || !('orderErrors' in state)) return [];
  return Array.isArray(state.orderErrors) ? state.orderErrors.filter(isOrderError) : [];
}

function isOrderError(value: unknown): value is CartCheckoutResult['orderErrors'][number] {
  return typeof value === 'object' && value !== null && 'orderGroupId' in value && 'description' in value;
}

function PlacedOrder({ order, customerPath }: { order: Confirmation['orders'][number]; customerPath: string }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section className={styles.order} aria-label={t.cart.order(order.id)}>
      <div className={styles.head}>
        <dl className={styles.facts}>
          <div>
            <dt>{t.cart.orderNumber}</dt>
            <dd className={styles.number}>{order.id}</dd>
          </div>
          <div>
            <dt>{t.cart.orderedAt}</dt>
            <dd>
              <InstantText at={order.createdAt} />
            </dd>
          </div>
          <div>
            <dt>{t.cart.status}</dt>
            <dd>{t.cart.statusOf(order.status)}</dd>
          </div>
        </dl>
        <CopyButton text={order.id} label={t.cart.copyOrderNumber} />
      </div>
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.lineItemNumber} className={styles.line}>
            <div className={styles.bought}>
              {line.subscriptionId ? (
                <Link
                  className={styles.name}
                  to={`${customerPath}/subscriptions/${encodeURIComponent(line.subscriptionId)}`}
                >
                  {line.title}
                </Link>
              ) : (
                <span className={styles.name}>{line.title}</span>
              )}
              <span>
                {line.quantity === null ? t.cart.usage : t.cart.licensesOf(line.quantity, format.number(line.quantity))}
              </span>
              {line.firstCharge && (
                <span>
                  {t.cart.firstCharge}: <MoneyText amount={line.firstCharge} />
                </span>
              )}
            </div>
            {line.publisherLink && <PublisherSetUp link={line.publisherLink} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The personal link and the authorization code with which a marketplace purchase is finished (S0-28, S0-29, S2-13 to S2-17). */
function PublisherSetUp({ link: { url, authorizationCode } }: { link: PublisherLink }) {
  const t = useMessages();
  const internal = url.startsWith('/');
  const own = useHref(internal ? url : '/');
  const address = internal ? new URL(own, window.location.origin).href : url;
  return (
    <div className={styles.setUp}>
      <div className={styles.row}>
        {internal ? (
          <Link className={styles.publisher} to={url}>
            {t.cart.goToPublisher}
          </Link>
        ) : (
          <a className={styles.publisher} href={url}>
            {t.cart.goToPublisher}
          </a>
        )}
        <CopyButton text={address} label={t.cart.copyLink} />
      </div>
      <div className={styles.row}>
        <span>
          {t.cart.authorizationCode}: <code className={styles.code}>{authorizationCode}</code>
        </span>
        <CopyButton text={authorizationCode} label={t.cart.copyAuthorizationCode} />
      </div>
      <p className={styles.note}>{t.cart.publisherHint}</p>
      <p className={styles.note}>{t.cart.noMail}</p>
    </div>
  );
}

function DoneLink({ to }: { to: string }) {
  const t = useMessages();
  return (
    <Button as="a" appearance="primary" href={useHref(to)} onClick={useLinkClickHandler(to)}>
      {t.cart.done}
    </Button>
  );
}
