import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { useCallback, useId, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { CartCheckoutResult } from '../../api/carts';
import { call } from '../../api/client';
import type { CartView } from '../../api/dashboard';
import { sessionQuery } from '../../api/queries';
import { ActionError } from '../../ui/ActionError';
import { EmptyState } from '../../ui/EmptyState';
import { isTransportFailure } from '../../ui/failure';
import { useFormat, useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { PageSkeleton } from '../../ui/QueryState';
import { useCommand } from '../../ui/useCommand';
import { WhyNot } from '../../ui/WhyNot';
import { CartTotals } from './CartTotals';
import { LineCard } from './LineCard';
import styles from './OpenCart.module.css';
import { useCartLines, type KeptLine } from './useCartLines';
import type { Flush, Register } from './useLineField';

/** The open cart: its lines, what they cost together, and the button that buys them. */
export function OpenCart({
  customerId,
  cart,
  view,
  onBuying,
}: {
  customerId: string;
  cart: NonNullable<CartView['cart']>;
  view: CartView;
  /** Told when buying begins, and when it is certain that nothing was bought. */
  onBuying: (isBuying: boolean) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const partnerType = useQuery(sessionQuery()).data?.partner.type;
  const { kept, change, remove } = useCartLines(customerId, cart.id, view.lines);
  const list = useRef<HTMLUListElement>(null);
  const uncorrectedId = useId();

  const unsettled = useRef(new Set<Flush>());
  const register: Register = useCallback((flush) => {
    unsettled.current.add(flush);
    return () => unsettled.current.delete(flush);
  }, []);

  const checkout = useCommand(
    (_input: void, requestId: string) =>
      call<CartCheckoutResult>(
        `/v1/customers/${encodeURIComponent(customerId)}/carts/${encodeURIComponent(cart.id)}/checkout`,
        { method: 'POST', requestId },
      ),
    {
      onError: (error) => {
        if (!isTransportFailure(error)) onBuying(false);
      },
      onSuccess: ({ orders, orderErrors }) => {
        if (orders.length === 0) {
          onBuying(false);
          return;
        }
        void navigate(`/customers/${encodeURIComponent(customerId)}/confirmation/${encodeURIComponent(cart.id)}`, {
          replace: true,
          state: { orderErrors },
        });
      },
    },
  );
  const [settling, setSettling] = useState(false);
  /** The lines that stood in the way of buying; once they have changed, the message about them is gone. */
  const [uncorrectedLines, setUncorrectedLines] = useState<CartView['lines']>();
  const uncorrected = uncorrectedLines === view.lines;
  const buying = settling || checkout.isPending;

  /** What was typed last is saved first: nobody buys something else than the screen shows. */
  const buy = async (): Promise<void> => {
    if (buying) return;
    setSettling(true);
    setUncorrectedLines(undefined);
    const settled = await Promise.all([...unsettled.current].map((flush) => flush()));
    setSettling(false);
    if (settled.every(Boolean)) {
      onBuying(true);
      checkout.mutate();
    } else {
      setUncorrectedLines(view.lines);
      list.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  };

  const onRemoved = ({ key, line }: KeptLine): void => {
    notify({ intent: 'success', text: t.cart.removed(line.title) });
    // The button that had the focus is gone: the next line's takes over, or the last one's, or the heading.
    const at = kept.findIndex((each) => each.key === key);
    const next = kept[at + 1] ?? kept[at - 1];
    const target = next
      ? list.current?.querySelector<HTMLElement>(`[data-line="${next.key}"] [data-remove]`)
      : document.querySelector<HTMLElement>('h1');
    target?.focus();
  };

  const costsKnown = view.checkout.allowed || view.lines.some((line) => line.error !== undefined);
  const saving = useIsMutating() > 0 && !buying;
  // The cart is ordered and its page is about to be left: nothing of it is shown as if it were still to be bought.
  if (checkout.data && checkout.data.orders.length > 0) return <PageSkeleton />;
  const shop = (
    <Link to={`/customers/${encodeURIComponent(customerId)}/catalog/online-services`} className={styles.shop}>
      {t.cart.continueShopping}
    </Link>
  );
  if (kept.length === 0) return <EmptyState title={t.cart.emptyTitle} text={t.cart.emptyText} action={shop} />;

  return (
    <div className={styles.cart}>
      <ul ref={list} className={styles.lines} aria-label={t.cart.lines}>
        {kept.map((each) => (
          <LineCard
            key={each.key}
            customerId={customerId}
            kept={each}
            resellers={partnerType === 'indirectProvider' ? view.resellers : undefined}
            change={(...edit) => {
              onBuying(false);
              return change(...edit);
            }}
            remove={(...line) => {
              onBuying(false);
              return remove(...line);
            }}
            onRemoved={onRemoved}
            register={register}
            costsKnown={costsKnown}
            saving={saving}
          />
        ))}
      </ul>
      <section className={styles.summary} aria-label={t.cart.total}>
        <CartTotals
          lines={kept.map(({ line }) => line)}
          totals={view.totals}
          known={view.checkout.allowed}
          saving={saving}
        />
        <p className={styles.note}>{t.cart.billedTo}</p>
        <p className={styles.note} title={t.ui.localTime(format.localInstant(cart.expiresAt))}>
          {t.cart.expires(format.instant(cart.expiresAt))}
        </p>
        {checkout.data && checkout.data.orderErrors.length > 0 && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t.cart.allFailed}</MessageBarTitle>
              {checkout.data.orderErrors.map(({ orderGroupId, code, description }) => (
                <div key={orderGroupId}>{t.cart.orderError(code, description)}</div>
              ))}
            </MessageBarBody>
          </MessageBar>
        )}
        <ActionError error={checkout.error} onRetry={() => void buy()} />
        {uncorrected && (
          <div role="alert" id={uncorrectedId} className={styles.uncorrected}>
            {t.cart.correctFirst}
          </div>
        )}
        <div className={styles.actions}>
          <WhyNot verdict={view.checkout}>
            {(allowed, describedById) => (
              <Button
                appearance="primary"
                size="large"
                icon={buying ? <Spinner size="extra-tiny" /> : null}
                disabledFocusable={!allowed || buying}
                aria-describedby={describedById ?? (uncorrected ? uncorrectedId : undefined)}
                onClick={() => void buy()}
              >
                {t.cart.buy}
              </Button>
            )}
          </WhyNot>
          {shop}
        </div>
      </section>
    </div>
  );
}
