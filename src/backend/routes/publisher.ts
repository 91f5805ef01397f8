import { ok } from '../reply';
import { historyOf } from '../resources/history';
import type { RouteTable } from '../routing';
import type { BusinessRoute } from './table';

const STEPS = [
  ['assign', 'AssignLicenses'],
  ['confirm', 'ConfirmSetUp'],
] as const;

/** The publisher's two steps. Part of the control API, and of scenarios: nothing in them needs more than a world. */
export function addPublisherRoutes(routes: Pick<RouteTable<BusinessRoute>, 'add'>): void {
  for (const [step, type] of STEPS) {
    routes.add('POST', `/simulation/v1/publisher/:authorizationCode/${step}`, (call) => {
      const authorizationCode = call.param('authorizationCode');
      return call.run({ type, authorizationCode }, (records) => ok({ happened: historyOf(call, records) }));
    });
  }
}
