import { Button, Field, Input, ProgressBar, Select } from '@fluentui/react-components';
import { NextRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useStore } from 'zustand';
import { call } from '../../api/client';
import { clockQuery, dueQuery } from '../../api/queries';
import type { Clock } from '../../api/simulation';
import { addPeriod, formatInstant, instant, parseInstant, parsePeriod } from '../../kernel/calendar';
import { ActionError } from '../../ui/ActionError';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { InstantText } from '../../ui/Time';
import { useCommand } from '../../ui/useCommand';
import { clockMover, moveClock, stopClock, type Move } from './clock-mover';
import { EventList } from './EventList';
import { shareDone } from './legs';
import styles from './SimulationPanel.module.css';
import { WorkProgress, type Work } from './WorkProgress';

const DUE_SHOWN = 8;
const RATES = [0, 1, 60, 3600, 86400] as const;

/** The present instant and every way forward from it. */
export function ClockSection({ work, onLeave }: { work: Work | undefined; onLeave: () => void }) {
  const t = useMessages();
  const clock = useQuery(clockQuery());
  const move = useStore(clockMover);
  const queryClient = useQueryClient();
  const busy = move.phase === 'moving' || move.phase === 'stopping';
  const moveTo = (now: string, to: string | undefined): void => {
    void moveClock(now, to).then(() => queryClient.invalidateQueries());
  };
  return (
    <QueryState query={clock} skeleton={<TableSkeleton rows={4} />}>
      {(data) => (
        <>
          <Now clock={data} />
          <section aria-label={t.simulation.move} className={styles.section}>
            <h3>{t.simulation.move}</h3>
            <p className={styles.text}>{t.simulation.moveText}</p>
            <MoveControls clock={data} busy={busy} onMove={(to) => moveTo(data.now, to)} />
            <MoveProgress move={move} work={work} onRetry={() => moveTo(data.now, move.to)} />
          </section>
          <Happened move={move} onLeave={onLeave} />
          <Due busy={busy} onMove={(to) => moveTo(data.now, to)} />
        </>
      )}
    </QueryState>
  );
}

function Now({ clock }: { clock: Clock }) {
  const t = useMessages();
  const format = useFormat();
  const setRate = useCommand((rate: number, requestId) =>
    call<Clock>('/simulation/v1/clock', { method: 'PUT', body: { rate }, requestId }),
  );
  const known = RATES.some((rate) => rate === clock.rate);
  return (
    <section aria-label={t.simulation.now} className={styles.section}>
      <div className={styles.now}>
        <span className={styles.note}>{t.simulation.now}</span>
        <span className={styles.nowInstant}>
          <InstantText at={clock.now} />
        </span>
        <span className={styles.local}>{t.ui.localTime(format.localInstant(clock.now))}</span>
      </div>
      <Field label={t.simulation.rate} className={styles.rate}>
        <Select value={String(clock.rate)} onChange={(_event, { value }) => setRate.mutate(Number(value))}>
          {!known && <option value={clock.rate}>{t.simulation.rateOther(format.number(clock.rate))}</option>}
          {RATES.map((rate) => (
            <option key={rate} value={rate}>
              {t.simulation.rates[rate]}
            </option>
          ))}
        </Select>
      </Field>
      <ActionError error={setRate.error} />
    </section>
  );
}

/** What `period` after `now` is: months are clamped as everywhere (kernel). */
function later(now: string, period: 'P1D' | 'P1M' | 'P1Y'): string {
  const length = parsePeriod(period);
  return length ? formatInstant(addPeriod(instant(now), length)) : now;
}

