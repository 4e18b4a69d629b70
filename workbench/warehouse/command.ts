/** Workbooks as tables for BigQuery, by the built add-on itself, and what they come to on this machine. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bookName, exportFiles } from '../../src/warehouse/export-rows';
import type { ExportPiece } from '../../src/workflows/books/export-books';
import { instantOfLocal, serialOfInstant } from '../engine/zone';
import { readBundle } from '../node/read-bundle';
import { openXlsx } from '../node/xlsx-files';
import { openWorkbook, type Workbook } from '../runtime';
import { readBuiltWarehouse } from './built';
import { openDuckDb } from './duckdb';
import { type Options, readOptions, tableText, usage } from './options';
import { plainBalances } from './plain';

interface Exported {
  readonly book: string;
  readonly folder: string;
}

/** Gives the exit code. */
export async function runWarehouse(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return tell(usage, 0);
  const options = readOptions(args);
  if (typeof options === 'string') return tell(`${options}\n\n${usage}`, 2);
  const scratch = options.out ? undefined : mkdtempSync(join(tmpdir(), 'warehouse-'));
  try {
    const exported = await exportAll(options, options.out ?? (scratch as string));
    if (options.balances || options.journal)
      process.stdout.write(tableText(await figuresOf(options, exported)));
    return 0;
  } catch (error) {
    return tell(`${(error as Error).message}\n`, 1);
  } finally {
    if (scratch) rmSync(scratch, { recursive: true });
  }
}

function tell(text: string, code: number): number {
  process.stderr.write(text);
  return code;
}

async function exportAll(options: Options, out: string): Promise<Exported[]> {
  const exported: Exported[] = [];
  for (const path of options.books) {
    const book = bookName(basename(path).replace(/\.xlsx$/i, ''));
    if (exported.some(each => each.book === book))
      throw new Error(`Two workbooks are called ${book}. Rename one.`);
    const isWorkbook = /\.xlsx$/i.test(path);
    const folder = isWorkbook ? join(out, book) : path;
    if (isWorkbook) await exportBook(path, { book, folder }, options);
    exported.push({ book, folder });
  }
  return exported;
}

async function exportBook(path: string, { book, folder }: Exported, options: Options): Promise<void> {
  const workbook = await opened(path, options);
  try {
    await writeBook(workbook, { book, folder });
  } finally {
    workbook.engine.dispose();
  }
}

/** Asks the add-on piece by piece, as its page does. */
export async function writeBook(workbook: Workbook, { book, folder }: Exported): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const counts: string[] = [];
  let seen = '';
  for (const file of exportFiles) {
    const texts: string[] = [];
    let rows = 0;
    for (let from: number | undefined = 0; from !== undefined; ) {
      const piece = (await workbook.callFromDialog('exportPiece', file, from, book, seen)) as ExportPiece;
      texts.push(piece.text);
      rows += piece.rows;
      ({ seen } = piece);
      from = piece.next;
    }
    writeFileSync(join(folder, `${file}.ndjson`), texts.join(''));
    counts.push(`${rows} ${file}`);
  }
  process.stderr.write(`${book}: ${counts.join(', ')}\n`);
}

async function opened(path: string, { timeZone, locale, now }: Options): Promise<Workbook> {
  const clock = now === undefined ? Date.now() : instantOfLocal(now, timeZone);
  const engine = await openXlsx(path, {
    timeZone,
    locale,
    now: () => serialOfInstant(clock, timeZone),
  }).catch((error: Error) => {
    throw new Error(`Cannot read ${path}: ${error.message}`);
  });
  const bundle = readBundle(fileURLToPath(new URL('../../dist', import.meta.url)));
  return openWorkbook({ engine, bundle, ...(now === undefined ? {} : { now }) });
}

async function figuresOf({ engine, balances, journal }: Options, exported: readonly Exported[]) {
  if (engine === 'none')
    return exported.flatMap(({ book, folder }) =>
      plainBalances(folder, balances as string).map(row => ({ book, ...row })),
    );
  const duckDb = await openDuckDb(readBuiltWarehouse());
  try {
    for (const { book, folder } of exported)
      await duckDb.load(book, table => join(folder, `${table}.ndjson`));
    const asked = balances
      ? `balances(DATE '${dayText(balances)}')`
      : `journal('${monthText(journal ?? '')}')`;
    return await duckDb.query(`SELECT * FROM ledger.${asked} ORDER BY book, client`);
  } finally {
    duckDb.close();
  }
}

function dayText(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new Error(`"${text}" is no day. Type it as 2026-11-23.`);
  return text;
}

function monthText(text: string): string {
  if (!/^\d{4}-\d\d$/.test(text)) throw new Error(`"${text}" is no month. Type it as 2026-01.`);
  return text;
}
