/** What is wrong with a request body, from the issues of Zod 4: which field, and what is allowed there. */
import { plural, type Language } from './language';

/** The parts that every issue has; the rest depends on its code. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly [more: string]: unknown;
}

type Bound = 'atLeast' | 'atMost' | 'above' | 'below' | 'exactly';

/** Predicates of a sentence whose subject is the field. */
interface Words {
  /** The subject where the issue is about the whole body. */
  readonly body: string;
  be(what: string): string;
  missing(what: string): string;
  have(what: string): string;
  unknownKeys(keys: readonly string[]): string;
  readonly badKey: string;
  readonly badElement: string;
  readonly exactlyOne: string;
  readonly controlCharacters: string;
  readonly notAllowed: string;
  startWith(text: string): string;
  endWith(text: string): string;
  contain(text: string): string;
  match(pattern: string): string;
  readonly or: Intl.ListFormat;
  readonly oneOf: string;
  readonly wholeNumberOf: string;
  readonly numberOf: string;
  readonly multipleOf: string;
  readonly bounds: Readonly<Record<Bound, string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly formats: Readonly<Record<string, string>>;
  otherFormat(format: string): string;
  readonly units: Readonly<Record<'string' | 'array' | 'other', readonly [string, string]>>;
}

const ENGLISH: Words = {
  body: 'The body',
  be: (what) => `must be ${what}.`,
  missing: (what) => `is missing; it must be ${what}.`,
  have: (what) => `must have ${what}.`,
  unknownKeys: (keys) =>
    `has ${plural(keys.length, 'a property that does', 'properties that do')} not belong there: ${keys.join(', ')}.`,
  badKey: 'has a name that is not allowed.',
  badElement: 'has an entry that is not allowed.',
  controlCharacters: 'must not contain control characters, such as line breaks or tabs.',
  exactlyOne: 'must have exactly one of its alternative properties.',
  notAllowed: 'has a value that is not allowed.',
  startWith: (text) => `must start with “${text}”.`,
  endWith: (text) => `must end with “${text}”.`,
  contain: (text) => `must contain “${text}”.`,
  match: (pattern) => `must match the pattern “${pattern}”.`,
  or: new Intl.ListFormat('en-US', { type: 'disjunction' }),
  oneOf: 'one of',
  wholeNumberOf: 'a whole number of',
  numberOf: 'a number of',
  multipleOf: 'a multiple of',
  bounds: { atLeast: 'at least', atMost: 'at most', above: 'more than', below: 'less than', exactly: 'exactly' },
  types: {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    bigint: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list',
    set: 'a list',
    object: 'an object',
    record: 'an object',
    map: 'an object',
    date: 'a date',
    never: 'left out',
    undefined: 'left out',
    nonoptional: 'given',
  },
  formats: {
    guid: 'a GUID',
    uuid: 'a GUID',
    url: 'a full web address (URL)',
    email: 'an e-mail address',
    datetime: 'a date and time in ISO 8601',
    date: 'a date in ISO 8601',
    time: 'a time in ISO 8601',
    duration: 'a duration in ISO 8601',
  },
  otherFormat: (format) => `text in the format “${format}”`,
  units: { string: ['character', 'characters'], array: ['item', 'items'], other: ['entry', 'entries'] },
};

