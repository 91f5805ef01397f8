/** English, joined from the areas. `Messages` is the contract that Swedish must fulfil. */
import { billing } from './billing.en';
import { bulk } from './bulk.en';
import { cart } from './cart.en';
import { catalog } from './catalog.en';
import { common } from './common.en';
import { customers } from './customers.en';
import { deadlines } from './deadlines.en';
import { home } from './home.en';
import { publisher } from './publisher.en';
import { renewals } from './renewals.en';
import { shell } from './shell.en';
import { simulation } from './simulation.en';
import { subscriptions } from './subscriptions.en';
import { support } from './support.en';
import { terms } from './terms.en';
import { ui } from './ui.en';

export const messages = {
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

/** Widens literal texts to `string`, so that another language can say the same in its own words. */
type Translatable<Value> = Value extends string
  ? string
  : Value extends (...inputs: infer Inputs) => string
    ? (...inputs: Inputs) => string
    : { [Key in keyof Value]: Translatable<Value[Key]> };

export type Messages = Translatable<typeof messages>;
