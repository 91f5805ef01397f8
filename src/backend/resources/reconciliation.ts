/**
 * A settled line as the reconciliation files print it: every column once, for the wire and for the file (portal 9.3, 9.4;
 * REST API 11.1, 11.2; decisions 29).
 */
import { monthsOf } from '../../domain/billing/charge';
import { invoiceKindOf, type InvoiceKind, type InvoiceLine } from '../../domain/billing/invoice';
import type { Offer } from '../../domain/catalog/offer';
import type { Customer } from '../../domain/customers/customer';
import type { State } from '../../domain/state';
import type { Order } from '../../domain/subscriptions/order';
import type { Subscription, SubscriptionTerm } from '../../domain/subscriptions/subscription';
import type { CsvCell } from '../../i18n/csv';
import { dateOf } from '../../kernel/calendar';
import { guidOf, hexOf } from '../../kernel/identity';
import { moneyText, unitPriceText } from '../../kernel/money';

interface Subject {
  readonly state: State;
  readonly invoiceNumber: string;
  readonly line: InvoiceLine;
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly order: Order | undefined;
  readonly offer: Offer | undefined;
}

interface Column {
  /** As the file writes it. */
  readonly header: string;
  /** As the API writes it; absent = the header with a small first letter. */
  readonly wire?: string;
  /** Differs between lines of one subscription in one term; the others are written down once for them. */
  readonly ofLine?: true;
  readonly cell: (subject: Subject) => CsvCell;
}

const decimal = (text: string): CsvCell => ({ decimal: text });
const day = (on: string): CsvCell => ({ day: on });

/** Fifteen to eighteen digits out of an id, as the platform's own numbers look. */
function digits(id: string, count: number): string {
  return BigInt(`0x${hexOf(id).slice(0, 16)}`)
    .toString()
    .padStart(count, '0')
    .slice(-count);
}

const SHARED_START: readonly Column[] = [
  { header: 'PartnerId', cell: ({ state }) => state.partner.id },
  { header: 'CustomerId', cell: ({ customer }) => customer.id },
  { header: 'CustomerName', cell: ({ customer }) => customer.companyName },
];

/** Licence-based: 28 columns. The unit price is that of these days (the published tables print it so). */
const LICENSE_BASED: readonly Column[] = [
  ...SHARED_START,
  { header: 'MpnId', cell: ({ state }) => Number(state.partner.mpnId) },
  { header: 'ResellerMpnId', wire: 'tier2MpnId', cell: ({ subscription }) => Number(subscription.resellerMpnId ?? -1) },
  { header: 'OrderId', cell: ({ subscription }) => digits(subscription.orderId, 18) },
  {
    header: 'SubscriptionId',
    cell: ({ subscription }) => hexOf(`platform:${subscription.id}`).slice(0, 16).toUpperCase(),
  },
  { header: 'SyndicationPartnerSubscriptionNumber', cell: ({ subscription }) => subscription.id },
  { header: 'OfferId', cell: ({ line }) => guidOf(`platform:${line.facts.catalogItemId}`) },
  { header: 'DurableOfferId', cell: ({ line }) => line.facts.catalogItemId },
  { header: 'OfferName', cell: ({ offer }) => offer?.title ?? '' },
  { header: 'SubscriptionStartDate', cell: ({ subscription }) => day(dateOf(subscription.createdAt)) },
  { header: 'SubscriptionEndDate', cell: ({ line }) => day(line.facts.term.endsOn ?? '') },
  { header: 'ChargeStartDate', ofLine: true, cell: ({ line }) => day(line.charge.startsOn) },
  { header: 'ChargeEndDate', ofLine: true, cell: ({ line }) => day(line.charge.endsOn) },
  { header: 'ChargeType', ofLine: true, cell: ({ line }) => line.charge.chargeType },
  { header: 'UnitPrice', ofLine: true, cell: ({ line }) => decimal(unitPriceText(line.charge.effectiveUnitPrice)) },
  { header: 'Quantity', ofLine: true, cell: ({ line }) => line.charge.quantity },
  { header: 'Amount', ofLine: true, cell: ({ line }) => decimal(moneyText(line.subtotal)) },
  { header: 'TotalOtherDiscount', cell: () => decimal('0.00') },
  { header: 'Subtotal', ofLine: true, cell: ({ line }) => decimal(moneyText(line.subtotal)) },
  { header: 'Tax', ofLine: true, cell: ({ line }) => decimal(moneyText(line.tax)) },
  { header: 'TotalForCustomer', ofLine: true, cell: ({ line }) => decimal(totalText(line)) },
  { header: 'Currency', ofLine: true, cell: ({ line }) => line.subtotal.currency },
  { header: 'DomainName', cell: ({ customer }) => customer.domain },
  { header: 'SubscriptionName', cell: ({ line }) => line.facts.name },
  { header: 'SubscriptionDescription', cell: ({ offer }) => offer?.title ?? '' },
  { header: 'BillingCycleType', cell: ({ line }) => line.facts.term.billingCycle },
];

