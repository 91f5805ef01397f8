import { plural } from '../language';

export const publisher = {
  title: (name: string) => `${name}: set-up`,
  playedTitle: 'The publisher’s site, played by the simulation',
  playedText:
    'In real life this page belongs to the publisher and looks different. Here you take the publisher’s part yourself.',
  publisherName: 'Publisher',
  offer: 'Offer',
  customer: 'Customer',
  licenses: 'Licenses',
  licenseCount: (count: number, number: string) => `${number} ${plural(count, 'license', 'licenses')}`,
  noLicenses: 'Metered, no license count',
  authorizationCode: 'Authorization code',
  steps: 'Set-up steps',
  billingNote:
    'Billing starts only when both steps are done: the publisher has assigned the licenses and has confirmed the set-up to Microsoft. The order of the two does not matter.',
  assign: 'Assign licenses',
  assignText: 'The customer’s licenses are handed out in the publisher’s own system.',
  assigned: 'Licenses assigned',
  confirm: 'Confirm set-up',
  confirmText: 'The publisher tells Microsoft that the set-up is complete.',
  confirmed: 'Set-up confirmed',
  complete: 'Both steps are done. The subscription is active and billing has started.',
  back: 'Back to the subscription',
  codeTitle: 'Was this page opened in a private window?',
  codeText:
    'A private window has a world of its own. Copy this confirmation code and paste it on the subscription’s page in the window where the purchase was made; both steps are then carried out there.',
  confirmationCode: 'Confirmation code',
  copyConfirmationCode: 'Copy the confirmation code',
  otherWorldTitle: 'This purchase belongs to another window',
  otherWorldText:
    'This window has a world of its own and knows the purchase only from the link. Take the steps here, then carry the confirmation code back.',
  doneHere: 'Done in this window',
};
