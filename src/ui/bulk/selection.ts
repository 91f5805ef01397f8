/** Which rows of a list are ticked: some, or all that its filter finds but some. */

export interface Ticks<Row extends { readonly id: string }> {
  /** `only`: the ones in `rows`. `allBut`: every match without the ones in `rows`, loaded or not. */
  readonly mode: 'only' | 'allBut';
  /** By their ids; kept whole, because another order of the list may not have loaded them. */
  readonly rows: ReadonlyMap<string, Row>;
}

export const NO_TICKS: Ticks<never> = { mode: 'only', rows: new Map<string, never>() };
export const ALL_TICKS: Ticks<never> = { mode: 'allBut', rows: new Map<string, never>() };

export function isTicked<Row extends { readonly id: string }>({ mode, rows }: Ticks<Row>, id: string): boolean {
  return rows.has(id) === (mode === 'only');
}

/** The ticks after these rows were ticked or cleared. */
export function tick<Row extends { readonly id: string }>(
  { mode, rows }: Ticks<Row>,
  changed: readonly Row[],
  ticked: boolean,
): Ticks<Row> {
  const next = new Map(rows);
  for (const row of changed) {
    if (ticked === (mode === 'only')) next.set(row.id, row);
    else next.delete(row.id);
  }
  return { mode, rows: next };
}

/** How many of `total` matches are ticked. */
export function countTicks<Row extends { readonly id: string }>({ mode, rows }: Ticks<Row>, total: number): number {
  return mode === 'only' ? rows.size : Math.max(0, total - rows.size);
}

/** The ticked rows; `readAll` reads the list as far as nobody has scrolled, where that takes it. */
export async function tickedRows<Row extends { readonly id: string }>(
  ticks: Ticks<Row>,
  readAll: () => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (ticks.mode === 'only') return [...ticks.rows.values()];
  return (await readAll()).filter(({ id }) => isTicked(ticks, id));
}
