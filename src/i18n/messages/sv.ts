/** Swedish, joined from the areas; words follow the glossary (S0–S4 in Swedish). */
import type { Messages } from './en';
import { billing } from './billing.sv';
import { bulk } from './bulk.sv';
import { cart } from './cart.sv';
import { catalog } from './catalog.sv';
import { common } from './common.sv';
import { customers } from './customers.sv';
import { deadlines } from './deadlines.sv';
import { home } from './home.sv';
import { publisher } from './publisher.sv';
import { renewals } from './renewals.sv';
import { shell } from './shell.sv';
import { simulation } from './simulation.sv';
import { subscriptions } from './subscriptions.sv';
import { support } from './support.sv';
import { terms } from './terms.sv';
import { ui } from './ui.sv';

export const messages: Messages = {
  billing,
  bulk,
  cart,
  catalog,
  common,
  customers,
  deadlines,
  home,
  publisher,
  renewals,
  shell,
  simulation,
  subscriptions,
  support,
  terms,
  ui,
};
