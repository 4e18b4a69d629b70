/** What `npm run warehouse` is asked for. */

import { parseArgs } from 'node:util';

export const usage = `Usage: npm run -s warehouse -- BOOK.xlsx … [options]

  --out DIR         write the tables of each workbook into DIR/BOOK, as lines of JSON: what bq load takes
  --balances DATE   print what every client has on that day, such as 2026-11-27
  --journal MONTH   print the journal of a month, such as 2026-01 (with DuckDB)
  --engine duckdb   by the SQL of BigQuery, in DuckDB on this machine; so it is without this option
  --engine none     by the library alone
  --now DATETIME    as if it were that time, such as 2026-11-23T07:00, local time of the workbook
  --time-zone ZONE  of the workbooks, such as America/New_York (default Etc/UTC)
  --locale LOCALE   of the workbooks, such as de_DE (default en_US)

Folders that an earlier --out has written may stand in place of workbooks.
`;

export interface Options {
  readonly books: readonly string[];
  readonly out?: string;
  readonly balances?: string;
  readonly journal?: string;
  readonly engine: 'duckdb' | 'none';
  readonly now: string | undefined;
  readonly timeZone: string;
  readonly locale: string;
}

/** The options, or why they make no sense. */
export function readOptions(args: readonly string[]): Options | string {
  const text = { type: 'string' } as const;
  const options = {
    out: text,
    balances: text,
    journal: text,
    engine: text,
    now: text,
    locale: text,
    'time-zone': text,
  };
  try {
    const { values, positionals: books } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { engine = 'duckdb', out, balances, journal } = values;
    if (books.length === 0) return 'Name a workbook.';
    if (engine !== 'duckdb' && engine !== 'none') return `There is no engine ${engine}: duckdb or none.`;
    if (!out && !balances && !journal) return 'Say what you want: --out, --balances or --journal.';
    if (journal && engine === 'none') return 'A journal needs --engine duckdb.';
    const asked = { ...(out && { out }), ...(balances && { balances }), ...(journal && { journal }) };
    const { now, locale = 'en_US', 'time-zone': timeZone = 'Etc/UTC' } = values;
    return { books, ...asked, engine, now, locale, timeZone };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Rows under their headers, each column as wide as it needs. */
export function tableText(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const [first = {}] = rows;
  const headers = Object.keys(first);
  const lines = [headers, ...rows.map(row => headers.map(header => cellText(row[header])))];
  const widths = headers.map((_, at) => Math.max(...lines.map(line => (line[at] ?? '').length)));
  return lines
    .map(
      line =>
        `${line
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cellText(cell: unknown): string {
  if (typeof cell === 'number') return String(Math.round(cell * 1e4) / 1e4);
  return cell === null || cell === undefined ? '' : String(cell);
}
