import { expect, it } from 'vitest';
import { tabNames } from '../../../src/ledger/model/tab-names';
import { type NamingTab, namedRows, namingTabs } from '../../../src/ledger/renaming/renamed-rows';
import { tabs } from '../../../src/ledger/sheet/tabs';
import { dateCell } from '../builders';

const rows = (cells: Parameters<typeof namedRows>[1], tab: NamingTab = 'Time', byFormula: number[] = []) =>
  namedRows(tab, cells, { key: 'acme', to: 'New' }, row => byFormula.includes(row));

it('every tab whose rows name a client is one of them, but the overview and what is kept of the archive', () => {
  const naming = tabNames.filter(name => tabs[name].some(({ header }) => header === 'Client'));
  expect([...namingTabs, 'Balances', 'Archive state'].sort()).toEqual([...naming].sort());
});

it('rows are those whose name matches after trimming, folding blanks and ignoring case', () => {
  expect(rows(['Acme', ' aCmE ', 'Acme Ltd', '', 'Beta', false, 7])).toEqual({
    typed: [2, 3],
    byFormula: [],
  });
});

it('cells that a formula fills are told apart', () => {
  expect(rows(['Acme', 'Acme'], 'Time', [3])).toEqual({ typed: [2], byFormula: [3] });
});

it('what is written like the new name already is left alone', () => {
  expect(namedRows('Time', ['NEW', 'New', 'New '], { key: 'new', to: 'New' }, () => false).typed).toEqual([
    2, 4,
  ]);
});

it('a number or a date is the name that it shows', () => {
  const named = (key: string) =>
    namedRows('Time', [42, dateCell('2026-01-02')], { key, to: 'x' }, () => false);
  expect(named('42').typed).toEqual([2]);
  expect(named('2026-01-02').typed).toEqual([3]);
});

it('in text columns the apostrophe before what looks like a formula is none of the name', () => {
  const named = (tab: NamingTab) =>
    namedRows(tab, ["'=x", '=x'], { key: '=x', to: 'New' }, () => false).typed;
  expect(named('Journal')).toEqual([2, 3]);
  expect(named('Time')).toEqual([3]);
});
