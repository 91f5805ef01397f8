/** What runs out, soonest first: windows, trials, terms, data (portal 5.6, 6.1). Each row says what can be done about it. */
import type { DeadlineKind, DeadlineRow, DeadlinesPage } from '../../api/dashboard';
import { cancellingAction, checkAutoRenew, managingAction } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import type { Refusal } from '../../domain/refusals';
import { subscriptionsOf, type State, type User } from '../../domain/state';
import { checkCancellation, openWindows } from '../../domain/subscriptions/cancellation';
import { checkConversion } from '../../domain/subscriptions/conversion';
import { openBatches, reducibleUntil, supportUntil } from '../../domain/subscriptions/quantity';
import { nextTermOf } from '../../domain/subscriptions/schedule';
import { endInstant, isListedSubscription, type Subscription } from '../../domain/subscriptions/subscription';
import { checkReactivation } from '../../domain/subscriptions/suspension';
import { deadlineText } from '../../i18n/deadline-text';
import type { Language } from '../../i18n/language';
import { formatInstant, type Instant } from '../../kernel/calendar';
import { verdictOf } from '../respond';
import { facetOf, matchesAll, pageOf, searchWords, type ListOptions } from './listing';

interface Deadline {
  readonly at: Instant;
  readonly kind: DeadlineKind;
  readonly quantity: number | null;
  readonly action: DeadlineRow['action']['kind'];
  readonly refusal: Refusal | undefined;
  readonly refund?: 'full' | 'prorated';
}

/** All deadlines of a subscription at `now`; every instant is exclusive. */
function deadlinesOf(state: State, subscription: Subscription, now: Instant): Deadline[] {
  const { status, term, trial, quantity, deletedAt, autoRenew } = subscription;
  const found: Deadline[] = [];
  for (const { until, refund } of openWindows(state, subscription, now)) {
    const refusal = checkCancellation(state, subscription, now);
    found.push({ at: until, kind: 'cancellation', quantity, action: 'cancel', refusal, refund });
  }
  if (status === 'active') {
    for (const { batch, until } of openBatches(subscription, now, (each) =>
      reducibleUntil(subscription, each, state.rules),
    )) {
      found.push({
        at: until,
        kind: 'reduction',
        quantity: batch.quantity,
        action: 'reduceQuantity',
        refusal: undefined,
      });
    }
    for (const { batch, until } of openBatches(subscription, now, (each) =>
      supportUntil(subscription, each, state.rules),
    )) {
      found.push({
        at: until,
        kind: 'support',
        quantity: batch.quantity,
        action: 'requestSupport',
        refusal: undefined,
      });
    }
    if (term.endsOn !== null) {
      const at = endInstant(term.endsOn);
      const kind: DeadlineKind = trial ? 'trialEnd' : autoRenew ? 'renewal' : 'termEnd';
      const byHand = trial !== null && subscription.commerce === 'legacy';
      found.push({
        at,
        kind,
        quantity: kind === 'renewal' ? (nextTermOf(subscription)?.quantity ?? quantity) : quantity,
        action: byHand ? 'convertTrial' : 'autoRenew',
        refusal: byHand ? checkConversion(state, subscription) : checkAutoRenew(state, subscription),
      });
    }
  }
  if (deletedAt !== null) {
    const refusal = checkReactivation(state, subscription);
    found.push({ at: deletedAt, kind: 'deletion', quantity, action: 'reactivate', refusal });
  }
  return found;
}

export interface DeadlineFilter extends ListOptions {
  readonly customerId?: string;
  readonly kind: string | undefined;
}

export function deadlinesPage(
  state: State,
  now: Instant,
  user: User,
  filter: DeadlineFilter,
  language: Language,
): DeadlinesPage {
  const words = searchWords(filter.search);
  const all =
    filter.customerId === undefined ? [...state.subscriptions.values()] : subscriptionsOf(state, filter.customerId);
  const customerName = ({ customerId }: Subscription) => state.customers.get(customerId)?.companyName ?? '';
  const found = all
    .filter(
      (each) =>
        each.status !== 'deleted' &&
        isListedSubscription(each, state.rules) &&
        (words.length === 0 ||
          matchesAll(`${each.friendlyName} ${customerName(each)} ${each.id}`.toLowerCase(), words)),
    )
    .flatMap((subscription) => deadlinesOf(state, subscription, now).map((deadline) => ({ subscription, deadline })));
  const rows = found
    .filter(({ deadline }) => filter.kind === undefined || deadline.kind === filter.kind)
    .sort((a, b) => a.deadline.at - b.deadline.at || a.subscription.number - b.subscription.number);
  return {
    ...pageOf(rows, filter, ({ subscription, deadline }): DeadlineRow => {
      const { at, kind, quantity, action, refusal, refund } = deadline;
      const role = checkRole(user, action === 'cancel' ? cancellingAction(subscription) : managingAction(subscription));
      return {
        at: formatInstant(at),
        kind,
        summary: deadlineText(kind, { quantity, refund, autoRenew: subscription.autoRenew }, language),
        customerId: subscription.customerId,
        customerName: customerName(subscription),
        subscriptionId: subscription.id,
        name: subscription.friendlyName,
        quantity,
        action: { kind: action, verdict: verdictOf(role ?? refusal, language) },
      };
    }),
    facets: { kind: facetOf(found.map(({ deadline }) => deadline.kind)) },
  };
}