/** One-time and new commerce: 46 columns. */
const ONE_TIME: readonly Column[] = [
  ...SHARED_START,
  { header: 'CustomerDomainName', cell: ({ customer }) => customer.domain },
  { header: 'CustomerCountry', cell: ({ customer }) => customer.country },
  { header: 'InvoiceNumber', cell: ({ invoiceNumber }) => invoiceNumber },
  { header: 'MpnId', cell: ({ state }) => state.partner.mpnId },
  { header: 'ResellerMpnId', cell: ({ subscription }) => subscription.resellerMpnId ?? '' },
  { header: 'OrderId', cell: ({ subscription }) => subscription.orderId },
  { header: 'OrderDate', ofLine: true, cell: ({ line }) => day(dateOf(line.charge.settledAt)) },
  { header: 'ProductId', cell: ({ line }) => part(line, 0) },
  { header: 'SkuId', cell: ({ line }) => part(line, 1) },
  { header: 'AvailabilityId', cell: ({ line }) => part(line, 2) },
  { header: 'SkuName', cell: ({ offer }) => offer?.title ?? '' },
  { header: 'ProductName', cell: ({ offer }) => offer?.productTitle ?? offer?.title ?? '' },
  { header: 'ChargeType', ofLine: true, cell: ({ line }) => line.charge.chargeType },
  { header: 'UnitPrice', ofLine: true, cell: ({ line }) => decimal(unitPriceText(line.charge.unitPrice)) },
  { header: 'Quantity', ofLine: true, cell: ({ line }) => line.charge.quantity },
  { header: 'Subtotal', ofLine: true, cell: ({ line }) => decimal(moneyText(line.subtotal)) },
  { header: 'TaxTotal', ofLine: true, cell: ({ line }) => decimal(moneyText(line.tax)) },
  { header: 'Total', ofLine: true, wire: 'totalForCustomer', cell: ({ line }) => decimal(totalText(line)) },
  { header: 'Currency', ofLine: true, cell: ({ line }) => line.subtotal.currency },
  { header: 'PriceAdjustmentDescription', cell: () => '' },
  { header: 'PublisherName', cell: ({ offer }) => offer?.publisher.name ?? '' },
  { header: 'PublisherId', cell: ({ offer }) => (offer ? guidOf(`publisher:${offer.publisher.name}`) : '') },
  { header: 'SubscriptionDescription', cell: ({ line }) => line.facts.name },
  { header: 'SubscriptionId', cell: ({ subscription }) => subscription.id },
  { header: 'ChargeStartDate', ofLine: true, cell: ({ line }) => day(line.charge.startsOn) },
  { header: 'ChargeEndDate', ofLine: true, cell: ({ line }) => day(line.charge.endsOn) },
  { header: 'TermAndBillingCycle', cell: termAndBillingCycle },
  {
    header: 'EffectiveUnitPrice',
    ofLine: true,
    cell: ({ line }) => decimal(unitPriceText(line.charge.effectiveUnitPrice)),
  },
  { header: 'UnitType', cell: () => 'Licenses' },
  { header: 'AlternateId', cell: ({ order }) => order?.alternateId ?? '' },
  { header: 'BillableQuantity', ofLine: true, cell: ({ line }) => line.charge.quantity },
  { header: 'BillingFrequency', cell: ({ line }) => FREQUENCIES[line.facts.term.billingCycle] ?? '' },
  { header: 'PricingCurrency', ofLine: true, cell: ({ line }) => line.charge.amount.currency },
  {
    header: 'PCToBCExchangeRate',
    ofLine: true,
    wire: 'pcToBCExchangeRate',
    cell: ({ line }) => decimal(line.charge.exchangeRate),
  },
  {
    header: 'PCToBCExchangeRateDate',
    ofLine: true,
    wire: 'pcToBCExchangeRateDate',
    cell: ({ line }) => day(dateOf(line.charge.settledAt)),
  },
  { header: 'MeterDescription', cell: () => '' },
  {
    header: 'ReservationOrderId',
    cell: ({ subscription, order }) => (subscription.commerce === 'reservation' ? (order?.id ?? '') : ''),
  },
  { header: 'CreditReasonCode', cell: () => '' },
  { header: 'SubscriptionStartDate', cell: ({ line }) => day(line.facts.term.startsOn) },
  { header: 'SubscriptionEndDate', cell: ({ line }) => day(line.facts.term.endsOn ?? '') },
  // The lines of one event belong together (portal 9.4).
  { header: 'ReferenceID', ofLine: true, wire: 'referenceId', cell: ({ line }) => referenceId(line.facts.event) },
  { header: 'ProductQualifiers', cell: ({ offer }) => qualifiers(offer) },
  { header: 'PromotionID', wire: 'promotionId', cell: () => '' },
];

let lastReference = { event: 0, id: '' };

/** The lines of one event follow each other. */
function referenceId(event: number): string {
  if (event !== lastReference.event) lastReference = { event, id: guidOf(`reference:${event}`) };
  return lastReference.id;
}

