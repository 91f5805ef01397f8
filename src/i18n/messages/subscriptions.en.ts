import { cancellationReasons } from '../cancellation-text';
import { plural } from '../language';

/** Words of the API that a person should not have to read; unknown ones are shown as they are. */
const CYCLES: Record<string, string> = {
  monthly: 'Monthly',
  annual: 'Annual',
  triennial: 'Every three years',
  onetime: 'One-time',
};
const CHANGES: Record<string, string> = {
  purchase: 'bought',
  renewal: 'renewed',
  midTerm: 'added mid-term',
  upgrade: 'upgraded',
};
const REFUNDS: Record<string, string> = { full: 'with a full refund', prorated: 'with a prorated refund' };
const PROVISIONING: Record<string, string> = { success: 'Ready', pending: 'Pending', failed: 'Failed' };

const TERM = /^P(\d+)([MY])$/;

export const subscriptions = {
  title: 'Subscriptions',
  allTitle: 'Subscriptions',
  allSubtitle: 'Of all customers',
  customers: 'Customers',
  search: 'Search subscriptions',
  searchPlaceholder: 'Name or subscription ID',
  searchAllPlaceholder: 'Customer, name, or subscription ID',
  anyStatus: 'Any',
  found: (count: number, number: string) => `${number} ${plural(count, 'subscription', 'subscriptions')}`,
  addSubscription: 'Add subscription',
  exportSubscriptions: 'Export subscriptions',
  exporting: (done: string, total: string) => `Exporting ${done} of ${total} …`,
  exported: (count: number, number: string) =>
    `${number} ${plural(count, 'subscription', 'subscriptions')} saved as a CSV file.`,
  fileName: 'subscriptions',

  subscription: 'Subscription',
  customer: 'Customer',
  status: 'Status',
  quantity: 'Quantity',
  subscriptionId: 'Subscription ID',
  copyIdOf: (name: string) => `Copy the subscription ID of ${name}`,
  reseller: 'Reseller',
  endDate: 'Renewal or end date',
  noEnd: 'No end date',
  billingFrequency: 'Billing frequency',
  autoRenew: 'Auto-renew',
  on: 'On',
  off: 'Off',
  none: 'None',
  newCommerce: 'New commerce',
  trial: 'Trial',
  addOn: 'Add-on',
  goToPublisher: "Go to publisher's site",
  cycle: (code: string) => CYCLES[code.replaceAll(/[^a-z]/gi, '').toLowerCase()] ?? code,
  term: (code: string) => {
    const [, length, unit] = TERM.exec(code) ?? [];
    if (!length) return code;
    return unit === 'Y'
      ? `${length} ${plural(+length, 'year', 'years')}`
      : `${length} ${plural(+length, 'month', 'months')}`;
  },
  emptyTitle: 'No subscriptions yet',
  emptyText: 'Licensed products bought for this customer are listed here.',
  allEmptyText: 'No customer of this partner has a subscription in this world.',
  noMatchTitle: 'No subscription matches',
  noMatchText: 'Nothing fits this search and this status.',
  clearFilters: 'Clear search and status',
  usageTitle: 'Usage-based subscriptions',
  usageText: 'What they run is managed in the Azure portal, which is not part of this simulation.',

  details: 'Details',
  nickname: 'Nickname',
  nicknameTitle: 'Name',
  nicknameMissing: 'Enter a nickname.',
  nicknameHint: 'Only you and the customer see it. The offer keeps its own name.',
  submit: 'Submit',
  renamed: (name: string) => `The nickname is now “${name}”.`,
  copySubscriptionId: 'Copy the subscription ID',
  copyOrderNumber: 'Copy the order number',
  openOrder: 'Open in the order history',
  addOnOf: 'Add-on of',
  offer: 'Offer',
  publisher: 'Publisher',
  orderNumber: 'Order number',
  price: 'Price',
  noPrice: 'No price in advance',
  termDuration: 'Term',
  startDate: 'Start date',
  renewalDate: 'Renewal date',
  termEnd: 'End date',
  cycleEnd: 'Billing period ends',
  created: 'Bought',
  licenses: (count: number, number: string) => `${number} ${plural(count, 'license', 'licenses')}`,
  noQuantity: 'No license count',

  batches: 'Licenses by batch',
  batch: (count: number, number: string, kind: string) =>
    `${number} ${plural(count, 'license', 'licenses')}, ${CHANGES[kind] ?? kind}`,
  reducibleUntil: 'Can be removed until',
  supportUntil: 'Support removes them on request until',
  askSupport: (count: number) => `Ask support to remove ${plural(count, 'it', 'them')}`,
  notReducible: 'Cannot be removed now',
  timeLeft: (days: number, hours: number, minutes: number) => {
    if (days === 0 && hours === 0) {
      return minutes === 0 ? 'less than a minute left' : `${minutes} ${plural(minutes, 'minute', 'minutes')} left`;
    }
    const [larger, smaller] =
      days > 0
        ? [`${days} ${plural(days, 'day', 'days')}`, `${hours} ${plural(hours, 'hour', 'hours')}`]
        : [`${hours} ${plural(hours, 'hour', 'hours')}`, `${minutes} ${plural(minutes, 'minute', 'minutes')}`];
    return `${larger} ${smaller} left`;
  },
  canAdd: (count: number, number: string) => `Up to ${number} ${plural(count, 'license', 'licenses')} can be added.`,
  canRemove: (count: number, number: string) =>
    `Up to ${number} ${plural(count, 'license', 'licenses')} can be removed`,
  until: 'until',
  settlesOn: 'The latest change of the license count is settled on',

  editForm: 'Change the subscription',
  changeTitle: (name: string) => `Change ${name}?`,
  changed: (name: string) => `${name} is changed.`,
  nothingChanged: 'Nothing on this page has been changed.',

  active: 'Active',
  suspended: 'Suspended',
  suspend: 'Suspend',
  suspendText: 'Users lose access at once, billing goes on, and auto-renew is turned off.',
  suspendedText: 'Users lose access, and what is paid and unused is credited.',
  suspendTitle: (name: string) => `Suspend ${name}?`,
  suspendedNow: (name: string) => `${name} is suspended.`,
  suspensionSupport: 'Support can also suspend and reactivate it for you.',
  contactSupport: 'Contact support',
  suspendedSince: 'Suspended since',
  deletedAt: 'Deleted with all its data on',
  unlessReactivated: 'unless it is reactivated before.',
  reactivate: 'Reactivate',
  reactivateTitle: (name: string) => `Reactivate ${name}?`,
  reactivated: (name: string) => `${name} is active again.`,
  previewLoading: 'Working out what this would do …',
  previewEffects: 'What happens',
  previewCharges: 'Charges and credits',
  previewNoEffects: 'Nothing changes.',
  previewNoCharges: 'Nothing is charged for this.',
  previewNextInvoice: 'Next invoice',
  previewIrreversible: 'This cannot be undone.',
  previewUndoUntil: 'This can be undone until',
  confirmReactivate: 'Yes, reactivate',

  renewsAt: 'Renews on',
  cancelSubscription: 'Cancel subscription',
  cancelChosen: 'Cancellation is chosen. Submit goes on to the details; nothing has been canceled yet.',
  keepSubscription: 'Keep the subscription',
  cancelDetailsTitle: (name: string) => `Details of the cancellation of ${name}`,
  cancelDetailsText: 'Both are optional. They are kept in the history of the subscription.',
  cancelReason: 'Reason',
  cancelReasonNone: 'No reason',
  cancelReasons: cancellationReasons('en'),
  cancelNote: 'Note',
  cancelTitle: (name: string) => `Cancel ${name}?`,
  confirmCancel: 'Yes, cancel',
  canceled: (name: string) => `${name} is canceled.`,
  cancelUntil: 'Can be canceled until',
  cancelRefund: (refund: string) => REFUNDS[refund] ?? refund,

  addOns: 'Add-ons',
  addOnsText:
    'They follow the term of this subscription. The first charge is prorated to the end of the billing period.',
  licensesOf: (title: string) => `Licenses of ${title}`,
  addOnLicenses: (min: number, max: number) => `Enter 0, or a whole number from ${min} to ${max}.`,

  partners: 'Reseller and support',
  resellerMpnId: 'Reseller (MPN ID)',
  noReseller: 'No reseller',
  otherReseller: 'Indirect reseller not in the list? Enter MPN ID',
  verify: 'Verify',
  resellerKnown: (name: string, mpnId: string) => `${name} (${mpnId}) is your reseller. Submit saves it.`,
  resellerUnknown: (mpnId: string) => `None of your indirect resellers has the MPN ID ${mpnId}.`,
  supportContact: 'Designated support contact',

  convertTrial: 'Convert trial to paid subscription',
  convertText: (offer: string) =>
    `This trial does not become paid by itself. Converted, it is ${offer}, under the same subscription ID.`,
  apply: 'Apply',
  convertTitle: (name: string) => `Convert ${name}?`,
  converted: (name: string) => `${name} is a paid subscription now.`,

  provisioning: 'Provisioning',
  provisioningStatus: 'Provisioning status',
  provisioningWord: (status: string) => PROVISIONING[status] ?? status,
  provisionedLicenses: 'Licenses provisioned',
  provisionedUntil: 'Provisioned through',
  skuId: 'SKU ID',

  serviceRequests: 'Service requests',
  filedAt: 'Filed on',
  answeredAt: 'Answered on',
  answersAt: 'The answer comes on',
  requestOpen: 'Support has not answered yet.',

  setUpTitle: 'Set-up with the publisher',
  setUpText:
    'The publisher sets up the product and hands out its licenses. Finish the set-up on the publisher’s site, with this authorization code that names the purchase.',
  setUpDoneText: 'The set-up is complete.',
  authorizationCode: 'Authorization code',
  copyAuthorizationCode: 'Copy the authorization code',
  copyLink: 'Copy link',
  setUpPrivate:
    'To act for the customer, copy the link, open it in a private window, and sign in there with the customer’s account.',
  setUpNoMail:
    'No e-mail about the set-up is sent, neither to you nor to the customer. Pass on what the customer needs.',
  licensesAssigned: 'Licenses assigned',
  setUpConfirmed: 'Set-up confirmed',
  notYet: 'Not yet',
  confirmationCode: 'Confirmation code',
  confirmationHint: 'If the steps were taken in a private window, paste the code that its last page showed.',
  useConfirmation: 'Use code',
  confirmationWrong: 'This code does not belong to this purchase. Copy it from the publisher’s page again.',
  confirmationDone: 'The publisher’s steps are done.',

  charges: 'Charges',
  chargesText: 'Settled charges and credits, both dates inclusive. Charge types are the same words as in the files.',
  chargeStart: 'Charge start',
  chargeEnd: 'Charge end',
  chargeType: 'Charge type',
  unitPrice: 'Unit price',
  amount: 'Amount',
  onInvoice: (id: string) => `Invoice ${id}`,
  onEstimate: 'Not invoiced yet',
  lineOn: (number: number, id: string | null) =>
    id === null ? `Not invoiced yet: explain charge ${number}` : `Invoice ${id}: explain charge ${number}`,
  conservation: 'Conservation check',
  tiled: (from: string, to: string) => `Every day from ${from} to ${to} is charged exactly once.`,
  tiledBut: (from: string, to: string) => `Every day from ${from} to ${to} is charged exactly once, except these:`,
  notCharged: 'Not charged:',
  chargedTwice: 'Charged twice:',
  days: (count: number, number: string) => `${number} ${plural(count, 'day', 'days')}`,
  givenBackBy: (number: number) => `Given back by line ${number}`,
  charged: 'Charged',
  credited: 'Given back',
  net: 'Left of both',
  rounding: 'Of which added by rounding',
  noChargesTitle: 'No charges yet',
  noChargesText: 'Charges appear here as soon as they are settled.',

  history: 'History',
  historyNumber: 'No.',
  historyAt: 'When (UTC)',
  historyWhat: 'What happened',
  historyWho: 'Who',
  clock: 'The clock',
  noHistoryTitle: 'Nothing has happened yet',
  noHistoryText: 'Everything that happens to this subscription is listed here.',
};
