import type { TabName } from '../../src/ledger/model/tab-names';
import { foldHeader } from '../../src/ledger/sheet/headers';
import type { Colour, FormulaCell, Help, Tab, Workbook } from '../../src/workbook/workbook';

type Value = string | number | boolean;

/** What a cell holds; a formula is its text, and so is what it shows. */
export interface MemoryTab extends Tab {
  readonly grid: Value[][];
  readonly notes: Map<string, string>;
  readonly formats: Map<string, string>;
  readonly helps: Map<string, Help>;
  readonly painted: Colour[];
  /** Such as `rows 13-27`. */
  readonly folded: readonly string[];
  /** The first row. */
  headers(): readonly unknown[];
  readonly size: { rows: number };
  columnNamed(header: string): readonly unknown[];
}

export interface MemoryWorkbook extends Workbook {
  readonly tabs: Map<string, MemoryTab>;
  readonly writes: string[];
  readonly sheet: (name: string) => MemoryTab;
  named: { tab: string; row: number; column: number } | undefined;
}

/** A workbook in memory that counts what is written; `start` are tabs that a user has made. */
export function memoryWorkbook(
  start: Readonly<Record<string, readonly (readonly Value[])[]>> = {},
): MemoryWorkbook {
  const writes: string[] = [];
  const tabs = new Map<string, MemoryTab>();
  const add = (name: string, rows: readonly (readonly Value[])[]) => {
    const tab = memoryTab(name, rows, writes);
    tabs.set(name, tab);
    return tab;
  };
  for (const [name, rows] of Object.entries(start)) add(name, rows);
  const workbook: MemoryWorkbook = {
    tabs,
    writes,
    named: undefined,
    id: () => 'memory-workbook',
    title: () => 'Memory workbook',
    sheet: name => {
      const tab = tabs.get(name);
      if (!tab) throw new Error(`No tab ${name}`);
      return tab;
    },
    tab: (name: TabName) => workbook.page(name),
    page: name => [...tabs.values()].find(tab => foldHeader(tab.name) === foldHeader(name)),
    pageIds: () => new Map([...tabs.values()].map(({ name }, index) => [name, index + 1])),
    seen: () => [],
    addPage: name => workbook.addTab(name as TabName),
    renamePage: (name, to) => {
      const tab = tabs.get(name);
      if (!tab) return;
      tabs.delete(name);
      tabs.set(to, Object.assign(tab, { name: to }));
    },
    removePage: name => {
      writes.push(`remove ${name}`);
      tabs.delete(name);
    },
    addTab: name => {
      writes.push(`add ${name}`);
      return add(name, []);
    },
    ledgerCell: () => {
      const named = workbook.named;
      return named && tabs.get(named.tab)?.cell(named.row, named.column);
    },
    nameLedger: place => {
      writes.push('name Ledger');
      const [, tab = '', letter = '', row] = /^(\w+)!([A-Z])(\d+)$/.exec(place) ?? [];
      workbook.named = { tab, row: Number(row), column: letter.charCodeAt(0) - 64 };
    },
    flush: () => {},
  };
  return workbook;
}

function formulaOf(value: Value): string {
  return String(value).startsWith('=') ? String(value) : '';
}

