/** People who move rows right before each call that takes others out. */
import { describe, expect, it } from 'vitest';
import { openedTab } from '../../src/workbook/tabs';
import { emptyRows, removeBlankRows } from '../../src/workbook/take-out-rows';
import type { CellValue } from '../../src/workbook/workbook';
import { type MemoryTab, memoryWorkbook } from './memory-workbook';

type Grid = CellValue[][];

const headers = ['Date', 'Client', 'Who', 'Hours', 'Mine'];
const work: Grid = [
  [46_300, 'Acme', 'Kim', 1, 'mine'],
  [46_301, 'Beta', 'Kim', 2, ''],
  [46_302, 'Cox', 'Kim', 3, ''],
  [46_303, 'Dora', 'Kim', 4, ''],
  [46_300, 'Acme', 'Kim', 1, ''],
];
/** The lower of two rows alike, and two next to each other. */
const going = [3, 4, 6];
const kept: Grid = [work[0] as CellValue[], work[3] as CellValue[]];

const edits: Readonly<Record<string, (rows: Grid) => Grid>> = {
  'inserts a row above': rows => [headers.map(() => ''), ...rows],
  'inserts a row in the middle': rows => [...rows.slice(0, 2), headers.map(() => ''), ...rows.slice(2)],
  'types below': rows => [...rows, [46_350, 'Typed', 'Pat', 7, '']],
  'sorts the other way round': rows => [...rows].reverse(),
};

function struck(tab: MemoryTab, call: number, edit: (rows: Grid) => Grid): number {
  const read = openedTab('Time', tab);
  let calls = 0;
  const pass = <Given extends unknown[], Result>(verb: (...given: Given) => Result) => {
    return (...given: Given): Result => {
      calls += 1;
      if (calls === call) {
        const rows = edit(tab.grid.slice(1).map(row => headers.map((_, at) => row[at] ?? '')));
        tab.grid.splice(1, tab.grid.length, ...rows);
      }
      return verb(...given);
    };
  };
  const { cells, empty, remove } = tab;
  Object.assign(tab, { cells: pass(cells), empty: pass(empty), remove: pass(remove) });
  removeBlankRows(read, emptyRows(read, going));
  return calls;
}

const contents = (rows: Grid) =>
  rows
    .filter(row => row.slice(0, 4).some(cell => cell !== ''))
    .map(row => JSON.stringify(row.slice(0, 4).map(cell => String(cell).replace(/^'/, ''))))
    .sort();

describe('rows that are taken out', () => {
  it('are these and no others, of rows alike the lower one', () => {
    const tab = memoryWorkbook({ Time: [headers, ...work] }).sheet('Time');
    struck(tab, 0, rows => rows);
    expect(tab.grid.slice(1)).toEqual(kept);
  });

  it.each(Object.keys(edits))('leave all others while somebody %s', name => {
    const edit = edits[name] ?? (rows => rows);
    for (let call = 1; ; call++) {
      const tab = memoryWorkbook({ Time: [headers, ...work] }).sheet('Time');
      const calls = struck(tab, call, edit);
      if (calls < call) break;
      const typed = name === 'types below' ? [[46_350, 'Typed', 'Pat', 7]] : [];
      expect([call, contents(tab.grid.slice(1))]).toEqual([call, contents([...kept, ...typed])]);
    }
  });
});
