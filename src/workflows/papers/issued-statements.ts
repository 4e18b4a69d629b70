import { contentOf, joinPieces, keptIn, piecesOf } from '../../ledger/sheet/kept-content';
import { contentHeaders, tabs } from '../../ledger/sheet/tabs';
import type { Statement } from '../../ledger/statements/statement';
import { type CalendarDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { isSame, type Period } from '../../ledger/units/period';
import { hoursOf } from '../../ledger/units/seconds';
import { appendRows } from '../../workbook/append-rows';
import { readMemory, remember } from '../../workbook/memory';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import type { Hash } from '../../workbook/ports';
import { type OpenTab, openTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { writeIntoRows } from '../../workbook/write-into-rows';

/** A statement as it was issued, and its row. */
export interface IssuedStatement {
  readonly row: number;
  readonly statement: Statement;
}

/** What was found in `Statements` for one client and period. */
export interface Issued {
  /** The one that holds now. */
  readonly latest: IssuedStatement | undefined;
  /** Numbers of those whose content somebody has changed, so that they cannot be reprinted. */
  readonly damaged: readonly string[];
}

const digestDigits = 16;
const tooLong = 'This statement is too long to be kept. Choose a shorter period.';
const numberPattern = /^S-(\d{1,9})$/;

export function digestOf(content: string, hash: Hash): string {
  return hash(content).slice(0, digestDigits);
}

export function findIssued({ workbook }: Book, hash: Hash, client: string, period: Period): Issued {
  const open = openTab(workbook, 'Statements');
  const damaged: string[] = [];
  let latest: IssuedStatement | undefined;
  for (const [index, cells] of (open ? open.rows : []).entries()) {
    if (!open || index === 0 || foldName(textIn(open, cells, 'Client')) !== foldName(client)) continue;
    const content = joinPieces(contentHeaders.map(header => textIn(open, cells, header)));
    const isIntact = digestOf(content, hash) === textIn(open, cells, 'Digest');
    const statement = isIntact ? keptIn<Statement>(content, 'movements') : undefined;
    if (!statement) damaged.push(textIn(open, cells, 'Number'));
    else if (isSame(statement, period) && !isEarlier(statement, latest))
      latest = { row: index + 1, statement };
  }
  return { latest, damaged };
}

/** Rows may be sorted, so the number decides. */
function isEarlier({ number }: Statement, latest: IssuedStatement | undefined): boolean {
  return latest !== undefined && countIn(number) < countIn(latest.statement.number);
}

function countIn(number: string): number {
  return Number(numberPattern.exec(number)?.[1] || 0);
}

/** Gives a draft its number and keeps it; the one that it replaces says so. */
export function issue(
  book: Book,
  hash: Hash,
  draft: Statement,
  replaced: string | undefined,
): IssuedStatement {
  const { workbook, store, now } = book;
  const { column } = placeTab(workbook, 'Statements');
  const open = openTab(workbook, 'Statements') as OpenTab;
  const memory = readMemory(store);
  const given = open.rows.map(cells => countIn(textIn(open, cells, 'Number')));
  const count = Math.max(memory.highestStatement, ...given) + 1;
  const { date, second } = now();
  const statement = { ...draft, number: `S-${String(count).padStart(4, '0')}`, issuedOn: date };
  const values = rowOf(statement, hash, toSheetSerial(date) + second / 86_400);
  const cells = tabs.Statements.map(({ header, format }) => ({
    column: column(header),
    value: values[header] ?? '',
    format: format || 'General',
  }));
  // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
  remember(store, memory, { highestStatement: count });
  const row = appendRows(open, [cells]);
  if (replaced) noteIn(book, replaced, { State: 'Replaced' });
  return { row, statement };
}

function rowOf(statement: Statement, hash: Hash, issuedAt: number): Readonly<Record<string, CellValue>> {
  const { number, client, from, to, hours, corrects, provisional } = statement;
  const content = contentOf(statement);
  const day = (date: CalendarDate) => toSheetSerial(date);
  const pieces = piecesOf(content, tooLong).map((piece, index) => [contentHeaders[index], piece]);
  return {
    Number: number,
    Client: client,
    From: day(from),
    To: day(to),
    'Issued at': issuedAt,
    State: provisional ? 'Provisional' : 'Issued',
    'Hours left': hoursOf(hours.closing),
    Corrects: corrects ? corrects.number : '',
    Digest: digestOf(content, hash),
    ...Object.fromEntries(pieces),
  };
}

/** Notes to whom a statement was mailed. */
export function noteSent(book: Book, { statement }: IssuedStatement, to: string): void {
  noteIn(book, statement.number, { 'Sent to': to });
}

/** By its number, for the row may have moved. */
function noteIn({ workbook }: Book, number: string, values: Readonly<Record<string, CellValue>>): void {
  const open = openTab(workbook, 'Statements');
  const row = open ? open.rows.findIndex(cells => textIn(open, cells, 'Number') === number) + 1 : 0;
  if (!open || row === 0) return;
  const cells = Object.entries(values).map(([header, value]) => ({
    row,
    column: open.column(header),
    value,
  }));
  writeIntoRows(open, cells);
}

function textIn({ column }: OpenTab, cells: readonly unknown[], header: string): string {
  return String(cells[column(header) - 1] ?? '');
}
