import { addBroken, type Issue, type IssueList } from '../model/issue';
import type { TabName } from '../model/tab-names';
import { type Cell, isBlank, isProblem, type Parse, quoted } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import { isFilled, type TabCells } from '../sheet/tab-cells';
import { addTo, remembering } from '../units/groups';
import { foldName } from '../units/names';
import { readText } from './values';

/** As the sheet counts: the headers are row 1. */
export const firstRow = 2;
export const longestText = 10_000;
/** No figure depends on these: a cell that cannot be read is noted, and its row still counts. */
const asides: readonly string[] =
  'Contact,Email,Copy to,Language,Monthly statement,Tax (%),Tax,Notices,Agreement signed,Reference,Repeats,Note,Who,What was done'.split(
    ',',
  );

/** Of these the books need some. */
const bookedAsides: readonly string[] = ['Tax (%)', 'Tax', 'Reference'];
/** By which a row without a client is more than one that somebody has begun. */
const amounts = ['Hours', 'Charged', 'Price'];

/** Walks a tab's rows; what cannot be read becomes an issue of the row, never an exception. */
export interface RowReader {
  readonly tab: TabName;
  /** As the sheet counts: the first row below the headers is 2. */
  readonly number: number;
  /** Whose figures are wrong where this row cannot be counted; nobody's at first. */
  clientKey: string;
  /** Why the row cannot be counted. */
  readonly failures: readonly Issue[];
  cell(header: string): Cell;
  /** The parsed cell; a blank gives `otherwise`, and so does a problem, which becomes an issue of the row. */
  take<T, Otherwise = undefined>(header: string, parse: Parse<T>, otherwise?: Otherwise): T | Otherwise;
  /** The same for a cell without which the row cannot be counted. */
  need<T>(header: string, parse: Parse<T>, mend: string): T | undefined;
  /** Notes something about the row that a person should know, but that does not keep it from counting. */
  note(message: string, about?: Pick<Issue, 'header' | 'mends'>): void;
  /** Notes why the row cannot be counted. */
  fail(message: string, header?: string): void;
}

/**
 * Calls `read` for each row in which a person filled something; unticked boxes and blanks are nothing.
 *
 * `isTaken` is asked first, with the row's place from 0: of a row that was read otherwise nothing is to be said.
 */
export function readRows(
  cells: TabCells,
  issues: IssueList,
  read: (row: RowReader) => void,
  isTaken?: (index: number) => boolean,
): void {
  const columns = [...cells.columns.values()];
  const row = createRowReader(cells, issues);
  for (let index = 0; index < cells.rows; index++) {
    if (isTaken?.(index) || !isFilledAt(columns, index)) continue;
    row.number = index + firstRow;
    row.clientKey = '';
    if (row.failures.length > 0) row.failures = [];
    read(row);
    for (const failure of row.failures)
      if (row.clientKey !== '') addBroken(issues, row.clientKey, failure);
      else if (issues.unbooked && amounts.some(header => isFilled(row.cell(header))))
        addTo(issues.unbooked, '', failure);
  }
}

function isFilledAt(columns: readonly (readonly Cell[])[], index: number): boolean {
  for (const column of columns) if (isFilled(column[index])) return true;
  return false;
}

/** One reader moves down the tab: a workbook has a hundred thousand rows, and each would make its own. */
function createRowReader({ tab, columns }: TabCells, issues: IssueList) {
  const columnOf = remembering((header: string) => columns.get(foldHeader(header)) || []);
  const cell = (header: string): Cell => columnOf(header)[row.number - firstRow] ?? '';
  const note = (message: string, about: Pick<Issue, 'header' | 'mends'> = {}): Issue => {
    const issue = { tab, row: row.number, message, ...about };
    issues.all.push(issue);
    return issue;
  };
  const row = {
    tab,
    number: firstRow,
    clientKey: '',
    failures: [] as Issue[],
    note,
    fail: (message: string, header?: string) =>
      void row.failures.push(note(message, header === undefined ? {} : { header })),
    cell,
    take<T, Otherwise>(header: string, parse: Parse<T>, otherwise?: Otherwise): T | Otherwise {
      const found = cell(header);
      const value = parse(header, found);
      if (isProblem(value)) {
        if (!asides.includes(header)) row.fail(value.problem, header);
        else {
          const issue = note(value.problem, { header });
          if (issues.unbooked && bookedAsides.includes(header)) addTo(issues.unbooked, row.clientKey, issue);
        }
        return otherwise as Otherwise;
      }
      if (typeof found === 'string' && found.length > longestText)
        note(`${header} holds ${found.length} characters. Shorten it to what people read.`);
      return value === undefined ? (otherwise as Otherwise) : value;
    },
    need<T>(header: string, parse: Parse<T>, mend: string): T | undefined {
      if (!isBlank(cell(header))) return row.take(header, parse);
      return row.fail(`${header} is blank. ${mend}`, header);
    },
  };
  return row;
}

/** Reads rows by their folded name; of two rows with one name the first counts. */
export function readNamedRows<T>(
  cells: TabCells,
  issues: IssueList,
  header: string,
  read: (row: RowReader, name: string, key: string) => T,
): Map<string, T> {
  const named = new Map<string, T>();
  const rowOf = new Map<string, number>();
  readRows(cells, issues, row => {
    const name = row.need(header, readText, 'Type the name, or clear the row.');
    if (!name) return;
    const key = foldName(name);
    const earlier = rowOf.get(key);
    if (earlier) return noteTwin(row, name, earlier);
    rowOf.set(key, row.number);
    named.set(key, read(row, name, key));
  });
  return named;
}

/** Notes a row whose name stands further up already. */
export function noteTwin(row: RowReader, name: string, earlier: number): void {
  row.note(`${quoted(name)} stands in row ${earlier} already, and that row counts. Delete one.`);
}
