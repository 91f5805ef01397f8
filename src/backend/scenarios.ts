/** The built-in scenarios, by name. Each is a file that anybody can copy and change. */
import type { ScenarioEntry } from '../api/simulation';
import { scenarioFile, type ScenarioFile } from '../api/scenario-file';
import freshPartner from '../domain/scenarios/fresh-partner.json';

const FILES: readonly unknown[] = [freshPartner];

const SCENARIOS: readonly ScenarioFile[] = FILES.map((file) => scenarioFile.parse(file));

/** What a world starts with when nobody asks for anything else. */
export const DEFAULT_SCENARIO = 'fresh-partner';

export function findScenario(name: string): ScenarioFile | undefined {
  return SCENARIOS.find((scenario) => scenario.name.toLowerCase() === name.toLowerCase());
}

export function scenarioEntries(): ScenarioEntry[] {
  return SCENARIOS.map(({ name, title, story, startsAt, tags = [] }) => ({ name, title, story, startsAt, tags }));
}
