import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { localeOf } from '../../i18n/language';
import { useLanguage, useMessages } from '../../ui/language';
import { colorOf } from './colors';
import { namedMonths, scaleOf, stack, type SpendMonth } from './spend';
import styles from './Spend.module.css';
import { useMonthNames } from './useMonthNames';

const HEIGHT = 240;
/** Room above the columns, and below them for the names of the months. */
const TOP = 10;
const BOTTOM = 38;
/** A column never gets thinner, or wider, than this: a long history scrolls. */
const LEAST = 18;
const MOST = 72;
/** Room beside the first and the last column, for the halves of their names that stand out. */
const SIDE = 10;
/** What the name of a month needs. */
const NAME = 44;

/**
 * Stacked columns, one for each month. Drawn by hand: a chart library weighs more than all screens of this area together
 * (design note on the toolchain). To a screen reader it is one picture; the table beside it has the figures.
 */
export function SpendChart({
  months,
  families,
  chosen,
  onChoose,
}: {
  months: readonly { month: string; spend: SpendMonth | undefined }[];
  families: readonly string[];
  chosen: string;
  onChoose: (month: string) => void;
}) {
  const t = useMessages();
  const names = useMonthNames();
  const money = useShortMoney(months.find(({ spend }) => spend)?.spend?.total.currency ?? 'USD');
  const [scroller, room] = useRoom(months.length);
  const columns = useMemo(() => months.map(({ spend }) => stack(spend, families)), [months, families]);
  const ticks = useMemo(() => scaleOf(columns), [columns]);
  const lowest = ticks[0] ?? 0;
  const highest = ticks.at(-1) ?? 1;
  const y = (value: number) => TOP + ((highest - value) / (highest - lowest)) * (HEIGHT - TOP - BOTTOM);
  const width = Math.min(MOST, Math.max(LEAST, (room - 2 * SIDE) / months.length));
  const columnsEnd = width * months.length + 2 * SIDE;
  const whole = Math.max(room, columnsEnd);
  const named = namedMonths(
    months.map(({ month }) => month),
    width,
    NAME,
  );
  const scrolls = columnsEnd > room + 1;
  const label = t.billing.spendChart(
    names.long(months[0]?.month ?? chosen),
    names.long(months.at(-1)?.month ?? chosen),
  );
  return (
    <div className={styles.chart}>
      <svg aria-hidden="true" className={styles.axis} height={HEIGHT}>
        {ticks.map((tick) => (
          <text key={tick} x="100%" dx={-8} y={y(tick)} dy="0.35em" textAnchor="end">
            {money(tick)}
          </text>
        ))}
      </svg>
      <div
        ref={scroller}
        className={styles.scroller}
        {...(scrolls && { role: 'region', 'aria-label': label, tabIndex: 0 })}
      >
        <svg role="img" aria-label={label} width={whole} height={HEIGHT} className={styles.plot}>
          {ticks.map((tick) => (
            <line
              key={tick}
              x1={0}
              x2={whole}
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? styles.zero : styles.grid}
            />
          ))}
          {months.map(({ month }, index) => (
            <g
              key={month}
              transform={`translate(${SIDE + index * width} 0)`}
              className={month === chosen ? styles.chosen : undefined}
              onPointerEnter={() => onChoose(month)}
              onClick={() => onChoose(month)}
            >
              {/* The whole height answers the pointer, however low the column. */}
              <rect className={styles.band} width={width} height={HEIGHT - BOTTOM + 4} />
              {columns[index]?.map(({ family, from, to }) => (
                <rect
                  key={family}
                  className={styles.segment}
                  x={width * 0.15}
                  width={width * 0.7}
                  y={y(Math.max(from, to))}
                  height={Math.max(1, Math.abs(y(from) - y(to)))}
                  style={{ fill: colorOf(families.indexOf(family)) }}
                />
              ))}
              {named.has(month) && (
                <text x={width / 2} y={HEIGHT - 20} textAnchor="middle">
                  {names.short(month)}
                  {(month.endsWith('-01') || index === 0) && (
                    <tspan x={width / 2} dy="1.2em">
                      {month.slice(0, 4)}
                    </tspan>
                  )}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** How wide the place for the columns is. A history that does not fit shows its end first. */
function useRoom(months: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, [room, months]);
  return [scroller, room] as const;
}

/** Amounts along the axis, as short as they can be said. */
function useShortMoney(currency: string): (value: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(localeOf(language), {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
    return (value) => format.format(value);
  }, [language, currency]);
}
