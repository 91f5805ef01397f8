import { expect, test } from 'vitest';
import { RefusalError, TransportError, type CallOptions } from './client';
import type { BatchRequest, Preview } from './dashboard';
import { CHUNK, changeEach, type BulkResult, type BulkRun, type BulkTarget } from './bulk-run';

const targets = (count: number): BulkTarget[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    customerId: 'c',
    name: `Subscription ${index}`,
    customerName: 'Contoso',
  }));

const preview = (changes: Partial<Preview>): Preview => ({
  accepted: true,
  status: 200,
  effects: [{ kind: 'AutoRenewChanged', summary: 'Turned on.' }],
  charges: [],
  nextInvoice: [],
  sideEffects: [],
  irreversible: false,
  undoUntil: null,
  ...changes,
});

/** An API that answers each batch with `answers`, and notes what it was sent. */
function fakeApi(answer: (path: string, body: BatchRequest | undefined, options: CallOptions) => unknown) {
  const sent: { body: BatchRequest; requestId: string | undefined }[] = [];
  const request = async <Answer>(path: string, options: CallOptions = {}): Promise<Answer> => {
    const body = options.body as BatchRequest | undefined;
    if (body) sent.push({ body, requestId: options.requestId });
    return answer(path, body, options) as Answer;
  };
  return { sent, request };
}

function run(changes: Partial<BulkRun>): { bulk: BulkRun; results: BulkResult[] } {
  const results: BulkResult[] = [];
  const bulk: BulkRun = {
    targets: targets(3),
    edit: (resource) => ({ body: { ...resource, autoRenewEnabled: true } }),
    dryRun: true,
    signal: new AbortController().signal,
    requestIdOf: ({ id }) => `batch from ${id}`,
    onResults: (some) => results.push(...some),
    ...changes,
  };
  return { bulk, results };
}

test('the whole resource goes back with its edit, and each row gets its own outcome', async () => {
  const items = [
    preview({ sideEffects: [{ kind: 'scheduleDeleted', description: 'Something goes with it.' }] }),
    preview({ effects: [] }),
    preview({ accepted: false, refusal: { status: 400, code: 1, description: 'Not this one.', data: [] } }),
  ];
  const { sent, request } = fakeApi((path, body) => (body ? { items } : { id: path, autoRenewEnabled: false }));
  const { bulk, results } = run({});
  await changeEach(bulk, request);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject({ mode: 'each', dryRun: true });
  expect(sent[0]?.body.requests[0]).toEqual({
    method: 'PATCH',
    path: '/v1/customers/c/subscriptions/s0',
    body: { id: '/v1/customers/c/subscriptions/s0', autoRenewEnabled: true },
  });
  expect(results.map(({ outcome }) => outcome)).toEqual([
    { kind: 'changed', effects: ['Turned on.'], sideEffects: ['Something goes with it.'] },
    { kind: 'unchanged' },
    { kind: 'refused', reason: 'Not this one.' },
  ]);
});

test('a subscription that cannot be read is refused, and the others keep their own answers', async () => {
  const { request } = fakeApi((path, body) => {
    if (body) return { items: [preview({}), preview({ effects: [] })] };
    if (path.endsWith('s1')) throw new RefusalError(404, { code: 1, description: 'Gone.', data: [], source: '' });
    return {};
  });
  const { bulk, results } = run({});
  await changeEach(bulk, request);
  expect(results.map(({ target, outcome }) => [target.id, outcome.kind])).toEqual([
    ['s0', 'changed'],
    ['s1', 'refused'],
    ['s2', 'unchanged'],
  ]);
});

test('one that cannot be asked is refused without a request', async () => {
  const { sent, request } = fakeApi((path, body) =>
    body ? { items: body.requests.map(() => preview({})) } : { id: path.slice(-2) },
  );
  const { bulk, results } = run({
    edit: (resource) => (resource.id === 's1' ? { kind: 'refused', reason: 'Not of this kind.' } : { body: resource }),
  });
  await changeEach(bulk, request);
  expect(sent[0]?.body.requests).toHaveLength(2);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['changed', 'refused', 'changed']);
});

test('a batch without an answer is sent again under the same id; then it fails and the first results stand', async () => {
  let batches = 0;
  const { sent, request } = fakeApi((_path, body) => {
    if (!body) return {};
    batches += 1;
    if (batches > 1) throw new TransportError('No answer arrived.');
    return { items: body.requests.map(() => preview({})) };
  });
  const { bulk, results } = run({ targets: targets(CHUNK + 1) });
  await expect(changeEach(bulk, request)).rejects.toBeInstanceOf(TransportError);
  expect(results).toHaveLength(CHUNK);
  expect(sent.map(({ requestId }) => requestId)).toEqual([
    'batch from s0',
    ...Array<string>(3).fill(`batch from s${CHUNK}`),
  ]);
});

test('it stops between two batches', async () => {
  const stop = new AbortController();
  const { sent, request } = fakeApi((_path, body) => {
    if (!body) return {};
    stop.abort();
    return { items: body.requests.map(() => preview({})) };
  });
  const { bulk, results } = run({ targets: targets(3 * CHUNK), signal: stop.signal });
  await changeEach(bulk, request);
  expect(sent).toHaveLength(1);
  expect(results).toHaveLength(CHUNK);
});
