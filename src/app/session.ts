import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { LANGUAGES, languageOf, type Language } from '../i18n/language';

export type ThemeChoice = 'light' | 'dark' | 'system';
export const THEME_CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** What a person has set for this browser; `simulationOpen` alone ends with the page. */
export interface Session {
  language: Language;
  theme: ThemeChoice;
  navigationNarrow: boolean;
  simulationOpen: boolean;
  setLanguage: (language: Language) => void;
  setTheme: (theme: ThemeChoice) => void;
  setNavigationNarrow: (narrow: boolean) => void;
  setSimulationOpen: (open: boolean) => void;
}

type Kept = Pick<Session, 'language' | 'theme' | 'navigationNarrow'>;

/** `localStorage` where there is one. Settings that cannot be kept are no reason to stop: they last as long as the page. */
const guardedStorage = {
  getItem: (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  setItem: (name: string, value: string): void => {
    try {
      localStorage.setItem(name, value);
    } catch {
      return;
    }
  },
  removeItem: (name: string): void => {
    try {
      localStorage.removeItem(name);
    } catch {
      return;
    }
  },
};

export const useSession = create<Session>()(
  persist(
    (set) => ({
      language: languageOf(navigator.language),
      theme: 'system',
      navigationNarrow: false,
      simulationOpen: false,
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setNavigationNarrow: (navigationNarrow) => set({ navigationNarrow }),
      setSimulationOpen: (simulationOpen) => set({ simulationOpen }),
    }),
    {
      name: 'partner-center-in-a-tab',
      version: 1,
      storage: createJSONStorage(() => guardedStorage),
      partialize: ({ language, theme, navigationNarrow }): Kept => ({ language, theme, navigationNarrow }),
      merge: (stored, fresh) => ({ ...fresh, ...readKept(stored) }),
    },
  ),
);

/** What was stored, less everything that this build does not understand. */
export function readKept(stored: unknown): Partial<Kept> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { language, theme, navigationNarrow } = stored as Record<string, unknown>;
  const knownLanguage = LANGUAGES.find((each) => each === language);
  const knownTheme = THEME_CHOICES.find((each) => each === theme);
  return {
    ...(knownLanguage && { language: knownLanguage }),
    ...(knownTheme && { theme: knownTheme }),
    ...(typeof navigationNarrow === 'boolean' && { navigationNarrow }),
  };
}
