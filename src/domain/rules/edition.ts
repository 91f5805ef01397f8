/**
 * The numbers of the rules, as dated data. An edition is chosen when a world starts; a later edition never changes what
 * already happened, because windows and prices go into the events.
 */
export interface RulesEdition {
  readonly name: string;
  /** Days a cart lives after it was created (REST API, carts). */
  readonly cartLifetimeDays: number;
  /** Hours from the start of a new-commerce term in which it can be cancelled or reduced (S0-67, S0-95). */
  readonly newCommerceWindowHours: number;
  /** Whether licences added mid-term can be taken away by oneself; otherwise only support does (S0-70; portal 10-9). */
  readonly midTermReducedByOneself: boolean;
  /** How long support takes to answer a request, in hours of simulated time (decisions 36). */
  readonly supportAnswerHours: number;
  /** Hours after the order in which a monthly marketplace subscription can be returned in full (S0-50). */
  readonly marketplaceMonthlyWindowHours: number;
  /** Days after the order in which an annual marketplace subscription can be returned in full (S0-52). */
  readonly marketplaceAnnualWindowDays: number;
  /** Days from suspension to the deletion of data (S0-44, S0-62) and the cap of the legacy rule. */
  readonly suspendedDataDays: number;
  readonly legacySuspendedDataDaysMost: number;
  /** Legacy suspension within this time of the purchase credits everything (S4 "before 30 days"). */
  readonly legacyFullCreditDays: number;
  /** New commerce after its term: usable, then kept for the administrator (decisions 35). */
  readonly expiredDays: number;
  readonly disabledDays: number;
  /** Free trials: days on the calendar and fixed licences (S0-30, portal 6.6). */
  readonly trialDays: number;
  readonly trialLicenses: number;
  /** From this day on, software subscriptions renew by default (portal 6.1). */
  readonly softwareRenewsFrom: string;
}

/** October 2021, as S0…S4 say it: the default. */
const EDITION_2021_10: RulesEdition = {
  name: '2021-10',
  cartLifetimeDays: 7,
  newCommerceWindowHours: 72,
  midTermReducedByOneself: false,
  supportAnswerHours: 1,
  marketplaceMonthlyWindowHours: 24,
  marketplaceAnnualWindowDays: 14,
  suspendedDataDays: 90,
  legacySuspendedDataDaysMost: 120,
  legacyFullCreditDays: 30,
  expiredDays: 30,
  disabledDays: 90,
  trialDays: 30,
  trialLicenses: 25,
  softwareRenewsFrom: '2021-10-14',
};

/** October 2023: seven days in new commerce, for licences added mid-term as well (portal 10-8, 10-9). */
const EDITION_2023_10: RulesEdition = {
  ...EDITION_2021_10,
  name: '2023-10',
  newCommerceWindowHours: 168,
  midTermReducedByOneself: true,
};

const EDITIONS: readonly RulesEdition[] = [EDITION_2021_10, EDITION_2023_10];

/** Names of the editions that a scenario may ask for. */
export const EDITION_NAMES: readonly string[] = EDITIONS.map(({ name }) => name);

/** The edition of a name; `undefined` when this build has none. */
export function editionOf(name: string): RulesEdition | undefined {
  return EDITIONS.find((edition) => edition.name === name);
}
