import { describe, expect, test } from 'vitest';
import { checkQuantityText, stepQuantity } from './quantity-text';

describe('what is typed into a quantity', () => {
  test('counts when it is a whole number within the bounds', () => {
    expect(checkQuantityText(' 12 ', 1, 300)).toBe(12);
    for (const text of ['', 'abc', '1.5', '1e3', '-1', '0', '301', '12345678901']) {
      expect(checkQuantityText(text, 1, 300)).toBeUndefined();
    }
  });

  test('steps stay within the bounds and start at an end when there is no number', () => {
    expect(stepQuantity('5', 1, 1, 300)).toBe('6');
    expect(stepQuantity('1', -1, 1, 300)).toBe('1');
    expect(stepQuantity('999', 1, 1, 300)).toBe('300');
    expect(stepQuantity('abc', 1, 1, 300)).toBe('1');
    expect(stepQuantity('abc', -1, 1, 300)).toBe('300');
  });
});
