import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { largeCatalog } from '../domain/catalog/large';
import { STANDARD_CATALOG } from '../domain/catalog/standard';
import { offerText } from './offer-text';
import { SENTENCES } from './offer-text.sv';
import { scenarioText, type ScenarioText } from './scenario-text';

interface ScenarioOnDisk extends ScenarioText {
  readonly name: string;
  readonly catalog?: { readonly offers?: readonly { readonly description?: string }[] };
}

const folder = new URL('../domain/scenarios/', import.meta.url);
const SCENARIOS = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ScenarioOnDisk);

const DESCRIPTIONS = [
  ...new Set(
    [
      ...STANDARD_CATALOG,
      ...largeCatalog('large-partner', 5_000),
      ...SCENARIOS.flatMap(({ catalog }) => catalog?.offers ?? []),
    ].flatMap(({ description }) => description ?? []),
  ),
];
const sentencesOf = (description: string) => description.split(/(?<=\.) /);

test('every sentence of a description has a Swedish one, and none is left over', () => {
  const sentences = new Set(DESCRIPTIONS.flatMap(sentencesOf));
  expect(Object.keys(SENTENCES).toSorted()).toEqual([...sentences].toSorted());
});

test.each(DESCRIPTIONS)('%s', (description) => {
  expect(offerText(description, 'en')).toBe(description);
  const swedish = offerText(description, 'sv');
  const english = new Set(sentencesOf(description));
  expect(sentencesOf(swedish).filter((sentence) => english.has(sentence))).toEqual([]);
  expect(swedish).toMatch(/^[A-ZÅÄÖ].+\.$/);
});

test('a trial says both of its sentences', () => {
  expect(offerText('Plans of projects, or diagrams. Free for 30 days.', 'sv')).toBe(
    'Projektplaner eller diagram. Kostnadsfritt i 30 dagar.',
  );
});

test.each(['', 'constructor', 'Somebody’s own words. And more.'])('“%s” is not ours and stays', (description) => {
  expect(offerText(description, 'sv')).toBe(description);
});

test.each(SCENARIOS)('scenario $name', ({ name, title, story }) => {
  expect(scenarioText(name, { title, story }, 'en')).toEqual({ title, story });
  const swedish = scenarioText(name, { title, story }, 'sv');
  expect(swedish.title).not.toBe(title);
  expect(swedish.story).not.toBe(story);
  expect(swedish.story).toMatch(/\.$/);
});

test('a scenario of somebody’s own keeps its words, also under a name of ours', () => {
  const own = { title: 'Mine', story: 'Of my own.' };
  expect(scenarioText('mine', own, 'sv')).toEqual(own);
  expect(scenarioText('fresh-partner', own, 'sv')).toEqual(own);
});
