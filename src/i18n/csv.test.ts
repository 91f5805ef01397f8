import { describe, expect, test } from 'vitest';
import { cellText, csvText, defuseText } from './csv';

describe('CSV export (decisions 38)', () => {
  test('text that a spreadsheet would run is defused', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) expect(defuseText(text)).toBe(`'${text}`);
    expect(defuseText('Contoso = fine')).toBe('Contoso = fine');
  });

  test('numbers are never defused, not even negative ones', () => {
    expect(cellText(-12.5, 'en')).toBe('-12.5');
    expect(cellText(-12.5, 'sv')).toBe('-12,5');
    expect(cellText({ decimal: '-100.80' }, 'en')).toBe('-100.80');
    expect(cellText({ decimal: '-100.80' }, 'sv')).toBe('-100,80');
  });

  test('days are written as each language reads them', () => {
    expect(cellText({ day: '2021-09-01' }, 'en')).toBe('9/1/2021');
    expect(cellText({ day: '2021-09-01T08:00:00Z' }, 'sv')).toBe('2021-09-01');
    expect(cellText({ day: '' }, 'en')).toBe('');
  });

  test('the English file has commas, the Swedish one semicolons, both a byte order mark', () => {
    const rows = [['Contoso, Ltd', 3.5, { decimal: '10.08' }, '=cmd']] as const;
    const header = ['Customer', 'Quantity', 'Amount', 'Note'];
    expect(csvText(header, rows, 'en')).toBe('\uFEFFCustomer,Quantity,Amount,Note\r\n"Contoso, Ltd",3.5,10.08,\'=cmd');
    expect(csvText(header, rows, 'sv')).toBe("\uFEFFCustomer;Quantity;Amount;Note\r\nContoso, Ltd;3,5;10,08;'=cmd");
  });

  test('quotes and line breaks survive', () => {
    expect(csvText(['Name'], [['a "b"\nc']], 'en')).toBe('\uFEFFName\r\n"a ""b""\nc"');
  });
});
