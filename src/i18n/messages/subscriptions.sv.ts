import { cancellationReasons } from '../cancellation-text';
import { plural } from '../language';
import type { subscriptions as english } from './subscriptions.en';

const CYCLES: Record<string, string> = {
  monthly: 'Månadsvis',
  annual: 'Årsvis',
  triennial: 'Vart tredje år',
  onetime: 'Engångsköp',
};
const CHANGES: Record<string, string> = {
  purchase: 'köpta',
  renewal: 'förnyade',
  midTerm: 'tillagda mitt i perioden',
  upgrade: 'uppgraderade',
};
const REFUNDS: Record<string, string> = {
  full: 'med full återbetalning',
  prorated: 'med proportionell återbetalning',
};
const PROVISIONING: Record<string, string> = { success: 'Klar', pending: 'Väntar', failed: 'Misslyckades' };

const TERM = /^P(\d+)([MY])$/;

export const subscriptions: typeof english = {
  title: 'Prenumerationer',
  allTitle: 'Prenumerationer',
  allSubtitle: 'För alla kunder',
  customers: 'Kunder',
  search: 'Sök prenumerationer',
  searchPlaceholder: 'Namn eller prenumerations-ID',
  searchAllPlaceholder: 'Kund, namn eller prenumerations-ID',
  anyStatus: 'Alla',
  found: (count, number) => `${number} ${plural(count, 'prenumeration', 'prenumerationer')}`,
  addSubscription: 'Lägg till prenumeration',
  exportSubscriptions: 'Exportera prenumerationer',
  exporting: (done, total) => `Exporterar ${done} av ${total} …`,
  exported: (count, number) =>
    `${number} ${plural(count, 'prenumeration sparades', 'prenumerationer sparades')} i en CSV-fil.`,
  fileName: 'prenumerationer',

  subscription: 'Prenumeration',
  customer: 'Kund',
  status: 'Status',
  quantity: 'Kvantitet',
  subscriptionId: 'Prenumerations-ID',
  copyIdOf: (name) => `Kopiera prenumerations-ID för ${name}`,
  reseller: 'Återförsäljare',
  endDate: 'Förnyelse- eller slutdatum',
  noEnd: 'Inget slutdatum',
  billingFrequency: 'Fakturerings\u00adfrekvens',
  autoRenew: 'Förnya automatiskt',
  on: 'På',
  off: 'Av',
  none: 'Ingen',
  newCommerce: 'Ny handel',
  trial: 'Utvärderingsversion',
  addOn: 'Tillägg',
  goToPublisher: 'Gå till utgivarens webbplats',
  cycle: (code) => CYCLES[code.replaceAll(/[^a-z]/gi, '').toLowerCase()] ?? code,
  term: (code) => {
    const [, length, unit] = TERM.exec(code) ?? [];
    if (!length) return code;
    return unit === 'Y' ? `${length} år` : `${length} ${plural(+length, 'månad', 'månader')}`;
  },
  emptyTitle: 'Inga prenumerationer ännu',
  emptyText: 'Licensierade produkter som köpts för kunden visas här.',
  allEmptyText: 'Ingen av partnerns kunder har någon prenumeration i den här världen.',
  noMatchTitle: 'Ingen prenumeration matchar',
  noMatchText: 'Inget passar den här sökningen och den här statusen.',
  clearFilters: 'Rensa sökning och status',
  usageTitle: 'Användningsbaserade prenumerationer',
  usageText: 'Det som körs i dem hanteras i Azure-portalen, som inte ingår i simuleringen.',

  details: 'Information',
  nickname: 'Smeknamn',
  nicknameTitle: 'Namn',
  nicknameMissing: 'Ange ett smeknamn.',
  nicknameHint: 'Syns bara för dig och kunden. Erbjudandet behåller sitt eget namn.',
  submit: 'Skicka',
  renamed: (name) => `Smeknamnet är nu ”${name}”.`,
  copySubscriptionId: 'Kopiera prenumerations-ID',
  copyOrderNumber: 'Kopiera ordernumret',
  openOrder: 'Öppna i orderhistoriken',
  addOnOf: 'Tillägg till',
  offer: 'Erbjudande',
  publisher: 'Utgivare',
  orderNumber: 'Ordernummer',
  price: 'Pris',
  noPrice: 'Inget pris i förväg',
  termDuration: 'Period',
  startDate: 'Startdatum',
  renewalDate: 'Förnyelsedatum',
  termEnd: 'Slutdatum',
  cycleEnd: 'Faktureringsperioden slutar',
  created: 'Köpt',
  licenses: (count, number) => `${number} ${plural(count, 'licens', 'licenser')}`,
  noQuantity: 'Inget antal licenser',

  batches: 'Licenser per omgång',
  batch: (count, number, kind) => `${number} ${plural(count, 'licens', 'licenser')}, ${CHANGES[kind] ?? kind}`,
  reducibleUntil: 'Kan tas bort till',
  supportUntil: 'Supporten tar bort dem på begäran till',
  askSupport: (count) => `Be supporten ta bort ${plural(count, 'den', 'dem')}`,
  notReducible: 'Kan inte tas bort nu',
  timeLeft: (days, hours, minutes) => {
    if (days === 0 && hours === 0) {
      return minutes === 0 ? 'mindre än en minut kvar' : `${minutes} ${plural(minutes, 'minut', 'minuter')} kvar`;
    }
    const [larger, smaller] =
      days > 0
        ? [`${days} ${plural(days, 'dag', 'dagar')}`, `${hours} ${plural(hours, 'timme', 'timmar')}`]
        : [`${hours} ${plural(hours, 'timme', 'timmar')}`, `${minutes} ${plural(minutes, 'minut', 'minuter')}`];
    return `${larger} ${smaller} kvar`;
  },
  canAdd: (count, number) => `Upp till ${number} ${plural(count, 'licens', 'licenser')} kan läggas till.`,
  canRemove: (count, number) => `Upp till ${number} ${plural(count, 'licens', 'licenser')} kan tas bort`,
  until: 'till',
  settlesOn: 'Den senaste ändringen av antalet licenser avräknas',

  editForm: 'Ändra prenumerationen',
  changeTitle: (name) => `Ändra ${name}?`,
  changed: (name) => `${name} har ändrats.`,
  nothingChanged: 'Inget på sidan har ändrats.',

  active: 'Aktiv',
  suspended: 'Pausad',
  suspend: 'Pausa',
  suspendText: 'Användarna förlorar åtkomsten genast, faktureringen fortsätter och Förnya automatiskt stängs av.',
  suspendedText: 'Användarna förlorar åtkomsten, och det som är betalt och oanvänt krediteras.',
  suspendTitle: (name) => `Pausa ${name}?`,
  suspendedNow: (name) => `${name} är pausad.`,
  suspensionSupport: 'Supporten kan också pausa och återaktivera den åt dig.',
  contactSupport: 'Kontakta supporten',
  suspendedSince: 'Pausad sedan',
  deletedAt: 'Tas bort med alla data den',
  unlessReactivated: 'om den inte återaktiveras innan dess.',
  reactivate: 'Återaktivera',
  reactivateTitle: (name) => `Återaktivera ${name}?`,
  reactivated: (name) => `${name} är aktiv igen.`,
  previewLoading: 'Räknar ut vad detta skulle innebära …',
  previewEffects: 'Vad som händer',
  previewCharges: 'Avgifter och krediter',
  previewNoEffects: 'Inget ändras.',
  previewNoCharges: 'Inget debiteras för detta.',
  previewNextInvoice: 'Nästa faktura',
  previewIrreversible: 'Detta kan inte ångras.',
  previewUndoUntil: 'Detta kan ångras till',
  confirmReactivate: 'Ja, återaktivera',

  renewsAt: 'Förnyas',
  cancelSubscription: 'Avbryt prenumeration',
  cancelChosen: 'Du har valt att avbryta. Skicka leder vidare till informationen; inget har avbrutits ännu.',
  keepSubscription: 'Behåll prenumerationen',
  cancelDetailsTitle: (name) => `Information om varför ${name} avbryts`,
  cancelDetailsText: 'Båda är valfria. De sparas i prenumerationens historik.',
  cancelReason: 'Orsak',
  cancelReasonNone: 'Ingen orsak',
  cancelReasons: cancellationReasons('sv'),
  cancelNote: 'Anteckning',
  cancelTitle: (name) => `Avbryta ${name}?`,
  confirmCancel: 'Ja, avbryt',
  canceled: (name) => `${name} är annullerad.`,
  cancelUntil: 'Kan annulleras till',
  cancelRefund: (refund) => REFUNDS[refund] ?? refund,

  addOns: 'Tillägg',
  addOnsText:
    'De följer den här prenumerationens period. Den första avgiften beräknas per dag till slutet av faktureringsperioden.',
  licensesOf: (title) => `Licenser för ${title}`,
  addOnLicenses: (min, max) => `Ange 0 eller ett heltal från ${min} till ${max}.`,

  partners: 'Återförsäljare och support',
  resellerMpnId: 'Återförsäljare (MPN-ID)',
  noReseller: 'Ingen återförsäljare',
  otherReseller: 'Finns den indirekta återförsäljaren inte i listan? Ange MPN-ID',
  verify: 'Verifiera',
  resellerKnown: (name, mpnId) => `${name} (${mpnId}) är din återförsäljare. Skicka sparar valet.`,
  resellerUnknown: (mpnId) => `Ingen av dina indirekta återförsäljare har MPN-ID ${mpnId}.`,
  supportContact: 'Avsedd supportkontakt',

  convertTrial: 'Konvertera utvärderingsversion till betald prenumeration',
  convertText: (offer) =>
    `Utvärderingsversionen blir inte betald av sig själv. Efter konverteringen är den ${offer}, med samma prenumerations-ID.`,
  apply: 'Tillämpa',
  convertTitle: (name) => `Konvertera ${name}?`,
  converted: (name) => `${name} är nu en betald prenumeration.`,

  provisioning: 'Etablering',
  provisioningStatus: 'Etableringsstatus',
  provisioningWord: (status) => PROVISIONING[status] ?? status,
  provisionedLicenses: 'Etablerade licenser',
  provisionedUntil: 'Etablerad till och med',
  skuId: 'SKU-ID',

  serviceRequests: 'Tjänstbegäranden',
  filedAt: 'Skickad',
  answeredAt: 'Besvarad',
  answersAt: 'Svaret kommer',
  requestOpen: 'Supporten har inte svarat ännu.',

  setUpTitle: 'Konfiguration hos utgivaren',
  setUpText:
    'Utgivaren konfigurerar produkten och delar ut licenserna. Slutför konfigurationen på utgivarens webbplats med den här auktoriseringskoden, som anger köpet.',
  setUpDoneText: 'Konfigurationen är klar.',
  authorizationCode: 'Auktoriseringskod',
  copyAuthorizationCode: 'Kopiera auktoriseringskoden',
  copyLink: 'Kopiera länk',
  setUpPrivate:
    'För att agera för kunden kopierar du länken, öppnar den i ett privat fönster och loggar in där med kundens konto.',
  setUpNoMail:
    'Inget e-postmeddelande om konfigurationen skickas, varken till dig eller till kunden. Vidarebefordra det som kunden behöver.',
  licensesAssigned: 'Licenser tilldelade',
  setUpConfirmed: 'Konfiguration bekräftad',
  notYet: 'Inte ännu',
  confirmationCode: 'Bekräftelsekod',
  confirmationHint: 'Om stegen utfördes i ett privat fönster klistrar du in koden som dess sista sida visade.',
  useConfirmation: 'Använd koden',
  confirmationWrong: 'Koden hör inte till det här köpet. Kopiera den från utgivarens sida igen.',
  confirmationDone: 'Utgivarens steg är klara.',

  charges: 'Avgifter',
  chargesText: 'Avräknade avgifter och krediter, båda datumen inräknade. Avgiftstyperna är desamma som i filerna.',
  chargeStart: 'Startdatum för avgift',
  chargeEnd: 'Slutdatum för avgift',
  chargeType: 'Avgiftstyp',
  unitPrice: 'Enhetspris',
  amount: 'Belopp',
  noChargesTitle: 'Inga avgifter ännu',
  noChargesText: 'Avgifter visas här så snart de har avräknats.',

  history: 'Historik',
  historyNumber: 'Nr',
  historyAt: 'När (UTC)',
  historyWhat: 'Vad som hände',
  historyWho: 'Vem',
  clock: 'Klockan',
  noHistoryTitle: 'Inget har hänt ännu',
  noHistoryText: 'Allt som händer med prenumerationen visas här.',
};
