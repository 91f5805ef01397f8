import { plural } from './language';

/** The words of an invoice as a document (portal 9.2). Charge types stay English everywhere. */
export const statement = {
  title: 'Invoice',
  numbered: (id: string) => `Invoice ${id}`,
  author: 'Partner Center in a tab (simulation)',
  simulation: 'Simulation — not a real invoice',
  simulationText:
    'Made by an unofficial simulation of Partner Center with made-up customers. Nothing was bought or billed. Do not pay it.',
  billTo: 'Bill to',
  recipient: 'Service recipient',
  mpnId: (id: string) => `MPN ID ${id}`,
  details: 'Invoice details',
  number: 'Invoice number',
  date: 'Invoice date',
  period: 'Billing period',
  terms: 'Payment terms',
  days: (count: number) => `${count} ${plural(count, 'day', 'days')}`,
  due: 'Payment due date',
  order: 'Customer PO',
  currency: 'Currency',
  customerNumber: 'Customer number',
  fein: 'Microsoft US FEIN',
  summary: 'Charges summary',
  amount: 'Amount',
  charges: { Recurring: 'License-based charges', OneTime: 'New commerce and one-time charges' },
  usage: 'Usage-based charges',
  discounts: 'Discounts',
  credits: 'Credits',
  subtotal: 'Subtotal',
  tax: 'Tax',
  otherCredits: 'Other credits',
  total: 'Total current charges',
  instructions: 'Payment instructions',
  instructionsText: (id: string, due: string) =>
    `There is nothing to pay: the invoice is simulated, and so is its payment. A real invoice names a bank account here, to be paid by ${due} with the reference ${id}.`,
  service: 'Customer service',
  serviceText:
    'In Partner Center under Support. On the page of the invoice, under Billing, every line explains how its amount came about and what brought it.',
  lines: 'Charges in detail',
  linesText: (count: number, number: string) =>
    `${number} ${plural(count, 'line', 'lines')}, by customer. The unit price is that of the days charged, in the currency of the price list.`,
  columns: {
    date: 'Date',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    discounts: 'Discounts',
    amount: 'Pre-tax amount',
    tax: 'Tax',
    total: 'Total',
  },
  publisher: (name: string) => `Publisher: ${name}`,
  rate: (rate: string) => `Exchange rate: ${rate}`,
  customerTotal: (name: string) => `Subtotal of ${name}`,
  customerCut: (name: string) => `Subtotal of ${name}, the lines shown`,
  rest: (count: number, number: string) =>
    `${number} more ${plural(count, 'line', 'lines')}: the reconciliation file has them all`,
  allLines: 'Total of the invoice',
  publishers: 'Publishers',
  publishersText: 'These publishers sell the products that name them. Microsoft collects for them.',
  publisherName: 'Publisher',
  publisherSite: 'Site',
  noSite: 'Not known',
  page: (page: string, of: string) => `${page} of ${of}`,
};

export type StatementWords = typeof statement;
