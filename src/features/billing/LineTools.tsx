import { Button, Field, Select } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { InvoiceLinesPage } from '../../api/billing';
import { useFormat, useMessages } from '../../ui/language';
import { SearchField } from '../../ui/SearchField';
import styles from './Invoice.module.css';
import { GROUPS, type LineFilter } from './useLineFilter';

/** Search, filters and grouping of an invoice's lines. Native lists: there may be a thousand customers in one. */
export function LineTools({ page, filter, settled }: { page: InvoiceLinesPage; filter: LineFilter; settled: boolean }) {
  const t = useMessages();
  const format = useFormat();
  const { facets, totals } = page;
  const customers = useMemo(
    () =>
      withChosen(
        facets.customer.map(({ value, name }) => ({ value, label: name })),
        filter.customerId,
      ).toSorted((one, other) => format.compare(one.label, other.label)),
    [facets, filter.customerId, format],
  );
  const chargeTypes = withChosen(
    facets.chargeType.map(({ value }) => ({ value, label: value })),
    filter.chargeType,
  );
  const { subscriptionId } = filter;
  const subscription =
    page.items.find((line) => line.subscriptionId === subscriptionId)?.subscriptionName ?? subscriptionId;
  return (
    <div className={styles.tools}>
      <SearchField
        label={t.billing.search}
        placeholder={t.billing.searchPlaceholder}
        value={filter.search.typed}
        onChange={filter.search.type}
      />
      <Choice
        label={t.billing.customer}
        value={filter.customerId}
        none={t.billing.anyCustomer}
        options={customers}
        onChange={(customerId) => filter.set({ customerId })}
      />
      <Choice
        label={t.billing.chargeType}
        value={filter.chargeType}
        none={t.ui.any}
        options={chargeTypes}
        onChange={(chargeType) => filter.set({ chargeType })}
      />
      <Choice
        label={t.billing.groupBy}
        value={filter.group}
        none={t.billing.noGroup}
        options={GROUPS.map((value) => ({ value, label: t.billing.groups[value] }))}
        onChange={(group) => filter.set({ group })}
      />
      {subscriptionId !== undefined && subscription !== undefined && (
        <Button
          className={styles.tag}
          icon={<DismissRegular />}
          iconPosition="after"
          aria-label={t.billing.removeFilter(subscription)}
          onClick={() => filter.set({ subscriptionId: undefined })}
        >
          {t.billing.onlySubscription(subscription)}
        </Button>
      )}
      <output className={styles.announcement}>
        {settled
          ? `${t.billing.found(page.totalCount, format.number(page.totalCount))}, ${format.money(totals.total.amount, totals.total.currency)}`
          : null}
      </output>
    </div>
  );
}

interface Option {
  value: string;
  label: string;
}

/** The chosen one stays to be seen even where nothing is of it any more. */
function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: chosen }];
}

function Choice({
  label,
  value,
  none,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  none: string;
  options: readonly Option[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Field label={label} className={styles.choice}>
      <Select value={value ?? ''} onChange={(_event, data) => onChange(data.value || undefined)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
