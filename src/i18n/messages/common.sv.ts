import { plural } from '../language';
import type { common as english } from './common.en';

export const common: typeof english = {
  productName: 'Partnercenter i en flik',
  unofficial:
    'Inofficiell simulering med påhittade kunder. Inte en Microsoft-produkt; inget köps eller faktureras här.',
  utcNote: 'Alla datum och tider anges i UTC. Ditt lokala datum kan skilja upp till 24 timmar.',
  retry: 'Försök igen',
  close: 'Stäng',
  cancel: 'Avbryt',
  ok: 'OK',
  save: 'Spara',
  copy: 'Kopiera',
  copied: 'Kopierat',
  loading: 'Läser in …',
  notFoundTitle: 'Hittades inte',
  notFoundText:
    'Det finns inget på den här adressen i den här världen. Klockan kan ha spolats tillbaka, eller så är länken gammal.',
  errorTitle: 'Något gick fel',
  transportError: 'Inget svar kom fram. Inget har gått förlorat: försök igen.',
  refusedTitle: 'Inte tillåtet',
  items: (count: number) => `${count} ${plural(count, 'objekt', 'objekt')}`,
  licenses: (count: number) => `${count} ${plural(count, 'licens', 'licenser')}`,
};
