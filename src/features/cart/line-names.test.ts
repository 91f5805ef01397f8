import { describe, expect, it } from 'vitest';
import { fitNames, leave, nameLines, startLeaving, stay } from './line-names';

describe('names of cart lines', () => {
  const three = nameLines(3);

  it('stay the same object while nothing changes', () => {
    expect(fitNames(three, 3)).toBe(three);
  });

  it('survive a removal: first the answer, then the view', () => {
    const answered = leave(startLeaving(three, 1), 1);
    const before = fitNames(answered, 3);
    expect(before.shown).toEqual([0, 1, 2]);
    expect(before.now).toEqual([0, 2]);
    expect(fitNames(before, 2)).toMatchObject({ shown: [0, 2], now: [0, 2], leaving: [] });
  });

  it('survive a removal: first the view, then the answer', () => {
    const seen = fitNames(startLeaving(three, 0), 2);
    expect(seen).toMatchObject({ shown: [1, 2], now: [1, 2] });
    expect(leave(seen, 0)).toMatchObject({ now: [1, 2], leaving: [] });
  });

  it('are kept when a removal is refused', () => {
    expect(stay(startLeaving(three, 2), 2)).toEqual(three);
  });

  it('are new when somebody else changed the cart', () => {
    expect(fitNames(three, 5)).toMatchObject({ shown: [3, 4, 5, 6, 7], now: [3, 4, 5, 6, 7], next: 8 });
  });
});
