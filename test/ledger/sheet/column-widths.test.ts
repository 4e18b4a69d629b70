import { expect, it } from 'vitest';
import { tabNames } from '../../../src/ledger/model/tab-names';
import { states } from '../../../src/ledger/reports/figures';
import { settingsList } from '../../../src/ledger/sheet/settings-list';
import { tabs } from '../../../src/ledger/sheet/tabs';

/** Advance widths of Arial, in thousandths of its size; what is not named is as wide as a digit. */
const narrow: Readonly<Record<string, number>> = {
  ' ': 278,
  '(': 333,
  ')': 333,
  '%': 889,
  '/': 278,
  '-': 333,
  ':': 278,
};
const [regular, bold] = [
  tableOf(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    '667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 ' +
      '556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500',
  ),
  tableOf(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    '722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 ' +
      '556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500',
  ),
];

function tableOf(letters: string, widths: string): Readonly<Record<string, number>> {
  const sizes = widths.split(' ').map(Number);
  return {
    ...narrow,
    ...Object.fromEntries([...letters].map((letter, index) => [letter, sizes[index] ?? 0])),
  };
}

/** Ten points are 13.3 pixels; a cell keeps three free at each side. */
function pixels(text: string, table: Readonly<Record<string, number>>): number {
  return Math.ceil(([...text].reduce((sum, letter) => sum + (table[letter] ?? 556), 0) * 40) / 3000) + 6;
}

const arrow = 20;
const columns = tabNames.flatMap(tab => tabs[tab].map(spec => ({ tab, ...spec })));

it.each(columns)('$tab: the column $header is as wide as its header and the words of its list', spec => {
  expect(spec.width).toBeGreaterThanOrEqual(pixels(spec.header, bold));
  for (const word of spec.list ?? [])
    expect(spec.width, word).toBeGreaterThanOrEqual(pixels(word, regular) + arrow);
});

it('the names of settings, the states and the longest date fit their columns', () => {
  const widthOf = (tab: (typeof tabNames)[number], header: string) =>
    tabs[tab].find(spec => spec.header === header)?.width ?? 0;
  for (const { name } of settingsList)
    expect(widthOf('Settings', 'Setting'), name).toBeGreaterThanOrEqual(pixels(name, regular));
  for (const state of states)
    expect(widthOf('Balances', 'State'), state).toBeGreaterThanOrEqual(pixels(state, regular));
  expect(widthOf('Balances', 'Runs out')).toBeGreaterThanOrEqual(pixels('not enough history', regular));
  const dates = columns.filter(({ format }) => format === 'd mmm yyyy');
  for (const { width } of dates) expect(width).toBeGreaterThanOrEqual(pixels('28 May 2026', regular));
});

it('long texts are wrapped, and what only the add-on reads is not', () => {
  for (const { tab, header, width, wrap } of columns)
    expect(wrap ?? false, `${tab}: ${header}`).toBe(width >= 300 && tab !== 'Archive state');
});
