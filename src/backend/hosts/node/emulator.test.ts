/** The emulator as its callers see it: over the wire, with good manners and without. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultBody } from '../../../api/wire';
import type { Identity } from '../../../api/simulation';
import { open } from '../../testing';
import { EmulatorOptionError, startEmulator, type Emulator } from './emulator';

let emulator: Emulator;
let identity: Identity;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
  identity = (await (await fetch(`${emulator.url}/simulation/v1/identity`)).json()) as Identity;
});
afterAll(() => emulator.close());

const at = (path: string): string => emulator.url + path;

async function tokenFor(clientId: string, path = '/fabrikam.example/oauth2/token'): Promise<Record<string, unknown>> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'any' });
  const answer = await fetch(at(path), { method: 'POST', body: form });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

async function authorization(): Promise<{ Authorization: string }> {
  return { Authorization: `Bearer ${String((await tokenFor('nobody'))['access_token'])}` };
}

/** The status of a refusal, which has to have the documented shape. */
async function refusalOf(answer: Response): Promise<number> {
  expect(answer.headers.get('X-Served-By')).toBe('partner-center-in-a-tab');
  const body = (await answer.json()) as FaultBody;
  expect(body).toEqual({
    code: expect.any(Number) as number,
    description: expect.stringMatching(/./) as string,
    data: expect.any(Array) as unknown[],
    source: expect.stringMatching(/./) as string,
  });
  return answer.status;
}

/** Sends bytes as they are; resolves with everything that comes back until the connection ends. */
function raw(text: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(emulator.url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

const isAlive = async (): Promise<boolean> => (await fetch(at('/simulation/v1/clock'))).ok;

describe('tokens', () => {
  test('first version: numbers are text, the token names a user of the world', async () => {
    const user = identity.users.at(-1)!;
    const answer = await tokenFor(user.id);
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: '3600', ext_expires_in: '3600' });
    expect(Number(answer['expires_on'])).toBeGreaterThan(Date.now() / 1000);
    expect(answer['not_before']).toEqual(expect.any(String));
    const claims = decodeJwt(String(answer['access_token']));
    expect(claims).toMatchObject({ oid: user.id, name: user.name, roles: user.roles });
    expect(claims.aud).toBe('https://api.partnercenter.microsoft.com');
    expect(claims['tid']).toMatch(/^[\da-f-]{36}$/);
    expect(claims.exp).toBeGreaterThan(Date.now() / 1000);
  });

  test('second version: numbers are numbers', async () => {
    const answer = await tokenFor('nobody', '/8a3b1c5e-0000-4000-8000-000000000001/oauth2/v2.0/token');
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600 });
    expect(decodeJwt(String(answer['access_token']))).toMatchObject({
      oid: identity.current,
      tid: '8a3b1c5e-0000-4000-8000-000000000001',
    });
  });

  test('are asked for with POST', async () => {
    const answer = await fetch(at('/common/oauth2/token'));
    expect(await refusalOf(answer)).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST');
  });

  test.each([
    ['none', {}],
    ['another scheme', { Authorization: 'Basic YTpi' }],
    ['nonsense', { Authorization: 'Bearer a.b.c' }],
    ['no value', { Authorization: 'Bearer' }],
    [
      'somebody else signed it',
      {
        Authorization:
          'Bearer eyJhbGciOiJIUzI1NiJ9.eyJvaWQiOiJhbm5hIiwiZXhwIjo5OTk5OTk5OTk5fQ.0000000000000000000000000000000000000000000',
      },
    ],
    ['unsigned', { Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJvaWQiOiJhbm5hIn0.' }],
  ])('without a valid one (%s) there is nothing', async (_, headers) => {
    for (const path of ['/v1/customers', '/dashboard/v1/customers', '/V1/customers']) {
      const answer = await fetch(at(path), { headers: headers as Record<string, string> });
      expect(await refusalOf(answer)).toBe(401);
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    }
  });

  test('with one there is; the control API needs none', async () => {
    expect((await fetch(at('/v1/customers'), { headers: await authorization() })).status).toBe(200);
    expect((await fetch(at('/simulation/v1/clock'))).status).toBe(200);
  });
});

