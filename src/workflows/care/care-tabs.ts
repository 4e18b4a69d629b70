import {
  type Care,
  type CareDone,
  type CareTask,
  noCare,
  type OpenCare,
  type SmallThing,
} from '../../ledger/model/care';
import type { Issue, IssueList } from '../../ledger/model/issue';
import {
  type CareReading,
  type KnownClients,
  readCareLog,
  readCarePlan,
  readCheckIns,
  readSmallThings,
} from '../../ledger/reading/read-care';
import type { TabCells } from '../../ledger/sheet/tab-cells';
import { tabs } from '../../ledger/sheet/tabs';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';

/** A tab of care, as it was read. */
export interface CareTab<Row> extends ReadTab {
  readonly read: readonly Row[];
}

const readers = {
  'Care plan': readCarePlan,
  'Small things': readSmallThings,
  'Care log': readCareLog,
} as const;
export type CareTabName = keyof typeof readers;
interface CareRows {
  readonly 'Care plan': CareTask;
  readonly 'Small things': SmallThing;
  readonly 'Care log': CareDone;
}

/** Reads a tab with one call; a workbook of an earlier version has none. */
export function openCareTab<Name extends CareTabName>(
  { workbook, toCell }: Book,
  name: Name,
): CareTab<CareRows[Name]> | undefined {
  const tab = readTab(workbook, name, toCell, false);
  if (!tab) return undefined;
  const read = readers[name] as (cells: TabCells, reading: CareReading) => CareRows[Name][];
  return { ...tab, read: read(tab.cells, { issues: newIssues(), clients: new Map() }) };
}

/** The same for what is going to be written there: a tab or a column that is missing is made, as an hourly run has nobody to ask. */
export function neededCareTab<Name extends CareTabName>(book: Book, name: Name): CareTab<CareRows[Name]> {
  const found = openCareTab(book, name);
  if (found && tabs[name].every(({ header }) => found.column(header) > 0)) return found;
  placeTab(book.workbook, name);
  return openCareTab(book, name) as CareTab<CareRows[Name]>;
}

/** Care as it stands in the workbook, a call for each tab. */
export function readCare(book: Book): Care {
  return { ...readOpenCare(book), log: openCareTab(book, 'Care log')?.read ?? noCare.log };
}

/** The same without the log, which only grows. */
export function readOpenCare(book: Book): OpenCare {
  return {
    tasks: openCareTab(book, 'Care plan')?.read ?? noCare.tasks,
    things: openCareTab(book, 'Small things')?.read ?? noCare.things,
  };
}

/** What mails and statements tell of it: what was done and what was fixed; a tab without a row costs no call. */
export function readCareWork(book: Book): Pick<Care, 'things' | 'log'> {
  const hasRows = (name: CareTabName) => (book.workbook.tab(name)?.lastRow() ?? 0) > 1;
  return {
    things: (hasRows('Small things') && openCareTab(book, 'Small things')?.read) || noCare.things,
    log: (hasRows('Care log') && openCareTab(book, 'Care log')?.read) || noCare.log,
  };
}

/** What is wrong in the tabs of care, and in the column of Clients that belongs to them. */
export function careIssues(
  { workbook, toCell }: Book,
  clients: KnownClients,
  clientCells: TabCells | undefined,
): readonly Issue[] {
  const issues = newIssues();
  if (clientCells) readCheckIns(clientCells, issues);
  for (const name of Object.keys(readers) as CareTabName[]) {
    const tab = readTab(workbook, name, toCell, false);
    if (tab) readers[name](tab.cells, { issues, clients });
  }
  return issues.all;
}

export function newIssues(): IssueList {
  return { all: [], broken: new Map(), fatal: [] };
}
