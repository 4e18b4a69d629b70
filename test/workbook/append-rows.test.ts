/** People who type, insert, delete and sort rows of a tab right before each call that appends to it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appendRows } from '../../src/workbook/append-rows';
import { openedTab } from '../../src/workbook/tabs';
import type { CellValue } from '../../src/workbook/workbook';
import type { NewCells } from '../../src/workbook/write-cells';
import { type MemoryTab, memoryWorkbook } from './memory-workbook';

type Grid = CellValue[][];

const own: NewCells = [
  [
    { column: 1, value: 46_400, format: 'yyyy-mm-dd' },
    { column: 2, value: 'Ours', format: 'General' },
    { column: 4, value: 1, format: 'General' },
  ],
  [
    { column: 1, value: 46_401, format: 'yyyy-mm-dd' },
    { column: 2, value: 'Ours too', format: 'General' },
    { column: 4, value: 2, format: 'General' },
  ],
];
const work = (rows: number): Grid =>
  Array.from({ length: rows }, (_, at) => [46_300 + at, `Client ${at % 7}`, 'Kim', at + 0.25]);
const typed: CellValue[] = [46_350, 'Typed', 'Pat', 3];

const edits: Readonly<Record<string, (rows: Grid) => Grid>> = {
  'types into the next free row': rows => [...rows, [...typed]],
  'types two rows': rows => [...rows, [...typed], [...typed]],
  'inserts a row above': rows => [['', '', '', ''], ...rows],
  'inserts two rows near the end': rows => [...rows.slice(0, -1), [''], [''], ...rows.slice(-1)],
  'inserts a row below': rows => [...rows, ['', '', '', '']],
  'deletes a row': rows => rows.slice(1),
  'deletes the last row': rows => rows.slice(0, -1),
  'deletes most rows': rows => rows.slice(-2),
  'sorts the other way round': rows => [...rows].reverse(),
};

/** Appends with an edit right before the given call; tells which call it met, and how the tab stood then. */
function struck(tab: MemoryTab, call: number, name: string) {
  const edit = edits[name] ?? (rows => rows);
  const open = openedTab('Time', tab);
  let calls = 0;
  const met: { by: string; others: Grid; isGone: boolean } = { by: '', others: [], isGone: false };
  const pass = <Rest extends unknown[], Result>(by: string, work: (...given: Rest) => Result) => {
    return (...given: Rest): Result => {
      calls += 1;
      if (calls === call) {
        const filled = tab.grid.slice(1);
        while (filled.length > 0 && filled[filled.length - 1]?.every(cell => cell === '')) filled.pop();
        const isWritten = filled.some(isOurs);
        const edited = edit(filled);
        tab.size.rows += name.startsWith('types') ? 0 : edited.length - filled.length;
        tab.grid.splice(1, tab.grid.length, ...edited);
        const others = tab.grid.filter(row => !isOurs(row)).map(row => [...row]);
        Object.assign(met, { by, others, isGone: isWritten && !tab.grid.some(isOurs) });
      }
      return work(...given);
    };
  };
  const { rows, cells, write } = tab;
  Object.assign(tab, {
    rows: pass('rows', rows),
    cells: pass('cells', cells),
    // Right before the values go in.
    write: (block: Parameters<typeof write>[0], look = () => true) =>
      write(block, () => look() && pass('write', () => true)()),
  });
  const first = appendRows(open, own);
  return { ...met, first, calls };
}

/** All rows that hold something, whatever their order. */
function contents(grid: Grid): string {
  const filled = grid.filter(row => row.some(cell => cell !== ''));
  return JSON.stringify(filled.map(row => row.map(cell => String(cell).replace(/^'/, ''))).sort());
}

const isOurs = (row: readonly CellValue[]) => String(row[1]).includes('Ours');
const ours: Grid = [
  [46_400, 'Ours', '', 1],
  [46_401, 'Ours too', '', 2],
];

describe.each([0, 1, 3, 30])('rows below %i others', count => {
  it.each(Object.keys(edits))('stand once, and so does all else, while somebody %s', name => {
    let last = 0;
    for (let call = 1; ; call++) {
      const tab = memoryWorkbook({ Time: [['Date', 'Client', 'Who', 'Hours'], ...work(count)] }).sheet(
        'Time',
      );
      const { by, others, isGone, first, calls } = struck(tab, call, name);
      last = calls;
      if (by === '') break;
      // What is typed between the look and the very write cannot be seen by anybody.
      if (by === 'write' && name.startsWith('types')) continue;
      // Who deletes the new rows as well has seen them.
      if (isGone || (name.startsWith('deletes') && call > 2)) continue;
      expect([call, by, contents(tab.grid)]).toEqual([call, by, contents([...others, ...ours])]);
      if (call <= 2)
        expect([call, String(tab.grid[first - 1]?.[1])]).toEqual([call, expect.stringMatching(/^'?Ours$/)]);
    }
    // A column of the user's own parts the rows, so they are written in two.
    expect(last).toBe(7);
  });
});

it('goes below unticked boxes’ rows, and below a title', () => {
  const rows = [['Our clients'], ['Client', 'Active'], ['Acme', true], ['', false], ['', false]];
  const tab = memoryWorkbook({ Clients: rows }).sheet('Clients');
  expect(appendRows(openedTab('Clients', tab), [[{ column: 1, value: 'Beta' }]])).toBe(4);
  const empty = memoryWorkbook({ Clients: rows.slice(0, 2) }).sheet('Clients');
  expect(appendRows(openedTab('Clients', empty), [[{ column: 1, value: 'Beta' }]])).toBe(3);
});

/** Whatever finds the end of a tab may only say it, or clear up to it. */
const knowsTheEnd: Readonly<Record<string, RegExp>> = {
  'workbook/tabs.ts': /export function lastFilledRow/,
  'workbook/append-rows.ts': /lastFilledRow\(open\) \+ 1/,
};

describe('nobody else', () => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  // A page writes into no tab.
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    path => path.endsWith('.ts') && !path.startsWith('dialogs/'),
  );
  const filesWith = (words: RegExp) => files.filter(file => words.test(readFileSync(src + file, 'utf8')));

  it('asks for the last filled row', () => {
    expect(filesWith(/\blastFilledRow\b/).sort()).toEqual(Object.keys(knowsTheEnd).sort());
  });

  it('writes at a row that is one below another', () => {
    // A tab must keep a row below its headers when others are taken out.
    expect(filesWith(/\blastRow\(\) \+ 1\b|\brows\.length \+ 1\b/)).toEqual(['workbook/take-out-rows.ts']);
    // They tell where rows would stand, or which rows above that are free.
    expect(filesWith(/\bexpectedRow\b/).sort()).toEqual([
      'workbook/append-rows.ts',
      'workbook/written-rows.ts',
      'workflows/archive/archive-tabs.ts',
      'workflows/books/books-tabs.ts',
      'workflows/card/log-time.ts',
    ]);
  });

  it('makes room below', () => {
    expect(filesWith(/\.grow\(/).sort()).toEqual([
      'workbook/append-rows.ts',
      // Columns.
      'workbook/moved-rows.ts',
      'workbook/place-tab.ts',
      'workbook/take-out-rows.ts',
      // What only the add-on writes is laid anew.
      'workflows/archive/archive-tabs.ts',
      'workflows/books/books-overview.ts',
      // A column.
      'workflows/client-page/page-links.ts',
      'workflows/papers/give-statement.ts',
      'workflows/set-up/set-up-workbook.ts',
    ]);
  });
});
