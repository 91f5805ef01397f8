import type { simulation as english } from './simulation.en';

export const simulation: typeof english = {};
