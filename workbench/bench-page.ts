/** Measures what a person waits for in the page; prints, asserts nothing. */

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { describeFirstHour, walkFirstHour } from './bench/first-hour';
import { createEngine } from './engine/engine';
import { launchBrowser, openPage, waitUntilIdle } from './node/browser';
import { buildPage } from './node/build-page';
import { servePage } from './node/page-server';
import { readBundle } from './node/read-bundle';
import { xlsxOf } from './node/xlsx-files';
import type { Workbook } from './runtime';
import { openWorkbook } from './runtime';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** A firm's workbook with so many time entries, as a file. */
async function bookOf(entries: number, path: string): Promise<void> {
  const engine = createEngine();
  const workbook = await openWorkbook({ engine, bundle: readBundle(dist), now: '2026-11-23T07:00' });
  await workbook.call('setUpWorkbook');
  const clients = Array.from({ length: 100 }, (_, index) => `Client ${index + 1}`);
  fill(workbook, 'Clients', { Client: clients, Active: clients.map(() => true) });
  fill(workbook, 'Blocks', {
    Date: clients.map(() => 45_600),
    Client: clients,
    Hours: clients.map(() => entries / 50),
  });
  const rows = Array.from({ length: entries }, (_, index) => index);
  fill(workbook, 'Time', {
    Date: rows.map(row => 45_600 + Math.floor((row * 740) / entries)),
    Client: rows.map(row => clients[row % 100] ?? ''),
    Hours: rows.map(row => 0.25 * (1 + (row % 6))),
    'Work type': rows.map(row => (row % 3 ? 'Remote' : 'On-site')),
    'What was done': rows.map(row => `Looked after computer ${row % 40}`),
  });
  await engine.settle();
  await workbook.call('refresh');
  writeFileSync(path, await xlsxOf(engine));
  engine.dispose();
}

function fill(
  { engine }: Workbook,
  name: string,
  columns: Readonly<Record<string, readonly (string | number | boolean)[]>>,
): void {
  const tab = engine.tabs().find(each => each.name === name);
  const headers = tab?.values({ row: 1, column: 1, rows: 1, columns: tab.lastColumn() })[0] ?? [];
  const count = Math.max(...Object.values(columns).map(({ length }) => length));
  const missing = count + 50 - (tab?.maxRows() ?? 0);
  if (missing > 0) tab?.insertRows(tab.maxRows(), missing);
  for (const [header, values] of Object.entries(columns)) {
    const area = { row: 2, column: headers.indexOf(header) + 1, rows: count, columns: 1 };
    tab?.write(
      area,
      values.map(value => [{ value }]),
    );
  }
}

/** Milliseconds from the first request to the marks that the page sets. */
async function marks(page: Page): Promise<{ grid: number; settled: number }> {
  const [grid = Number.NaN, settled = Number.NaN] = await page.evaluate(() =>
    ['grid', 'settled'].map(name => performance.getEntriesByName(name)[0]?.startTime),
  );
  return { grid, settled };
}

/** From the key that ends typing until the client's row in Balances is another. */
async function typingToBalance(page: Page, client: string): Promise<number> {
  const before = await page.evaluate(name => {
    const { workbook } = globalThis as unknown as { workbook: Workbook };
    const time = workbook.engine.parts.api.getActiveWorkbook()?.getSheetByName('Time');
    time?.activate();
    const row = workbook.print('Time').length;
    time?.getRange(row, 0).activate();
    return String(workbook.print('Balances').find(each => each[0] === name));
  }, client);
  await page.waitForTimeout(500);
  for (const text of ['2026-11-23', client, 'Kim']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(300);
    await waitUntilIdle(page);
  }
  await page.keyboard.type('1.5');
  const started = Date.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([name, old]) => {
      const { workbook } = globalThis as unknown as { workbook: Workbook };
      return String(workbook.print('Balances').find(each => each[0] === name)) !== old;
    },
    [client, before],
    { polling: 30 },
  );
  return Date.now() - started;
}

async function measure(browser: Browser, url: string, title: string, limits: string): Promise<void> {
  const { page } = await openPage(browser, url);
  const { grid, settled } = await marks(page);
  const client = url.includes('book=') ? 'Client 7' : 'Acme';
  const typing = [await typingToBalance(page, client), await typingToBalance(page, client)];
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  console.log(
    `${title}: grid after ${seconds(grid)} s, formulas settled after ${seconds(settled)} s, ` +
      `typing to balance ${seconds(Math.min(...typing))} s (${limits})`,
  );
  await page.context().close();
}

const folder = mkdtempSync(join(tmpdir(), 'block-ledger-bench-'));
await buildPage(join(folder, 'page'));
const browser = await launchBrowser();
const sample = await servePage(join(folder, 'page'), 0);
await measure(browser, sample.url, 'Sample', 'at most 3 s, 5 s, 1.5 s');
const { page: fresh } = await openPage(browser, sample.url);
console.log(describeFirstHour(await walkFirstHour(fresh)));
await fresh.context().close();
sample.close();
for (const [entries, limits] of [
  [20_000, 'opening at most 8 s, typing 4 s'],
  [100_000, 'opening at most 25 s'],
] as const) {
  const path = join(folder, `${entries}.xlsx`);
  await bookOf(entries, path);
  const served = await servePage(join(folder, 'page'), 0, path);
  const size = (statSync(path).size / 1_048_576).toFixed(1);
  await measure(browser, served.url, `${entries} entries (${size} MB)`, limits);
  served.close();
}
await browser.close();
rmSync(folder, { recursive: true });
