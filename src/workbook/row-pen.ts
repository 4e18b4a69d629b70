import { type FindColumn, type OpenTab, openedTab } from './tabs';
import type { CellValue, Tab } from './workbook';
import { type CellWrite, spansOf, writeCells } from './write-cells';

type Row = readonly unknown[];

/** By what a row is known again; blank where it is none of ours. */
export interface RowNaming {
  /** Before it is written. */
  find(row: Row, column: FindColumn): string;
  /** Which the write itself does not change. */
  stay(row: Row, column: FindColumn): string;
}

export interface HeaderCell {
  readonly header: string;
  readonly value: CellValue;
  readonly format?: string | undefined;
}

/** What a row gets; of several with one name the first means the upper one, where nothing else is said. */
export interface RowWrite {
  readonly name: string;
  /** Which of the rows with that name, from 0. */
  readonly nth?: number;
  readonly cells: readonly HeaderCell[];
  /** Where it stood, and whether it is the same there, where its name is not found: somebody has typed into it. */
  readonly stood?: { readonly row: number; isStill(now: Row): boolean };
  /** Looks at the row as it stands now; what it does not give free is left as it is. */
  readonly mayWrite?: (row: Row, column: FindColumn) => boolean;
}

/** Writes into rows that people move, insert and delete at the same time. */
export interface RowPen {
  /** Finds each row as the tab stands now, and gives those that are not there any more. */
  write(rows: readonly RowWrite[]): readonly RowWrite[];
  /** Looks whether the last write has met its rows. */
  check(): void;
}

interface Reading extends Pick<OpenTab, 'headerRow' | 'rows' | 'column'> {
  readonly stays: readonly string[];
}

interface Placed extends RowWrite {
  readonly row: number;
  readonly stay: string;
}

interface Look {
  readonly now: Reading;
  readonly stray: Stray;
  readonly placed: readonly Placed[];
}

/** What was written last, and how the tab stood right before. */
interface LastWrite {
  readonly before: Reading;
  readonly placed: readonly Placed[];
}

/** Somebody would have to sort the tab right before each write. */
const mostChecks = 3;

/**
 * A person may move rows between our reading and our write, which Google offers no way to shut out: so each reading
 * first looks whether the write before has met its rows, and puts back what it has not.
 */
export function createRowPen({ name, tab }: Pick<OpenTab, 'name' | 'tab'>, naming: RowNaming): RowPen {
  let last: LastWrite | undefined;
  const read = (): Reading => {
    const { headerRow, rows, column } = openedTab(name, tab);
    return {
      headerRow,
      rows,
      column,
      stays: rows.map((row, at) => (at === 0 ? '' : naming.stay(row, column))),
    };
  };
  const put = (now: Reading, placed: readonly Placed[], mended: readonly CellWrite[]) => {
    const cells = new Map(mended.map(cell => [`${cell.row} ${cell.column}`, cell]));
    for (const cell of placed.flatMap(each => cellsOf(now, each)))
      cells.set(`${cell.row} ${cell.column}`, cell);
    writeEach(tab, [...cells.values()]);
    last = { before: now, placed };
  };
  /** A row put in above, right while we read, pushes the last one out of what we read: so it is looked for twice. */
  const look = (rows: readonly RowWrite[], isSecond = false): Look => {
    const now = read();
    const stray = last ? strayOf(last, now) : nothingStray;
    const wanted = [...stray.again, ...rows];
    const placed = placedIn(now, wanted, naming);
    return placed.length < wanted.length && !isSecond ? look(rows, true) : { now, stray, placed };
  };
  const pen: RowPen = {
    write: rows => {
      const { now, stray, placed } = look(rows);
      const isFree = ({ row, mayWrite }: Placed) =>
        mayWrite === undefined || mayWrite(restoredRow(now, row, stray), now.column);
      const free = placed.filter(isFree);
      if (free.length > 0 || stray.restored.length > 0) put(now, free, stray.restored);
      return rows.filter(row => !placed.some(({ cells }) => cells === row.cells));
    },
    check: () => {
      for (let round = 0; last && round < mostChecks; round++) {
        const { now, stray, placed } = look([]);
        last = undefined;
        if (placed.length > 0 || stray.restored.length > 0) put(now, placed, stray.restored);
      }
    },
  };
  return pen;
}

