import type { Messages } from '../../i18n/messages/en';
import type { Change } from './change-requests';
import type { SubscriptionEdits } from './subscription-form';
import { isTermChange } from './terms/term-requests';
import { termDoneText, termQuestionOf } from './terms/term-words';

/** The question before a change and the answer that agrees, in Partner Center's words. */
export function questionOf(change: Change, name: string, t: Messages): { title: string; confirm: string } {
  if (isTermChange(change)) return { title: termQuestionOf(change, name, t), confirm: t.common.ok };
  const words = t.subscriptions;
  switch (change.kind) {
    case 'reactivate':
      return { title: words.reactivateTitle(name), confirm: words.confirmReactivate };
    case 'cancel':
      return { title: words.cancelTitle(name), confirm: words.confirmCancel };
    case 'convert':
      return { title: words.convertTitle(name), confirm: t.common.ok };
    case 'edit':
      return { title: editTitle(change.edits, name, t), confirm: t.common.ok };
  }
}

function editTitle({ status }: SubscriptionEdits, name: string, { subscriptions: words }: Messages): string {
  if (status === 'suspended') return words.suspendTitle(name);
  return status === 'active' ? words.reactivateTitle(name) : words.changeTitle(name);
}

/** What is said when a change is done. */
export function doneText(change: Change, name: string, t: Messages): string {
  if (isTermChange(change)) return termDoneText(change, name, t);
  const words = t.subscriptions;
  switch (change.kind) {
    case 'reactivate':
      return words.reactivated(name);
    case 'cancel':
      return words.canceled(name);
    case 'convert':
      return words.converted(name);
    case 'edit':
      return editedText(change.edits, change.edits.friendlyName ?? name, t);
  }
}

function editedText(edits: SubscriptionEdits, name: string, { subscriptions: words }: Messages): string {
  if (edits.status === 'suspended') return words.suspendedNow(name);
  if (edits.status === 'active') return words.reactivated(name);
  const renamed = edits.friendlyName !== undefined && Object.keys(edits).length === 1;
  return renamed ? words.renamed(name) : words.changed(name);
}
