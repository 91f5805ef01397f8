/** One change to many subscriptions, some at a time: tried on a copy of the world first, then done. */
import { call, RefusalError, TransportError } from './client';
import type { BatchAnswer, BatchRequest, Preview, PreviewRequest } from './dashboard';
import type { Subscription } from './subscriptions';

/** So many go into one batch: between two of them the person can stop. */
export const CHUNK = 50;

/** A call without an answer is made again so often; its id keeps it from taking effect twice. */
const ATTEMPTS = 3;

export interface BulkTarget {
  id: string;
  customerId: string;
  name: string;
  customerName: string;
}

/** `effects`: what happens, one sentence each; `sideEffects`: what goes with it without having been asked for. */
export type Outcome =
  | { kind: 'changed'; effects: string[]; sideEffects: string[] }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: string };

type Refused = Extract<Outcome, { kind: 'refused' }>;

export interface BulkResult {
  target: BulkTarget;
  outcome: Outcome;
}

/** The resource with the change in it; or why this one cannot even be asked for it. */
export type BulkEdit = (resource: Subscription) => { body: object } | Refused;

export interface BulkRun {
  targets: readonly BulkTarget[];
  edit: BulkEdit;
  /** Works out what would happen and changes nothing. */
  dryRun: boolean;
  /** Stops before the next batch; one that is under way ends with its results. */
  signal: AbortSignal;
  /** The id of the batch that begins with this target: the same when it is sent again after it got no answer. */
  requestIdOf: (first: BulkTarget) => string;
  onResults: (results: BulkResult[]) => void;
}

type Request = typeof call;

/**
 * Goes through the targets batch by batch and reports each one's results.
 * @throws TransportError when a batch got no answer at last; what was reported before has happened.
 */
export async function changeEach(run: BulkRun, request: Request = call): Promise<void> {
  for (let from = 0; from < run.targets.length; from += CHUNK) {
    if (run.signal.aborted) return;
    run.onResults(await changeChunk(run.targets.slice(from, from + CHUNK), run, request));
  }
}

async function changeChunk(
  targets: readonly BulkTarget[],
  { edit, dryRun, requestIdOf }: BulkRun,
  request: Request,
): Promise<BulkResult[]> {
  const prepared = await Promise.all(targets.map((target) => prepare(target, edit, request)));
  const requests = prepared.flatMap((each) => ('body' in each ? [each] : []));
  const [first] = targets;
  const answers =
    requests.length === 0 || !first ? [] : await send({ mode: 'each', requests, dryRun }, requestIdOf(first), request);
  let answered = 0;
  return targets.map((target, index): BulkResult => {
    const mine = prepared[index];
    if (mine && 'reason' in mine) return { target, outcome: mine };
    return { target, outcome: outcomeOf(answers[answered++]) };
  });
}

/** The whole resource goes back with the edit: what a PATCH leaves out would be reset (REST API 6.3). */
async function prepare(
  { customerId, id }: BulkTarget,
  edit: BulkEdit,
  request: Request,
): Promise<PreviewRequest | Refused> {
  const path = `/v1/customers/${encodeURIComponent(customerId)}/subscriptions/${encodeURIComponent(id)}`;
  try {
    const edited = edit(await again(() => request<Subscription>(path)));
    return 'body' in edited ? { method: 'PATCH', path, body: edited.body } : edited;
  } catch (cause) {
    if (cause instanceof RefusalError) return { kind: 'refused', reason: cause.message };
    throw cause;
  }
}

async function send(body: BatchRequest, requestId: string, request: Request): Promise<Preview[]> {
  const { items } = await again(() => request<BatchAnswer>('/dashboard/v1/batch', { method: 'POST', body, requestId }));
  return items;
}

async function again<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (cause) {
      if (left === 0 || !(cause instanceof TransportError)) throw cause;
    }
  }
}

function outcomeOf(answer: Preview | undefined): Outcome {
  if (!answer) throw new TransportError('The answer of a batch was too short.');
  const { accepted, refusal, status, effects, sideEffects } = answer;
  if (!accepted) return { kind: 'refused', reason: refusal?.description ?? String(status) };
  if (effects.length === 0) return { kind: 'unchanged' };
  return {
    kind: 'changed',
    effects: effects.map(({ summary }) => summary),
    sideEffects: sideEffects.map(({ description }) => description),
  };
}