const SWEDISH: Words = {
  body: 'Innehållet',
  be: (what) => `måste vara ${what}.`,
  missing: (what) => `saknas; det måste vara ${what}.`,
  have: (what) => `måste ha ${what}.`,
  unknownKeys: (keys) =>
    `har ${plural(keys.length, 'en egenskap', 'egenskaper')} som inte hör hemma där: ${keys.join(', ')}.`,
  badKey: 'har ett namn som inte är tillåtet.',
  badElement: 'har en post som inte är tillåten.',
  controlCharacters: 'får inte innehålla styrtecken, till exempel radbrytningar eller tabbar.',
  exactlyOne: 'måste ha exakt en av sina alternativa egenskaper.',
  notAllowed: 'har ett värde som inte är tillåtet.',
  startWith: (text) => `måste börja med ”${text}”.`,
  endWith: (text) => `måste sluta med ”${text}”.`,
  contain: (text) => `måste innehålla ”${text}”.`,
  match: (pattern) => `måste följa mönstret ”${pattern}”.`,
  or: new Intl.ListFormat('sv-SE', { type: 'disjunction' }),
  oneOf: 'något av',
  wholeNumberOf: 'ett heltal på',
  numberOf: 'ett tal på',
  multipleOf: 'en multipel av',
  bounds: { atLeast: 'minst', atMost: 'högst', above: 'mer än', below: 'mindre än', exactly: 'exakt' },
  types: {
    string: 'text',
    number: 'ett tal',
    int: 'ett heltal',
    bigint: 'ett heltal',
    boolean: 'true eller false',
    array: 'en lista',
    tuple: 'en lista',
    set: 'en lista',
    object: 'ett objekt',
    record: 'ett objekt',
    map: 'ett objekt',
    date: 'ett datum',
    never: 'utelämnat',
    undefined: 'utelämnat',
    nonoptional: 'angivet',
  },
  formats: {
    guid: 'ett GUID',
    uuid: 'ett GUID',
    url: 'en fullständig webbadress (URL)',
    email: 'en e-postadress',
    datetime: 'ett datum med tid enligt ISO 8601',
    date: 'ett datum enligt ISO 8601',
    time: 'en tid enligt ISO 8601',
    duration: 'en varaktighet enligt ISO 8601',
  },
  otherFormat: (format) => `text i formatet ”${format}”`,
  units: { string: ['tecken', 'tecken'], array: ['element', 'element'], other: ['post', 'poster'] },
};

const WORDS: Record<Language, Words> = { en: ENGLISH, sv: SWEDISH };

/** How Zod ends the message about a value that is not there; the issue itself does not keep the value. */
const MISSING = /received undefined$/;

/** Messages of custom rules that are no sentences. */
const KEYS = new Set(['exactlyOne', 'controlCharacters', 'Invalid input', '']);

/** @returns the field as a path (`lineItems[0].quantity`; empty for the whole body) and a sentence about it. */
export function explainIssue(issue: Issue, language: Language): { field: string; description: string } {
  const inner = innermost(issue);
  const words = WORDS[language];
  const field = fieldOf(inner.path);
  const subject = field || words.body;
  const free = freeSentence(inner);
  return { field, description: free ? `${subject}: ${free}` : `${subject} ${predicate(inner, words)}` };
}

/** `lineItems[0].quantity`; a name that is no identifier stands quoted in brackets. */
function fieldOf(path: readonly PropertyKey[]): string {
  let field = '';
  for (const step of path) {
    if (typeof step === 'number') field += `[${step}]`;
    else if (typeof step === 'string' && !/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) {
      field += `[${JSON.stringify(step)}]`;
    } else field += (field ? '.' : '') + String(step);
  }
  return field;
}

/** What must hold of the field, with its full stop. */
function predicate(issue: Issue, words: Words): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = typeName(issue, words);
      return MISSING.test(textOf(issue['message'])) ? words.missing(expected) : words.be(expected);
    }
    case 'too_small':
      return boundRule(issue, textOf(issue['minimum']), issue['inclusive'] === false ? 'above' : 'atLeast', words);
    case 'too_big':
      return boundRule(issue, textOf(issue['maximum']), issue['inclusive'] === false ? 'below' : 'atMost', words);
    case 'invalid_format':
      return formatRule(issue, words);
    case 'invalid_value':
      return valuesRule(list(issue['values']), words);
    case 'not_multiple_of':
      return words.be(`${words.multipleOf} ${textOf(issue['divisor'])}`);
    case 'unrecognized_keys':
      return words.unknownKeys(list(issue['keys']).map(textOf));
    case 'invalid_union':
      return unionRule(issue, words);
    case 'invalid_key':
      return words.badKey;
    case 'invalid_element':
      return words.badElement;
    case 'custom':
      return customRule(textOf(issue['message']), words);
    default:
      return words.notAllowed;
  }
}