const FREQUENCIES: Readonly<Record<string, string>> = { Monthly: 'Monthly', Annual: 'Annual', Triennial: 'Triennial' };

function part(line: InvoiceLine, index: number): string {
  return line.facts.catalogItemId.split(':')[index] ?? '';
}

function totalText({ subtotal, tax }: InvoiceLine): string {
  return moneyText({ ...subtotal, minor: subtotal.minor + tax.minor });
}

function qualifiers(offer: Offer | undefined): string {
  const words = [
    ...(offer?.addOnOf ? ['Add-on'] : []),
    ...(offer?.trial && offer.category === 'Trial' ? ['Trial'] : []),
  ];
  return words.length === 0 ? '' : JSON.stringify(words);
}

/** `One-Year commitment for monthly/yearly billing` (REST API 11.2); English everywhere, like charge types. */
function termAndBillingCycle({ line }: Subject): string {
  const { duration, billingCycle } = line.facts.term;
  const months = monthsOf(duration);
  if (months === 0) return '';
  const length = months === 1 ? 'One-Month' : months === 12 ? 'One-Year' : 'Three-Year';
  switch (billingCycle) {
    case 'None':
      return `${length} commitment for trial`;
    case 'Monthly':
      return `${length} commitment for monthly billing`;
    case 'Annual':
      return `${length} commitment for yearly billing`;
    case 'Triennial':
    case 'OneTime':
      return `${length} commitment for upfront billing`;
  }
}

function columnsOf(kind: InvoiceKind): readonly Column[] {
  return kind === 'Recurring' ? LICENSE_BASED : ONE_TIME;
}

/** The columns of a reconciliation file, in order. */
export function reconciliationHeader(kind: InvoiceKind): string[] {
  return columnsOf(kind).map(({ header }) => header);
}

function subjectOf(state: State, line: InvoiceLine, invoiceNumber: string): Subject | undefined {
  const subscription = state.subscriptions.get(line.subscriptionId);
  const customer = subscription && state.customers.get(subscription.customerId);
  if (!subscription || !customer) return undefined;
  return {
    state,
    invoiceNumber,
    line,
    subscription,
    customer,
    order: state.orders.get(subscription.orderId),
    offer: state.catalog.item(line.facts.catalogItemId),
  };
}

/** The last row of each term of a subscription. */
const written = new WeakMap<SubscriptionTerm, { readonly subject: Subject; readonly cells: readonly CsvCell[] }>();

/** A line as a row of the file. Most of it stands in the row before: there may be a hundred thousand of them. */
export function reconciliationRow(state: State, line: InvoiceLine, invoiceNumber: string): readonly CsvCell[] {
  const subject = subjectOf(state, line, invoiceNumber);
  if (!subject) return [];
  const columns = columnsOf(invoiceKindOf(subject.subscription.commerce));
  const before = written.get(line.facts.term);
  const isKnown = before !== undefined && isAlike(before.subject, subject);
  const cells = columns.map(({ ofLine, cell }, index) =>
    isKnown && !ofLine ? (before.cells[index] ?? '') : cell(subject),
  );
  written.set(line.facts.term, { subject, cells });
  return cells;
}

/** Whether only what is of the line itself can differ. */
function isAlike(one: Subject, other: Subject): boolean {
  return (
    one.state === other.state &&
    one.invoiceNumber === other.invoiceNumber &&
    one.subscription === other.subscription &&
    one.order === other.order &&
    one.line.facts.catalogItemId === other.line.facts.catalogItemId &&
    one.line.facts.name === other.line.facts.name
  );
}

/**
 * A line as the API gives it. Licence-based lines carry JSON numbers and dates without a zone, the others strings and UTC
 * (REST API 11.1, 11.2).
 */
export function lineItem(state: State, line: InvoiceLine, invoiceNumber: string): Record<string, unknown> {
  const subject = subjectOf(state, line, invoiceNumber);
  if (!subject) return {};
  const kind = invoiceKindOf(subject.subscription.commerce);
  const legacy = kind === 'Recurring';
  const values = columnsOf(kind).map(({ header, wire, cell }): [string, unknown] => {
    const name = wire ?? header.charAt(0).toLowerCase() + header.slice(1);
    const value = cell(subject);
    if (typeof value === 'string') return [name, value];
    if (typeof value === 'number') return [name, legacy ? value : String(value)];
    if ('day' in value) return [name, value.day === '' ? null : `${value.day}T00:00:00${legacy ? '' : 'Z'}`];
    return [name, legacy ? Number(value.decimal) : value.decimal];
  });
  return {
    ...Object.fromEntries(values),
    ...(legacy ? { billingCycleType: subject.line.facts.term.billingCycle.toUpperCase() } : {}),
    invoiceLineItemType: 'billing_line_items',
    billingProvider: legacy ? 'office' : 'one_time',
    attributes: { objectType: legacy ? 'LicenseBasedLineItem' : 'OneTimeInvoiceLineItem' },
  };
}