/** Cells with a format of their own and cells without are not written in one. */
function writeEach(tab: Tab, cells: readonly CellWrite[]): void {
  const [first] = cells;
  const isSame = (cell: CellWrite) =>
    cell.column === first?.column && cell.value === first.value && cell.format === first.format;
  // Rows far apart are one call only where all of them get the same.
  if (first?.format && cells.length > 1 && cells.every(isSame)) {
    const rows = spansOf(cells.map(({ row }) => row));
    tab.fill(rows, first.column, first.value, first.format);
    return;
  }
  for (const isPlain of [true, false])
    writeCells(
      tab,
      cells.filter(({ format }) => (format === undefined) === isPlain),
    );
}

function cellsOf(now: Reading, { row, cells }: Placed): CellWrite[] {
  return cells.flatMap(({ header, value, format }) => {
    const at = now.column(header);
    return at > 0 ? [{ row, column: at, value, format }] : [];
  });
}

function placedIn(now: Reading, wanted: readonly RowWrite[], naming: RowNaming): Placed[] {
  const places = new Map<string, number[]>();
  for (const [at, row] of now.rows.entries()) {
    const name = at === 0 ? '' : naming.find(row, now.column);
    if (name !== '') places.set(name, [...(places.get(name) ?? []), at + 1]);
  }
  return wanted.flatMap((write): Placed[] => {
    const rows = places.get(write.name) ?? [];
    // The same row may be written twice; only copies of a row have more than one place.
    const row = rows[write.nth ?? 0];
    if (write.nth === undefined && rows.length > 1) rows.shift();
    const { stood } = write;
    const place = row ?? (stood?.isStill(now.rows[stood.row - 1] ?? []) ? stood.row : undefined);
    return place === undefined ? [] : [{ ...write, row: place, stay: now.stays[place - 1] ?? '' }];
  });
}

interface Stray {
  /** Writes that have met another row. */
  readonly again: readonly RowWrite[];
  /** What stood in the rows that they met. */
  readonly restored: readonly CellWrite[];
}

/** As the row stood before a write that was meant for another has met it. */
function restoredRow({ rows }: Reading, row: number, { restored }: Stray): Row {
  const cells = [...(rows[row - 1] ?? [])];
  for (const cell of restored) if (cell.row === row) cells[cell.column - 1] = cell.value;
  return cells;
}

const nothingStray: Stray = { again: [], restored: [] };

function strayOf({ before, placed }: LastWrite, now: Reading): Stray {
  const restored: CellWrite[] = [];
  const strays = placed.filter(each => {
    if (now.stays[each.row - 1] === each.stay) return false;
    // A write goes out in parts: of a row that was moved between two, some cells have met it.
    const met = { ...each, cells: each.cells.filter(cell => stands(now, each.row, cell)) };
    const at = metBy(met, before, now);
    const old = met.cells.map(({ header }) => ({ header, value: valueIn(before, at, header) }));
    restored.push(...cellsOf(now, { ...each, cells: old }));
    return met.cells.length > 0;
  });
  return { again: strays, restored };
}

/** Whether what was written stands in a row; a day comes back as a Date, which tells nothing. */
function stands(now: Reading, row: number, { header, value }: HeaderCell): boolean {
  const found = valueIn(now, row - 1, header);
  if (typeof found === 'object') return true;
  return typeof found === 'number' ? found === value : String(found) === String(value);
}

/** Where the row that a write has met stood before; of rows alike, the one whose cells are nowhere now. */
function metBy({ row, cells }: Placed, before: Reading, now: Reading): number {
  const stay = now.stays[row - 1] ?? '';
  const own = (reading: Reading, at: number) =>
    JSON.stringify(cells.map(({ header }) => valueIn(reading, at, header)));
  const indexes = (reading: Reading) =>
    reading.stays.flatMap((each, at) => (at > 0 && each === stay ? [at] : []));
  if (stay === '') return -1;
  const left = indexes(now).map(at => own(now, at));
  const alike = indexes(before);
  // What was overwritten with the very same is missing nowhere.
  return alike.find(at => !left.includes(own(before, at))) ?? alike[0] ?? -1;
}

function valueIn({ rows, column }: Reading, at: number, header: string): CellValue {
  return (rows[at]?.[column(header) - 1] ?? '') as CellValue;
}
