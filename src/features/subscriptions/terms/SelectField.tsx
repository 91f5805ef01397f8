import { Select } from '@fluentui/react-components';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

/** A dropdown whose label stands elsewhere (`labelId`), such as in the header of a table's row. */
export function SelectField({
  labelId,
  value,
  options,
  onChange,
  disabled = false,
  describedById,
}: {
  labelId: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  disabled?: boolean;
  describedById?: string | undefined;
}) {
  return (
    <Select
      aria-labelledby={labelId}
      aria-describedby={describedById}
      value={value}
      disabled={disabled}
      onChange={(_event, data) => onChange(data.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
