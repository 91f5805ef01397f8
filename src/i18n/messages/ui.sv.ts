import { plural } from '../language';
import type { ui as english } from './ui.en';

export const ui: typeof english = {
  notifications: 'Meddelanden',
  breadcrumbs: 'Sökväg',
  clearSearch: 'Rensa sökningen',
  any: 'Alla',
  status: {
    active: 'Aktiv',
    actionNeeded: 'Åtgärd krävs',
    pending: 'Väntar',
    suspended: 'Pausad',
    expired: 'Utgången',
    disabled: 'Inaktiverad',
    canceled: 'Annullerad',
    deleted: 'Borttagen',
  },
  price: {
    month: (amount: string) => `${amount} per licens och månad`,
    year: (amount: string) => `${amount} per licens och år`,
    once: (amount: string) => `${amount} styck, debiteras en gång`,
  },
  localTime: (text: string) => `Din lokala tid: ${text}`,
  fewer: 'En färre',
  more: 'En till',
  notWholeNumber: (min: number, max: number) => `Ange ett heltal från ${min} till ${max}.`,
  copyByHand: 'Kopiering är spärrad här. Texten är markerad: kopiera den med tangentbordet.',
  loadedOf: (loaded: string, total: string) => `${loaded} av ${total} inlästa`,
  allRows: (count: number, text: string) => `${text} ${plural(count, 'rad', 'rader')}`,
  loadMore: 'Läs in fler',
  loadingMore: 'Läser in fler …',
  refreshFailed: 'Det här kan vara inaktuellt: den senaste uppdateringen fick inget svar.',
  faultText: 'Ett oväntat fel stoppade detta. Din värld är oskadd; försök igen eller läs in sidan på nytt.',
};
