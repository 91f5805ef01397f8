import type { Language } from './language';

export type StatusNote = 'deletedOn' | 'trialConverts' | 'trialEnds' | 'cancelsOn' | 'endsOn';

const NOTES: Record<Language, Record<StatusNote, (when: string) => string>> = {
  en: {
    deletedOn: (when) => `Data deleted on ${when}`,
    trialConverts: (when) => `Trial until ${when}, then paid`,
    trialEnds: (when) => `Trial until ${when}`,
    cancelsOn: (when) => `Cancels after ${when}`,
    endsOn: (when) => `Ends after ${when}`,
  },
  sv: {
    deletedOn: (when) => `Data tas bort ${when}`,
    trialConverts: (when) => `Utvärderingsversion till och med ${when}, därefter betald`,
    trialEnds: (when) => `Utvärderingsversion till och med ${when}`,
    cancelsOn: (when) => `Annulleras efter ${when}`,
    endsOn: (when) => `Upphör efter ${when}`,
  },
};

/** What comes next, beside the word in the Status column. `when` is already written in the language. */
export function statusNote(note: StatusNote, when: string, language: Language): string {
  return NOTES[language][note](when);
}
