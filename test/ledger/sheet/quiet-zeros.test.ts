import { expect, it } from 'vitest';
import { tabs } from '../../../src/ledger/sheet/tabs';
import { displayNumber } from '../../../workbench/engine/number-format';

const formats = [...new Set(Object.values(tabs).flatMap(columns => columns.map(({ format }) => format)))];

it.each(formats)(
  'a number in the format “%s” is shown, or hidden by a space: nothing at all is taken for no format',
  format => {
    const zero = displayNumber(0, format, 'en');
    expect(zero).not.toBe('');
    if (format.split(';').length > 2) expect(zero.trim()).toBe('');
  },
);

it('zeros are hidden where most clients have none', () => {
  const quiet = tabs.Balances.filter(({ format }) => displayNumber(0, format, 'en').trim() === '');
  expect(quiet.map(({ header }) => header)).toEqual(['Overage to invoice (h)', 'Rows left out']);
});
