import { expect, test } from 'vitest';
import * as z from 'zod';
import { explainIssue } from './issue';
import { LANGUAGES, type Language } from './language';

/** What Zod itself finds wrong, said. */
function said(schema: z.ZodType, value: unknown, language: Language): { field: string; description: string } {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) throw new Error('The value is valid');
  return explainIssue({ ...issue }, language);
}

const cart = (of: z.ZodType) => z.object({ lineItems: z.array(z.object({ quantity: of })) });
const body = (quantity: unknown) => ({ lineItems: [{ quantity }] });

test.each<[string, z.ZodType, unknown, string, string]>([
  ['too small', z.int().min(1), 0, 'must be a whole number of at least 1.', 'måste vara ett heltal på minst 1.'],
  ['too big', z.int().max(5), 6, 'must be a whole number of at most 5.', 'måste vara ett heltal på högst 5.'],
  ['exclusive', z.number().gt(0.5), 0.5, 'must be a number of more than 0.5.', 'måste vara ett tal på mer än 0.5.'],
  ['fraction', z.int(), 1.5, 'must be a whole number.', 'måste vara ett heltal.'],
  ['other type', z.boolean(), 'yes', 'must be true or false.', 'måste vara true eller false.'],
  ['missing', z.int(), undefined, 'is missing; it must be a number.', 'saknas; det måste vara ett tal.'],
  ['long text', z.string().max(3), 'abcd', 'must have at most 3 characters.', 'måste ha högst 3 tecken.'],
  ['short text', z.string().min(1), '', 'must have at least 1 character.', 'måste ha minst 1 tecken.'],
  ['exact text', z.string().length(2), 'a', 'must have exactly 2 characters.', 'måste ha exakt 2 tecken.'],
  ['list', z.array(z.int()).min(1), [], 'must have at least 1 item.', 'måste ha minst 1 element.'],
  ['set', z.set(z.int()).max(1), new Set([1, 2]), 'must have at most 1 entry.', 'måste ha högst 1 post.'],
  ['GUID', z.guid(), 'x', 'must be a GUID.', 'måste vara ett GUID.'],
  ['other format', z.ipv4(), 'x', 'must be text in the format “ipv4”.', 'måste vara text i formatet ”ipv4”.'],
  [
    'pattern',
    z.string().regex(/^[A-Z]{2}$/),
    'x',
    'must match the pattern “^[A-Z]{2}$”.',
    'måste följa mönstret ”^[A-Z]{2}$”.',
  ],
  ['start', z.string().startsWith('/'), 'x', 'must start with “/”.', 'måste börja med ”/”.'],
  ['end', z.string().endsWith('/'), 'x', 'must end with “/”.', 'måste sluta med ”/”.'],
  ['part', z.string().includes('/'), 'x', 'must contain “/”.', 'måste innehålla ”/”.'],
  ['values', z.enum(['a', 'b', 'c']), 'x', 'must be one of a, b, or c.', 'måste vara något av a, b eller c.'],
  ['value', z.literal(true), false, 'must be true.', 'måste vara true.'],
  ['step', z.number().multipleOf(5), 3, 'must be a multiple of 5.', 'måste vara en multipel av 5.'],
  [
    'unknown property',
    z.strictObject({}),
    { x: 1 },
    'has a property that does not belong there: x.',
    'har en egenskap som inte hör hemma där: x.',
  ],
  [
    'union of values',
    z.union([z.literal(0), z.literal(60)]),
    4,
    'must be one of 0 or 60.',
    'måste vara något av 0 eller 60.',
  ],
  [
    'union of types',
    z.union([z.int(), z.string()]),
    true,
    'must be a number or text.',
    'måste vara ett tal eller text.',
  ],
  [
    'mixed union',
    z.union([z.int(), z.literal('all')]),
    true,
    'has a value that is not allowed.',
    'har ett värde som inte är tillåtet.',
  ],
  [
    'empty custom rule',
    z.int().refine(() => false),
    1,
    'has a value that is not allowed.',
    'har ett värde som inte är tillåtet.',
  ],
])('%s', (_, schema, value, english, swedish) => {
  expect(said(cart(schema), body(value), 'en')).toEqual({
    field: 'lineItems[0].quantity',
    description: `lineItems[0].quantity ${english}`,
  });
  expect(said(cart(schema), body(value), 'sv').description).toBe(`lineItems[0].quantity ${swedish}`);
});

test('an issue inside a branch of a union is said where it is', () => {
  const schema = cart(z.union([z.int(), z.object({ 'a b': z.int() })]));
  expect(said(schema, body({ 'a b': 'x' }), 'en')).toEqual({
    field: 'lineItems[0].quantity["a b"]',
    description: 'lineItems[0].quantity["a b"] must be a number.',
  });
});

test('the whole body', () => {
  expect(said(z.object({}), null, 'en')).toEqual({ field: '', description: 'The body must be an object.' });
  expect(said(z.object({}), null, 'sv')).toEqual({ field: '', description: 'Innehållet måste vara ett objekt.' });
});

test('rules of a schema of its own', () => {
  const schema = z.object({}).refine(() => false, { message: 'exactlyOne' });
  expect(said(schema, {}, 'en').description).toBe('The body must have exactly one of its alternative properties.');
  expect(said(schema, {}, 'sv').description).toBe('Innehållet måste ha exakt en av sina alternativa egenskaper.');
  const line = cart(z.string().refine(() => false, { message: 'controlCharacters' }));
  expect(said(line, body('a\tb'), 'en').description).toBe(
    'lineItems[0].quantity must not contain control characters, such as line breaks or tabs.',
  );
  expect(said(line, body('a\tb'), 'sv').description).toBe(
    'lineItems[0].quantity får inte innehålla styrtecken, till exempel radbrytningar eller tabbar.',
  );
  const worded = cart(z.int().refine(() => false, { message: 'Must be odd.' }));
  expect(said(worded, body(2), 'en').description).toBe('lineItems[0].quantity: Must be odd.');
});

test('a body without quirks of its own still gets a sentence', () => {
  for (const language of LANGUAGES) {
    for (const code of ['invalid_key', 'invalid_element', 'invalid_union', 'invalid_value', 'from_the_future']) {
      const { description } = explainIssue({ path: ['a'], code }, language);
      expect(description).toMatch(/^a .{10,}\.$/);
      expect(description).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});
