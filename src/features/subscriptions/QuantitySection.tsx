import { useId } from 'react';
import { useController, type Control } from 'react-hook-form';
import { Link } from 'react-router-dom';
import type { SubscriptionPage } from '../../api/dashboard';
import { useFormat, useMessages } from '../../ui/language';
import { checkQuantityText, QuantityField } from '../../ui/QuantityField';
import { DateText, InstantText } from '../../ui/Time';
import { Deadline } from './Deadline';
import { supportPath } from './paths';
import styles from './QuantitySection.module.css';
import { Section } from './Section';
import type { SubscriptionForm } from './subscription-form';

/** How many licenses there are, what may become of them, and the batches with their windows (S0-70, S0-94 … S0-98). */
export function QuantitySection({
  subscription,
  control,
}: {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
}) {
  const t = useMessages();
  const { quantity, settlesOn } = subscription;
  return (
    <Section title={t.subscriptions.quantity} anchor="quantity">
      {quantity === null ? (
        <p className={styles.text}>{t.subscriptions.noQuantity}</p>
      ) : (
        <Licenses subscription={subscription} quantity={quantity} control={control} />
      )}
      {settlesOn && (
        <p className={styles.note}>
          {t.subscriptions.settlesOn} <DateText on={settlesOn} />.
        </p>
      )}
      <Batches subscription={subscription} />
    </Section>
  );
}

function Licenses({
  subscription: { quantityBounds, verdicts, conversion },
  quantity,
  control,
}: {
  subscription: SubscriptionPage;
  quantity: number;
  control: Control<SubscriptionForm>;
}) {
  const t = useMessages();
  const format = useFormat();
  const reasonsId = useId();
  const { min, max } = quantityBounds ?? { min: quantity, max: quantity };
  const {
    field: { ref, ...field },
  } = useController({
    control,
    name: 'quantity',
    rules: { validate: (text) => !quantityBounds || checkQuantityText(text, min, max) !== undefined },
  });
  const { increaseQuantity: more, reduceQuantity: fewer } = verdicts;
  const reasons = [...new Set([more, fewer].flatMap((each) => (each.allowed ? [] : [each.description])))];
  return (
    <>
      {conversion ? (
        // A trial that is converted by hand: the number to choose stands there.
        <p className={styles.text}>{t.subscriptions.licenses(quantity, format.number(quantity))}</p>
      ) : (
        <QuantityField
          label={t.subscriptions.quantity}
          value={quantityBounds ? field.value : String(quantity)}
          onChange={field.onChange}
          min={min}
          max={max}
          disabled={!quantityBounds}
          inputRef={ref}
          describedById={reasonsId}
        />
      )}
      <div id={reasonsId} className={styles.reasons}>
        {more.allowed && <p className={styles.note}>{t.subscriptions.canAdd(more.upTo, format.number(more.upTo))}</p>}
        {fewer.allowed && (
          <p className={styles.note}>
            {t.subscriptions.canRemove(fewer.upTo, format.number(fewer.upTo))}
            {fewer.until && (
              <>
                {' '}
                {t.subscriptions.until} <InstantText at={fewer.until} />
              </>
            )}
            .
          </p>
        )}
        {reasons.map((reason) => (
          <p key={reason} className={styles.note}>
            {reason}
          </p>
        ))}
      </div>
    </>
  );
}

/** Licenses that came together share a window; each tells how long it is still open. */
function Batches({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const format = useFormat();
  const { batches } = subscription;
  if (batches.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{t.subscriptions.batches}</h3>
      <ul className={styles.list} aria-label={t.subscriptions.batches}>
        {batches.map((batch, index) => (
          <li key={`${index} ${batch.addedAt}`}>
            <span>
              {t.subscriptions.batch(batch.quantity, format.number(batch.quantity), batch.kind)}{' '}
              <InstantText at={batch.addedAt} />
            </span>
            {subscription.newCommerce && <BatchWindow subscription={subscription} batch={batch} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function BatchWindow({
  subscription,
  batch,
}: {
  subscription: SubscriptionPage;
  batch: SubscriptionPage['batches'][number];
}) {
  const t = useMessages();
  if (batch.reducibleUntil) {
    return (
      <span className={styles.note}>
        {t.subscriptions.reducibleUntil} <Deadline at={batch.reducibleUntil} />
      </span>
    );
  }
  if (!batch.supportUntil) return <span className={styles.note}>{t.subscriptions.notReducible}</span>;
  return (
    <span className={styles.note}>
      {t.subscriptions.supportUntil} <Deadline at={batch.supportUntil} />.{' '}
      <Link className={styles.link} to={supportPath(subscription, batch.quantity)}>
        {t.subscriptions.askSupport(batch.quantity)}
      </Link>
    </span>
  );
}
