/** Settled lines and lines of the file, per second, in Node: the emulator keeps the world in memory. */
import { startEmulator } from './settle';
import type { Measure } from './table';

const LINES = 100_000;
const PIECE = 5_000;

export async function measureLines(): Promise<Measure[]> {
  const { url, stop } = await startEmulator();
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  let token = '';
  try {
    const settling = performance.now();
    await (await send('PUT', '/simulation/v1/world', { scenario: 'huge-invoice' })).arrayBuffer();
    const settled = performance.now() - settling;
    token = await signIn(url);
    const { items } = (await (await send('GET', '/v1/invoices')).json()) as { items: { id: string }[] };
    const path = `/dashboard/v1/invoices/${items[0]?.id}/reconciliation`;
    const writing = performance.now();
    for (let offset = 0; offset < LINES; offset += PIECE) {
      await (await send('GET', `${path}?size=${PIECE}&offset=${offset}`)).arrayBuffer();
    }
    const written = performance.now() - writing;
    return [
      {
        name: 'Lines settled, by commands',
        unit: '/s',
        value: (LINES * 1_000) / settled,
        note: `${LINES} in ${Math.round(settled)} ms`,
      },
      {
        name: 'Lines of the reconciliation file',
        unit: '/s',
        value: (LINES * 1_000) / written,
        note: `${LINES} in ${Math.round(written)} ms, over HTTP`,
      },
    ];
  } finally {
    stop();
  }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/bench/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'anna', client_secret: 'any' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
