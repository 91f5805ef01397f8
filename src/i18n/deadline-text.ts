/** What runs out, in one sentence; whoever shows it shows the instant beside it. */
import type { DeadlineKind } from '../api/dashboard';
import { formatOf } from './explain';
import { plural, type Language } from './language';

interface Facts {
  readonly quantity: number | null;
  readonly refund?: 'full' | 'prorated' | undefined;
  /** For a trial: whether it becomes paid by itself. */
  readonly autoRenew: boolean;
}

export function deadlineText(kind: DeadlineKind, facts: Facts, language: Language): string {
  return language === 'sv' ? swedish(kind, facts) : english(kind, facts);
}

function english(kind: DeadlineKind, { quantity, refund, autoRenew }: Facts): string {
  const licenses = `${formatOf('en').number(quantity ?? 1)} ${plural(quantity ?? 1, 'license', 'licenses')}`;
  switch (kind) {
    case 'cancellation':
      return refund === 'full' ? 'Last chance to cancel with a full refund' : 'Last chance to cancel, prorated refund';
    case 'reduction':
      return `Last chance to remove up to ${licenses}`;
    case 'support':
      return `Last chance to ask support to remove ${licenses} added mid-term`;
    case 'trialEnd':
      return autoRenew ? 'Trial ends and becomes paid' : 'Trial ends';
    case 'renewal':
      return `Renews with ${licenses}`;
    case 'termEnd':
      return 'Ends with its term, without renewal';
    case 'deletion':
      return 'Data is deleted for good unless it is reactivated';
  }
}

function swedish(kind: DeadlineKind, { quantity, refund, autoRenew }: Facts): string {
  const licenses = `${formatOf('sv').number(quantity ?? 1)} ${plural(quantity ?? 1, 'licens', 'licenser')}`;
  switch (kind) {
    case 'cancellation':
      return refund === 'full'
        ? 'Sista möjlighet att avbryta med full återbetalning'
        : 'Sista möjlighet att avbryta, proportionell återbetalning';
    case 'reduction':
      return `Sista möjlighet att ta bort upp till ${licenses}`;
    case 'support':
      return `Sista möjlighet att be supporten ta bort ${licenses} som lagts till mitt i perioden`;
    case 'trialEnd':
      return autoRenew ? 'Utvärderingsversionen upphör och blir betald' : 'Utvärderingsversionen upphör';
    case 'renewal':
      return `Förnyas med ${licenses}`;
    case 'termEnd':
      return 'Upphör med sin period, utan förnyelse';
    case 'deletion':
      return 'Data tas bort för gott om den inte återaktiveras';
  }
}
