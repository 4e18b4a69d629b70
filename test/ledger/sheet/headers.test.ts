/** Where the headers of a tab are: a title above them does no harm. */

import { describe, expect, it } from 'vitest';
import { tabNames } from '../../../src/ledger/model/tab-names';
import { fromHeaderRow, headerRowIn } from '../../../src/ledger/sheet/headers';
import { tabs } from '../../../src/ledger/sheet/tabs';

const time = ['Date', 'Client', 'Hours'];

describe('the header row', () => {
  it.each(tabNames)('of %s is the first, and is found below a title', name => {
    const headers = tabs[name].map(({ header }) => header);
    expect(headerRowIn(name, [headers, ['x']])).toBe(1);
    expect(headerRowIn(name, [['Our firm'], [], headers, ['x']])).toBe(3);
  });

  it('is the first that has all needed headers, in any order and among others', () => {
    const rows = [['Date', 'Client'], ['Hours', 'mine', 'client ', 'DATE', 'Who', 'Charged'], time];
    expect(headerRowIn('Time', rows)).toBe(2);
  });

  it('is looked for in 20 rows', () => {
    const above = (count: number) => [...Array<string[]>(count).fill(['x']), time];
    expect(headerRowIn('Time', above(19))).toBe(20);
    expect(headerRowIn('Time', above(20))).toBe(1);
  });

  it('is the row with the most of them where a needed one is missing', () => {
    expect(headerRowIn('Time', [['Time of Client'], ['Date', 'Client', 'Hrs'], ['x', 'Client']])).toBe(2);
  });

  it('of a blank tab is the first', () => {
    expect([headerRowIn('Time', []), headerRowIn('Settings', [[], []])]).toEqual([1, 1]);
  });
});

it('rows keep their places in the sheet, and a title becomes blank', () => {
  const rows = [['title'], ['hint'], time, ['work']];
  expect(fromHeaderRow(rows, 3, [])).toEqual([time, [], [], ['work']]);
  expect(fromHeaderRow(rows, 1, [])).toEqual(rows);
});
