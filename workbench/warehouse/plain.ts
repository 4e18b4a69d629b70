/** Balances of exported files by plain Node: no database, no spreadsheet. */

import { basename, join } from 'node:path';
import { type CalendarDate, parseIsoDate } from '../../src/ledger/units/calendar-date';
import { bookName } from '../../src/warehouse/export-rows';
import { readBook } from '../../src/warehouse/read-client';
import { type FigureLine, figuresOn } from '../../src/warehouse/settle-client';
import { type Row, type Table, tableNames } from '../../src/warehouse/tables';
import { equalRows } from './equal-rows';
import { type BookRows, givenClients } from './given-clients';
import { readOptions, tableText, usage } from './options';
import { wholeLines } from './whole-lines';

/** A line for each client and currency on a day, in the words of the warehouse. */
export function plainBalances(folder: string, today: string): Row[] {
  const day = parseIsoDate(today);
  if (day === undefined) throw new Error(`"${today}" is no day. Type it as 2026-11-23.`);
  const tables = Object.fromEntries(
    tableNames.map(table => [table, readRows(table, join(folder, `${table}.ndjson`))]),
  ) as unknown as BookRows;
  const book = readBook(tables);
  return givenClients(tables).flatMap(given => figuresOn(given, book, day as CalendarDate).map(shown));
}

function readRows(table: Table, path: string): readonly Row[] {
  const pieces = wholeLines(path);
  if (table === 'time') return equalRows(pieces);
  // As one list: a parser that is called once is quicker than one that is called for each line.
  return [...pieces].flatMap((piece): Row[] => JSON.parse(`[${piece.trim().replaceAll('\n', ',')}]`));
}

function shown(line: FigureLine): Row {
  const { client, state, toInvoice, left, worked, runsOut, rowsLeftOut, currency, digits } = line;
  const amount = (minor: number) => minor / 10 ** digits;
  return {
    client,
    state,
    overage_to_invoice_h: toInvoice / 3600,
    hours_left: left / 3600,
    used: worked / 3600,
    runs_out_in_words: runsOut,
    rows_left_out: rowsLeftOut,
    value: amount(line.value),
    currency,
    saved: amount(line.saved),
    deferred_revenue: amount(line.deferred),
    expired_value: amount(line.expired),
    left_percent: line.share ?? null,
  };
}

/** The command line without a database; gives the exit code. */
export function runPlain(args: readonly string[]): number {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${usage}`);
    return 2;
  }
  try {
    const day = options.balances ?? '';
    const rows = options.books.flatMap(folder =>
      plainBalances(folder, day).map(row => ({ book: bookName(basename(folder)), ...row })),
    );
    process.stdout.write(tableText(rows));
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}
