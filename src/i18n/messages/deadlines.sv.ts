import { plural } from '../language';
import type { deadlines as english } from './deadlines.en';

const days = (count: number) => `${count} ${plural(count, 'dag', 'dagar')}`;
const hours = (count: number) => `${count} ${plural(count, 'timme', 'timmar')}`;
const minutes = (count: number) => `${count} ${plural(count, 'minut', 'minuter')}`;

export const deadlines: typeof english = {
  title: 'Tidsfrister',
  subtitle: 'Vad som löper ut först, för alla kunder',
  customers: 'Kunder',
  search: 'Sök tidsfrister',
  searchPlaceholder: 'Namn eller prenumerations-ID',
  searchAllPlaceholder: 'Kund, namn eller prenumerations-ID',
  kind: 'Slag',
  anyKind: 'Alla',
  kinds: {
    cancellation: 'Annulleringsperiod',
    reduction: 'Ta bort licenser',
    support: 'Ta bort licenser genom supporten',
    trialEnd: 'Utvärderingsversion upphör',
    renewal: 'Förnyelse',
    termEnd: 'Period upphör',
    deletion: 'Borttagning av data',
  },
  found: (count, number) => `${number} ${plural(count, 'tidsfrist', 'tidsfrister')}`,
  when: 'När (UTC)',
  what: 'Vad',
  subscription: 'Prenumeration',
  customer: 'Kund',
  licenses: 'Licenser',
  action: 'Åtgärd',
  inTime: (left) => {
    if (left.days > 0) return left.hours > 0 ? `om ${days(left.days)} ${hours(left.hours)}` : `om ${days(left.days)}`;
    if (left.hours > 0) {
      return left.minutes > 0 ? `om ${hours(left.hours)} ${minutes(left.minutes)}` : `om ${hours(left.hours)}`;
    }
    return left.minutes > 0 ? `om ${minutes(left.minutes)}` : 'om mindre än en minut';
  },
  actions: {
    cancel: 'Avbryt prenumeration',
    reduceQuantity: 'Ta bort licenser',
    requestSupport: 'Fråga supporten',
    convertTrial: 'Konvertera till betald',
    autoRenew: 'Ändra automatisk förnyelse',
    reactivate: 'Återaktivera',
  },
  actionFor: (action, name) => `${action}: ${name}`,
  exportDeadlines: 'Exportera tidsfrister',
  exporting: (done, total) => `Exporterar ${done} av ${total} …`,
  exported: (count, number) => `${number} ${plural(count, 'tidsfrist sparades', 'tidsfrister sparades')} i en CSV-fil.`,
  fileName: 'tidsfrister',
  emptyTitle: 'Inget löper ut',
  emptyText: 'Här väntar ingen period, utvärderingsversion eller borttagning.',
  noMatchTitle: 'Ingen tidsfrist matchar',
  noMatchText: 'Inget passar den här sökningen och det här slaget.',
  clearFilters: 'Rensa sökning och slag',
};
