import { plural } from '../language';

const SEVERITIES: Record<string, string> = { critical: 'Critical', moderate: 'Moderate', minimal: 'Minimal' };

/** What stands in the description until the person has written something better. */
const PLACEHOLDERS = {
  id: '[subscription ID or order ID]',
  reason: '[why the money should be given back]',
  amount: '[amount and currency]',
};

/** Requests to support: the form, what became of one, the list of one's own. */
export const support = {
  customers: 'Customers',
  title: 'Report a problem with Partner Center',
  details: 'Details',
  topic: 'Type of problem',
  impact: 'Impact',
  severity: (code: string) => SEVERITIES[code] ?? code,
  requestTitle: 'Title',
  titleFor: (name: string) => `Purchase or refund: ${name}`,
  titleForReduction: (name: string) => `Remove licenses added mid-term: ${name}`,
  titleRule: (most: number) => `Write a title of at most ${most} characters.`,
  description: 'Description',
  descriptionHint:
    'Support needs the customer’s tenant GUID or domain, the subscription ID or order ID, the reason for the refund, and the amount requested.',
  descriptionRule: (most: string) => `Describe the problem in at most ${most} characters.`,
  descriptionUnfinished: (words: string) => `Write what support needs to know in place of: ${words}.`,
  placeholders: PLACEHOLDERS,
  template: (facts: { company: string; domain: string; tenant: string; subscription: string; order: string }) =>
    [
      `Customer: ${facts.company}`,
      `Customer tenant: ${facts.tenant} (${facts.domain})`,
      ...(facts.subscription ? [`Subscription ID: ${facts.subscription}`] : []),
      ...(facts.order ? [`Order ID: ${facts.order}`] : []),
      ...(facts.subscription || facts.order ? [] : [`Subscription ID or order ID: ${PLACEHOLDERS.id}`]),
    ].join('\n'),
  refundLines: (reason: string, amount: string) => `Refund reason: ${reason}\nAmount requested: ${amount}`,
  reductionReason: 'Licenses that were added mid-term are not needed.',
  reductionAmount: 'The prorated amount of the licenses that are removed.',
  licensesToRemove: 'Licenses to remove',
  possible: (count: number, number: string) =>
    `Support can remove up to ${number} ${plural(count, 'license', 'licenses')} that ${plural(count, 'was', 'were')} added mid-term.`,
  possibleUntil: 'The first of these windows closes at',
  notPossible: 'Support cannot remove any licenses of this subscription now.',
  contact: 'Contact',
  contactHint: 'Whom support may get in touch with.',
  name: 'Name',
  nameRule: (most: number) => `Write a name of at most ${most} characters.`,
  email: 'E-mail',
  emailRule: 'Write an e-mail address such as anna@example.com, at most 254 characters.',
  phone: 'Phone',
  phoneRule: (least: number, most: number) => `Write a phone number of ${least} to ${most} characters.`,
  files: 'Files (optional)',
  addFiles: 'Add files',
  filesHint: 'This simulation sends no file contents: only the names are kept, on this page.',
  removeFile: (name: string) => `Remove ${name}`,
  submit: 'Submit',

  numbered: (number: string) => `Service request ${number}`,
  sent: (number: string) => `The request was submitted. Its number is ${number}.`,
  filesKept: (names: string) => `Named as attached, not sent: ${names}`,
  copyNumber: 'Copy the request number',
  number: 'Number',
  status: 'Status',
  statusOf: { open: 'Open', closed: 'Closed' },
  filedAt: 'Submitted (UTC)',
  answer: 'Answer',
  answersAt: 'Support answers at',
  clockHint: 'Simulated time stands still until you move it.',
  noAnswer: 'Support keeps the request open; in this simulation it does not act on it by itself.',
  subscription: 'Subscription',
  noSubscription: 'None',
  backToSubscription: (name: string) => `Back to ${name}`,

  requests: 'Service requests',
  newRequest: 'New request',
  onlyYours: 'Only the person who submitted a request sees it. These are yours for this customer.',
  emptyTitle: 'No service requests of yours',
  emptyText: 'What you ask support about this customer is listed here. Requests of others are not shown.',
};