function customRule(key: string, words: Words): string {
  return key === 'exactlyOne' || key === 'controlCharacters' ? words[key] : words.notAllowed;
}

function typeName(issue: Issue, words: Words): string {
  const expected = textOf(issue['expected']);
  return words.types[expected] ?? expected;
}

function boundRule(issue: Issue, limit: string, kind: Bound, words: Words): string {
  const bound = `${words.bounds[issue['exact'] === true ? 'exactly' : kind]} ${limit}`;
  switch (issue['origin']) {
    case 'int':
    case 'bigint':
    case 'number':
      // An issue of a range does not say whether fractions are allowed; no number of this API has any.
      return words.be(`${Number.isInteger(Number(limit)) ? words.wholeNumberOf : words.numberOf} ${bound}`);
    case 'date':
      return words.be(bound);
    case 'string':
    case 'array':
      return words.have(`${bound} ${plural(Number(limit), ...words.units[issue['origin']])}`);
    default:
      return words.have(`${bound} ${plural(Number(limit), ...words.units.other)}`);
  }
}

function formatRule(issue: Issue, words: Words): string {
  const format = textOf(issue['format']);
  switch (format) {
    case 'starts_with':
      return words.startWith(textOf(issue['prefix']));
    case 'ends_with':
      return words.endWith(textOf(issue['suffix']));
    case 'includes':
      return words.contain(textOf(issue['includes']));
    case 'regex':
      return words.match(textOf(issue['pattern']).replace(/^\/(.*)\/[a-z]*$/s, '$1'));
    default:
      return words.be(words.formats[format] ?? words.otherFormat(format));
  }
}

function valuesRule(values: readonly unknown[], words: Words): string {
  const names = [...new Set(values.map(textOf))];
  if (names.length === 0) return words.notAllowed;
  return words.be(names.length === 1 ? (names[0] ?? '') : `${words.oneOf} ${words.or.format(names)}`);
}

/** The values or types that the branches allow, where every branch says just one of those about the field itself. */
function unionRule(issue: Issue, words: Words): string {
  const options = list(issue['options']);
  if (options.length > 0) return valuesRule(options, words);
  const firsts = branchesOf(issue).flatMap((branch) => branch.slice(0, 1));
  if (firsts.length === 0 || firsts.some((each) => each.path.length > 0)) return words.notAllowed;
  if (firsts.every((each) => each.code === 'invalid_value')) {
    return valuesRule(
      firsts.flatMap((each) => list(each['values'])),
      words,
    );
  }
  if (firsts.every((each) => each.code === 'invalid_type')) {
    return words.be(words.or.format(new Set(firsts.map((each) => typeName(each, words)))));
  }
  return words.notAllowed;
}

/** What a schema says in words of its own; `exactlyOne` is a key, and `Invalid input` says nothing. */
function freeSentence(issue: Issue): string | undefined {
  const message = textOf(issue['message']);
  return issue.code !== 'custom' || KEYS.has(message) ? undefined : message;
}

/** Where a branch of a union got further into the value than the union itself, its issue says more. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const deepest = branchesOf(issue)
    .flat()
    .toSorted((left, right) => right.path.length - left.path.length)[0];
  if (!deepest || deepest.path.length === 0) return issue;
  return innermost({ ...deepest, path: [...issue.path, ...deepest.path] });
}

function branchesOf(issue: Issue): readonly (readonly Issue[])[] {
  return Array.isArray(issue['errors']) ? (issue['errors'] as Issue[][]) : [];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : '';
  }
}
