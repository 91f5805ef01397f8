/** The token endpoint of the emulator: bearer tokens that look like the real ones and prove nothing. */
import { jwtVerify, SignJWT } from 'jose';
import type { Identity } from '../../../api/simulation';
import { realNow, SECOND } from '../../../kernel/calendar';
import { guidOf } from '../../../kernel/identity';

const AUDIENCE = 'https://api.partnercenter.microsoft.com';
const LIFETIME = 3_600;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `/{tenant}/oauth2/token` and `/{tenant}/oauth2/v2.0/token`; the tenant may be anything. */
const TOKEN_PATH = /^\/+([^/]+)\/+oauth2\/+(v2\.0\/+)?token\/*$/i;

export interface TokenEndpoint {
  readonly tenant: string;
  readonly version: 1 | 2;
}

export function tokenEndpointOf(path: string): TokenEndpoint | undefined {
  const match = TOKEN_PATH.exec(path);
  return match ? { tenant: match[1]!, version: match[2] ? 2 : 1 } : undefined;
}

/** @returns the body of the answer: numbers as text in the first version, as numbers in the second. */
export async function issueToken(
  key: Uint8Array,
  { tenant, version }: TokenEndpoint,
  form: URLSearchParams,
  identity: Identity,
): Promise<Record<string, string | number>> {
  const clientId = form.get('client_id') ?? '';
  const user = identity.users.find(({ id }) => id === clientId) ?? identity.users[0];
  if (!user) throw new Error('The world has no user.');
  const tenantId = GUID.test(tenant) ? tenant.toLowerCase() : guidOf(`tenant:${tenant.toLowerCase()}`);
  const resource = form.get('resource') || AUDIENCE;
  const issuedAt = Math.floor(realNow() / SECOND);
  const expiresAt = issuedAt + LIFETIME;
  const token = await new SignJWT({
    appid: clientId,
    name: user.name,
    oid: user.id,
    roles: user.roles,
    tid: tenantId,
    ver: `${version}.0`,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(version === 1 ? resource : AUDIENCE)
    .setIssuer(`https://sts.windows.net/${tenantId}/`)
    .setSubject(user.id)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key);
  const refresh = refreshTokenFor(form);
  if (version === 2) {
    return { token_type: 'Bearer', expires_in: LIFETIME, ext_expires_in: LIFETIME, access_token: token, ...refresh };
  }
  return {
    token_type: 'Bearer',
    expires_in: String(LIFETIME),
    ext_expires_in: String(LIFETIME),
    expires_on: String(expiresAt),
    not_before: String(issuedAt),
    resource,
    access_token: token,
    ...refresh,
  };
}

/** Clients that signed a person in expect something to come back with; what it says does not matter here. */
function refreshTokenFor(form: URLSearchParams): { refresh_token?: string } {
  if ((form.get('grant_type') ?? 'client_credentials') === 'client_credentials') return {};
  return { refresh_token: form.get('refresh_token') || guidOf('refresh') };
}

/** The user whom the `Authorization` of a request names, or why it names none. */
export async function readToken(key: Uint8Array, request: Request): Promise<{ userId: string } | { refusal: string }> {
  const [scheme, token, ...rest] = (request.headers.get('Authorization') ?? '').trim().split(/\s+/);
  if (!token || rest.length > 0 || scheme?.toLowerCase() !== 'bearer') return { refusal: 'A bearer token is missing.' };
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
    return typeof payload['oid'] === 'string' ? { userId: payload['oid'] } : { refusal: 'The token names no user.' };
  } catch (cause) {
    return { refusal: `The token is not valid: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}
