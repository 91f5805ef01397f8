import { plural } from '../language';
import type { support as english } from './support.en';

const SEVERITIES: Record<string, string> = { critical: 'Kritisk', moderate: 'Måttlig', minimal: 'Minimal' };

const PLACEHOLDERS = {
  id: '[prenumerations-ID eller order-ID]',
  reason: '[varför pengarna ska återbetalas]',
  amount: '[belopp och valuta]',
};

export const support: typeof english = {
  customers: 'Kunder',
  title: 'Rapportera ett problem med Partnercenter',
  details: 'Information',
  topic: 'Typ av problem',
  impact: 'Påverkan',
  severity: (code) => SEVERITIES[code] ?? code,
  requestTitle: 'Rubrik',
  titleFor: (name) => `Köp eller återbetalning: ${name}`,
  titleForReduction: (name) => `Ta bort licenser som lagts till mitt i perioden: ${name}`,
  titleRule: (most) => `Skriv en rubrik med högst ${most} tecken.`,
  description: 'Beskrivning',
  descriptionHint:
    'Supporten behöver kundens klient-GUID eller domän, prenumerations-ID eller order-ID, skälet till återbetalningen och det begärda beloppet.',
  descriptionRule: (most) => `Beskriv problemet med högst ${most} tecken.`,
  descriptionUnfinished: (words) => `Skriv det som supporten behöver veta i stället för: ${words}.`,
  placeholders: PLACEHOLDERS,
  template: (facts) =>
    [
      `Kund: ${facts.company}`,
      `Kundens klient: ${facts.tenant} (${facts.domain})`,
      ...(facts.subscription ? [`Prenumerations-ID: ${facts.subscription}`] : []),
      ...(facts.order ? [`Order-ID: ${facts.order}`] : []),
      ...(facts.subscription || facts.order ? [] : [`Prenumerations-ID eller order-ID: ${PLACEHOLDERS.id}`]),
    ].join('\n'),
  refundLines: (reason, amount) => `Skäl till återbetalning: ${reason}\nBegärt belopp: ${amount}`,
  reductionReason: 'Licenser som lades till mitt i perioden behövs inte.',
  reductionAmount: 'Det proportionella beloppet för licenserna som tas bort.',
  licensesToRemove: 'Licenser att ta bort',
  possible: (count, number) =>
    `Supporten kan ta bort upp till ${number} ${plural(count, 'licens', 'licenser')} som lagts till mitt i perioden.`,
  possibleUntil: 'Den första av de här perioderna löper ut',
  notPossible: 'Supporten kan inte ta bort några licenser från den här prenumerationen nu.',
  contact: 'Kontakt',
  contactHint: 'Vem supporten kan vända sig till.',
  name: 'Namn',
  nameRule: (most) => `Skriv ett namn med högst ${most} tecken.`,
  email: 'E-post',
  emailRule: 'Skriv en e-postadress som anna@example.com, högst 254 tecken.',
  phone: 'Telefon',
  phoneRule: (least, most) => `Skriv ett telefonnummer med ${least} till ${most} tecken.`,
  files: 'Filer (valfritt)',
  addFiles: 'Lägg till filer',
  filesHint: 'Simuleringen skickar inget filinnehåll: bara namnen behålls, på den här sidan.',
  removeFile: (name) => `Ta bort ${name}`,
  submit: 'Skicka',

  numbered: (number) => `Tjänstbegäran ${number}`,
  sent: (number) => `Begäran skickades. Numret är ${number}.`,
  filesKept: (names) => `Angivna som bifogade, inte skickade: ${names}`,
  copyNumber: 'Kopiera begärans nummer',
  number: 'Nummer',
  status: 'Status',
  statusOf: { open: 'Öppen', closed: 'Stängd' },
  filedAt: 'Skickad (UTC)',
  answer: 'Svar',
  answersAt: 'Supporten svarar',
  clockHint: 'Den simulerade tiden står still tills du flyttar den.',
  noAnswer: 'Supporten håller begäran öppen; i simuleringen vidtar den ingen åtgärd på egen hand.',
  subscription: 'Prenumeration',
  noSubscription: 'Ingen',
  backToSubscription: (name) => `Tillbaka till ${name}`,

  requests: 'Tjänstbegäranden',
  newRequest: 'Ny begäran',
  onlyYours: 'Bara den som har skickat en begäran ser den. Det här är dina för den här kunden.',
  emptyTitle: 'Du har inga tjänstbegäranden',
  emptyText: 'Det du frågar supporten om för den här kunden visas här. Andras begäranden visas inte.',
};
