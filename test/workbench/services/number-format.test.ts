/** What a person sees of a number. */

import { describe, expect, it } from 'vitest';
import { displayNumber, kindOfFormat } from '../../../workbench/engine/number-format';

describe('a number format', () => {
  it.each([
    ['', 'automatic'],
    ['General', 'automatic'],
    ['@', 'text'],
    ['0.00', 'number'],
    ['"Date" 0', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['mmm yyyy', 'date'],
    ['yyyy-mm-dd h:mm', 'date time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss', 'time'],
    ['[h]:mm', 'duration'],
    ['[Red]0.00', 'number'],
  ])('%s makes a %s', (format, kind) => {
    expect(kindOfFormat(format)).toBe(kind);
  });
});

describe('the shown text', () => {
  const day = 46_349.395833333336; // 2026-11-23 09:30

  it.each([
    [1234.5, '', '1234.5'],
    [0.1 + 0.2, '', '0.3'],
    [1234.5, '0.00', '1234.50'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [-0.001, '0.00', '0.00'],
    [-1234, '#,##0', '-1,234'],
    [-5, '0;(0)', '(5)'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25.6%'],
    [12, '$#,##0.00', '$12.00'],
    [3, '0.00" h"', '3.00 h'],
    [1.5, '0.##', '1.5'],
    [day, 'yyyy-mm-dd', '2026-11-23'],
    [day, 'd mmm yyyy', '23 Nov 2026'],
    [day, 'dddd, mmmm d', 'Monday, November 23'],
    [day, 'm/d/yy h:mm', '11/23/26 9:30'],
    [day, 'h:mm AM/PM', '9:30 AM'],
    [1.0625, '[h]:mm', '25:30'],
    [-0.0625, '[h]:mm', '-1:30'],
    [0.0001, '[h]:mm:ss', '0:00:09'],
  ])('of %d in %s is %s', (value, format, text) => {
    expect(displayNumber(value, format, 'en_US')).toBe(text);
  });

  it('has the separators and names of the locale', () => {
    expect(displayNumber(1234.5, '#,##0.00', 'de_DE')).toBe('1.234,50');
    expect(displayNumber(1.5, '', 'de_DE')).toBe('1,5');
    expect(displayNumber(day, 'd. mmmm yyyy', 'de_DE')).toBe('23. November 2026');
  });
});
