/**
 * Colours of the product families: Fluent's palette in the shade that stands out from the card by at least 3 : 1 in
 * light and dark (measured: 3.2 : 1 and more); neighbours differ in hue.
 */
const COLORS = [
  'Blue',
  'Pumpkin',
  'Teal',
  'Grape',
  'Brass',
  'Cranberry',
  'Forest',
  'Navy',
  'Lilac',
  'Platinum',
  'Brown',
  'Steel',
].map((name) => `var(--colorPalette${name}BorderActive)`);

/** The colour of the family in this place; with more families than colours they come round again. */
export function colorOf(index: number): string {
  return COLORS[index % COLORS.length] ?? 'currentColor';
}
