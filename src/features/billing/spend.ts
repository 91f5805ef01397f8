/** The geometry of the spend chart. Amounts become numbers only to be drawn; what is read comes from the API as it is. */
import type { BillingPage } from '../../api/billing';

export type SpendMonth = BillingPage['spend'][number];

/** Every month from the first to the last: one without lines has a place of its own. */
export function everyMonth(spend: readonly SpendMonth[]): { month: string; spend: SpendMonth | undefined }[] {
  const first = spend[0]?.month;
  const last = spend.at(-1)?.month;
  if (first === undefined || last === undefined) return [];
  const known = new Map(spend.map((each) => [each.month, each]));
  const months: { month: string; spend: SpendMonth | undefined }[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push({ month, spend: known.get(month) });
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The product families, the one with the most money first: it stands at the bottom of each column. */
export function familiesOf(spend: readonly SpendMonth[]): string[] {
  const sums = new Map<string, number>();
  for (const { families } of spend) {
    for (const { family, amount } of families) {
      sums.set(family, (sums.get(family) ?? 0) + Math.abs(Number(amount.amount)));
    }
  }
  return [...sums].toSorted(([, one], [, other]) => other - one).map(([family]) => family);
}

export interface Segment {
  family: string;
  /** Where it begins and ends on the scale of amounts; `from` is nearer to zero. */
  from: number;
  to: number;
}

/** A column: charges are stacked upwards, credits downwards. */
export function stack(spend: SpendMonth | undefined, families: readonly string[]): Segment[] {
  let up = 0;
  let down = 0;
  return families.flatMap((family) => {
    const value = Number(spend?.families.find((each) => each.family === family)?.amount.amount ?? 0);
    if (value === 0) return [];
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    return [{ family, from, to }];
  });
}

/** About four round steps that hold everything between the least and the most; zero is always one of them. */
export function scaleOf(columns: readonly (readonly Segment[])[]): number[] {
  const ends = columns.flatMap((segments) => segments.map(({ to }) => to));
  const least = Math.min(0, ...ends);
  const most = Math.max(least === 0 && ends.every((end) => end === 0) ? 1 : 0, ...ends);
  const step = roundStep((most - least) / 4);
  const ticks: number[] = [];
  for (let index = Math.floor(least / step); index <= Math.ceil(most / step); index += 1) ticks.push(index * step);
  return ticks;
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
}

/** Which months are named under the axis, so that the names do not touch: every one, or every so many from January on. */
export function namedMonths(months: readonly string[], columnWidth: number, nameWidth: number): ReadonlySet<string> {
  const every = [1, 2, 3, 6, 12].find((count) => count * columnWidth >= nameWidth) ?? 12;
  const named = months.filter((month) => (Number(month.slice(5)) - 1) % every === 0);
  return new Set(named.length > 0 ? named : months.slice(0, 1));
}
