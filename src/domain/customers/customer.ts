import type { PlainDate, Instant } from '../../kernel/calendar';
import type { CurrencyCode } from '../../kernel/money';
import type { Segment } from '../catalog/offer';

/** What a customer is qualified for besides commercial offers (portal 2.3). */
export type Qualification = 'Education' | 'GovernmentCommunityCloud' | 'Nonprofit' | 'StateOwnedEntity';

export interface Address {
  readonly country: string;
  readonly city?: string;
  readonly state?: string;
  readonly addressLine1?: string;
  readonly addressLine2?: string;
  readonly postalCode?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phoneNumber?: string;
}

export interface Customer {
  readonly id: string;
  readonly commerceId: string;
  readonly companyName: string;
  readonly domain: string;
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly qualifications: readonly Qualification[];
  readonly address: Address;
  readonly email: string;
  readonly culture: string;
  readonly language: string;
  readonly registrationNumber?: string;
  /** Day on which the Microsoft Customer Agreement was accepted; without it nothing can be bought (13605). */
  readonly agreementAcceptedOn: PlainDate | null;
  /** MPN id of the indirect reseller that brought the customer. */
  readonly resellerMpnId?: string;
  readonly createdAt: Instant;
  /** Keys of offers that it has from another partner or channel (S0-91). */
  readonly heldElsewhere?: readonly string[];
}

/** Segments of which this customer may buy (portal 2.3, segment purchase rules). */
export function segmentsOf(customer: Customer): readonly Segment[] {
  const has = (qualification: Qualification) => customer.qualifications.includes(qualification);
  if (has('GovernmentCommunityCloud')) return ['Government'];
  if (has('Education')) return ['Commercial', 'Education'];
  if (has('Nonprofit')) return ['Commercial', 'Nonprofit'];
  return ['Commercial'];
}
