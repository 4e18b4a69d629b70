import { type TabName, tabNames } from '../../ledger/model/tab-names';
import { tabs } from '../../ledger/sheet/tabs';
import { isoDate } from '../../ledger/units/calendar-date';
import { digestOf } from '../../ledger/units/digest';
import { foldName } from '../../ledger/units/names';
import { type AddedColumns, type LastDialog, type MadeTab, memoryOf } from '../../workbook/last-dialog';
import { readMemory, remember } from '../../workbook/memory';
import type { Book } from '../../workbook/open-book';
import { columnFinder, headersOf } from '../../workbook/tabs';
import type { Tab, Workbook } from '../../workbook/workbook';

/** Does what makes tabs and adds columns, and remembers them, so that one undo takes all of them back. */
export function rememberingTabs<Result>(
  { workbook, store, now }: Book,
  title: string,
  make: () => Result,
  renamed: LastDialog['renamed'] = [],
): Result {
  const before = new Map(tabNames.flatMap(name => ownHeaders(workbook, name)));
  const result = make();
  const made = tabNames.filter(name => !before.has(name)).flatMap(name => madeTab(workbook, name));
  const added = [...before].flatMap(([tab, headers]) => addedColumns(workbook, tab, headers));
  const what = [
    ...(made.length > 0 ? [`the tabs ${made.map(({ tab }) => tab).join(', ')}`] : []),
    ...added.map(({ tab, headers }) => `in ${tab} the columns ${headers.join(', ')}`),
  ].join('; ');
  const last = { title, what, parts: [], made, added, renamed, day: isoDate(now().date) };
  if (what !== '') store.write(memoryOf(last));
  return result;
}

function ownHeaders(workbook: Workbook, name: TabName): [TabName, readonly string[]][] {
  const tab = workbook.tab(name);
  return tab ? [[name, headersOf(name, tab).headers.map(String)]] : [];
}

/** Balances shows what its formula spills: no header is added there. */
function addedColumns(workbook: Workbook, name: TabName, before: readonly string[]): readonly AddedColumns[] {
  const [, headers = []] = ownHeaders(workbook, name)[0] ?? [];
  const known = columnFinder(before);
  const now = columnFinder(headers);
  const ours = tabs[name].map(({ header }) => header);
  const added = ours.filter(header => known(header) === 0 && now(header) > 0);
  return name === 'Balances' || added.length === 0 ? [] : [{ tab: name, headers: added }];
}

/** Takes out the columns that were added and in which nobody has written yet; what was remembered of them would be missed. */
export function removeColumns({ workbook, store }: Book, added: readonly AddedColumns[]): void {
  remember(store, readMemory(store), { seen: [] });
  for (const { tab: name, headers } of added) {
    const tab = workbook.tab(name);
    const emptied = tab ? emptyColumns(name, tab, headers) : [];
    // From the right, so that none of those that are still to go moves.
    for (const column of emptied) tab?.removeColumn(column);
  }
}

/** Those in which nothing stands, the last first; boxes that set up has ticked itself are nothing. */
function emptyColumns(name: TabName, tab: Tab, headers: readonly string[]): readonly number[] {
  const { headerRow, headers: present } = headersOf(name, tab);
  const find = columnFinder(present);
  const rows = tab.cells().slice(headerRow);
  const isFilled = (row: readonly unknown[]) => row.some(cell => cell !== '' && typeof cell !== 'boolean');
  const isBlank = (row: readonly unknown[], column: number) => {
    const cell = row[column - 1] ?? '';
    // In a filled row an unticked box is somebody's no.
    return cell === '' || cell === true || (cell === false && !isFilled(row));
  };
  return headers
    .map(find)
    .filter(column => column > 0 && rows.every(row => isBlank(row, column)))
    .sort((a, b) => b - a);
}

function madeTab(workbook: Workbook, tab: TabName): readonly MadeTab[] {
  const found = workbook.tab(tab);
  return found ? [{ tab, digest: contentDigest(tab, found) }] : [];
}

/** Of what only a person or a command may have changed: neither the day, nor what formulas show. */
function contentDigest(name: TabName, tab: Tab): string {
  const lines: readonly (readonly unknown[])[] = name === 'Balances' ? tab.formulas() : tab.cells();
  const kept = lines.filter(line => foldName(String(line[0] ?? '')) !== 'today');
  // Boxes that are not ticked may stand down to the end of the tab.
  const texts = kept.map(line =>
    line
      .map(cell => (cell === false ? '' : String(cell)))
      .join('\t')
      .trimEnd(),
  );
  return digestOf(texts.join('\n').trimEnd());
}

/** Why tabs that were made stay: somebody has worked in one since. Nothing where they can go. */
export function keptTab(workbook: Workbook, made: readonly MadeTab[]): TabName | undefined {
  return made.find(({ tab, digest }) => {
    const found = workbook.tab(tab);
    return found !== undefined && contentDigest(tab, found) !== digest;
  })?.tab;
}

/** Takes out tabs that were made; what was remembered of them would be missed. */
export function removeTabs({ workbook, store }: Book, made: readonly MadeTab[]): void {
  remember(store, readMemory(store), { seen: [] });
  for (const { tab } of made) {
    const name = workbook.tab(tab)?.name;
    if (name !== undefined) workbook.removePage(name);
  }
}
