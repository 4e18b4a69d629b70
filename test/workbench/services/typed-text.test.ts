/** What Sheets makes of typed text. */

import { describe, expect, it } from 'vitest';
import { parseTyped } from '../../../workbench/services/typed-text';

const typed = (text: string, locale = 'en_US', format = '') => {
  const { input, format: suggested } = parseTyped(text, { locale, format, year: 2026 });
  return 'formula' in input ? [input.formula] : [input.value, suggested ?? ''];
};

describe('typed numbers', () => {
  it.each([
    ['1.5', 1.5, ''],
    ['-3', -3, ''],
    ['01234', 1234, ''],
    ['.5', 0.5, ''],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['50%', 0.5, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['$1,800.00', 1800, '$#,##0.00'],
    ['-$20', -20, '$#,##0'],
    ['1e3', 1000, ''],
  ])('reads %s in English', (text, value, format) => {
    expect(typed(text)).toEqual([value, format]);
  });

  it('reads the separators of the locale', () => {
    expect(typed('1.234,5', 'de_DE')).toEqual([1234.5, '#,##0.00']);
    expect(typed('1,5', 'de_DE')).toEqual([1.5, '']);
    expect(typed('1.5', 'de_DE')[1]).toBe('dd.mm.yyyy');
    expect(typed('1 234,5', 'fr_FR')).toEqual([1234.5, '#,##0.00']);
  });
});

describe('typed dates', () => {
  const serial = (text: string) => Date.parse(`${text}Z`) / 86_400_000 + 25_569;

  it.each([
    ['11/23/2026', 'en_US', '2026-11-23', 'm/d/yyyy'],
    ['11/23/26', 'en_US', '2026-11-23', 'm/d/yyyy'],
    ['2026-11-23', 'en_US', '2026-11-23', 'yyyy-mm-dd'],
    ['1-2', 'en_US', '2026-01-02', 'm/d/yyyy'],
    ['23 Nov 2026', 'en_US', '2026-11-23', 'd mmm yyyy'],
    ['Nov 23, 2026', 'en_US', '2026-11-23', 'd mmm yyyy'],
    ['23.11.2026', 'de_DE', '2026-11-23', 'dd.mm.yyyy'],
    ['2026-11-23', 'de_DE', '2026-11-23', 'yyyy-mm-dd'],
    ['23/11/2026', 'en_GB', '2026-11-23', 'dd/mm/yyyy'],
  ])('reads %s in %s', (text, locale, day, format) => {
    expect(typed(text, locale)).toEqual([serial(day), format]);
  });

  it('reads a date with a time', () => {
    const [value, format] = typed('2026-11-23 9:30');
    expect(value).toBeCloseTo(serial('2026-11-23T09:30'), 9);
    expect(format).toBe('yyyy-mm-dd h:mm');
  });

  it.each(['13/32/2026', '2026-02-30', '31.11.2026', 'Nov 31, 2026'])('leaves %s as text', text => {
    expect(typed(text)).toEqual([text, '']);
  });
});

describe('typed times', () => {
  it.each([
    ['9:00', 9, 'h:mm'],
    ['17:30', 17.5, 'h:mm'],
    ['1:30:15', 1.5 + 15 / 3600, 'h:mm:ss'],
    ['5:00 PM', 17, 'h:mm AM/PM'],
    ['12:15 am', 0.25, 'h:mm AM/PM'],
    ['26:00', 26, '[h]:mm:ss'],
    ['-1:30', -1.5, '[h]:mm:ss'],
  ])('reads %s as hours', (text, hours, format) => {
    const [value, suggested] = typed(text);
    expect(Number(value) * 24).toBeCloseTo(hours, 9);
    expect(suggested).toBe(format);
  });

  it('takes no 13 PM and no 60th minute for a time', () => {
    expect(typed('13:00 PM')[0]).toBe('13:00 PM');
    expect(typed('1:60')[0]).toBe('1:60');
  });
});

describe('typed text', () => {
  it('is a formula when it begins with =', () => {
    expect(typed('=A1*2')).toEqual(['=A1*2']);
  });

  it('loses a leading apostrophe, which marks it as text', () => {
    expect(typed("'01234")).toEqual(['01234', '']);
  });

  it('stays as it is in a plain text cell, formulas too', () => {
    expect(typed('=A1', 'en_US', '@')).toEqual(['=A1', '']);
    expect(typed('01234', 'en_US', '@')).toEqual(['01234', '']);
  });

  it('keeps the format that a cell has of its own', () => {
    expect(typed('5', 'en_US', 'yyyy-mm-dd')).toEqual([5, '']);
    expect(typed('1:30', 'en_US', '0.00')).toEqual([0.0625, '']);
  });

  it('is truth where it says so in any case', () => {
    expect(typed('true')).toEqual([true, '']);
    expect(typed('FALSE')).toEqual([false, '']);
  });

  it('is itself otherwise', () => {
    expect(typed(' Acme ')).toEqual([' Acme ', '']);
    expect(typed('')).toEqual(['', '']);
  });
});
