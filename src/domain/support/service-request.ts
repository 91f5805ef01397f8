/** Requests to support. Those to take licences away that were added mid-term are carried out (S0-70, S0-96). */
import { after, HOUR, type Instant } from '../../kernel/calendar';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import type { State } from '../state';
import { openBatches, rangeMin, reduceBySupport, supportUntil } from '../subscriptions/quantity';
import type { Subscription } from '../subscriptions/subscription';
import type { Context } from '../world';

/** What a request is about: the only topic of the portal's form that this world carries out, and the rest. */
export type SupportTopic = 'purchaseRefund' | 'other';

export type Severity = 'critical' | 'moderate' | 'minimal';

export interface SupportPerson {
  readonly name: string;
  readonly email: string;
  readonly phoneNumber: string;
}

export interface ServiceRequestDraft {
  readonly customerId: string;
  readonly topic: SupportTopic;
  readonly severity: Severity;
  readonly title: string;
  readonly description: string;
  readonly contact: SupportPerson;
  readonly subscriptionId?: string;
  /** How many licences that were added mid-term are to be taken away. */
  readonly reduceBy?: number;
}

export interface ServiceRequest extends ServiceRequestDraft {
  /** Digits, as support numbers its requests. */
  readonly id: string;
  readonly by: string;
  readonly createdAt: Instant;
  /** When support answers; `null` when it does not act on the request by itself. */
  readonly answersAt: Instant | null;
  readonly answer: SupportAnswer | null;
  /** What its author added later. */
  readonly notes?: readonly ServiceRequestNote[];
  /** When it was last closed or opened again by its author; absent while nobody did. */
  readonly turned?: { readonly status: 'open' | 'closed'; readonly at: Instant };
}

export interface ServiceRequestNote {
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/** An answer closes a request, and so does its author, who may open it again. */
export function statusOf({ answer, turned }: ServiceRequest): 'open' | 'closed' {
  if (turned && (!answer || turned.at >= answer.at)) return turned.status;
  return answer ? 'closed' : 'open';
}

/** When a request that is closed was closed: by the answer, or by its author. */
export function closedAt(request: ServiceRequest): Instant | null {
  if (statusOf(request) === 'open') return null;
  const { answer, turned } = request;
  return (turned?.status === 'closed' ? turned.at : answer?.at) ?? null;
}

/** When something last happened to a request. */
export function lastChangedAt({ createdAt, answer, turned, notes = [] }: ServiceRequest): Instant {
  const moments = [createdAt, answer?.at ?? createdAt, turned?.at ?? createdAt, ...notes.map(({ at }) => at)];
  return Math.max(...moments) as Instant;
}

export type SupportAnswer =
  | { readonly approved: true; readonly at: Instant }
  | { readonly approved: false; readonly at: Instant; readonly refusal: Refusal };

/** Files a request; whether support does what is asked is decided when it answers (decisions 36). */
export function fileRequest(state: State, draft: ServiceRequestDraft, context: Context): PartnerEvent {
  const acts = draft.subscriptionId !== undefined && draft.reduceBy !== undefined;
  const request: ServiceRequest = {
    ...draft,
    id: numberOf(context.newId()),
    by: context.by ?? '',
    createdAt: context.now,
    answersAt: acts ? after(context.now, state.rules.supportAnswerHours * HOUR) : null,
    answer: null,
  };
  return { type: 'ServiceRequestFiled', request };
}

/** A note, and another status if it is another; a request that is opened again before its answer is waited for anew. */
export function updateRequest(
  state: State,
  request: ServiceRequest,
  { status, note }: { readonly status?: 'open' | 'closed'; readonly note?: string },
  context: Context,
): PartnerEvent[] {
  const { id: requestId, answer, answersAt } = request;
  const events: PartnerEvent[] = note === undefined ? [] : [{ type: 'ServiceRequestNoted', requestId, text: note }];
  if (status === undefined || status === statusOf(request)) return events;
  if (status === 'closed') return [...events, { type: 'ServiceRequestClosed', requestId }];
  const again = answersAt === null || answer ? answersAt : after(context.now, state.rules.supportAnswerHours * HOUR);
  return [...events, { type: 'ServiceRequestReopened', requestId, answersAt: again }];
}

/** Fifteen digits out of an id. */
function numberOf(id: string): string {
  return String(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).padStart(15, '0');
}

/**
 * Whether support takes so many licences away: only those added within the window before the request was filed, and never
 * more than the offer lets go.
 */
export function checkSupportReduction(
  state: State,
  subscription: Subscription | undefined,
  by: number,
  filedAt: Instant,
): Refusal | undefined {
  if (!subscription) return { type: 'SubscriptionNotFound', subscriptionId: '' };
  if (subscription.status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (subscription.status !== 'active') return { type: 'QuantityNeedsActive', status: subscription.status };
  const open = openBatches(subscription, filedAt, (batch) => supportUntil(subscription, batch, state.rules));
  const count = open.reduce((total, { batch }) => total + batch.quantity, 0);
  const possible = Math.min(count, (subscription.quantity ?? 0) - rangeMin(state, subscription));
  if (by <= possible) return undefined;
  return { type: 'SupportDeclines', by, possible, windowHours: state.rules.newCommerceWindowHours };
}

/** Support answers, and does what it approves. */
export function answerRequest(state: State, request: ServiceRequest, context: Context): PartnerEvent[] {
  const { subscriptionId = '', reduceBy = 0, createdAt } = request;
  const subscription = state.subscriptions.get(subscriptionId);
  const refusal = checkSupportReduction(state, subscription, reduceBy, createdAt);
  const answer: SupportAnswer = refusal
    ? { approved: false, at: context.now, refusal }
    : { approved: true, at: context.now };
  const answered: PartnerEvent = { type: 'ServiceRequestAnswered', requestId: request.id, subscriptionId, answer };
  return refusal || !subscription
    ? [answered]
    : [answered, ...reduceBySupport(state, subscription, reduceBy, createdAt, context)];
}
