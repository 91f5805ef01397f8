import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useFormat, useMessages } from './language';
import type { FilterGroupProps } from './FilterGroup';
import styles from './FilterGroup.module.css';

const ANY = '';

/** The combo box of a filter. Counts are for the eye; the options are named by the words alone. */
export function FilterDropdown({ label, value, onChange, anyLabel, options }: FilterGroupProps) {
  const t = useMessages();
  const format = useFormat();
  const any = anyLabel ?? t.ui.any;
  const chosen = options.find((option) => option.value === value);
  return (
    <Field label={label} className={styles.field}>
      <Dropdown
        inlinePopup
        className={styles.dropdown}
        value={chosen?.label ?? value ?? any}
        selectedOptions={[value ?? ANY]}
        onOptionSelect={(_event, { optionValue }) => onChange(optionValue || undefined)}
      >
        <Option value={ANY} text={any}>
          {any}
        </Option>
        {options.map((option) => (
          <Option key={option.value} value={option.value} text={option.label}>
            <span className={styles.word}>{option.label}</span>
            {option.count !== undefined && (
              <span aria-hidden="true" className={styles.count}>
                {format.number(option.count)}
              </span>
            )}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