describe('requests', () => {
  test('every answer says whose it is and repeats the ids of its request', async () => {
    const ids = { 'MS-RequestId': '5a1e3c1e-aaaa-4000-8000-000000000001', 'MS-CorrelationId': 'c' };
    for (const path of ['/v1/customers', '/simulation/v1/clock', '/nothing', '/t/oauth2/token']) {
      const answer = await fetch(at(path), { headers: ids });
      expect(answer.headers.get('X-Served-By')).toBe('partner-center-in-a-tab');
      expect(answer.headers.get('MS-RequestId')).toBe(ids['MS-RequestId']);
      await answer.arrayBuffer();
    }
  });

  test('unknown path: 404; wrong method: 405 with Allow', async () => {
    expect(await refusalOf(await fetch(at('/v1/nothing'), { headers: await authorization() }))).toBe(404);
    expect(await refusalOf(await fetch(at('/')))).toBe(404);
    const answer = await fetch(at('/v1/customers'), { method: 'DELETE', headers: await authorization() });
    expect(await refusalOf(answer)).toBe(405);
    expect(answer.headers.get('Allow')).toMatch(/GET/);
  });

  test('broken JSON: 400', async () => {
    const headers = { ...(await authorization()), 'Content-Type': 'application/json' };
    expect(await refusalOf(await fetch(at('/v1/customers'), { method: 'POST', headers, body: '{"a":' }))).toBe(400);
    expect(await isAlive()).toBe(true);
  });

  test('paths may have any case and doubled slashes', async () => {
    const headers = await authorization();
    expect((await fetch(at('//v1//Customers'), { headers })).status).toBe(200);
  });

  test('HEAD answers as GET, without a body', async () => {
    const answer = await fetch(at('/simulation/v1/clock'), { method: 'HEAD' });
    expect([200, 405]).toContain(answer.status);
    expect(await answer.text()).toBe('');
    expect(await isAlive()).toBe(true);
  });
});

describe('size of the body', () => {
  const MIB = 1024 * 1024;
  const post = (path: string, size: number, method = 'POST'): Promise<Response> =>
    fetch(at(path), { method, headers: { 'Content-Type': 'application/json' }, body: '{}'.padEnd(size, ' ') });

  test('more than 1 MiB: 413, however much was on its way', async () => {
    for (const size of [MIB + 1, 8 * MIB, 40 * MIB])
      expect(await refusalOf(await post('/v1/customers', size))).toBe(413);
    expect(await refusalOf(await post('/common/oauth2/token', MIB + 1))).toBe(413);
    expect((await post('/v1/customers', MIB)).status).toBe(401);
    expect(await isAlive()).toBe(true);
  });

  test('a snapshot may have 64 MiB', async () => {
    expect(await refusalOf(await post('/simulation/v1/world', 2 * MIB, 'PUT'))).toBe(400);
    expect(await refusalOf(await post('/simulation/v1/world', 64 * MIB + 1, 'PUT'))).toBe(413);
    expect(await refusalOf(await post('/simulation/v1/world/x', 2 * MIB, 'PUT'))).toBe(413);
  });

  test('a body without announced length is counted while it comes', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const call = httpRequest(at('/v1/customers'), { method: 'POST' }, (incoming) => {
        incoming.resume();
        resolve(incoming.statusCode!);
      });
      call.on('error', reject);
      for (let sent = 0; sent < 5; sent++) call.write(Buffer.alloc(MIB));
      call.end();
    });
    expect(answer).toBe(413);
    expect(await isAlive()).toBe(true);
  });
});

