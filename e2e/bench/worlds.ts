import { scenario, type Scenario } from '../scenario';

/** A partner with a history of some size, made by the seeded generator. */
export function worldOf(subscriptions: number): Scenario {
  return scenario({
    name: `bench-${subscriptions}`,
    title: `${subscriptions} subscriptions`,
    customers: [],
    generate: {
      seed: 'bench',
      customers: Math.max(10, Math.round(subscriptions / 10)),
      subscriptions,
      until: '2021-10-18T08:00:00Z',
    },
  });
}

/** A partner with one customer and a catalog of some size. */
export function catalogOf(offers: number): Scenario {
  return scenario({
    name: `bench-catalog-${offers}`,
    title: `${offers} offers`,
    catalog: { standard: true, size: offers },
  });
}
