import type { User } from '../state';

/** Roles of people who sign in (portal 1.4), by their names in the directory. */
export const ROLES = [
  'GlobalAdmin',
  'UserManagementAdmin',
  'BillingAdmin',
  'AdminAgent',
  'SalesAgent',
  'HelpdeskAgent',
  'DefaultUser',
  'AccountAdmin',
  'MpnPartnerAdmin',
  'ReferralAdmin',
  'MarketingContentAdmin',
] as const;

export type Role = (typeof ROLES)[number];

/** What somebody may be allowed to do. */
export type Action =
  | 'viewCustomers'
  | 'exportCustomers'
  | 'addCustomer'
  | 'buy'
  | 'buySoftware'
  | 'manageSubscription'
  | 'manageMarketplaceSubscription'
  | 'cancelSoftware'
  | 'requestSupport'
  | 'viewBilling'
  | 'downloadInvoice'
  | 'viewReconciliation';

/** Who may do what: explicit sentences of the sources, then the table made of them (portal 1.4). */
const ALLOWED: Record<Action, readonly Role[]> = {
  viewCustomers: ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent'],
  exportCustomers: ['GlobalAdmin', 'AdminAgent'],
  addCustomer: ['GlobalAdmin', 'UserManagementAdmin', 'AdminAgent', 'SalesAgent'],
  // S0-2: the five roles of the page that describes buying.
  buy: ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent'],
  // S3-1.
  buySoftware: ['GlobalAdmin', 'AdminAgent'],
  manageSubscription: ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent'],
  // S2-1; portal 10-41.
  manageMarketplaceSubscription: ['GlobalAdmin', 'AdminAgent'],
  // S3-26; decisions 9.
  cancelSoftware: ['AdminAgent'],
  // Portal 1.4: "all signed-in users", each for their own requests.
  requestSupport: ROLES,
  // Portal 1.4 ("billing overview page"); S4-1 lets agents follow the bill, too.
  viewBilling: ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent'],
  // Portal 1.4 ("see bill, download invoice/recon"): the document itself is not for agents.
  downloadInvoice: ['GlobalAdmin', 'BillingAdmin', 'AdminAgent'],
  viewReconciliation: ['GlobalAdmin', 'UserManagementAdmin', 'BillingAdmin', 'AdminAgent'],
};

export interface RoleMissing {
  readonly type: 'RoleMissing';
  readonly action: Action;
  /** The roles of which one would do. */
  readonly roles: readonly Role[];
}

/** Whether a user may do something at all. Roles add up (portal 1.4). */
export function checkRole(user: User | undefined, action: Action): RoleMissing | undefined {
  const roles = ALLOWED[action];
  return user?.roles.some((role) => roles.includes(role)) ? undefined : { type: 'RoleMissing', action, roles };
}
