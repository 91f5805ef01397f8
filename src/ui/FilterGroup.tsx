import { Suspense } from 'react';
import styles from './FilterGroup.module.css';
import { lazyPart } from './lazy-part';

export interface FilterGroupProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  anyLabel?: string;
  options: readonly { value: string; label: string; count?: number }[];
}

const { Part: FilterDropdown, preload } = lazyPart<FilterGroupProps>(
  async () => (await import('./FilterDropdown')).FilterDropdown,
);

/** Fetches the combo box before the first filter is shown. */
export const preloadFilter = preload;

/**
 * One filter of a list: a combo box named `label`. The combo box weighs as much as a screen and comes after it; its
 * place is kept.
 */
export function FilterGroup(props: FilterGroupProps) {
  return (
    <Suspense fallback={<span aria-hidden="true" className={styles.place} />}>
      <FilterDropdown {...props} />
    </Suspense>
  );
}
