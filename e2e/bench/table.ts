/** One line of the report. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** The most that it may be. */
  readonly goal?: number;
  /** What else there is to say about it. */
  readonly note?: string;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median and the 95th percentile of some times. */
export function spread(
  name: string,
  values: readonly number[],
  goals: { readonly p50?: number; readonly p95?: number } = {},
): Measure[] {
  const note = `${values.length} samples, max ${text(Math.max(...values))}`;
  return [
    {
      name: `${name}, p50`,
      unit: 'ms',
      value: median(values),
      ...(goals.p50 === undefined ? {} : { goal: goals.p50 }),
    },
    {
      name: `${name}, p95`,
      unit: 'ms',
      value: quantile(values, 0.95),
      note,
      ...(goals.p95 === undefined ? {} : { goal: goals.p95 }),
    },
  ];
}

export function text(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}

export function printTable(title: string, measures: readonly Measure[]): void {
  const lines = measures.map(({ name, unit, value, goal, note }) => [
    name,
    `${text(value)} ${unit}`,
    goal === undefined ? '' : `≤ ${text(goal)}`,
    goal === undefined ? '' : value <= goal ? 'ok' : 'MISSED',
    note ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${title}\n${written.join('\n')}\n`);
}
