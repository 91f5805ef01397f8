import { Button } from '@fluentui/react-components';
import { DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { CatalogPage } from '../../api/dashboard';
import { FilterGroup } from '../../ui/FilterGroup';
import { useMessages } from '../../ui/language';
import { SearchField } from '../../ui/SearchField';
import styles from './CatalogFilters.module.css';
import { FILTER_VALUES, FILTERS, type Filter } from './filters';

/** Search and filters. On a narrow screen the filters fold away behind a button that says how many are chosen. */
export function CatalogFilters({
  search,
  onSearch,
  chosen,
  onChoose,
  onClear,
  facets,
}: {
  search: string;
  onSearch: (text: string) => void;
  chosen: Partial<Record<Filter, string>>;
  onChoose: (filter: Filter, value: string | undefined) => void;
  onClear: () => void;
  facets: CatalogPage['facets'] | undefined;
}) {
  const t = useMessages();
  const groupId = useId();
  const [open, setOpen] = useState(false);
  const count = FILTERS.filter((filter) => chosen[filter]).length;

  const labels: Record<Filter, (code: string) => string> = {
    publisher: t.catalog.publisherOf,
    billingType: t.catalog.billingTypeOf,
    category: t.catalog.categoryOf,
    segment: t.catalog.segmentOf,
    productType: t.catalog.productTypeOf,
  };
  const options = (filter: Filter) => {
    const counts = new Map(facets?.[filter].map(({ value, count: number }) => [value, number]));
    const own = chosen[filter];
    const values = new Set([...FILTER_VALUES[filter], ...counts.keys(), ...(own ? [own] : [])]);
    return [...values].map((value) => ({
      value,
      label: labels[filter](value),
      ...(facets ? { count: counts.get(value) ?? 0 } : {}),
    }));
  };

  return (
    <search className={styles.bar} aria-label={t.catalog.filters}>
      <div className={styles.first}>
        <SearchField
          label={t.catalog.search}
          placeholder={t.catalog.searchPlaceholder}
          value={search}
          onChange={onSearch}
        />
        <div className={styles.toggle}>
          <Button icon={<FilterRegular />} aria-expanded={open} aria-controls={groupId} onClick={() => setOpen(!open)}>
            {t.catalog.filtersWith(count)}
          </Button>
        </div>
        {(count > 0 || search !== '') && (
          <Button appearance="subtle" icon={<DismissRegular />} onClick={onClear}>
            {t.catalog.clearFilters}
          </Button>
        )}
      </div>
      <div id={groupId} className={styles.groups} data-open={open}>
        {FILTERS.map((filter) => (
          <FilterGroup
            key={filter}
            label={t.catalog[filter]}
            anyLabel={t.catalog.any}
            value={chosen[filter]}
            onChange={(value) => onChoose(filter, value)}
            options={options(filter)}
          />
        ))}
      </div>
    </search>
  );
}
