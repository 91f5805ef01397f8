import * as z from 'zod';
import type { Call } from '../call';

const shape = z.object({ field: z.string(), value: z.string(), operator: z.string() });

export interface Filter {
  /** In small letters, like the operator. */
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

/**
 * The documented filter of a list: `?filter={"Field","Value","Operator"}` (REST API 1.5), names in any case; nothing when
 * the request has none.
 *
 * @throws InvalidRequest where it is something else.
 */
export function readFilter(call: Call): Filter | undefined {
  const text = call.query('filter');
  if (text === undefined) return undefined;
  const wrong = () => call.invalid('filter', 'filter: JSON {"Field","Value","Operator"}');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw wrong();
    throw cause;
  }
  const lower =
    raw !== null && typeof raw === 'object'
      ? Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]))
      : raw;
  const parsed = shape.safeParse(lower);
  if (!parsed.success) throw wrong();
  const { field, operator, value } = parsed.data;
  return { field: field.toLowerCase(), operator: operator.toLowerCase(), value };
}

/** The operators and fields that a list does not know. @throws InvalidRequest with those that it does. */
export function unknownFilter(call: Call, part: 'Field' | 'Operator', known: readonly string[]): Error {
  return call.invalid(`filter.${part}`, `filter.${part}: ${known.join(', ')}`, 900126);
}

/** How two texts of one form compare, by the documented operators. */
export const COMPARISONS: Readonly<Record<string, (one: string, other: string) => boolean>> = {
  equals: (one, other) => one === other,
  not_equals: (one, other) => one !== other,
  greater_than: (one, other) => one > other,
  greater_than_or_equals: (one, other) => one >= other,
  less_than: (one, other) => one < other,
  less_than_or_equals: (one, other) => one <= other,
};
