import type { shell as english } from './shell.en';

export const shell: typeof english = {};
