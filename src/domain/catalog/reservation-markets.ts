/**
 * The markets in which Azure reservations are not sold (S3-5): 109 names, in the order of the three columns of S3-6
 * (37, 37, 35). Names are those of the documents, not of ISO: Bonaire, Saba and Sint Eustatius share BQ, Jan Mayen and
 * Svalbard share SJ, so there are 106 codes. Countries are compared by code only: Norway is not Svalbard.
 */

/** Code, English name, Swedish name where it differs. */
type Row = readonly [country: string, en: string, sv?: string];

const ROWS: readonly Row[] = [
  ['AX', 'Aland Islands', 'Åland'],
  ['AS', 'American Samoa', 'Amerikanska Samoa'],
  ['AD', 'Andorra'],
  ['AI', 'Anguilla'],
  ['AQ', 'Antarctica', 'Antarktis'],
  ['AG', 'Antigua and Barbuda', 'Antigua och Barbuda'],
  ['AW', 'Aruba'],
  ['AZ', 'Azerbaijan', 'Azerbajdzjan'],
  ['BJ', 'Benin'],
  ['BT', 'Bhutan'],
  ['BQ', 'Bonaire'],
  ['BV', 'Bouvet Island', 'Bouvetön'],
  ['IO', 'British Indian Ocean Territory', 'Brittiska territoriet i Indiska Oceanen'],
  ['VG', 'British Virgin Islands', 'Brittiska Jungfruöarna'],
  ['BF', 'Burkina Faso'],
  ['BI', 'Burundi'],
  ['KH', 'Cambodia', 'Kambodja'],
  ['CF', 'Central African Republic', 'Centralafrikanska Republiken'],
  ['TD', 'Chad', 'Tchad'],
  ['CN', 'China', 'Kina'],
  ['CX', 'Christmas Island', 'Julön'],
  ['CC', 'Cocos (Keeling) Islands', 'Kokosöarna'],
  ['KM', 'Comoros', 'Komorerna'],
  ['CG', 'Congo', 'Kongo'],
  ['CD', 'Congo (DRC)', 'Kongo (DR)'],
  ['CK', 'Cook Islands', 'Cooköarna'],
  ['DJ', 'Djibouti'],
  ['DM', 'Dominica'],
  ['GQ', 'Equatorial Guinea', 'Ekvatorialguinea'],
  ['ER', 'Eritrea'],
  ['FK', 'Falkland Islands', 'Falklandsöarna'],
  ['GF', 'French Guiana', 'Franska Guyana'],
  ['PF', 'French Polynesia', 'Franska Polynesien'],
  ['TF', 'French Southern Territories', 'Franska sydterritorierna'],
  ['GA', 'Gabon'],
  ['GM', 'Gambia'],
  ['GI', 'Gibraltar'],
  ['GL', 'Greenland', 'Grönland'],
  ['GD', 'Grenada'],
  ['GP', 'Guadeloupe'],
  ['GU', 'Guam'],
  ['GG', 'Guernsey'],
  ['GN', 'Guinea'],
  ['GW', 'Guinea-Bissau'],
  ['GY', 'Guyana'],
  ['HT', 'Haiti'],
  ['HM', 'Heard Island and McDonald Islands', 'Heard- och McDonaldöarna'],
  ['IM', 'Isle of Man'],
  ['SJ', 'Jan Mayen'],
  ['JE', 'Jersey'],
  ['KI', 'Kiribati'],
  ['XK', 'Kosovo'],
  ['LA', 'Laos'],
  ['LS', 'Lesotho'],
  ['LR', 'Liberia'],
  ['MG', 'Madagascar', 'Madagaskar'],
  ['MW', 'Malawi'],
  ['MV', 'Maldives', 'Maldiverna'],
  ['ML', 'Mali'],
  ['MH', 'Marshall Islands', 'Marshallöarna'],
  ['MQ', 'Martinique'],
  ['MR', 'Mauritania', 'Mauretanien'],
  ['YT', 'Mayotte'],
  ['FM', 'Micronesia', 'Mikronesien'],
  ['MS', 'Montserrat'],
  ['MZ', 'Mozambique', 'Moçambique'],
  ['MM', 'Myanmar'],
  ['NR', 'Nauru'],
  ['NC', 'New Caledonia', 'Nya Kaledonien'],
  ['NE', 'Niger'],
  ['NU', 'Niue'],
  ['NF', 'Norfolk Island', 'Norfolkön'],
  ['MP', 'Northern Mariana Islands', 'Nordmarianerna'],
  ['PW', 'Palau'],
  ['PG', 'Papua New Guinea', 'Papua Nya Guinea'],
  ['PN', 'Pitcairn Islands', 'Pitcairnöarna'],
  ['RE', 'Reunion', 'Réunion'],
  ['BQ', 'Saba'],
  ['BL', 'Saint Barthélemy'],
  ['LC', 'Saint Lucia'],
  ['MF', 'Saint Martin'],
  ['PM', 'Saint Pierre and Miquelon', 'Saint-Pierre och Miquelon'],
  ['VC', 'Saint Vincent and the Grenadines', 'Saint Vincent och Grenadinerna'],
  ['WS', 'Samoa'],
  ['SM', 'San Marino'],
  ['ST', 'São Tomé and Príncipe', 'São Tomé och Príncipe'],
  ['SC', 'Seychelles', 'Seychellerna'],
  ['SL', 'Sierra Leone'],
  ['BQ', 'Sint Eustatius'],
  ['SX', 'Sint Maarten'],
  ['SB', 'Solomon Islands', 'Solomonöarna'],
  ['SO', 'Somalia'],
  ['GS', 'South Georgia and South Sandwich Islands', 'Sydgeorgien och Sydsandwichöarna'],
  ['SS', 'South Sudan', 'Sydsudan'],
  ['SH', 'St Helena, Ascension, Tristan da Cunha', 'S:t Helena, Ascension och Tristan da Cunha'],
  ['SR', 'Suriname', 'Surinam'],
  ['SJ', 'Svalbard'],
  ['SZ', 'Swaziland', 'Swaziland (Eswatini)'],
  ['TL', 'Timor-Leste'],
  ['TG', 'Togo'],
  ['TK', 'Tokelau'],
  ['TO', 'Tonga'],
  ['TC', 'Turks and Caicos Islands', 'Turks- och Caicosöarna'],
  ['TV', 'Tuvalu'],
  ['UM', 'U.S. Outlying Islands', 'USA:s yttre öar'],
  ['VU', 'Vanuatu'],
  ['VA', 'Vatican City', 'Vatikanstaten'],
  ['WF', 'Wallis and Futuna', 'Wallis- och Futunaöarna'],
  ['YE', 'Yemen', 'Jemen'],
];

export interface ReservationMarket {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly en: string;
  readonly sv: string;
}

/** Every listed name; several may share a code. */
export const MARKETS_WITHOUT_RESERVATIONS: readonly ReservationMarket[] = ROWS.map(([country, en, sv = en]) => ({
  country,
  en,
  sv,
}));

const CODES = new Set(ROWS.map(([country]) => country));

/** Whether a customer in `country` (alpha-2) can be sold Azure reservations. */
export function sellsReservations(country: string): boolean {
  return !CODES.has(country);
}
