import { describe, expect, test } from 'vitest';
import type { User } from '../state';
import { story } from '../testing/story';
import { checkRole, ROLES, type Action, type Role } from './roles';

function user(...roles: Role[]): User {
  return { id: 'x', name: 'x', roles };
}

describe('the table of portal 1.4', () => {
  test.each<[Action, Role[]]>([
    ['viewCustomers', ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent']],
    ['addCustomer', ['GlobalAdmin', 'UserManagementAdmin', 'AdminAgent', 'SalesAgent']],
    ['buy', ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent']],
    ['buySoftware', ['GlobalAdmin', 'AdminAgent']],
    ['manageSubscription', ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent']],
    ['manageMarketplaceSubscription', ['GlobalAdmin', 'AdminAgent']],
    ['viewBilling', ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent']],
    ['downloadInvoice', ['GlobalAdmin', 'BillingAdmin', 'AdminAgent']],
  ])('%s: %j and nobody else', (action, allowed) => {
    expect(ROLES.filter((role) => checkRole(user(role), action) === undefined)).toEqual(
      ROLES.filter((role) => allowed.includes(role)),
    );
    expect(checkRole(user('DefaultUser'), action)).toEqual({ type: 'RoleMissing', action, roles: allowed });
    expect(checkRole(undefined, action)).toMatchObject({ type: 'RoleMissing' });
    expect(checkRole(user(), action)).toMatchObject({ type: 'RoleMissing' });
  });

  test('roles add up', () => {
    expect(checkRole(user('DefaultUser', 'BillingAdmin', 'UserManagementAdmin'), 'buy')).toBeUndefined();
    expect(checkRole(user('DefaultUser', 'BillingAdmin', 'UserManagementAdmin'), 'addCustomer')).toBeUndefined();
  });
});

describe('who may change a subscription', () => {
  test.each([
    ['office', 'sara', undefined],
    ['business', 'sara', undefined],
    ['saas', 'sara', 'manageMarketplaceSubscription'],
    ['saas', 'bill', 'manageMarketplaceSubscription'],
    ['saas', 'anna', undefined],
    ['office', 'uma', 'manageSubscription'],
    ['office', 'dave', 'manageSubscription'],
  ])('%s by %s: needs %s (portal 10-41)', (key, by, missing) => {
    const told = story();
    const id = told.buy('contoso', key);
    const before = told.subscription(id);
    const refusal = told.refusal(told.change(id, { friendlyName: 'Renamed' }), by);
    if (missing) {
      expect(refusal).toMatchObject({ type: 'RoleMissing', action: missing });
      expect(told.subscription(id)).toEqual(before);
    } else {
      expect(refusal).toBeUndefined();
      expect(told.subscription(id).friendlyName).toBe('Renamed');
    }
  });

  test('refused access leaves one entry in the log and nothing else (decisions 9)', () => {
    const told = story();
    const count = told.world.records.length;
    told.done({ type: 'RecordRefusedAccess', action: 'buy', customerId: 'contoso' }, 'dave');
    expect(told.world.records.slice(count)).toMatchObject([
      { by: 'dave', events: [{ type: 'AccessRefused', action: 'buy', customerId: 'contoso' }] },
    ]);
  });
});
