import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialOfInstant } from '../../workbench/engine/zone';
import { readBundle } from '../../workbench/node/read-bundle';
import { openXlsx } from '../../workbench/node/xlsx-files';
import { openWorkbook, type Workbook } from '../../workbench/runtime';
import { readBuiltWarehouse } from '../../workbench/warehouse/built';
import { writeBook } from '../../workbench/warehouse/command';
import { type Engine, openDuckDb } from '../../workbench/warehouse/duckdb';
import { plainBalances } from '../../workbench/warehouse/plain';
import { sorted } from './workbook-figures';

const home = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'warehouse-'));

let book: Workbook;
let engine: Engine;
beforeAll(async () => {
  const clock = Date.UTC(2026, 10, 23, 7);
  const sheet = await openXlsx(home('workbench/samples/sample.xlsx'), {
    now: () => serialOfInstant(clock, 'Etc/UTC'),
  });
  book = await openWorkbook({ engine: sheet, bundle: readBundle(home('dist')), now: '2026-11-23T07:00' });
  await writeBook(book, { book: 'sample', folder });
  engine = await openDuckDb(readBuiltWarehouse());
  await engine.load('sample', table => join(folder, `${table}.ndjson`));
}, 60_000);
afterAll(() => {
  engine.close();
  book.engine.dispose();
});

const columns = `client, state, overage_to_invoice_h, hours_left, used, runs_out_in_words, rows_left_out, value, currency,
  saved, deferred_revenue, expired_value, left_percent`;

describe('the sample workbook in the warehouse', () => {
  it('shows to the cent and the second what BLOCKSUMMARY shows', async () => {
    const [headers = [], ...rows] = (await book.formula('=BLOCKSUMMARY()')) as unknown[][];
    const isKept = headers.map(header => header !== 'Last notice' && header !== 'Agreement');
    const expected = rows.map(row => row.filter((_, at) => isKept[at]));

    const found = await engine.query(
      `SELECT ${columns} FROM ledger.balances(DATE '2026-11-23') WHERE book = 'sample'`,
    );
    const figures = found.map(row => Object.values({ ...row, rows_left_out: Number(row.rows_left_out) }));
    expect(expected).toHaveLength(13);
    expect(sorted(figures)).toEqual(sorted(expected));
  });

  it('shows every line that the month end writes, month by month', async () => {
    const mended = mkdtempSync(join(tmpdir(), 'warehouse-'));
    await book.edit('Time!D1610', '1');
    await writeBook(book, { book: 'mended', folder: mended });
    await engine.load('mended', table => join(mended, `${table}.ndjson`));
    await book.call('monthEnd', '2026-11');
    const [headers = [], ...rows] = book.print('Journal');
    const own = ['Month', 'Currency', 'Account', 'Code', 'Debit', 'Credit', 'Client', 'Block', 'Memo'];
    const lines = rows.map(row => own.map(header => row[headers.indexOf(header)]));
    const months = [...new Set(lines.map(([month]) => String(month)))];

    const found: unknown[][] = [];
    for (const month of months.slice(-6)) {
      const query = `SELECT month, currency, account, code, debit, credit, client, block, memo FROM ledger.journal('${month}') WHERE book = 'mended'`;
      for (const line of await engine.query(query))
        found.push(Object.values({ ...line, debit: line.debit || '', credit: line.credit || '' }));
    }
    expect(months.length).toBeGreaterThan(20);
    expect(sorted(found)).toEqual(
      sorted(lines.filter(([month]) => months.slice(-6).includes(String(month)))),
    );
  });

  it('comes to the same without a database', async () => {
    const plain = plainBalances(folder, '2026-11-23').map(row => Object.values(row));
    const found = await engine.query(
      `SELECT ${columns} FROM ledger.balances(DATE '2026-11-23') WHERE book = 'sample'`,
    );
    expect(sorted(plain)).toEqual(
      sorted(found.map(row => Object.values({ ...row, rows_left_out: Number(row.rows_left_out) }))),
    );
  });

  it('tells what to mend, in words and with its row', () => {
    const lines = readFileSync(join(folder, 'issues.ndjson'), 'utf8').trim().split('\n');
    expect(lines.map(line => JSON.parse(line))).toContainEqual({
      ...{ book: 'sample', tab: 'Time', sheet_row: 1610 },
      message: expect.stringContaining('Hours "abc" cannot be read.'),
    });
  });
});

describe('an export in pieces', () => {
  it('is refused where the workbook has changed between two of them', async () => {
    const first = (await book.callFromDialog('exportPiece', 'time', 0, 'sample', '')) as {
      seen: string;
      text: string;
    };
    expect(first.text.split('\n')).toHaveLength(
      readFileSync(join(folder, 'time.ndjson'), 'utf8').split('\n').length,
    );
    await book.edit('Blocks!D2', '21');
    await expect(book.callFromDialog('exportPiece', 'time', 1, 'sample', first.seen)).rejects.toThrow(
      'Somebody has changed the workbook meanwhile.',
    );
  });

  it('is refused where no figure would be right', async () => {
    await book.edit('Time!A1', 'Dates');
    await expect(book.callFromDialog('exportPiece', 'time', 0, 'sample', '')).rejects.toThrow(
      'Nothing is exported',
    );
  });
});
