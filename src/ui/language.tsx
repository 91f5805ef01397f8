import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { formatFor, type Format } from '../i18n/format';
import type { Language } from '../i18n/language';
import { messages as english, type Messages } from '../i18n/messages/en';

const loaded = new Map<Language, Messages>([['en', english]]);
const formats = new Map<Language, Format>();

/** Brings a language's sentences in. English is always there; Swedish is a chunk of its own. */
export async function loadLanguage(language: Language): Promise<Messages> {
  const known = loaded.get(language);
  if (known) return known;
  const { messages } = await import('../i18n/messages/sv');
  loaded.set(language, messages);
  return messages;
}

function formatOf(language: Language): Format {
  let format = formats.get(language);
  if (!format) {
    format = formatFor(language);
    formats.set(language, format);
  }
  return format;
}

interface Spoken {
  language: Language;
  messages: Messages;
  format: Format;
}

const LanguageContext = createContext<Spoken>({ language: 'en', messages: english, format: formatOf('en') });

/**
 * Speaks `language` to everything inside. The screen keeps its words until the new ones have arrived, so that a switch
 * never shows an empty page; when they cannot be fetched, `onUnavailable` is told and the old words stay.
 */
export function LanguageProvider({
  language,
  children,
  onUnavailable,
}: {
  language: Language;
  children: ReactNode;
  onUnavailable?: (error: unknown) => void;
}) {
  const [spoken, setSpoken] = useState<Spoken | undefined>(() => spokenOf(language));
  useEffect(() => {
    let wanted = true;
    loadLanguage(language).then(
      () => {
        if (wanted) setSpoken(spokenOf(language));
      },
      (error: unknown) => {
        if (!wanted) return;
        setSpoken((current) => current ?? spokenOf('en'));
        onUnavailable?.(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [language, onUnavailable]);
  useEffect(() => {
    if (spoken) document.documentElement.lang = spoken.language;
  }, [spoken]);
  if (!spoken) return null;
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

function spokenOf(language: Language): Spoken | undefined {
  const messages = loaded.get(language);
  return messages && { language, messages, format: formatOf(language) };
}

/** The sentences of the language in use: `const t = useMessages()`. */
export function useMessages(): Messages {
  return useContext(LanguageContext).messages;
}

/** Numbers, money, dates and instants as the language in use writes them. */
export function useFormat(): Format {
  return useContext(LanguageContext).format;
}

export function useLanguage(): Language {
  return useContext(LanguageContext).language;
}
