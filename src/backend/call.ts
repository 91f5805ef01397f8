/** What a route gets: the world, who asks, and the request already taken apart. */
import type * as z from 'zod';
import type { PartnerWorld } from '../domain/partner';
import { userOf } from '../domain/partner';
import type { Command } from '../domain/commands';
import type { Customer } from '../domain/customers/customer';
import { checkRole, type Action } from '../domain/partner/roles';
import type { Refusal } from '../domain/refusals';
import type { State, User } from '../domain/state';
import { explainIssue } from '../i18n/issue';
import { languageOf, type Language } from '../i18n/language';
import { canonicalKeys } from './canonical-keys';
import type { Reply } from './reply';
import { fault, refused } from './respond';
import type { ListOptions } from './resources/listing';
import type { LogReader, StoredRecord } from './storage/store';

/** A request that makes no sense by itself: answered 400 with the field and what is allowed; nothing happened. */
export class InvalidRequest extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('Invalid request');
    this.reply = reply;
  }
}

export interface CallInput {
  readonly world: PartnerWorld;
  readonly records: LogReader;
  readonly userId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

export class Call {
  readonly world: PartnerWorld;
  readonly records: LogReader;
  readonly user: User;
  readonly locale: string;
  readonly language: Language;
  readonly headers: Headers;
  readonly #params: Readonly<Record<string, string>>;
  readonly #query: Map<string, string>;
  readonly #body: unknown;

  constructor(input: CallInput) {
    this.world = input.world;
    this.records = input.records;
    this.user = userOf(input.world.state, input.userId) ?? { id: input.userId, name: input.userId, roles: [] };
    this.locale = input.headers.get('X-Locale') ?? 'en-US';
    this.language = languageOf(this.locale);
    this.headers = input.headers;
    this.#params = input.params;
    // Query names come in any case (REST API, base URLs and versions).
    this.#query = new Map([...input.search].map(([name, value]) => [name.toLowerCase(), value]));
    this.#body = input.body;
  }

  get state(): State {
    return this.world.state;
  }

  /** A part of the path; ids are compared in lower case. */
  param(name: string): string {
    return this.#params[name] ?? '';
  }

  id(name: string): string {
    return this.param(name).toLowerCase();
  }

  query(name: string): string | undefined {
    const value = this.#query.get(name.toLowerCase());
    return value === '' ? undefined : value;
  }

  /** The body by a schema, property names in any case. @throws InvalidRequest naming the first wrong field. */
  body<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
    const parsed = schema.safeParse(canonicalKeys(this.#body ?? {}, schema));
    if (parsed.success) return parsed.data;
    const issues = parsed.error.issues.map((issue) => explainIssue({ ...issue }, this.language));
    throw new InvalidRequest(fault(400, 3000, issues[0]?.description ?? '', issues));
  }

  /** Refuses the request as badly formed: which field, and what is allowed. */
  invalid(field: string, description: string, code = 3000): InvalidRequest {
    return new InvalidRequest(fault(400, code, description, [{ field, description }]));
  }

  list(): ListOptions {
    const number = (name: string, fallback: number, most: number) => {
      const value = Number(this.query(name) ?? fallback);
      return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback;
    };
    return {
      search: this.query('search') ?? '',
      sort: this.query('sort'),
      descending: this.query('direction')?.toLowerCase().startsWith('desc') ?? false,
      size: number('size', 100, 100_000),
      offset: number('offset', 0, Number.MAX_SAFE_INTEGER),
    };
  }

  /** A number of the query: 0, 1, 2 … @throws InvalidRequest naming it when it is something else. */
  count(name: string): number | undefined {
    const text = this.query(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 0) throw this.invalid(name, `${name}: 0, 1, 2 …`);
    return value;
  }

  /** The customer of the path. @throws InvalidRequest when the partner has none of that id (403 / 20002). */
  customer(): Customer {
    this.require('viewCustomers');
    const customer = this.state.customers.get(this.id('customerId'));
    if (!customer)
      throw new InvalidRequest(this.refuse({ type: 'CustomerNotFound', customerId: this.param('customerId') }));
    return customer;
  }

  /** @throws InvalidRequest when the user's roles do not allow it (403 / 900308). */
  require(action: Action): void {
    const refusal = checkRole(this.user, action);
    if (refusal) throw new InvalidRequest(this.refuse(refusal));
  }

  refuse(refusal: Refusal): Reply {
    return refused(refusal, this.language);
  }

  /** Runs a command and answers with what `reply` makes of the changed world, or with the refusal. */
  run(command: Command, answer: (records: readonly StoredRecord[]) => Reply): Reply {
    const result = this.world.run(command, this.user.id);
    return result.ok ? answer(result.value) : this.refuse(result.failure);
  }
}
