/** The built-in scenarios, by name. Each is a file that anybody can copy and change. */
import type { ScenarioEntry } from '../api/simulation';
import { scenarioFile, type ScenarioFile } from '../api/scenario-file';
import actionNeeded from '../domain/scenarios/action-needed.json';
import annualBillingDate14 from '../domain/scenarios/annual-billing-date-14.json';
import annualBillingDate from '../domain/scenarios/annual-billing-date.json';
import emptyPartner from '../domain/scenarios/empty-partner.json';
import freshPartner from '../domain/scenarios/fresh-partner.json';
import hugeInvoice from '../domain/scenarios/huge-invoice.json';
import indirectProvider from '../domain/scenarios/indirect-provider.json';
import indirectReseller from '../domain/scenarios/indirect-reseller.json';
import largePartner from '../domain/scenarios/large-partner.json';
import publishedExamples from '../domain/scenarios/published-examples.json';
import renewalEve from '../domain/scenarios/renewal-eve.json';
import restrictedPartner from '../domain/scenarios/restricted-partner.json';
import softwareKeys from '../domain/scenarios/software-keys.json';
import subscriptionLife from '../domain/scenarios/subscription-life.json';
import suspendedCustomer from '../domain/scenarios/suspended-customer.json';
import trialEnding from '../domain/scenarios/trial-ending.json';

/** What the gallery shows of a file; the rest is read by the schema when somebody opens it. */
interface Listed {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  readonly startsAt: string;
  readonly tags?: string[];
}

/** In the order of the gallery. */
const FILES: readonly Listed[] = [
  freshPartner,
  subscriptionLife,
  emptyPartner,
  renewalEve,
  trialEnding,
  suspendedCustomer,
  actionNeeded,
  softwareKeys,
  annualBillingDate,
  annualBillingDate14,
  publishedExamples,
  indirectProvider,
  indirectReseller,
  restrictedPartner,
  largePartner,
  hugeInvoice,
];

const parsed = new Map<Listed, ScenarioFile>();

/** What a world starts with when nobody asks for anything else. */
export const DEFAULT_SCENARIO = 'fresh-partner';

export function findScenario(name: string): ScenarioFile | undefined {
  const file = FILES.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!file) return undefined;
  const scenario = parsed.get(file) ?? scenarioFile.parse(file);
  parsed.set(file, scenario);
  return scenario;
}

export function scenarioEntries(): ScenarioEntry[] {
  return FILES.map(({ name, title, story, startsAt, tags = [] }) => ({ name, title, story, startsAt, tags }));
}
