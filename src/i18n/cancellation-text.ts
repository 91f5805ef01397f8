/** Why a subscription was cancelled, as the form offers it and the history tells it. */
import type { CancellationReason } from '../domain/subscriptions/cancellation';
import type { Language } from './language';

const REASONS: Record<Language, Record<CancellationReason, string>> = {
  en: {
    customerRequest: 'The customer no longer needs it',
    wrongProduct: 'The wrong product or plan was bought',
    technical: 'It does not work as expected',
    price: 'It costs too much',
    other: 'Another reason',
  },
  sv: {
    customerRequest: 'Kunden behöver den inte längre',
    wrongProduct: 'Fel produkt eller plan köptes',
    technical: 'Den fungerar inte som väntat',
    price: 'Den kostar för mycket',
    other: 'En annan orsak',
  },
};

export function cancellationReasons(language: Language): Record<CancellationReason, string> {
  return REASONS[language];
}
