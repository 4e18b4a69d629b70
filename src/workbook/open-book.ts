import { type BookedSale, bookedSales, closedNow } from '../ledger/books/closed-month';
import type { Issue } from '../ledger/model/issue';
import type { FormerTab, Ledger } from '../ledger/model/ledger';
import type { TabName } from '../ledger/model/tab-names';
import { numberBlocks } from '../ledger/reading/number-blocks';
import { readClosedMonths, readJournal } from '../ledger/reading/read-journal';
import { type LedgerTab, readLedger, stampTabs } from '../ledger/reading/read-ledger';
import { readDate } from '../ledger/reading/values';
import { drawnPrices } from '../ledger/rules/money';
import { type Cell, isProblem, type SheetMoment } from '../ledger/sheet/cell';
import { foldHeader } from '../ledger/sheet/headers';
import type { TabCells } from '../ledger/sheet/tab-cells';
import { tabs as tabSpecs } from '../ledger/sheet/tabs';
import { type CalendarDate, toSheetSerial } from '../ledger/units/calendar-date';
import { amountNumber } from '../ledger/units/money';
import { foldName } from '../ledger/units/names';
import { lostByFormula } from './formulas';
import { createSteps } from './housekeeping';
import { readMemory } from './memory';
import type { Memory } from './memory-shapes';
import { factsRemembered, lacksFacts, newBlockCells, retaxedCells, writeBlocks } from './number-blocks';
import type { Hash, PropertyStore } from './ports';
import { formerTabs, seenNow } from './remembered-tabs';
import { type ReadTab, readTab, type ToCell } from './tabs';
import { highestTold, readToldTab } from './told';
import { type WorkScope, withArchive } from './with-archive';
import type { Workbook } from './workbook';
import type { CellWrite } from './write-cells';
import { writeIntoRows } from './write-into-rows';

/** A workbook as one run sees it. */
export interface Book {
  readonly workbook: Workbook;
  /** A value as Sheets gives it, as the ledger reads cells. */
  readonly toCell: ToCell;
  now(): SheetMoment;
  readonly store: PropertyStore;
}

/** The ledger, with the tabs it was read from. */
export interface OpenBook {
  readonly ledger: Ledger;
  readonly tabs: ReadonlyMap<TabName, ReadTab>;
  /** Whether cells that count were written, so that the stamp is being worked out anew. */
  readonly hasWritten?: boolean;
}

/** Reads the ledger for functions in cells, which may not write. */
export function readBook(book: Book, asked: WorkScope): Ledger {
  const tabs = readTabs(book, stampTabs, true);
  return ledgerOf(book, tabs, 0, asked, formerTabs(book.workbook, stampTabs, book.workbook.seen()));
}

/**
 * Reads the ledger and brings up to date what every run does: `Today`, and the numbers of new blocks.
 *
 * Without `asked` all work is read, archived or not.
 */
export function openBook(
  book: Book,
  { highestBlock, seen, taxed }: Pick<Memory, 'highestBlock' | 'seen' | 'taxed'> = readMemory(book.store),
  names: readonly LedgerTab[] = stampTabs,
  asked: WorkScope = 'all work',
): OpenBook {
  // In a copy the properties are gone: no number of which anybody was told is given again.
  const highest = highestBlock || highestTold(readToldTab(book));
  const tabs = readTabs(book, names, false);
  const settings = tabs.get('Settings');
  const issues: Issue[] = [];
  const step = createSteps(issues);
  // What was read holds the day of the clock in any case.
  let hasWritten = false;
  const today = book.now().date;
  if (settings)
    step('Settings', 'Today', () => {
      hasWritten = writeToday(settings, today, false);
    });
  const blocks = tabs.get('Blocks');
  const former = formerTabs(book.workbook, names, seen);
  const read = () => ledgerOf(book, tabs, highest, asked, former);
  const written = () => {
    hasWritten = true;
  };
  const first = read();
  const writes = blocks ? [...factsToWrite(book, first, blocks), ...retaxedCells(first, blocks, taxed)] : [];
  if (blocks && writes.length > 0)
    step('Blocks', 'Numbers of new blocks, with rate, currency and tax', () => {
      // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
      const before = { highestBlock: highest, taxed };
      const now = factsRemembered(before, first, blocks, writes);
      if (Object.keys(now).length > 0) book.store.write(now);
      writeBlocks(blocks, writes);
      keepCells(blocks, writes);
      written();
    });
  const ledger = priceDraws(tabs, writes.length > 0 ? read() : first, read, written);
  if (names === stampTabs && ledger.missing.length === 0 && ledger.fatal.length === 0)
    step('Settings', 'Noting what stands in the workbook', () => {
      const now = seenNow(book.workbook, seen, ledger, tabs);
      if (now) book.store.write({ seen: JSON.stringify(now) });
    });
  const whole = issues.length > 0 ? { ...ledger, issues: [...ledger.issues, ...issues] } : ledger;
  return { ledger: whole, tabs, hasWritten };
}

