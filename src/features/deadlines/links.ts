import type { DeadlineRow } from '../../api/dashboard';

/** Where a customer's pages live. */
export function customerPath(customerId: string, page: string): string {
  return `/customers/${encodeURIComponent(customerId)}/${page}`;
}

/** Where a deadline's subscription is shown. */
export function subscriptionPath({ customerId, subscriptionId }: DeadlineRow): string {
  return customerPath(customerId, `subscriptions/${encodeURIComponent(subscriptionId)}`);
}

/** Where something can be done about a deadline: a section of the details page, or the form for support. */
export function actionPath(row: DeadlineRow): string {
  switch (row.action.kind) {
    case 'cancel':
      return `${subscriptionPath(row)}?cancel=1`;
    case 'reduceQuantity':
      return `${subscriptionPath(row)}#quantity`;
    case 'requestSupport': {
      const facts = new URLSearchParams({ subscription: row.subscriptionId });
      if (row.quantity !== null) facts.set('reduceBy', String(row.quantity));
      return `${customerPath(row.customerId, 'support/new')}?${facts}`;
    }
    case 'convertTrial':
      return `${subscriptionPath(row)}#conversion`;
    case 'autoRenew':
    case 'reactivate':
      return `${subscriptionPath(row)}#status`;
  }
}

export type KeyedRow = DeadlineRow & { key: string };

/** Gives each row a name of its own: licences that came at the same instant share everything else. */
export function keyed(rows: readonly DeadlineRow[]): KeyedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = `${row.subscriptionId} ${row.kind} ${row.at}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...row, key: `${name} ${count}` };
  });
}
