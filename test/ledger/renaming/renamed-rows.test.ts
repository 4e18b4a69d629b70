import { expect, it } from 'vitest';
import { tabNames } from '../../../src/ledger/model/tab-names';
import { namedRows, namingTabs } from '../../../src/ledger/renaming/renamed-rows';
import { tabs } from '../../../src/ledger/sheet/tabs';
import { dateCell } from '../builders';

const rows = (cells: Parameters<typeof namedRows>[0], byFormula: number[] = []) =>
  namedRows(cells, { key: 'acme', to: 'New' }, row => byFormula.includes(row));

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
  expect(rows(['Acme', 'Acme'], [3])).toEqual({ typed: [2], byFormula: [3] });
});

it('what is written like the new name already is left alone', () => {
  expect(namedRows(['NEW', 'New', 'New '], { key: 'new', to: 'New' }, () => false).typed).toEqual([2, 4]);
});

it('a number or a date is the name that it shows', () => {
  const named = (key: string) => namedRows([42, dateCell('2026-01-02')], { key, to: 'x' }, () => false);
  expect(named('42').typed).toEqual([2]);
  expect(named('2026-01-02').typed).toEqual([3]);
});

it('an apostrophe is part of the name', () => {
  expect(namedRows(["'=x", '=x'], { key: '=x', to: 'New' }, () => false).typed).toEqual([3]);
});
