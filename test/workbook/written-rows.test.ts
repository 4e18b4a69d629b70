import { describe, expect, it } from 'vitest';
import type { WrittenRows } from '../../src/workbook/last-dialog';
import { asItLooked } from '../../src/workbook/written-rows';

const settings = (rows: WrittenRows['rows'], before: WrittenRows['rows']): WrittenRows => ({
  tab: 'Settings',
  headers: ['Setting', 'Value'],
  rows,
  before,
});
const rows = [
  ['Firm name', 'Gamma'],
  ['Normal rate', 90],
];
const first = settings(rows, [
  ['Firm name', 'Our firm'],
  ['Normal rate', 100],
]);

describe('how cells looked before an attempt', () => {
  it('is what stood there before its first run, though that died half way', () => {
    const half = settings(rows, [
      ['Firm name', 'Gamma'],
      ['Normal rate', 100],
    ]);
    expect(asItLooked(half, [first])).toEqual(first);
  });

  it('is what somebody has typed since, where that run wrote something else', () => {
    const typed = settings(rows, [
      ['Firm name', 'Typed since'],
      ['Normal rate', 100],
    ]);
    expect(asItLooked(typed, [first])).toEqual(typed);
  });

  it('is as it stands where no run began, and where that one wrote into another tab', () => {
    const half = settings(rows, rows);
    expect(asItLooked(half, [])).toEqual(half);
    expect(asItLooked(half, [{ ...first, tab: 'Clients' }])).toEqual(half);
    expect(asItLooked({ tab: 'Time', headers: ['Hours'], rows: [[1]] }, [first]).before).toBeUndefined();
  });
});
