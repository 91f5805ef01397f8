import type { CatalogPage, Tab } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { Tabs } from '../../ui/Tabs';
import { TABS } from './filters';

/** The categories of the catalog, with how many offers of each fit. */
export function CatalogTabs({
  id,
  tab,
  tabs,
  onSelect,
}: {
  id: string;
  tab: Tab;
  tabs: CatalogPage['tabs'] | undefined;
  onSelect: (tab: Tab) => void;
}) {
  const t = useMessages();
  return (
    <Tabs
      id={id}
      label={t.catalog.tabs}
      tabs={TABS.map((each) => ({
        tab: each,
        label: t.catalog.tab[each],
        count: tabs?.find((entry) => entry.tab === each)?.count,
      }))}
      selected={tab}
      onSelect={onSelect}
    />
  );
}
