/** Tabs as people leave them: with a title above the headers. */

import { describe, expect, it } from 'vitest';
import { readLedger } from '../../src/ledger/reading/read-ledger';
import type { Cell } from '../../src/ledger/sheet/cell';
import { ledgerFormula } from '../../src/workbook/formulas';
import { placeTab } from '../../src/workbook/place-tab';
import { lastFilledRow, openTab, readTab, tabsOfArguments } from '../../src/workbook/tabs';
import { memoryWorkbook } from './memory-workbook';

const toCell = (value: unknown) => (value ?? '') as Cell;
const title = ['Our time sheet'];
const headers = ['Date', 'Client', 'Who', 'Hours'];
const work = ['2026-02-01', 'Acme', 'Al', 5];

describe('a tab with a title above its headers', () => {
  const workbook = memoryWorkbook({ Time: [title, [], headers, work] });

  it('reads its rows from there on, each with its own number', () => {
    const read = readTab(workbook, 'Time', toCell, false);
    expect(read?.headerRow).toBe(3);
    expect(read?.cells.columns.get('hours')).toEqual(['', '', 5]);
    expect(read?.rows[3]).toEqual(work);
  });

  it('gets new rows below its headers, never into the title', () => {
    const bare = memoryWorkbook({ Time: [title, [], headers] });
    expect(lastFilledRow(openTab(bare, 'Time') as never)).toBe(3);
    expect(lastFilledRow(openTab(workbook, 'Time') as never)).toBe(4);
  });

  it('gets the columns that it lacks beside its own headers', () => {
    const { headerRow, added } = placeTab(workbook, 'Time');
    expect(headerRow).toBe(3);
    expect(added).not.toContain('Hours');
    expect(workbook.sheet('Time').grid[0]).toEqual(title);
    expect(workbook.sheet('Time').grid[2]).toEqual([...headers, ...added]);
    expect(ledgerFormula(workbook)).toContain('"Time"; Time!A:A; Time!B:B; Time!C:C; Time!D:D');
  });

  it('reads the same in a cell, which gets whole columns', () => {
    const column = (header: string, ...cells: unknown[]) => [
      ['x'],
      [''],
      [header],
      ...cells.map(cell => [cell]),
    ];
    const time = [
      'Time',
      column('Date', '2026-02-01', 'soon'),
      column('Client', 'Acme', 'Acme'),
      column('Hours', 5, 1),
    ];
    const read = tabsOfArguments(['Blocks', [['Date']], [['Client']], [['Hours']], ...time], toCell);
    expect(read.get('Time')?.columns.get('hours')).toEqual(['', '', 5, 1]);
    const { entries, issues } = readLedger({ tabs: read, clockToday: 20_500 as never });
    expect(entries.map(({ row }) => row)).toEqual([4]);
    expect(issues.filter(({ tab, row }) => tab === 'Time' && row > 1)).toMatchObject([
      { row: 4, message: expect.stringContaining('is not in Clients') },
      { row: 5, message: expect.stringContaining('Date "soon"') },
    ]);
  });
});

describe('a header that stands twice', () => {
  const time = (header: string) => [
    ['Date', 'Client', 'Hours', header],
    ['2026-02-01', 'Acme', 2, 5],
  ];
  const fatalIn = (header: string, tab: 'Time' | 'Clients') => {
    const rows = tab === 'Time' ? time(header) : [['Client', 'Email', 'Note', header]];
    const read = readTab(memoryWorkbook({ [tab]: rows }), tab, toCell, false);
    const tabs = new Map(read ? [[tab, read.cells] as const] : []);
    return readLedger({ tabs, clockToday: 20_500 as never }).fatal.filter(issue => issue.tab === tab);
  };
  const told = (header: string) =>
    `The header "${header}" stands twice, so nobody can tell which column counts. Rename one of them.`;

  it.each(['Hours', ' hours ', 'HOURS'])('stops every figure: %j beside Hours', header => {
    expect(fatalIn(header, 'Time')).toMatchObject([{ row: 1, message: told('Hours') }]);
  });

  it('stops them too where it only says who gets a mail, and not where it moves nothing', () => {
    expect(fatalIn('Email', 'Clients')).toMatchObject([{ message: told('Email') }]);
    expect(fatalIn('Note', 'Clients')).toEqual([]);
    expect(fatalIn('Client', 'Time')).toMatchObject([{ message: told('Client') }]);
  });

  it('is seen by a function in a cell', () => {
    const formula = ledgerFormula(memoryWorkbook({ Time: time('Hours') }));
    expect(formula).toContain('Time!C:C; Time!D:D');
    const columns = time('Hours')[0]?.map((header, at) => [[header], [time('Hours')[1]?.[at]]]) ?? [];
    expect(tabsOfArguments(['Time', ...columns], toCell).get('Time')?.twice).toEqual(['Hours']);
  });
});
