import type { Language } from './language';

/** What a person must be told once about the world itself. */
export type WorldNotice = 'worldSetAside' | 'memoryOnly';

const TEXTS: Record<Language, Record<WorldNotice, string>> = {
  en: {
    worldSetAside:
      'The stored world is from another version and cannot be read. It was put aside as a file that you can download; a fresh one has started.',
    memoryOnly: 'This browser keeps nothing for this site. The world lives until this page is closed.',
  },
  sv: {
    worldSetAside:
      'Den sparade världen är från en annan version och kan inte läsas. Den har lagts undan som en fil som du kan ladda ned; en ny har startats.',
    memoryOnly: 'Den här webbläsaren sparar ingenting för den här webbplatsen. Världen finns tills sidan stängs.',
  },
};

export function noticeText(notice: WorldNotice, language: Language): string {
  return TEXTS[language][notice];
}