/** The ledger of tabs that were read as functions in cells see it: columns that move no figure are left out. */
export function countingLedger(book: Book, { tabs }: Pick<OpenBook, 'tabs'>): Ledger {
  const counting = [...tabs].map(([name, tab]): [TabName, ReadTab] => {
    const headers = tabSpecs[name].filter(({ counts }) => counts).map(({ header }) => foldHeader(header));
    const columns = new Map([...tab.cells.columns].filter(([header]) => headers.includes(header)));
    return [name, { ...tab, cells: { ...tab.cells, columns } }];
  });
  return ledgerOf(book, new Map(counting), 0, {});
}

/** Numbers of new blocks, and what rows of Blocks do not say of their sale. */
function factsToWrite(book: Book, ledger: Ledger, blocks: ReadTab): readonly CellWrite[] {
  // Rates that are gone must not be written into blocks as the firm's.
  if (ledger.missing.some(({ stops }) => stops === 'figures')) return [];
  const writes = newBlockCells(ledger, blocks);
  const isOld = writes.some(({ row }) => ledger.numbers.rows.get(row)?.isNew === false);
  return isOld ? newBlockCells(ledger, blocks, bookedBefore(book, ledger)) : writes;
}

/** What closed months hold of sales whose rows were typed before their facts were written in. */
function bookedBefore(book: Book, { settings }: Ledger): ReadonlyMap<string, BookedSale> {
  const months = readTab(book.workbook, 'Closed months', book.toCell, false);
  const closed = months ? closedNow(readClosedMonths(months.cells)) : new Map();
  if (closed.size === 0) return new Map();
  const journal = readTab(book.workbook, 'Journal', book.toCell, false);
  const lines = journal ? readJournal(journal.cells).filter(({ month }) => closed.has(month)) : [];
  return bookedSales(lines, settings.accounts);
}

/** Keeps what was written in the cells as they were read. */
function keepCells({ cells, column }: ReadTab, writes: readonly CellWrite[]): void {
  for (const [header, kept] of cells.columns)
    for (const { row, column: at, value } of writes) if (at === column(header)) kept[row - 2] = value;
}

/** Transfers onwards of transfers: nobody moves hours that often in one go. */
const mostRounds = 10;

/** Writes in what refunds and transfers without an amount have drawn; without all work nobody knows it. */
function priceDraws(tabs: OpenBook['tabs'], first: Ledger, read: () => Ledger, written: () => void): Ledger {
  let ledger = first;
  const blocks = tabs.get('Blocks');
  const column = blocks?.column('Price');
  if (!blocks || !column || !tabs.has('Time')) return ledger;
  // What one row is worth may make known what another draws.
  for (let round = 0; round < mostRounds; round++) {
    const amounts = drawnPrices(ledger).map(({ block: { row, currency }, price }) => ({
      row,
      column,
      value: amountNumber(price, currency),
    }));
    if (amounts.length === 0) break;
    writeBlocks(blocks, amounts);
    keepCells(blocks, amounts);
    written();
    ledger = read();
  }
  return ledger;
}

