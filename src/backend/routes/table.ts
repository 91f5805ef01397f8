import type { Call } from '../call';
import type { Reply } from '../reply';
import type { RouteTable } from '../routing';

/** A route over the world alone: used by the server, by scenario steps and by previews on a copy. */
export type BusinessRoute = (call: Call) => Reply;

export type BusinessRoutes = RouteTable<BusinessRoute>;
