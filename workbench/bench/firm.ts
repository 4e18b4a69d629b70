/** A firm in the workbench, large at once, and how a run of the add-on is told. */
import { fileURLToPath } from 'node:url';
import { createEngine } from '../engine/engine';
import { readBundle } from '../node/read-bundle';
import { openWorkbook, type Workbook } from '../runtime';
import type { Execution } from '../services/execution';

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Clients of which the first `due` are low, written at once below the headers. */
export async function firm(clients: number, entriesEach: number, due: number): Promise<Workbook> {
  const book = await openWorkbook({
    engine: createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' }),
    bundle: readBundle(dist),
    now: '2026-11-23T07:00',
    mailQuota: 1500,
  });
  // A tab of each group that is used makes set up give all of it.
  for (const name of ['Journal', 'Clauses', 'Care plan']) book.engine.insertTab(name);
  await book.call('setUpWorkbook');
  await nameFirm(book);
  const names = Array.from({ length: clients }, (_, index) => `Client ${index + 1}`);
  put(book, 'Clients', {
    Client: names,
    Active: names.map(() => true),
    Email: names.map((_, index) => `c${index}@client.example`),
  });
  put(book, 'Blocks', { Date: names.map(() => 46_000), Client: names, Hours: names.map(() => 20) });
  const entries = names.flatMap((name, index) =>
    Array.from({ length: entriesEach }, (_, each) => ({ name, each, low: index < due })),
  );
  put(book, 'Time', {
    Date: entries.map(({ each }) => 46_340 - each),
    Client: entries.map(({ name }) => name),
    Hours: entries.map(({ low }) => (low ? 17 : 10) / entriesEach),
  });
  await book.engine.settle();
  await book.call('refresh');
  return book;
}

/** Without it no notice leaves. */
export async function nameFirm(book: Workbook): Promise<void> {
  const rows = book.print('Settings').map(([name]) => name);
  const values = { 'Firm name': 'Our firm', 'Office manager email': 'office@firm.example' };
  for (const [name, value] of Object.entries(values))
    await book.edit(`Settings!B${rows.indexOf(name) + 1}`, value);
}

export function put(
  book: Workbook,
  name: string,
  columns: Readonly<Record<string, readonly (string | number | boolean)[]>>,
): void {
  const tab = book.engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  const headers = tab.values({ row: 1, column: 1, rows: 1, columns: tab.lastColumn() })[0] ?? [];
  for (const [header, values] of Object.entries(columns)) {
    const missing = values.length + 1 - tab.maxRows();
    if (missing > 0) tab.insertRows(tab.maxRows(), missing);
    const area = { row: 2, column: headers.indexOf(header) + 1, rows: values.length, columns: 1 };
    tab.write(
      area,
      values.map(value => [{ value }]),
    );
  }
}

export function calls(run: Execution | undefined): string {
  const count = (kind: string) => run?.calls.filter(call => call.kind === kind).length ?? 0;
  return `${count('data')} calls that carry data, ${count('size')} that ask for a size, ${count('lock')} for the lock`;
}

export const last = (book: Workbook, name: string) =>
  book.executions.filter(({ options }) => options.name === name).at(-1);
