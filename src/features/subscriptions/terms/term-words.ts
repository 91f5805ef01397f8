import type { Messages } from '../../../i18n/messages/en';
import type { TermChange } from './term-requests';

/** The question before a change; those of the side panels show their consequences there and ask nothing. */
export function termQuestionOf(change: TermChange, name: string, { subscriptions, terms: words }: Messages): string {
  switch (change.kind) {
    case 'schedule':
      return words.scheduleTitle(name);
    case 'unschedule':
      return words.unscheduleTitle(name);
    case 'keepFrequency':
      return words.keepFrequencyTitle(name);
    default:
      return subscriptions.changeTitle(name);
  }
}

/** What is said when a change is done. */
export function termDoneText(change: TermChange, name: string, { terms: words }: Messages): string {
  switch (change.kind) {
    case 'schedule':
      return words.scheduled(name);
    case 'unschedule':
      return words.unscheduled(name);
    case 'frequency':
      return words.frequencyPlanned(name);
    case 'keepFrequency':
      return words.frequencyKept(name);
    case 'longerTerm':
      return words.termBegun(name);
    case 'orderBilling':
      return words.orderBilled;
    case 'upgrade':
    case 'upgradeAll':
      return words.upgraded(name);
  }
}
