import { dateOf } from '../../kernel/calendar';
import { currencyOfMarket } from '../catalog/markets';
import type { CustomerDraft } from '../commands';
import type { Refusal } from '../refusals';
import type { State } from '../state';
import type { Context } from '../world';
import type { Customer } from './customer';

/** Countries in which a customer's registration number and phone must be given (portal 2.2). */
const REGISTRATION_COUNTRIES = new Set(
  'AM AZ BY BR HU IN IQ KZ KG MD MM PL RU SA ZA SS TJ TH TR UA AE UZ VE VN'.split(' '),
);

/** Legal forms that are no name by themselves (portal 2.2, name rules). */
const LEGAL_FORMS = new Set(['llc', 'inc', 'ltd', 'gmbh', 'ab', 'as', 'oy', 'sa', 'bv', 'ag', 'corp', 'co', 'plc']);

/** Whether a customer may be created from the draft (portal 2.2; API codes 600049, 600051). */
export function checkCustomerDraft(state: State, draft: CustomerDraft): Refusal | undefined {
  // A restricted partner keeps what it has and gets no new customers (portal 1.5).
  if (state.partner.restricted) return { type: 'PartnerRestricted' };
  if (draft.resellerMpnId !== undefined) {
    if (state.partner.type !== 'indirectProvider') return { type: 'ResellerNotAllowed' };
    if (!state.partner.resellers.some(({ mpnId }) => mpnId === draft.resellerMpnId)) {
      return { type: 'ResellerUnknown', mpnId: draft.resellerMpnId };
    }
  }
  if (!isName(draft.companyName)) return { type: 'NameRefused', name: draft.companyName };
  const { country } = draft.address;
  if (!currencyOfMarket(country)) return { type: 'MarketUnknown', country };
  if (REGISTRATION_COUNTRIES.has(country)) {
    if (!draft.registrationNumber) return { type: 'RegistrationNumberMissing', country };
    if (!draft.address.phoneNumber) return { type: 'PhoneNumberMissing', country };
  }
  return isDomainTaken(state, draft.domain) ? { type: 'DomainTaken', domain: draft.domain } : undefined;
}

/** Refuses what is no name: one character, only special characters or blanks, a legal form alone. */
function isName(name: string): boolean {
  const trimmed = name.trim();
  if (Array.from(trimmed).length < 2 || !/[\p{L}\p{N}]/u.test(trimmed)) return false;
  return !LEGAL_FORMS.has(trimmed.toLowerCase().replace(/\.$/, ''));
}

/** Whether a customer of this world has the domain. */
export function isDomainTaken(state: State, domain: string): boolean {
  const wanted = domain.toLowerCase();
  for (const customer of state.customers.values()) if (customer.domain.toLowerCase() === wanted) return true;
  return false;
}

export function createCustomer(draft: CustomerDraft, context: Context): Customer {
  const currency = currencyOfMarket(draft.address.country);
  if (!currency) throw new Error(`No market: ${draft.address.country}`);
  return {
    id: context.newId(),
    commerceId: context.newId(),
    companyName: draft.companyName.trim(),
    domain: draft.domain,
    country: draft.address.country,
    currency,
    qualifications: draft.qualifications ?? [],
    address: draft.address,
    email: draft.email,
    culture: draft.culture,
    language: draft.language,
    ...(draft.registrationNumber ? { registrationNumber: draft.registrationNumber } : {}),
    // The API has no place for the agreement in this call; the partner attests it on the customer's behalf.
    agreementAcceptedOn: dateOf(context.now),
    ...(draft.resellerMpnId ? { resellerMpnId: draft.resellerMpnId } : {}),
    createdAt: context.now,
  };
}
