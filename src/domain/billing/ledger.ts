/**
 * The lines of a subscription, as they were settled, with what they were about then. Lines are never changed: what is
 * wrong in one is given back by a later one (finding 6), and this file finds which.
 */
import { addDays, inclusiveDays, type PlainDate } from '../../kernel/calendar';
import type { SubscriptionTerm } from '../subscriptions/subscription';
import { roundingOf, type Charge } from './charge';

/** What a line was about when it was settled: later changes of the subscription must not touch it. */
export interface ChargeFacts {
  /** Number of the event that brought it. */
  readonly event: number;
  readonly catalogItemId: string;
  readonly name: string;
  readonly term: SubscriptionTerm;
}

/** What a line is to the others of its subscription; lines are named by their position. */
export interface Relation {
  /** The line that this one gives back, whole or in part. */
  readonly corrects: number | null;
  /** Whether nothing of that line is left afterwards. */
  readonly closes: boolean;
  /** The lines that give this one back. */
  readonly correctedBy: readonly number[];
}

/** Whether a line gives something back: a credit has a negative unit price (S4-18). */
export function isCredit({ unitPrice, amount }: Charge): boolean {
  return unitPrice.micro < 0 || amount.minor < 0;
}

function isFree(charge: Charge | undefined): boolean {
  return charge?.unitPrice.micro === 0 && charge.amount.minor === 0;
}

/** Days that stand charged, net of everything that was given back. */
export interface ChargedDays {
  readonly line: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly quantity: number;
}

interface Open {
  readonly line: number;
  readonly startsOn: PlainDate;
  endsOn: PlainDate;
  readonly quantity: number;
}

/**
 * Which line gives which back, and what stands charged in the end. A credit gives back the last days of the newest line
 * of as many licences that holds them.
 */
export function relate(lines: readonly Charge[]): {
  readonly relations: Relation[];
  readonly standing: ChargedDays[];
} {
  const corrects: (number | null)[] = [];
  const correctedBy: number[][] = lines.map(() => []);
  const closing = new Set<number>();
  let open: Open[] = [];
  for (const [line, charge] of lines.entries()) {
    corrects.push(null);
    if (!isCredit(charge)) {
      // Free days (a trial's) end where paid ones begin: there is nothing to give back for them.
      open = open.filter((each) => !isFree(lines[each.line]) || each.startsOn < charge.startsOn);
      for (const each of open) {
        if (isFree(lines[each.line]) && each.endsOn >= charge.startsOn) each.endsOn = addDays(charge.startsOn, -1);
      }
      open.push({ line, startsOn: charge.startsOn, endsOn: charge.endsOn, quantity: charge.quantity });
      continue;
    }
    const given = open.findLast(
      (each) => each.quantity === charge.quantity && each.startsOn <= charge.startsOn && each.endsOn === charge.endsOn,
    );
    if (!given) continue;
    corrects[line] = given.line;
    correctedBy[given.line]?.push(line);
    if (charge.startsOn === given.startsOn) {
      open = open.filter((each) => each !== given);
      closing.add(line);
    } else given.endsOn = addDays(charge.startsOn, -1);
  }
  return {
    relations: lines.map((_, line) => ({
      corrects: corrects[line] ?? null,
      closes: closing.has(line),
      correctedBy: correctedBy[line] ?? [],
    })),
    standing: open.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.line - b.line)),
  };
}

/**
 * What rounding has added to what stands charged, in minor units of the pricing currency; negative = it has taken. A line
 * that has been given back as it was charged leaves nothing, however it was rounded.
 */
export function roundingKept(lines: readonly Charge[], relations: readonly Relation[]): number {
  const kept = lines.map((charge) => (isCredit(charge) ? 0 : roundingOf(charge).difference.minor));
  for (const [line, charge] of lines.entries()) {
    const { corrects, closes } = relations[line] ?? { corrects: null, closes: false };
    if (corrects === null) continue;
    // Given back exactly as it was charged, nothing is left of it; day by day, what two roundings leave is.
    kept[corrects] = closes && !charge.prorated ? 0 : (kept[corrects] ?? 0) - roundingOf(charge).difference.minor;
  }
  return kept.reduce((all, each) => all + each, 0);
}

interface Days {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly days: number;
}

/** Whether the lines of a subscription tile its time: each day is charged once, or was given back. */
export interface Conservation {
  /** First and last day that was ever charged; `null` while nothing was. */
  readonly span: { readonly startsOn: PlainDate; readonly endsOn: PlainDate } | null;
  /** Days of it that nothing stands for; `line` gave them back, where one did. */
  readonly gaps: readonly (Days & { readonly line: number | null })[];
  /** Days that are charged twice: there must be none. */
  readonly overlaps: readonly Days[];
}

/**
 * The conservation check.
 *
 * @param standing what {@link relate} has left of the lines.
 */
export function conservationOf(standing: readonly ChargedDays[], lines: readonly Charge[]): Conservation {
  // The free days that a conversion has cut off are nobody's.
  const covered = [...lines.filter((line) => !isCredit(line) && !isFree(line)), ...standing];
  const [earliest] = covered.map(({ startsOn }) => startsOn).toSorted();
  const latest = covered
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1);
  if (!earliest || !latest) return { span: null, gaps: [], overlaps: [] };
  const gaps: Conservation['gaps'][number][] = [];
  const overlaps: Days[] = [];
  const leaveOut = (startsOn: PlainDate, endsOn: PlainDate): void => {
    const line = lines.findLastIndex((each) => isCredit(each) && each.startsOn <= endsOn && each.endsOn >= startsOn);
    gaps.push({ ...between(startsOn, endsOn), line: line < 0 ? null : line });
  };
  /** The first day that nothing has been found for yet. */
  let next = earliest;
  for (const { startsOn, endsOn } of standing) {
    if (startsOn > next) leaveOut(next, addDays(startsOn, -1));
    if (startsOn < next) overlaps.push(between(startsOn, endsOn < next ? endsOn : addDays(next, -1)));
    if (endsOn >= next) next = addDays(endsOn, 1);
  }
  if (next <= latest) leaveOut(next, latest);
  return { span: { startsOn: earliest, endsOn: latest }, gaps, overlaps };
}

function between(startsOn: PlainDate, endsOn: PlainDate): Days {
  return { startsOn, endsOn, days: inclusiveDays(startsOn, endsOn) };
}
