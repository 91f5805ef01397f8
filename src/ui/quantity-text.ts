/** The whole number that a person typed, when it is one between `min` and `max`. The API decides; this only bounds. */
export function checkQuantityText(text: string, min: number, max: number): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{1,9}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value >= min && value <= max ? value : undefined;
}

/** Where a step of `by` leads from what is typed; from text that is no number, to the nearest end. */
export function stepQuantity(text: string, by: number, min: number, max: number): string {
  const trimmed = text.trim();
  if (!/^-?\d{1,9}$/.test(trimmed)) return String(by > 0 ? min : max);
  return String(Math.min(max, Math.max(min, Number(trimmed) + by)));
}
