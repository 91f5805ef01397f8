/** What the end of a term brings, in one sentence; whoever shows it shows the day beside it. */
import type { RenewalKind, TermView } from '../api/renewals';
import type { BillingCycle, TermDuration } from '../domain/catalog/offer';
import { termLabel, formatOf } from './explain';
import { plural, type Language } from './language';

export function renewalText(kind: RenewalKind, current: TermView, next: TermView | null, language: Language): string {
  const { quantity, offerName, termDuration, billingCycle, cycleAmount } = next ?? current;
  const format = formatOf(language);
  const count = format.number(quantity);
  const term = termLabel(termDuration as TermDuration, billingCycle as BillingCycle, language);
  const money = format.money(cycleAmount.amount, cycleAmount.currency);
  if (language === 'sv') {
    const what = `${count} ${plural(quantity, 'licens', 'licenser')} för ${offerName}`;
    if (kind === 'ends') return `Upphör: ${what}`;
    return `${kind === 'converts' ? 'Blir betald som' : 'Förnyas som'} ${what}, ${term}, ${money} per faktureringsperiod`;
  }
  const what = `${count} ${plural(quantity, 'license', 'licenses')} of ${offerName}`;
  if (kind === 'ends') return `Ends: ${what}`;
  return `${kind === 'converts' ? 'Becomes paid as' : 'Renews as'} ${what}, ${term}, ${money} per billing period`;
}
