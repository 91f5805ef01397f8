import { Badge, Button, Field, MessageBar, MessageBarBody, Select, Spinner } from '@fluentui/react-components';
import { CartRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useId, useState, type FormEvent } from 'react';
import type { CartDraftLine } from '../../api/carts';
import type { CatalogRow, OfferTerm } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { PriceText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { checkQuantityText, QuantityField } from '../../ui/QuantityField';
import { TermText, useTermLabel } from '../../ui/TermText';
import { useCommand } from '../../ui/useCommand';
import { addToCart } from './add-to-cart';
import styles from './OfferRow.module.css';
import { UnavailableReasons } from './UnavailableReasons';

/** What a person has chosen in a row and not yet put into the cart. */
export interface OfferDraft {
  term: string;
  quantity: string;
}

const keyOf = ({ termDuration, billingCycle }: OfferTerm): string => `${termDuration} ${billingCycle}`;

/** One offer: what it is, what it costs, and how to buy it or why it cannot be bought. */
export const OfferRow = memo(function OfferRow({
  customerId,
  offer,
  drafts,
}: {
  customerId: string;
  offer: CatalogRow;
  /** Outlives the row, which comes and goes with scrolling. */
  drafts: Map<string, OfferDraft>;
}) {
  const t = useMessages();
  const titleId = useId();
  const unavailable = offer.purchase.allowed ? undefined : offer.purchase.reasons;
  return (
    <fieldset aria-labelledby={titleId} className={styles.row} data-unavailable={unavailable !== undefined}>
      <div className={styles.about}>
        <h2 id={titleId} className={styles.title}>
          {offer.title}
        </h2>
        <div className={styles.publisher}>
          <span>{t.catalog.by(offer.publisherName)}</span>
          {offer.productTitle !== offer.title && <span>{t.catalog.partOf(offer.productTitle)}</span>}
          <Badges offer={offer} />
        </div>
        {offer.description && <p className={styles.description}>{offer.description}</p>}
        {offer.includedTrialDays !== undefined && (
          <p className={styles.note}>{t.catalog.includedTrial(offer.includedTrialDays)}</p>
        )}
        {offer.limit && <p className={styles.note}>{t.catalog.limit[offer.limit.scope](offer.limit.count)}</p>}
      </div>
      {unavailable ? (
        <div className={styles.purchase}>
          <OfferPrice offer={offer} term={offer.terms[0]} />
          <UnavailableReasons customerId={customerId} reasons={unavailable} />
        </div>
      ) : (
        <Purchase customerId={customerId} offer={offer} drafts={drafts} />
      )}
    </fieldset>
  );
});

function Badges({ offer }: { offer: CatalogRow }) {
  const t = useMessages();
  return (
    <>
      {offer.newCommerce && (
        <Badge appearance="tint" color="brand" shape="rounded">
          {t.catalog.newCommerce}
        </Badge>
      )}
      {offer.isTrial && (
        <Badge appearance="tint" color="success" shape="rounded">
          {t.catalog.trial}
        </Badge>
      )}
      {offer.isAddOn && (
        <Badge appearance="tint" color="informative" shape="rounded">
          {t.catalog.addOn}
        </Badge>
      )}
      {offer.billingType === 'Usage' && (
        <Badge appearance="tint" color="informative" shape="rounded">
          {t.catalog.usage}
        </Badge>
      )}
    </>
  );
}

function OfferPrice({ offer, term }: { offer: CatalogRow; term: OfferTerm | undefined }) {
  const t = useMessages();
  if (offer.billingType === 'Usage') return <p className={styles.price}>{t.catalog.pricedByUsage}</p>;
  if (!term) return null;
  return (
    <div className={styles.price}>
      <PriceText price={term.price} />{' '}
      <span className={styles.tax}>{offer.taxIncluded ? t.catalog.taxIncluded : t.catalog.taxExcluded}</span>
      {offer.terms.length === 1 && (
        <div className={styles.term}>
          <TermText term={term} />
        </div>
      )}
    </div>
  );
}

function Purchase({
  customerId,
  offer,
  drafts,
}: {
  customerId: string;
  offer: CatalogRow;
  drafts: Map<string, OfferDraft>;
}) {
  const t = useMessages();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const reasonId = useId();
  const termLabel = useTermLabel();
  const fixed = offer.quantity?.fixed;
  const limits = offer.quantity && {
    min: fixed ?? offer.quantity.min,
    max: fixed ?? offer.quantity.max,
  };
  const [draft, setDraft] = useState<OfferDraft>(
    () => drafts.get(offer.catalogItemId) ?? { term: '', quantity: String(limits?.min ?? 1) },
  );
  const change = (changes: Partial<OfferDraft>): void => {
    const next = { ...draft, ...changes };
    drafts.set(offer.catalogItemId, next);
    setDraft(next);
  };
  const term = offer.terms.find((each) => keyOf(each) === draft.term) ?? offer.terms[0];
  const quantity = limits ? checkQuantityText(draft.quantity, limits.min, limits.max) : 1;

  const addition = useCommand(
    (line: CartDraftLine, requestId: string) => addToCart(queryClient, customerId, line, requestId),
    { onSuccess: () => notify({ intent: 'success', text: t.catalog.added(offer.title) }) },
  );
  // Cart lines that cannot be bought are kept in the cart and carry the reason (REST API, carts).
  const problem = addition.data?.lineItems.at(-1)?.error;

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (quantity === undefined) {
      event.currentTarget.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
      return;
    }
    addition.mutate({
      catalogItemId: offer.catalogItemId,
      quantity,
      billingCycle: term?.billingCycle ?? 'None',
      ...(term && term.termDuration !== 'none' ? { termDuration: term.termDuration } : {}),
    });
  };

  return (
    <form className={styles.purchase} noValidate onSubmit={submit}>
      <OfferPrice offer={offer} term={term} />
      <div className={styles.controls}>
        {offer.terms.length > 1 && term && (
          <Field label={t.catalog.termAndBilling} className={styles.choice}>
            <Select value={keyOf(term)} onChange={(_event, { value }) => change({ term: value })}>
              {offer.terms.map((each) => (
                <option key={keyOf(each)} value={keyOf(each)}>
                  {termLabel(each)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {limits && (
          <div className={styles.count}>
            <QuantityField
              label={t.catalog.licenses}
              value={fixed === undefined ? draft.quantity : String(fixed)}
              onChange={(text) => change({ quantity: text })}
              min={limits.min}
              max={limits.max}
              {...(fixed === undefined ? {} : { describedById: reasonId })}
            />
            {fixed !== undefined && (
              <p id={reasonId} className={styles.note}>
                {t.catalog.licensesFixed(fixed)}
              </p>
            )}
          </div>
        )}
        <div className={styles.add}>
          <Button
            type="submit"
            appearance="primary"
            icon={addition.isPending ? <Spinner size="extra-tiny" /> : <CartRegular />}
            disabledFocusable={addition.isPending}
          >
            {t.catalog.addToCart}
          </Button>
        </div>
      </div>
      {problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.catalog.addedWithProblem(problem.errorDescription)}</MessageBarBody>
        </MessageBar>
      )}
      <ActionError
        error={addition.error}
        onRetry={() => {
          if (addition.variables) addition.mutate(addition.variables);
        }}
      />
    </form>
  );
}
