import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState';
import { failureOf } from './failure';
import { useMessages } from './language';
import { Page, useInsidePage } from './Page';
import styles from './QueryState.module.css';

/** What `useQuery` and `useInfiniteQuery` both answer; the rest of their results does not matter here. */
export interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => Promise<unknown>;
}

/**
 * Shows what a query has become: the skeleton, the data, or why there is none and what to do. A refresh that failed
 * leaves the data that is there and says so; a refresh that was refused (gone after a rewind, role lost) replaces it.
 */
export function QueryState<Data>({
  query,
  skeleton,
  children,
}: {
  query: QueryLike<Data>;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const failure = query.error ? failureOf(query.error) : undefined;
  if (failure && (query.data === undefined || failure.kind === 'refusal')) {
    return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return skeleton;
  return (
    <>
      {failure && <StaleNote onRetry={() => void query.refetch()} />}
      {children(query.data)}
    </>
  );
}

function QueryFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useMessages();
  const insidePage = useInsidePage();
  const failure = failureOf(error);
  const gone = failure.kind === 'refusal' && failure.status === 404;
  const barred = failure.kind === 'refusal' && failure.status === 403;
  const title = gone ? t.common.notFoundTitle : barred ? t.common.refusedTitle : t.common.errorTitle;
  const text = gone
    ? t.common.notFoundText
    : failure.kind === 'refusal'
      ? failure.description
      : failure.kind === 'transport'
        ? t.common.transportError
        : t.ui.faultText;
  const action = gone || barred ? null : <Button onClick={onRetry}>{t.common.retry}</Button>;
  if (insidePage) {
    return (
      <div role="alert">
        <EmptyState title={title} text={text} action={action} />
      </div>
    );
  }
  return (
    <Page title={title}>
      <p role="alert">{text}</p>
      {action && <div>{action}</div>}
    </Page>
  );
}

function StaleNote({ onRetry }: { onRetry: () => void }) {
  const t = useMessages();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t.ui.refreshFailed}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{t.common.retry}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Grey bars in the place of a table. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  const t = useMessages();
  return (
    <output className={styles.table} aria-busy="true" aria-label={t.common.loading}>
      {Array.from({ length: rows + 1 }, (_, index) => (
        <span key={index} className={styles.row} />
      ))}
    </output>
  );
}

/** Grey bars in the place of a whole screen. */
export function PageSkeleton() {
  const t = useMessages();
  return (
    <output className={styles.page} aria-busy="true" aria-label={t.common.loading}>
      <span className={styles.heading} />
      <span className={styles.line} />
      <span className={styles.block} />
      <span className={styles.block} />
    </output>
  );
}
