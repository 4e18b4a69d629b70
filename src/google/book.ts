import type { Ledger } from '../ledger/ledger';
import type { SheetMoment } from '../ledger/reading/cell';
import { type LedgerTab, ledgerTabs, readLedger } from '../ledger/reading/read-ledger';
import type { TabCells } from '../ledger/reading/tab-cells';
import type { TabName } from '../ledger/tabs';
import { toSheetSerial } from '../ledger/units/calendar-date';
import { rowOfStaleToday } from '../workflows/keep-today';
import { type PropertyStore, rememberHighestBlock } from '../workflows/notice-memory';
import { needsNumber, newBlockCells } from '../workflows/number-blocks';
import type { SheetClock } from './cells';
import { cellsOf, type OpenTab, openTabs } from './read-tabs';
import { writeCells } from './write-cells';

/** A workbook at one moment, as one execution sees it. */
export interface Book {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly clock: SheetClock;
  now(): SheetMoment;
}

/** The ledger, with the tabs it was read from. */
export interface OpenBook {
  readonly ledger: Ledger;
  readonly tabs: ReadonlyMap<TabName, OpenTab>;
}

/** Reads the ledger for functions in cells, which may not write. */
export function readBook({ spreadsheet, clock, now }: Book): Ledger {
  const tabs = cellsOf(openTabs(spreadsheet, clock, 'counting'));
  return readLedger({ tabs, clockToday: now().date });
}

/** Reads the ledger and brings up to date what every run does: `Today`, and the numbers of new blocks. */
export function openBook(
  book: Book,
  store: Pick<PropertyStore, 'write'>,
  highestBlock: number,
  names: readonly LedgerTab[] = ledgerTabs,
): OpenBook {
  const tabs = openTabs(book.spreadsheet, book.clock, 'all', names);
  const cells = cellsOf(tabs);
  const settings = tabs.get('Settings');
  if (settings) cells.set('Settings', writeToday(settings, book.now(), false));
  const ledger = readLedger({ tabs: cells, clockToday: book.now().date, highestBlock });
  const blocks = tabs.get('Blocks');
  if (blocks) writeNumbers(blocks, ledger, store);
  return { ledger, tabs };
}

/** Sets `Today` where it is another day (or, with `onlyBehind`, a day that has passed). */
export function keepToday(book: Book, onlyBehind: boolean): void {
  const settings = openTabs(book.spreadsheet, book.clock, 'counting', ['Settings']).get('Settings');
  if (settings) writeToday(settings, book.now(), onlyBehind);
}

/** Numbers new blocks after an edit; reads the other tabs only where there is one. */
export function numberNewBlocks(
  book: Book,
  readStore: () => { store: PropertyStore; highestBlock: number },
): void {
  const blocks = openTabs(book.spreadsheet, book.clock, 'counting', ['Blocks']).get('Blocks');
  if (!blocks || !needsNumber(blocks.cells)) return;
  const { store, highestBlock } = readStore();
  openBook(book, store, highestBlock, ['Clients', 'Blocks', 'Settings', 'Notices']);
}

/** Writes the day as the number that Sheets keeps for it, and gives the tab as it is then. */
function writeToday(
  { sheet, cells, columns }: OpenTab,
  { date }: SheetMoment,
  onlyBehind: boolean,
): TabCells {
  const row = rowOfStaleToday(cells, date, onlyBehind);
  const column = columns.get('value');
  if (row === undefined || column === undefined) return cells;
  sheet.getRange(row, column).setNumberFormat('d mmm yyyy').setValue(toSheetSerial(date));
  const values = [...(cells.columns.get('value') ?? [])];
  values[row - 2] = { date, second: 0 };
  return { ...cells, columns: new Map([...cells.columns, ['value', values]]) };
}

function writeNumbers(
  { sheet, cells, columns }: OpenTab,
  ledger: Ledger,
  store: Pick<PropertyStore, 'write'>,
): void {
  const wanted = newBlockCells(ledger, cells);
  if (wanted.length === 0) return;
  const writes = wanted.flatMap(({ row, header, value }) => {
    const column = columns.get(header.toLowerCase());
    return column === undefined ? [] : [{ row, column, value }];
  });
  // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
  rememberHighestBlock(store, ledger.numbers.highest);
  writeCells(sheet, writes);
}