describe('nonsense never stops it', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['TLS', Buffer.from('16030100a5010000a10303', 'hex')],
    ['unknown method', 'FROBNICATE /v1/customers HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['TRACE', 'TRACE /v1/customers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['no host', 'GET /v1/customers HTTP/1.1\r\n\r\n'],
    ['a star', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['an absolute address', 'GET http://[bad/v1/customers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['a broken escape', 'GET /v1/customers/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['control characters', 'GET /v1/\u0001 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['bytes in a header', 'GET /v1/customers HTTP/1.1\r\nHost: x\r\nX-A: \u00ff\u0080\r\nConnection: close\r\n\r\n'],
    ['a huge header', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['two lengths', 'POST /v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a false chunk', 'POST /v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ])('%s', async (_, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await isAlive()).toBe(true);
  });

  test('a tunnel is refused', async () => {
    expect(await raw('CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('');
    expect(await isAlive()).toBe(true);
  });

  test('a caller who has said everything still gets the answer', async () => {
    const { hostname, port } = new URL(emulator.url);
    const answer = await new Promise<string>((resolve) => {
      let got = '';
      const socket = connect(Number(port), hostname, () => {
        socket.end('GET /simulation/v1/clock HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      });
      socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
      socket.on('close', () => resolve(got));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('an upload that breaks off', async () => {
    const { hostname, port } = new URL(emulator.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST /v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc', () =>
          socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect(await isAlive()).toBe(true);
  });
});

describe('pages of other origins', () => {
  const asOrigin = (origin: string, method = 'GET'): Promise<Response> =>
    fetch(at('/simulation/v1/clock'), { method, headers: { Origin: origin } });

  test('on this machine may read the answers, refusals too', async () => {
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:4173', 'http://localhost']) {
      const answer = await asOrigin(origin);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin);
      expect(answer.headers.get('Access-Control-Expose-Headers')).toMatch(/MS-RequestId.*Retry-After/);
      expect(answer.headers.get('Vary')).toMatch(/Origin/);
    }
    const refused = await fetch(at('/v1/customers'), { headers: { Origin: 'http://localhost:1' } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:1');
  });

  test('elsewhere may not, and may not change anything', async () => {
    for (const origin of ['https://example.com', 'http://localhost.example.com', 'https://localhost:1', 'null']) {
      const answer = await asOrigin(origin);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(await refusalOf(await asOrigin(origin, 'POST'))).toBe(403);
    }
  });

  test('are told before what they may send', async () => {
    const ask = (origin: string): Promise<Response> =>
      fetch(at('/v1/customers'), {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'PATCH',
          'Access-Control-Request-Headers': 'authorization,ms-requestid',
        },
      });
    const allowed = await ask('http://127.0.0.1:9');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('Access-Control-Allow-Methods')).toMatch(/PATCH/);
    expect(allowed.headers.get('Access-Control-Allow-Headers')).toBe('authorization,ms-requestid');
    for (const origin of ['https://example.com', 'null']) {
      const refused = await ask(origin);
      expect(refused.status).toBe(204);
      expect([...refused.headers.keys()].filter((name) => /^(?:access-control|www)/.test(name))).toEqual([]);
      expect(refused.headers.get('Vary')).toMatch(/Origin/);
    }
  });
});

test('a document arrives byte by byte as the server made it', async () => {
  const paper = await startEmulator({ port: 0, scenario: 'renewal-eve' });
  try {
    const inProcess = open('renewal-eve');
    const move = { by: 'P2M' };
    await inProcess.advance(move);
    await fetch(`${paper.url}/simulation/v1/clock/advance`, { method: 'POST', body: JSON.stringify(move) });
    const { items } = await inProcess.get<{ items: { id: string }[] }>('/v1/invoices');
    const path = `/v1/invoices/${items[0]?.id}/documents/statement`;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'any', client_secret: 'any' });
    const issued = await fetch(`${paper.url}/fabrikam.example/oauth2/token`, { method: 'POST', body: form });
    const { access_token: token } = (await issued.json()) as { access_token: string };
    const answer = await fetch(paper.url + path, { headers: { Authorization: `Bearer ${token}` } });
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    const made = await inProcess.server.handle(new Request(`http://partner.test${path}`));
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(await made.arrayBuffer()))).toBe(true);
  } finally {
    await paper.close();
  }
});

test('an answer that a fault lets get lost breaks the connection', async () => {
  const set = (faults: unknown): Promise<Response> =>
    fetch(at('/simulation/v1/faults'), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(faults),
    });
  expect((await set([{ match: { path: '/v1/customers' }, fault: { drop: true, phase: 'before' } }])).status).toBe(200);
  await expect(fetch(at('/v1/customers'), { headers: await authorization() })).rejects.toThrow(TypeError);
  expect((await set([])).status).toBe(200);
  expect((await fetch(at('/v1/customers'), { headers: await authorization() })).status).toBe(200);
});

test('a scenario that does not exist is named', async () => {
  await expect(startEmulator({ port: 0, scenario: 'nowhere' })).rejects.toThrow(EmulatorOptionError);
});

test('a taken port is reported', async () => {
  await expect(startEmulator({ port: Number(new URL(emulator.url).port) })).rejects.toThrow(/EADDRINUSE/);
});

test('a world in a file goes on after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'));
  try {
    const world = join(folder, 'my.world');
    const snapshot = async (url: string): Promise<unknown> => (await fetch(`${url}/simulation/v1/world`)).json();
    const first = await startEmulator({ port: 0, world });
    const before = await snapshot(first.url);
    await first.close();
    const second = await startEmulator({ port: 0, world });
    expect(await snapshot(second.url)).toEqual(before);
    await second.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
