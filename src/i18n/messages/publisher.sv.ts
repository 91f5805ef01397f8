import { plural } from '../language';
import type { publisher as english } from './publisher.en';

export const publisher: typeof english = {
  title: (name) => `${name}: konfiguration`,
  playedTitle: 'Utgivarens webbplats, spelad av simuleringen',
  playedText:
    'I verkligheten hör den här sidan till utgivaren och ser annorlunda ut. Här spelar du själv utgivarens roll.',
  publisherName: 'Utgivare',
  offer: 'Erbjudande',
  customer: 'Kund',
  licenses: 'Licenser',
  licenseCount: (count, number) => `${number} ${plural(count, 'licens', 'licenser')}`,
  noLicenses: 'Uppmätt, inget antal licenser',
  authorizationCode: 'Auktoriseringskod',
  steps: 'Konfigurationssteg',
  billingNote:
    'Faktureringen börjar först när båda stegen är klara: utgivaren har tilldelat licenserna och har bekräftat konfigurationen för Microsoft. Ordningen spelar ingen roll.',
  assign: 'Tilldela licenser',
  assignText: 'Kundens licenser delas ut i utgivarens eget system.',
  assigned: 'Licenserna är tilldelade',
  confirm: 'Bekräfta konfigurationen',
  confirmText: 'Utgivaren meddelar Microsoft att konfigurationen är klar.',
  confirmed: 'Konfigurationen är bekräftad',
  complete: 'Båda stegen är klara. Prenumerationen är aktiv och faktureringen har börjat.',
  back: 'Tillbaka till prenumerationen',
  codeTitle: 'Öppnades sidan i ett privat fönster?',
  codeText:
    'Ett privat fönster har en egen värld. Kopiera bekräftelsekoden och klistra in den på prenumerationens sida i fönstret där köpet gjordes; då utförs båda stegen där.',
  confirmationCode: 'Bekräftelsekod',
  copyConfirmationCode: 'Kopiera bekräftelsekoden',
  otherWorldTitle: 'Köpet hör till ett annat fönster',
  otherWorldText:
    'Det här fönstret har en egen värld och känner bara till köpet genom länken. Utför stegen här och ta sedan med dig bekräftelsekoden tillbaka.',
  doneHere: 'Klart i det här fönstret',
};