function MoveControls({
  clock,
  busy,
  onMove,
}: {
  clock: Clock;
  busy: boolean;
  onMove: (to: string | undefined) => void;
}) {
  const t = useMessages();
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const to = draft === undefined ? undefined : parseInstant(`${draft}Z`);
    if (to === undefined) setProblem(t.simulation.dateUnreadable);
    else if (to <= instant(clock.now)) setProblem(t.simulation.dateNotAhead);
    else {
      setProblem(undefined);
      setDraft(undefined);
      onMove(formatInstant(to));
    }
  };
  return (
    <>
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<NextRegular />}
          disabledFocusable={busy || clock.nextDue === null}
          onClick={() => onMove(undefined)}
        >
          {t.simulation.nextEvent}
        </Button>
        <Button disabledFocusable={busy} onClick={() => onMove(later(clock.now, 'P1D'))}>
          {t.simulation.day}
        </Button>
        <Button disabledFocusable={busy} onClick={() => onMove(later(clock.now, 'P1M'))}>
          {t.simulation.month}
        </Button>
        <Button disabledFocusable={busy} onClick={() => onMove(later(clock.now, 'P1Y'))}>
          {t.simulation.year}
        </Button>
      </div>
      <form className={styles.row} onSubmit={submit} noValidate>
        <Field label={t.simulation.dateField} validationMessage={problem} className={styles.to}>
          <Input
            type="datetime-local"
            min={clock.now.slice(0, 16)}
            max="9999-12-31T23:59"
            value={draft ?? clock.now.slice(0, 16)}
            onChange={(_event, { value }) => {
              setDraft(value);
              setProblem(undefined);
            }}
          />
        </Field>
        <Button type="submit" disabledFocusable={busy} className={styles.besideField}>
          {t.simulation.moveTo}
        </Button>
      </form>
    </>
  );
}

function MoveProgress({ move, work, onRetry }: { move: Move; work: Work | undefined; onRetry: () => void }) {
  const t = useMessages();
  const format = useFormat();
  if (move.phase === 'failed') return <ActionError error={move.error} onRetry={onRetry} />;
  if (move.phase !== 'moving' && move.phase !== 'stopping') return null;
  const label = move.to === undefined ? t.simulation.movingToNext : t.simulation.moving(format.instant(move.to));
  return (
    <div className={styles.progress}>
      <output>{label}</output>
      <Button size="small" onClick={stopClock} disabledFocusable={move.phase === 'stopping'}>
        {t.simulation.stop}
      </Button>
      <ProgressBar
        aria-label={label}
        thickness="large"
        value={move.to === undefined ? undefined : shareDone(move.from, move.to, move.now)}
      />
      <WorkProgress work={work} />
    </div>
  );
}

/** What the last move settled. */
function Happened({ move, onLeave }: { move: Move; onLeave: () => void }) {
  const t = useMessages();
  const format = useFormat();
  if (move.phase === 'none' || (move.happenedCount === 0 && move.phase !== 'arrived' && move.phase !== 'stopped')) {
    return null;
  }
  const count = t.simulation.happenedCount(move.happenedCount, format.number(move.happenedCount));
  const place =
    move.phase === 'stopped'
      ? t.simulation.stopped(format.instant(move.now))
      : move.phase === 'arrived'
        ? t.simulation.arrived(format.instant(move.now))
        : '';
  return (
    <section aria-label={t.simulation.happened} className={styles.section}>
      <h3>{t.simulation.happened}</h3>
      <output className={styles.text}>
        {place} {move.happenedCount === 0 ? t.simulation.happenedNothing : count}
      </output>
      {move.happened.length < move.happenedCount && (
        <p className={styles.text}>
          {t.simulation.happenedFirst(format.number(move.happened.length), format.number(move.happenedCount))}
        </p>
      )}
      <EventList events={move.happened} onLeave={onLeave} />
    </section>
  );
}

function Due({ busy, onMove }: { busy: boolean; onMove: (to: string) => void }) {
  const t = useMessages();
  const due = useQuery(dueQuery(DUE_SHOWN));
  return (
    <section aria-label={t.simulation.due} className={styles.section}>
      <h3>{t.simulation.due}</h3>
      <QueryState query={due} skeleton={<TableSkeleton rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.text}>{t.simulation.nothingDue}</p>
          ) : (
            <>
              <p className={styles.text}>{t.simulation.dueText}</p>
              <ul className={styles.dues}>
                {items.map((item, index) => (
                  <li key={`${item.at} ${item.kind} ${item.subscriptionId ?? ''} ${index}`}>
                    <button type="button" className={styles.due} disabled={busy} onClick={() => onMove(item.at)}>
                      <span>{item.summary}</span>
                      <span className={styles.note}>
                        <InstantText at={item.at} />
                        {item.customerName && ` · ${item.customerName}`}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
    </section>
  );
}
