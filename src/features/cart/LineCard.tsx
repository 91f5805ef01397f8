import { Badge, Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { CartLineView, CartView } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { MoneyText, PriceText } from '../../ui/Amounts';
import { useFormat, useMessages } from '../../ui/language';
import { useCommand } from '../../ui/useCommand';
import styles from './LineCard.module.css';
import { LineError } from './LineError';
import { NicknameField, QuantityOfLine, ResellerField, TermFields } from './LineFields';
import type { CartLines, KeptLine } from './useCartLines';
import type { Register } from './useLineField';

/** One line of the cart: what it is, what may still be changed, what it costs and how long it can be taken back. */
export function LineCard({
  customerId,
  kept,
  resellers,
  change,
  remove,
  onRemoved,
  register,
  costsKnown,
  saving,
}: {
  customerId: string;
  kept: KeptLine;
  /** Given to indirect providers only: whom the line may be sold through. */
  resellers: CartView['resellers'] | undefined;
  change: CartLines['change'];
  remove: CartLines['remove'];
  onRemoved: (kept: KeptLine) => void;
  register: Register;
  /** False while nothing at all can be bought: then no amount was worked out. */
  costsKnown: boolean;
  saving: boolean;
}) {
  const t = useMessages();
  const titleId = useId();
  const { line } = kept;
  const removal = useCommand((_input: void, requestId: string) => remove(kept, requestId), {
    onSuccess: () => onRemoved(kept),
  });
  const removing = useRef<Promise<boolean> | undefined>(undefined);
  // A line that is on its way out must be out before the cart is bought.
  useEffect(() => register(() => removing.current ?? Promise.resolve(true)), [register]);
  const startRemoval = (): void => {
    removing.current ??= removal
      .mutateAsync()
      // The failure is shown in the card: `removal.error`.
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        removing.current = undefined;
      });
  };

  const field = {
    line,
    register,
    send: (wanted: Parameters<CartLines['change']>[1], requestId: string) => change(kept, wanted, requestId),
  };
  return (
    <li data-line={kept.key}>
      <fieldset aria-labelledby={titleId} className={styles.card} data-refused={line.error !== undefined}>
        <div className={styles.head}>
          <div className={styles.names}>
            <h2 id={titleId} className={styles.title}>
              {line.title}
            </h2>
            <div className={styles.publisher}>
              {t.cart.by(line.publisherName)}
              {line.isTrial && (
                <Badge appearance="tint" color="success" shape="rounded">
                  {t.cart.trial}
                </Badge>
              )}
            </div>
          </div>
          <Button
            data-remove
            appearance="subtle"
            icon={<DeleteRegular />}
            disabledFocusable={removal.isPending}
            aria-describedby={titleId}
            onClick={startRemoval}
          >
            {t.cart.remove}
          </Button>
        </div>
        <ActionError error={removal.error} onRetry={startRemoval} />
        {line.error && <LineError customerId={customerId} error={line.error} />}
        <div className={styles.fields}>
          {line.limits && <QuantityOfLine {...field} limits={line.limits} />}
          <TermFields {...field} />
          <NicknameField {...field} />
          {resellers && <ResellerField {...field} resellers={resellers} />}
        </div>
        <LineCosts line={line} known={costsKnown && !line.error} saving={saving} />
      </fieldset>
    </li>
  );
}

function LineCosts({ line, known, saving }: { line: CartLineView; known: boolean; saving: boolean }) {
  const t = useMessages();
  const absent = known ? t.cart.none : t.cart.notKnown;
  const format = useFormat();
  return (
    <div className={styles.costs} aria-busy={saving}>
      <dl className={styles.amounts}>
        <Fact label={t.cart.price}>
          {!line.limits ? (
            t.catalog.pricedByUsage
          ) : line.price ? (
            <>
              <PriceText price={line.price} />{' '}
              <span className={styles.tax}>{line.taxIncluded ? t.cart.taxIncluded : t.cart.taxExcluded}</span>
            </>
          ) : (
            t.cart.none
          )}
        </Fact>
        <Fact label={t.cart.firstCharge}>{line.firstCharge ? <MoneyText amount={line.firstCharge} /> : absent}</Fact>
        <Fact label={t.cart.fullTerm}>{line.fullTerm ? <MoneyText amount={line.fullTerm} /> : absent}</Fact>
      </dl>
      {line.trialDays !== undefined && (
        <p className={styles.note}>
          {line.isTrial ? t.cart.trialDays(line.trialDays) : t.cart.freeDays(line.trialDays)}
        </p>
      )}
      {line.undoUntil && (
        <p className={styles.note} title={t.ui.localTime(format.localInstant(line.undoUntil.at))}>
          {t.cart.undo[line.undoUntil.refund](format.instant(line.undoUntil.at))}
        </p>
      )}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
