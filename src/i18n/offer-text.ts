import type { Language } from './language';
import { SENTENCES } from './offer-text.sv';

const SWEDISH: ReadonlyMap<string, string> = new Map(Object.entries(SENTENCES));

/** Up to a full stop that ends a word; the one in `211.20` does not. */
const SENTENCE = /\S.*?\.(?=\s|$)/g;

/** The description of an offer. A sentence that is not ours, of somebody's own scenario, is shown as it is. */
export function offerText(description: string, language: Language): string {
  if (language === 'en') return description;
  return description.replace(SENTENCE, (sentence) => SWEDISH.get(sentence) ?? sentence);
}