/**
 * Sets `Today` where it is another day, in the tab and in its cells as they were read.
 *
 * Today is a plain date because functions in cells may not depend on a clock. `onlyBehind` leaves a later date alone:
 * while somebody types, only a day that has passed matters. Says whether it had to.
 */
function writeToday(settings: ReadTab, today: CalendarDate, onlyBehind: boolean): boolean {
  const { column, cells } = settings;
  const names = cells.columns.get('setting') || [];
  const values: Cell[] = cells.columns.get('value') || [];
  const index = names.findIndex(name => foldName(String(name)) === 'today');
  const stands = readDate('Today', values[index] || '');
  const isLater = stands !== undefined && !isProblem(stands) && stands > today;
  if (index < 0 || values.length === 0 || stands === today || (onlyBehind && isLater)) return false;
  // As the number that Sheets keeps for the day: that needs no time zone.
  values[index] = toSheetSerial(today);
  const cell = { row: index + 2, column: column('Value'), value: toSheetSerial(today), format: 'd mmm yyyy' };
  writeIntoRows(settings, [cell], ['Setting']);
  return true;
}

/** Sets `Today` where it is another day (or, with `onlyBehind`, a day that has passed). */
export function keepToday(book: Book, onlyBehind: boolean): void {
  const settings = readTab(book.workbook, 'Settings', book.toCell, true);
  if (settings) writeToday(settings, book.now().date, onlyBehind);
}

/** Numbers new blocks after an edit, and writes in rate, currency and tax; reads the other tabs only where it must. */
export function numberNewBlocks(book: Book): void {
  const blocks = readTab(book.workbook, 'Blocks', book.toCell, true);
  if (!blocks) return;
  const memory = readMemory(book.store);
  if (memory.taxed.length > 0 || lacksFacts(blocks, numberBlocks(blocks.cells, [], 0)))
    openBook(book, memory, ['Clients', 'Blocks', 'Settings', 'Notices']);
}

/** The tabs that are there, as the ledger reads them. */
export function readTabs({ workbook, toCell }: Book, names: readonly LedgerTab[], onlyCounting: boolean) {
  // A firm that has made no agreement yet pays no call for them.
  const isUnused = (name: LedgerTab) => name === 'Agreements' && (workbook.tab(name)?.lastRow() ?? 0) < 2;
  const read = names.flatMap(name =>
    isUnused(name) ? [] : readTab(workbook, name, toCell, onlyCounting) || [],
  );
  return new Map<TabName, ReadTab>(read.map(tab => [tab.name, tab]));
}

/** The ledger of tabs as they were read; the archive is read, and kept with them, where what is asked needs it. */
export function ledgerOf(
  book: Book,
  tabs: Map<TabName, ReadTab>,
  highestBlock: number,
  asked: WorkScope,
  seen?: readonly FormerTab[],
): Ledger {
  // Where nothing is remembered, as in a copy, the formula of the stamp still names the columns that counted.
  const lost = seen?.length === 0 ? lostByFormula(book.workbook, tabs) : new Map();
  const cells = new Map<TabName, TabCells>(
    [...tabs].map(([name, { cells: own }]) => [
      name,
      lost.has(name) ? { ...own, lost: lost.get(name) } : own,
    ]),
  );
  // What is kept beside it may be gone; the archive counts all the same.
  if (tabs.has('Time') && !tabs.has('Archive state') && book.workbook.tab('Time archive'))
    cells.set('Archive state', { tab: 'Archive state', rows: 0, columns: new Map() });
  const archive = (): TabCells => {
    const found = readTab(book.workbook, 'Time archive', book.toCell, false);
    if (found) tabs.set('Time archive', found);
    return found ? found.cells : { tab: 'Time archive', rows: 0, columns: new Map() };
  };
  return withArchive(cells, asked, archive, all =>
    readLedger({ tabs: all, clockToday: book.now().date, highestBlock, seen, neverBehind: true }),
  );
}

/** What papers and books are made with: the workbook, and Google's digest, by which a kept row is known as whole. */
export interface Desk {
  readonly book: Book;
  readonly hash: Hash;
}
