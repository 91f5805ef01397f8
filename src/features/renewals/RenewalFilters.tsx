import { Field, Input } from '@fluentui/react-components';
import type { FacetValue } from '../../api/dashboard';
import type { RenewalsPage } from '../../api/renewals';
import { FilterGroup } from '../../ui/FilterGroup';
import { useMessages } from '../../ui/language';
import { SearchField } from '../../ui/SearchField';
import styles from './renewals.module.css';
import type { RenewalFilter } from './useRenewalFilter';

/** Search and filters of both views; only the list has days to choose, the calendar has its month. */
export function RenewalFilters({
  filter,
  facets,
  partnerWide,
}: {
  filter: RenewalFilter;
  facets: RenewalsPage['facets'] | undefined;
  partnerWide: boolean;
}) {
  const t = useMessages();
  return (
    <div className={styles.tools}>
      <div className={styles.search}>
        <SearchField
          label={t.renewals.search}
          placeholder={partnerWide ? t.renewals.searchAllPlaceholder : t.renewals.searchPlaceholder}
          value={filter.search.typed}
          onChange={filter.search.type}
        />
      </div>
      <FilterGroup
        label={t.renewals.kind}
        value={filter.kind}
        onChange={filter.setKind}
        anyLabel={t.renewals.anyKind}
        options={options(t.renewals.kinds, facets?.kind)}
      />
      <FilterGroup
        label={t.renewals.changed}
        value={filter.changed}
        onChange={filter.setChanged}
        anyLabel={t.renewals.anyChanged}
        options={options(t.renewals.changes, facets?.changed)}
      />
      {filter.view === 'list' && (
        <div className={styles.days}>
          <DayField label={t.renewals.from} value={filter.from} onChange={filter.setFrom} />
          <DayField label={t.renewals.to} value={filter.to} onChange={filter.setTo} />
        </div>
      )}
    </div>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string) => void;
}) {
  return (
    <Field label={label} className={styles.day}>
      <Input type="date" value={value ?? ''} onChange={(_event, data) => onChange(data.value)} />
    </Field>
  );
}

/** Every value, with how many there are of it. */
function options(words: Record<string, string>, counts: readonly FacetValue[] | undefined) {
  return Object.entries(words).map(([value, label]) => ({
    value,
    label,
    ...(counts ? { count: counts.find((each) => each.value === value)?.count ?? 0 } : {}),
  }));
}
