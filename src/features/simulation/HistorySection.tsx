import { Button } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { historyQuery, sessionQuery } from '../../api/queries';
import type { Clock, HistoryEvent } from '../../api/simulation';
import { ActionError } from '../../ui/ActionError';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useFormat, useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { useCommand } from '../../ui/useCommand';
import { forgetMove } from './clock-mover';
import { EventList } from './EventList';
import styles from './SimulationPanel.module.css';
import { WorkProgress, type Work } from './WorkProgress';

const STEP = 50;

/** The records of the world, newest first, each a place to go back to. */
export function HistorySection({ work, onLeave }: { work: Work | undefined; onLeave: () => void }) {
  const t = useMessages();
  const [shown, setShown] = useState(STEP);
  const [target, setTarget] = useState<HistoryEvent>();
  const page = useQuery({
    ...historyQuery({ tail: '1', size: String(shown) }),
    placeholderData: keepPreviousData,
  });
  const { data: session } = useQuery(sessionQuery());
  const causeOf = ({ cause }: HistoryEvent): string | undefined =>
    cause.user === undefined
      ? cause.clock
        ? t.simulation.byClock
        : undefined
      : (session?.users.find((user) => user.id === cause.user)?.name ?? cause.user);

  return (
    <section aria-label={t.simulation.history} className={styles.section}>
      <h3>{t.simulation.history}</h3>
      <p className={styles.text}>{t.simulation.historyText}</p>
      <QueryState query={page} skeleton={<TableSkeleton />}>
        {(items) =>
          items.length === 0 ? (
            <p className={styles.text}>{t.simulation.historyEmpty}</p>
          ) : (
            <>
              <EventList
                events={items.toReversed()}
                note={causeOf}
                onLeave={onLeave}
                renderAction={(event) => (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={t.simulation.rewindNamed(event.sequence, event.summary)}
                    onClick={() => setTarget(event)}
                  >
                    {t.simulation.rewind}
                  </Button>
                )}
              />
              {items.length < lastSequence(items) && (
                <Button onClick={() => setShown(shown + STEP)}>{t.simulation.older}</Button>
              )}
            </>
          )
        }
      </QueryState>
      <Rewind work={work} target={target} total={lastSequence(page.data ?? [])} onDone={() => setTarget(undefined)} />
    </section>
  );
}

/** Events are numbered from 1 without gaps, so the newest one's number is how many there are. */
function lastSequence(items: readonly HistoryEvent[]): number {
  return items.at(-1)?.sequence ?? 0;
}

function Rewind({
  work,
  target,
  total,
  onDone,
}: {
  work: Work | undefined;
  target: HistoryEvent | undefined;
  total: number;
  onDone: () => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const notify = useNotify();
  const rewind = useCommand(
    (toSequence: number, requestId) =>
      call<Clock>('/simulation/v1/history/rewind', { method: 'POST', body: { toSequence }, requestId }),
    {
      onSuccess: (clock) => {
        forgetMove();
        notify({ intent: 'success', text: t.simulation.rewound(format.instant(clock.now)) });
        onDone();
      },
    },
  );
  const cut = target ? Math.max(0, total - target.sequence) : 0;
  return (
    <ConfirmDialog
      open={target !== undefined}
      title={t.simulation.rewindTitle}
      confirmLabel={t.simulation.rewindConfirm}
      dismissLabel={t.common.cancel}
      busy={rewind.isPending}
      onConfirm={() => target && rewind.mutate(target.sequence)}
      onDismiss={() => {
        rewind.reset();
        onDone();
      }}
    >
      {target && (
        <>
          <p>{target.summary}</p>
          <p>{t.simulation.rewindText(format.instant(target.at), cut, format.number(cut))}</p>
        </>
      )}
      {rewind.isPending && <WorkProgress work={work} />}
      <ActionError error={rewind.error} onRetry={() => target && rewind.mutate(target.sequence)} />
    </ConfirmDialog>
  );
}