function memoryTab(name: string, rows: readonly (readonly Value[])[], writes: string[]): MemoryTab {
  const grid: Value[][] = rows.map(row => [...row]);
  const size = { rows: Math.max(1000, grid.length), columns: 26 };
  const [notes, formats, helps] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, Help>(),
  ];
  const painted: Colour[] = [];
  let [frozen, frozenColumns] = [0, 0];
  const folded: string[] = [];
  const at = (row: number, column: number): Value => grid[row - 1]?.[column - 1] ?? '';
  const put = (row: number, column: number, value: Value) => {
    if (row > size.rows || column > size.columns) throw new Error(`${name} has no cell ${row}, ${column}`);
    while (grid.length < row) grid.push([]);
    const cells = grid[row - 1] ?? [];
    while (cells.length < column) cells.push('');
    cells[column - 1] = value;
  };
  const log = (text: string) => void writes.push(`${name}: ${text}`);
  const lastColumn = () =>
    Math.max(0, ...grid.map(row => row.reduce<number>((last, cell, i) => (cell === '' ? last : i + 1), 0)));
  const row = (number: number, map: Map<string, string>) =>
    Array.from({ length: size.columns }, (_, index) => map.get(`${number}.${index + 1}`) ?? '');
  return {
    name,
    grid,
    size,
    notes,
    formats,
    helps,
    painted,
    folded,
    columnNamed: header => {
      const index = (grid[0] ?? []).findIndex(cell => foldHeader(String(cell)) === foldHeader(header));
      return grid.slice(1).map(cells => cells[index] ?? '');
    },
    cells: () => grid.map(cells => Array.from({ length: lastColumn() }, (_, index) => cells[index] ?? '')),
    rows: (from, count) =>
      Array.from({ length: count }, (_, i) =>
        Array.from({ length: lastColumn() }, (__, j) => at(from + i, j + 1)),
      ),
    top: count =>
      Array.from({ length: Math.min(count, size.rows) }, (_, i) =>
        Array.from({ length: lastColumn() }, (__, j) => at(i + 1, j + 1)),
      ),
    headers: () => Array.from({ length: lastColumn() }, (_, index) => at(1, index + 1)),
    rowCount: () => size.rows,
    lastRow: () => grid.length,
    formulas: () => grid.map(cells => cells.map(formulaOf)),
    numberFormats: (from, count) =>
      Array.from({ length: count }, (_, i) =>
        Array.from({ length: lastColumn() }, (__, j) => formats.get(`${from + i}.${j + 1}`) ?? ''),
      ),
    fill: (spans, column, value, format) => {
      log(`fill ${column}`);
      for (const { row: from, count } of spans)
        for (let r = from; r < from + count; r++) {
          formats.set(`${r}.${column}`, format);
          put(r, column, value);
        }
    },
    empty: spans => {
      log('empty');
      for (const { row: from, count } of spans)
        for (let r = from; r < from + count; r++) grid[r - 1] = (grid[r - 1] ?? []).map(() => '');
    },
    remove: ({ row: from, count }) => {
      log(`remove ${from}, ${count}`);
      grid.splice(from - 1, count);
    },
    removeColumn: column => {
      log(`remove column ${column}`);
      for (const cells of grid) cells.splice(column - 1, 1);
    },
    hide: () => log('hide'),
    colours: () => painted.map(({ formula }) => formula),
    look: headerRow => ({
      notes: row(headerRow, notes),
      formats: row(headerRow + 1, formats),
      formulas: Array.from({ length: size.columns }, (_, i) => formulaOf(at(headerRow + 1, i + 1))),
      helps: Array.from({ length: size.columns }, (_, i) => helps.has(`${headerRow + 1}.${i + 1}`)),
      frozenRows: frozen,
      frozenColumns,
    }),
    cell: (r, c): FormulaCell => ({
      tab: name,
      row: r,
      column: c,
      formula: () => formulaOf(at(r, c)),
      value: () => at(r, c),
      write: formula => {
        log(`formula ${formula}`);
        put(r, c, formula);
      },
    }),
    grow: (toRows, toColumns) => {
      if (toRows > size.rows || toColumns > size.columns) log('grow');
      size.rows = Math.max(size.rows, toRows);
      size.columns = Math.max(size.columns, toColumns);
    },
    write: ({ row: r, column: c, values, formats: given }, look = () => true) => {
      if (!look()) return false;
      log(`write ${r}, ${c}`);
      for (const [i, each] of values.entries())
        for (const [j, value] of each.entries()) {
          const format = given?.[i]?.[j];
          if (format !== undefined) formats.set(`${r + i}.${c + j}`, format);
          put(r + i, c + j, value);
        }
      return true;
    },
    embolden: () => log('embolden'),
    dressHeaders: () => log('headers'),
    wrap: () => log('wrap'),
    setNotes: (r, texts) => {
      log('notes');
      for (const [i, text] of texts.entries()) notes.set(`${r}.${i + 1}`, text);
    },
    setWidth: () => log('width'),
    setFormat: (format, r, c) => {
      log(`format ${format}`);
      for (let i = 0; i <= size.rows - r; i++) formats.set(`${r + i}.${c}`, format);
    },
    setHelp: (help, r, c, count = size.rows - r + 1) => {
      log('help');
      for (let i = 0; i < count; i++) helps.set(`${r + i}.${c}`, help);
    },
    box: (r, c, count) => {
      log('box');
      for (let i = 0; i < count; i++) helps.set(`${r + i}.${c}`, { text: '' });
    },
    freeze: count => {
      log('freeze');
      frozen = count;
    },
    freezeColumns: count => {
      log('freeze columns');
      frozenColumns = count;
    },
    foldRows: (r, count) => {
      log('fold rows');
      folded.push(`rows ${r}-${r + count - 1}`);
    },
    foldColumns: (c, count) => {
      log('fold columns');
      folded.push(`columns ${c}-${c + count - 1}`);
    },
    mute: () => log('mute'),
    guard: () => log('guard'),
    isGuarded: () => true,
    colour: colours => {
      log('colour');
      painted.push(...colours);
    },
  };
}
