import { Button } from '@fluentui/react-components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { Tab } from '../../api/dashboard';
import { cartQuery, catalogQuery, customerQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState, TableSkeleton } from '../../ui/QueryState';
import { changeSearch, useUrlState } from '../../ui/url-state';
import { CatalogFilters } from './CatalogFilters';
import styles from './CatalogPage.module.css';
import { CatalogTabs } from './CatalogTabs';
import { FILTERS, pathOfTab, tabNamed, type Filter } from './filters';
import { OfferList } from './OfferList';
import { SaleRefused } from './SaleRefused';
import { panelId, tabId } from '../../ui/Tabs';
import { useSearchText } from '../../ui/useSearchText';

/** What can be sold to a customer (S0-12 to S0-23): tabs, filters, search, and a row for each offer. */
export function CatalogPage() {
  const t = useMessages();
  const { customerId = '', tab: tabSegment } = useParams();
  const tab = tabNamed(tabSegment);
  const url = useUrlState();
  const search = useSearchText(url);
  const chosen: Partial<Record<Filter, string>> = Object.fromEntries(
    FILTERS.flatMap((filter) => {
      const value = url.get(filter);
      return value ? [[filter, value]] : [];
    }),
  );

  const customer = useQuery(customerQuery(customerId));
  const catalog = useInfiniteQuery(
    catalogQuery(customerId, { tab, ...chosen, search: search.sought.trim() || undefined }),
  );
  const { fetchNextPage, isFetchingNextPage } = catalog;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const newest = catalog.data?.pages.at(-1);
  const outdated = catalog.isPlaceholderData;
  const offers = useMemo(
    () => ({
      rows: catalog.data?.pages.flatMap((page) => page.items) ?? [],
      totalCount: catalog.data?.pages.at(-1)?.totalCount ?? 0,
      outdated,
    }),
    [catalog.data, outdated],
  );
  // Drawing a screenful of offers gives way to the next keystroke; where nothing stands yet, there is nothing to give way.
  const deferred = useDeferredValue(offers);
  const shown = deferred.rows.length === 0 ? offers : deferred;
  const id = useId();

  // Tabs are addresses. Search and filters go along, but product types, which belong to one tab.
  const { pathname, search: parameters } = useLocation();
  const navigate = useNavigate();
  const selected = useRef(false);
  const openTab = (next: Tab): void => {
    if (next === tab) return;
    selected.current = true;
    void navigate({
      pathname: pathname.replace(/[^/]*\/?$/, pathOfTab(next)),
      search: changeSearch(parameters, { productType: undefined }),
    });
  };
  useLayoutEffect(() => {
    // A change of route moves the focus to the heading; whoever is going through the tabs stays on them.
    if (selected.current) document.getElementById(tabId(id, tab))?.focus();
    selected.current = false;
  }, [id, tab]);

  const clear = () => {
    search.type('');
    url.set({ search: undefined, ...Object.fromEntries(FILTERS.map((filter) => [filter, undefined])) });
  };

  return (
    <QueryState query={customer} skeleton={<PageSkeleton />}>
      {({ companyName, addSubscription }) => (
        <Page
          title={t.catalog.title}
          breadcrumbs={[
            { label: t.catalog.customers, to: '/customers' },
            { label: companyName, to: `/customers/${encodeURIComponent(customerId)}/subscriptions` },
          ]}
          actions={<ReviewButton customerId={customerId} />}
        >
          {!addSubscription.allowed && <SaleRefused customerId={customerId} text={addSubscription.description} />}
          <CatalogTabs id={id} tab={tab} tabs={newest?.tabs} onSelect={openTab} />
          <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, tab)} className={styles.panel}>
            <CatalogFilters
              search={search.typed}
              onSearch={search.type}
              chosen={chosen}
              onChoose={(filter, value) => url.set({ [filter]: value })}
              onClear={clear}
              facets={newest?.facets}
            />
            <QueryState query={catalog} skeleton={<TableSkeleton />}>
              {() => (
                <>
                  <OfferCount total={offers.totalCount} settled={search.settled && !outdated && !catalog.isFetching} />
                  {shown.rows.length === 0 && !shown.outdated ? (
                    <EmptyState title={t.catalog.noOffersTitle} text={t.catalog.noOffersText} />
                  ) : (
                    <OfferList
                      customerId={customerId}
                      rows={shown.rows}
                      totalCount={shown.totalCount}
                      outdated={shown.outdated}
                      onEndReached={loadMore}
                      isLoadingMore={isFetchingNextPage}
                    />
                  )}
                </>
              )}
            </QueryState>
          </div>
        </Page>
      )}
    </QueryState>
  );
}

/** The way to the review of the cart (S0-24); the link "Cart (n)" stands above every page of the customer. */
function ReviewButton({ customerId }: { customerId: string }) {
  const t = useMessages();
  const navigate = useNavigate();
  const filled = (useQuery(cartQuery(customerId)).data?.lines.length ?? 0) > 0;
  return (
    <Button
      appearance={filled ? 'primary' : 'secondary'}
      onClick={() => void navigate(`/customers/${encodeURIComponent(customerId)}/review`)}
    >
      {t.catalog.review}
    </Button>
  );
}

/** How many offers match. Said when a search has come to rest, so that a screen reader hears each result once. */
function OfferCount({ total, settled }: { total: number; settled: boolean }) {
  const t = useMessages();
  const format = useFormat();
  const [said, setSaid] = useState(total);
  if (settled && said !== total) setSaid(total);
  return <output className={styles.count}>{t.catalog.offerCount(format.number(said), said)}</output>;
}
