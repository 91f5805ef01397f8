import { catalogItemIdOf, type Offer } from '../domain/catalog/offer';
import type { LineRefusal, Refusal } from '../domain/refusals';
import { formatInstant, type Instant } from '../kernel/calendar';

/** The facts of a refusal in wire form: instants as text, offers as id and title. `type` names the state of affairs. */
export function factsOf(refusal: Refusal | LineRefusal): Record<string, unknown> {
  return Object.fromEntries(Object.entries(refusal).map(([name, value]) => [name, wireValue(name, value)]));
}

function wireValue(name: string, value: unknown): unknown {
  if (name.endsWith('At') && typeof value === 'number') return formatInstant(value as Instant);
  if (name === 'bases')
    return (value as readonly Offer[]).map((offer) => ({ catalogItemId: catalogItemIdOf(offer), title: offer.title }));
  if (Array.isArray(value)) return value.map((each) => wireValue(name, each));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wireValue(key, each)]));
  }
  return value;
}
