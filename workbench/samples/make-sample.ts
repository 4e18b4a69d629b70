/** Makes the sample workbook: an IT firm's two years with twelve clients, the same at every run. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../engine/engine';
import type { CellInput, SpreadsheetEngine } from '../engine/spreadsheet';
import { readBundle } from '../node/read-bundle';
import { xlsxOf } from '../node/xlsx-files';
import { openWorkbook } from '../runtime';
import { signedAgreements } from './sample-agreements';
import { careLog, carePlan, smallThings } from './sample-care';
import { clients, mistakes, specialBlocks, specialEntries } from './sample-firm';
import { sampleRows } from './sample-work';

export const sampleNow = '2026-11-23T07:00';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Left blank below the last row, to be typed into. */
const spareRows = 200;

type Value = string | number | boolean;

/** Writes rows below the headers, each value under its header; dates are ISO text and become days of the sheet. */
function fill(
  engine: SpreadsheetEngine,
  name: string,
  rows: readonly Readonly<Record<string, Value>>[],
): void {
  const tab = engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  const headers = tab.values({ row: 1, column: 1, rows: 1, columns: tab.lastColumn() })[0] ?? [];
  const first = name === 'Settings' ? tab.lastRow() + 1 : 2;
  const cells = rows.map(row =>
    headers.map((header): CellInput => ({ value: cellValue(row[String(header)] ?? '') })),
  );
  const missing = first + rows.length + spareRows - tab.maxRows();
  if (missing > 0) tab.insertRows(tab.maxRows(), missing);
  tab.write({ row: first, column: 1, rows: rows.length, columns: headers.length }, cells);
}

function cellValue(value: Value): Value {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const day = Date.parse(`${value}T00:00:00Z`) / 86_400_000;
  return Number.isNaN(day) ? value : day + 25_569;
}

function setting(engine: SpreadsheetEngine, name: string, value: Value): void {
  const tab = engine.tabs().find(each => each.name === 'Settings');
  const names = tab?.values({ row: 1, column: 1, rows: tab.lastRow(), columns: 1 }) ?? [];
  const row = names.findIndex(([cell]) => cell === name) + 1;
  tab?.write({ row, column: 2, rows: 1, columns: 1 }, [[{ value }]]);
}

export async function makeSample(): Promise<Buffer> {
  const engine = createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' });
  const workbook = await openWorkbook({ engine, bundle: readBundle(here('../../dist')), now: sampleNow });
  await workbook.call('setUpWorkbook');
  // One of each group of tabs that set up does not make, behind those that everybody needs: it makes the others beside it.
  for (const name of ['Templates', 'Journal', 'Statements', 'Clauses', 'Care plan']) engine.insertTab(name);
  await workbook.call('setUpWorkbook');
  setting(engine, 'Firm name', 'Harbor IT Services');
  setting(engine, 'Sender name', 'Robin at Harbor IT');
  setting(engine, 'Office manager email', 'office@harbor-it.example');
  setting(engine, 'Reply to', 'office@harbor-it.example');
  const work = sampleRows(clients);
  fill(
    engine,
    'Clients',
    clients.map(client => client.row),
  );
  fill(engine, 'Blocks', [...work.blocks, ...specialBlocks, ...mistakes.blocks]);
  fill(engine, 'Time', [...work.entries, ...specialEntries, ...mistakes.entries]);
  fill(engine, 'Care plan', carePlan);
  fill(engine, 'Small things', smallThings);
  fill(engine, 'Care log', careLog);
  for (const { name } of engine.tabs()) if (/^Sheet ?1$/.test(name)) engine.deleteTab(name);
  await engine.settle();
  // Rows that nobody typed have no boxes yet.
  await workbook.call('setUpWorkbook');
  await workbook.call('refresh');
  fill(engine, 'Agreements', signedAgreements(workbook.print('Blocks')));
  await engine.settle();
  await workbook.call('refresh');
  return xlsxOf(engine);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = here('./sample.xlsx');
  writeFileSync(path, await makeSample());
  console.log(`Wrote workbench/samples/sample.xlsx`);
}
