import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular, SubtractRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, Ref } from 'react';
import { useMessages } from './language';
import styles from './QuantityField.module.css';
import { checkQuantityText, stepQuantity } from './quantity-text';

export { checkQuantityText };

/**
 * A spin button that reports every keystroke and keeps text that is no number, so that nothing typed is lost. Own code
 * on Fluent's input: its SpinButton reports text only on leaving the field, steps from the number before the text, and
 * has targets of 16 px.
 */
export function QuantityField({
  label,
  value,
  onChange,
  min,
  max,
  error,
  disabled,
  describedById,
  labelledById,
  inputRef,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  min: number;
  max: number;
  error?: string;
  disabled?: boolean;
  describedById?: string;
  /** What shows the label already, such as the header of a table's row. */
  labelledById?: string;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const t = useMessages();
  const number = /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
  const message =
    error ?? (checkQuantityText(value, min, max) === undefined ? t.ui.notWholeNumber(min, max) : undefined);
  const fixed = disabled || min === max;

  const step = (by: number): void => onChange(stepQuantity(value, by, min, max));
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = targetOf(event.key, value, min, max);
    if (to === undefined || fixed) return;
    event.preventDefault();
    onChange(to);
  };

  return (
    <Field
      {...(labelledById ? {} : { label })}
      className={styles.field}
      validationState={message && !disabled ? 'error' : 'none'}
      validationMessage={disabled ? undefined : message}
    >
      {(control) => (
        <Input
          {...control}
          {...(inputRef ? { ref: inputRef } : {})}
          {...(labelledById ? { 'aria-labelledby': labelledById } : {})}
          aria-describedby={[control['aria-describedby'], describedById].filter(Boolean).join(' ') || undefined}
          className={styles.input}
          input={{ role: 'spinbutton' }}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          disabled={disabled}
          readOnly={min === max}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={number}
          aria-valuetext={number === undefined ? value : undefined}
          onChange={(_event, data) => onChange(data.value)}
          onKeyDown={onKeyDown}
          contentAfter={
            <span className={styles.steps}>
              <Button
                appearance="transparent"
                size="small"
                tabIndex={-1}
                icon={<SubtractRegular />}
                aria-label={t.ui.fewer}
                disabled={fixed || (number !== undefined && number <= min)}
                onClick={() => step(-1)}
              />
              <Button
                appearance="transparent"
                size="small"
                tabIndex={-1}
                icon={<AddRegular />}
                aria-label={t.ui.more}
                disabled={fixed || (number !== undefined && number >= max)}
                onClick={() => step(1)}
              />
            </span>
          }
        />
      )}
    </Field>
  );
}

function targetOf(key: string, value: string, min: number, max: number): string | undefined {
  switch (key) {
    case 'ArrowUp':
      return stepQuantity(value, 1, min, max);
    case 'ArrowDown':
      return stepQuantity(value, -1, min, max);
    case 'PageUp':
      return stepQuantity(value, 10, min, max);
    case 'PageDown':
      return stepQuantity(value, -10, min, max);
    default:
      return undefined;
  }
}
