import { describe, expect, test } from 'vitest';
import { changeSearch, readSearch } from './url-state';

describe('state in the address', () => {
  test('is read as a plain record', () => {
    expect(readSearch('?search=a%20b&status=active')).toEqual({ search: 'a b', status: 'active' });
    expect(readSearch('')).toEqual({});
  });

  test('a change touches its own names only', () => {
    expect(changeSearch('?search=a&status=active', { status: 'suspended' })).toBe('?search=a&status=suspended');
    expect(changeSearch('?search=a', { sort: 'name' })).toBe('?search=a&sort=name');
  });

  test('an empty value removes its name', () => {
    expect(changeSearch('?search=a&status=active', { search: '' })).toBe('?status=active');
    expect(changeSearch('?search=a', { search: undefined })).toBe('');
  });
});
