import { plural } from '../language';

export const common = {
  productName: 'Partner Center in a tab',
  unofficial:
    'Unofficial simulation with made-up customers. Not a Microsoft product; nothing here is bought or billed.',
  utcNote: 'All dates and times are in UTC. Your local date can differ by up to 24 hours.',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  ok: 'OK',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading …',
  notFoundTitle: 'Not found',
  notFoundText: 'There is nothing at this address in this world. The clock may have been rewound, or the link is old.',
  errorTitle: 'Something went wrong',
  transportError: 'No answer arrived. Nothing was lost: try again.',
  refusedTitle: 'Not allowed',
  items: (count: number) => `${count} ${plural(count, 'item', 'items')}`,
  licenses: (count: number) => `${count} ${plural(count, 'license', 'licenses')}`,
};
