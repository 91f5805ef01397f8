/** Auto-renew of many subscriptions, some at a time: tried on a copy of the world first, then done. */
import { call, RefusalError, TransportError } from '../../api/client';
import type { BatchAnswer, BatchRequest, Preview, PreviewRequest } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import { resourcePath } from './paths';

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

export type Outcome = { kind: 'changed' } | { kind: 'unchanged' } | { kind: 'refused'; reason: string };

export interface BulkResult {
  target: BulkTarget;
  outcome: Outcome;
}

export interface BulkRun {
  targets: readonly BulkTarget[];
  autoRenew: boolean;
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
export async function switchAutoRenew(run: BulkRun, request: Request = call): Promise<void> {
  for (let from = 0; from < run.targets.length; from += CHUNK) {
    if (run.signal.aborted) return;
    run.onResults(await switchChunk(run.targets.slice(from, from + CHUNK), run, request));
  }
}

async function switchChunk(
  targets: readonly BulkTarget[],
  { autoRenew, dryRun, requestIdOf }: BulkRun,
  request: Request,
): Promise<BulkResult[]> {
  const prepared = await Promise.all(targets.map((target) => prepare(target, autoRenew, request)));
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
  target: BulkTarget,
  autoRenew: boolean,
  request: Request,
): Promise<PreviewRequest | Extract<Outcome, { kind: 'refused' }>> {
  const path = resourcePath(target);
  try {
    const resource = await again(() => request<Subscription>(path));
    return { method: 'PATCH', path, body: { ...resource, autoRenewEnabled: autoRenew } };
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
  if (!answer.accepted) return { kind: 'refused', reason: answer.refusal?.description ?? String(answer.status) };
  return { kind: answer.effects.length === 0 ? 'unchanged' : 'changed' };
}
