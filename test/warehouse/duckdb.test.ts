import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Month } from '../../src/ledger/units/month';
import { type Table, tableNames } from '../../src/warehouse/tables';
import { readBuiltWarehouse } from '../../workbench/warehouse/built';
import { type Engine, openDuckDb } from '../../workbench/warehouse/duckdb';
import { bookOf, filesOf, type ReadBook, readAsRun } from './any-book';
import { journalRows, overview, sorted } from './workbook-figures';

const today = '2026-11-27';
const seeds = [3, 17, 29, 31, 47, 53, 61, 71, 83, 97];
const books = new Map<string, ReadBook>(
  seeds.map(seed => [`book_${seed}`, readAsRun({ ...bookOf(seed), today })]),
);

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb(readBuiltWarehouse());
  for (const [name, book] of books) await load(name, book);
});
afterAll(() => engine.close());

async function load(name: string, book: ReadBook): Promise<void> {
  const files = filesOf(book, name);
  const folder = mkdtempSync(join(tmpdir(), 'warehouse-'));
  const pathOf = (table: Table) => join(folder, `${table}.ndjson`);
  for (const table of tableNames)
    writeFileSync(pathOf(table), files[table].map(row => `${JSON.stringify(row)}\n`).join(''));
  await engine.load(name, pathOf);
}

const balances = `SELECT book, client, state, overage_to_invoice_h, hours_left, used, runs_out_in_words, rows_left_out,
  value, currency, saved, deferred_revenue, expired_value, left_percent FROM ledger.balances(DATE '${today}')`;

it('answers its own test', async () => {
  expect(await engine.query('SELECT ledger.self_test() AS answer')).toEqual([{ answer: 'ok' }]);
});

it('shows what the overview of every workbook shows', async () => {
  const rows = await engine.query(balances);
  const found = rows.map(row => ({
    ...row,
    rows_left_out: Number(row.rows_left_out),
    left_percent: row.left_percent ?? '',
  }));
  const expected = [...books].flatMap(([name, book]) => overview(book).map(row => [name, ...row]));
  expect(sorted(found.map(row => Object.values(row)))).toEqual(sorted(expected));
});

it('shows every line that every month end writes', async () => {
  const months = Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}` as Month);
  let lines = 0;
  for (const month of months) {
    const rows = await engine.query(
      `SELECT book, month, currency, account, code, debit, credit, client, block, memo FROM ledger.journal('${month}')`,
    );
    const expected = [...books].flatMap(([name, book]) =>
      journalRows(book, month).map(row => [name, ...row]),
    );
    expect(sorted(rows.map(row => Object.values(row)))).toEqual(sorted(expected));
    lines += rows.length;
  }
  expect(lines).toBeGreaterThan(300);
});

it('takes the place of what a book had before when it is loaded again', async () => {
  const before = await engine.query(balances);
  const [[name, book]] = [...books] as [[string, ReadBook]];
  await load(name, book);
  expect(sorted((await engine.query(balances)).map(row => Object.values(row)))).toEqual(
    sorted(before.map(row => Object.values(row))),
  );
});
