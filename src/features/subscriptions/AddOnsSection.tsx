import { useId } from 'react';
import { useController, type Control } from 'react-hook-form';
import { Link } from 'react-router-dom';
import type { AddOnRow, SubscriptionPage } from '../../api/dashboard';
import { PriceText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { checkQuantityText, QuantityField } from '../../ui/QuantityField';
import { StatusBadge } from '../../ui/StatusBadge';
import styles from './AddOnsSection.module.css';
import { subscriptionPath } from './paths';
import { Section } from './Section';
import type { SubscriptionForm } from './subscription-form';

/** What stands on a legacy subscription or could (S0-32 … S0-39): the licenses of each go with the page's Submit. */
export function AddOnsSection({
  subscription,
  control,
}: {
  subscription: SubscriptionPage;
  control: Control<SubscriptionForm>;
}) {
  const t = useMessages();
  const textId = useId();
  const { addOns, verdicts } = subscription;
  if (addOns.length === 0) return null;
  const { buyAddOns } = verdicts;
  return (
    <Section title={t.subscriptions.addOns}>
      <p id={textId} className={styles.text}>
        {buyAddOns.allowed ? t.subscriptions.addOnsText : buyAddOns.description}
      </p>
      <ul className={styles.list} aria-label={t.subscriptions.addOns}>
        {addOns.map((row) => (
          <AddOn
            key={row.catalogItemId}
            row={row}
            customerId={subscription.customerId}
            control={control}
            closedById={buyAddOns.allowed ? undefined : textId}
          />
        ))}
      </ul>
    </Section>
  );
}

/** `closedById`: what says above the list why none of them can be changed. */
function AddOn({
  row,
  customerId,
  control,
  closedById,
}: {
  row: AddOnRow;
  customerId: string;
  control: Control<SubscriptionForm>;
  closedById: string | undefined;
}) {
  const t = useMessages();
  const noteId = useId();
  const { held, limits } = row;
  const present = held?.quantity ?? 0;
  const bounds = held ? held.bounds : row.purchase.allowed ? { min: 0, max: limits.max } : null;
  const { min, max } = bounds ?? { min: present, max: present };
  const read = (text: string) => {
    const count = checkQuantityText(text, min, max);
    return held || count === 0 || (count !== undefined && count >= limits.min) ? count : undefined;
  };
  const {
    field: { ref, ...field },
  } = useController({
    control,
    name: `addOns.${row.catalogItemId}`,
    rules: { validate: (text) => !bounds || read(text) !== undefined },
  });
  const value = bounds ? (field.value ?? String(present)) : String(present);
  const tooFew = bounds && read(value) === undefined && !held;
  const reason = closedById ? undefined : whyFixed(row);
  const describedById = closedById ?? (reason ? noteId : undefined);
  return (
    <li className={styles.addOn}>
      <div className={styles.words}>
        {held ? (
          <span className={styles.name}>
            <Link to={subscriptionPath({ customerId, id: held.subscriptionId })}>{held.name}</Link>
            <StatusBadge status={held.status} />
          </span>
        ) : (
          <span className={styles.name}>{row.title}</span>
        )}
        <span className={styles.note}>
          <PriceText price={row.price} />
        </span>
      </div>
      <QuantityField
        label={t.subscriptions.licensesOf(row.title)}
        value={value}
        onChange={field.onChange}
        min={min}
        max={max}
        disabled={!bounds}
        inputRef={ref}
        {...(describedById ? { describedById } : {})}
        {...(tooFew ? { error: t.subscriptions.addOnLicenses(limits.min, limits.max) } : {})}
      />
      {reason && (
        <span id={noteId} className={styles.note}>
          {reason}
        </span>
      )}
    </li>
  );
}

/** Why the number of an add-on's licenses cannot be changed. */
function whyFixed({ held, purchase }: AddOnRow): string | undefined {
  if (!held) return purchase.allowed ? undefined : purchase.description;
  if (held.bounds) return undefined;
  const { increaseQuantity, reduceQuantity } = held.verdicts;
  const refused = increaseQuantity.allowed ? reduceQuantity : increaseQuantity;
  return refused.allowed ? undefined : refused.description;
}
