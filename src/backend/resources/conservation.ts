import type { Conservation } from '../../api/dashboard';
import type { Charge } from '../../domain/billing/charge';
import { conservationOf, isCredit, relate, roundingKept } from '../../domain/billing/ledger';
import { amount } from './amounts';

/** The conservation check of a subscription's lines, in the pricing currency; `null` while nothing was charged. */
export function conservationResource(lines: readonly Charge[]): Conservation | null {
  const { relations, standing } = relate(lines);
  const { span, gaps, overlaps } = conservationOf(standing, lines);
  const currency = lines[0]?.amount.currency;
  if (!span || !currency) return null;
  const total = (some: readonly Charge[]): number => some.reduce((sum, line) => sum + line.amount.minor, 0);
  const charged = total(lines.filter((line) => !isCredit(line)));
  const credited = total(lines.filter(isCredit));
  return {
    ...span,
    gaps: gaps.map(({ line, ...days }) => ({ ...days, line: line === null ? null : line + 1 })),
    overlaps: [...overlaps],
    charged: amount({ minor: charged, currency }),
    credited: amount({ minor: credited, currency }),
    net: amount({ minor: charged + credited, currency }),
    rounding: amount({ minor: roundingKept(lines, relations), currency }),
  };
}
