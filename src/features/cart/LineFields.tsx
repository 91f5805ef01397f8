import { Combobox, Field, Input, Option, Select } from '@fluentui/react-components';
import { useEffect, useId, type ReactNode } from 'react';
import type { Cart } from '../../api/carts';
import type { CartLineView, CartView, OfferTerm } from '../../api/dashboard';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { checkQuantityText, QuantityField } from '../../ui/QuantityField';
import { TermText } from '../../ui/TermText';
import type { LineChange } from './cart-edits';
import styles from './LineFields.module.css';
import { useLineField, type LineField, type Register } from './useLineField';

interface FieldProps {
  line: CartLineView;
  register: Register;
  send: (change: LineChange, requestId: string) => Promise<Cart>;
}

/** A pause in typing or stepping after which a count is saved. */
const QUANTITY_PAUSE = 700;

const asItIs = (value: string): string => value;

/** Saves on Enter and on leaving; a failure stands below the field. */
function Committed({ field, children }: { field: LineField; children: ReactNode }) {
  return (
    <form
      noValidate
      className={styles.field}
      aria-busy={field.pending}
      onSubmit={(event) => {
        event.preventDefault();
        field.commit();
      }}
      onBlurCapture={() => field.commit()}
    >
      {children}
      <ActionError error={field.error} onRetry={() => field.commit()} />
    </form>
  );
}

export function QuantityOfLine({
  line,
  register,
  send,
  limits: { min, max, fixed },
}: FieldProps & { limits: NonNullable<CartLineView['limits']> }) {
  const t = useMessages();
  const reasonId = useId();
  const least = fixed ?? min;
  const most = fixed ?? max;
  const field = useLineField({
    saved: String(line.quantity),
    show: asItIs,
    read: (text) => checkQuantityText(text, least, most)?.toString(),
    changeOf: (value) => ({ quantity: Number(value) }),
    send,
    register,
  });
  const { text, commit } = field;
  useEffect(() => {
    if (text === String(line.quantity)) return undefined;
    const timer = setTimeout(() => commit(), QUANTITY_PAUSE);
    return () => clearTimeout(timer);
  }, [text, commit, line.quantity]);
  return (
    <Committed field={field}>
      <QuantityField
        label={t.cart.licenses}
        value={text}
        onChange={field.setText}
        min={least}
        max={most}
        {...(fixed === undefined ? {} : { describedById: reasonId })}
      />
      {fixed !== undefined && (
        <p id={reasonId} className={styles.note}>
          {t.cart.licensesFixed(fixed)}
        </p>
      )}
    </Committed>
  );
}

const keyOf = ({ termDuration, billingCycle }: Pick<OfferTerm, 'termDuration' | 'billingCycle'>): string =>
  `${termDuration} ${billingCycle}`;

/** Term and billing frequency; where there is nothing to choose they are said in words. */
export function TermFields({ line, register, send }: FieldProps) {
  const t = useMessages();
  const saved = keyOf(line);
  const field = useLineField({
    saved,
    show: asItIs,
    read: (text) => (text === saved || line.choices.some((choice) => keyOf(choice) === text) ? text : undefined),
    changeOf: (value) => {
      const [termDuration = '', billingCycle = ''] = value.split(' ');
      return { termDuration, billingCycle };
    },
    send,
    register,
  });
  const shown = line.choices.find((choice) => keyOf(choice) === field.text) ?? line;
  const terms = [...new Set(line.choices.map(({ termDuration }) => termDuration))];
  const cycles = line.choices.filter(({ termDuration }) => termDuration === shown.termDuration);
  if (line.choices.length < 2) {
    return (
      <div className={styles.words}>
        <span className={styles.label}>{t.cart.term}</span>
        <TermText term={line} />
      </div>
    );
  }
  return (
    <div className={styles.pair} aria-busy={field.pending}>
      <Field label={t.cart.term}>
        <Select
          value={shown.termDuration}
          onChange={(_event, { value }) => {
            const choices = line.choices.filter(({ termDuration }) => termDuration === value);
            const next = choices.find(({ billingCycle }) => billingCycle === shown.billingCycle) ?? choices[0];
            if (next) field.commit(keyOf(next));
          }}
        >
          {terms.map((term) => (
            <option key={term} value={term}>
              {term === 'none' ? t.cart.noTerm : t.catalog.termOf(term)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.cart.billingFrequency}>
        <Select
          value={shown.billingCycle}
          onChange={(_event, { value }) =>
            field.commit(keyOf({ termDuration: shown.termDuration, billingCycle: value }))
          }
        >
          {cycles.map(({ billingCycle }) => (
            <option key={billingCycle} value={billingCycle}>
              {t.cart.frequencyOf(billingCycle)}
            </option>
          ))}
        </Select>
      </Field>
      <ActionError error={field.error} onRetry={() => field.commit()} />
    </div>
  );
}

export function NicknameField({ line, register, send }: FieldProps) {
  const t = useMessages();
  const field = useLineField({
    saved: line.friendlyName,
    show: asItIs,
    read: (text) => text.trim(),
    changeOf: (friendlyName) => ({ friendlyName }),
    send,
    register,
  });
  return (
    <Committed field={field}>
      <Field label={t.cart.nickname}>
        <Input value={field.text} autoComplete="off" onChange={(_event, { value }) => field.setText(value)} />
      </Field>
    </Committed>
  );
}

/** Through which indirect reseller the line is sold: one of the list, or any MPN ID (portal 1.5). */
export function ResellerField({ line, register, send, resellers }: FieldProps & { resellers: CartView['resellers'] }) {
  const t = useMessages();
  const show = (mpnId: string): string => {
    const known = resellers.find((reseller) => reseller.mpnId === mpnId);
    return known ? t.cart.resellerOption(known.name, known.mpnId) : mpnId;
  };
  const field = useLineField({
    saved: line.resellerMpnId,
    show,
    read: (text) => resellers.find(({ mpnId }) => show(mpnId) === text.trim())?.mpnId ?? text.trim(),
    changeOf: (resellerMpnId) => ({ resellerMpnId }),
    send,
    register,
  });
  return (
    <Committed field={field}>
      <Field label={t.cart.reseller} hint={t.cart.resellerHint}>
        <Combobox
          freeform
          inlinePopup
          disableAutoFocus
          expandIcon={{ 'aria-label': t.cart.showResellers, tabIndex: -1 }}
          className={styles.combobox}
          autoComplete="off"
          value={field.text}
          selectedOptions={[line.resellerMpnId]}
          onChange={(event) => field.setText(event.target.value)}
          onOptionSelect={(_event, { optionValue }) => {
            if (optionValue !== undefined) field.commit(show(optionValue));
          }}
        >
          {resellers.map(({ mpnId, name }) => (
            <Option key={mpnId} value={mpnId} text={t.cart.resellerOption(name, mpnId)}>
              {t.cart.resellerOption(name, mpnId)}
            </Option>
          ))}
        </Combobox>
      </Field>
    </Committed>
  );
}
