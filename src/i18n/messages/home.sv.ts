import type { home as english } from './home.en';

export const home: typeof english = {};
