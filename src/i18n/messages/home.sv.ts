import { plural } from '../language';
import type { home as english } from './home.en';

export const home: typeof english = {
  title: 'Start',
  subtitle: (partner: string, type: string, country: string) => `${partner} · ${type} · ${country}`,
  overview: 'Översikt',
  customers: 'Kunder',
  subscriptions: 'Prenumerationer',
  customersCount: (count: number) => plural(count, 'kund', 'kunder'),
  attention: 'Behöver uppmärksamhet',
  attentionEmpty: 'Inget behöver uppmärksamhet.',
  attentionAll: 'Visa alla som kräver åtgärd',
  due: 'Förfaller härnäst',
  dueEmpty: 'Inget förfaller.',
  dueText: 'Inget av detta händer förrän klockan flyttas.',
  start: 'Snabbstart',
  startCustomers: 'Kunder',
  startCustomersText: 'Välj en kund och lägg sedan till en prenumeration från katalogen.',
  startSubscriptions: 'Alla prenumerationer',
  startSubscriptionsText: 'Sök och sortera alla kunders prenumerationer.',
  startClock: 'Simulerad tid',
  startClockText: 'Flytta till nästa förnyelse, öppna ett annat scenario, spola tillbaka.',
};
