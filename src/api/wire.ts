/** What every Partner Center resource shares on the wire (REST API, common objects). Names are the API's own. */

export interface Link {
  uri: string;
  method: string;
  headers: { key: string; value: string }[];
}

export interface ResourceAttributes {
  etag?: string;
  objectType: string;
}

export interface Collection<Item> {
  totalCount: number;
  items: Item[];
  links?: { self?: Link; next?: Link; previous?: Link };
  attributes: ResourceAttributes;
}

/** The body of every refusal: `code` names the rule, `description` explains it in the language of `X-Locale`. */
export interface FaultBody {
  code: number;
  description: string;
  data: unknown[];
  source: string;
}

/** An amount as the screens get it: exact decimal text in one currency. */
export interface Amount {
  amount: string;
  currency: string;
}

/** A price list entry as the screens get it: what one licence costs for the span `per`. */
export interface Price {
  amount: string;
  currency: string;
  per: 'month' | 'year' | 'once';
}

/** What a rule says before anybody tries: the command would be accepted, or why not (and until when it would have been). */
export type Verdict<Allowed extends object = object> =
  | ({ allowed: true } & Allowed)
  | { allowed: false; code: number; reason: string; facts: Record<string, unknown>; description: string };

/** Header that marks an answer as the simulation's own; its absence means that no mock stood in the way. */
export const SERVED_BY_HEADER = 'X-Served-By';
export const SERVED_BY = 'partner-center-in-a-tab';
