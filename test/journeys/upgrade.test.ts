import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBundle } from '../../workbench/node/read-bundle';
import { openXlsx } from '../../workbench/node/xlsx-files';
import { openWorkbook, type Workbook } from '../../workbench/runtime';
import { balanceRow, dist, rowsOf } from './firm';

const folder = fileURLToPath(new URL('../workbooks', import.meta.url));
/** As each released version has left a small firm: set up, typed into, with one notice sent. */
const versions = readdirSync(folder).map(name => name.replace('.xlsx', ''));

const { version: ownVersion } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const typedTabs = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings'];

async function open(version: string): Promise<Workbook> {
  const engine = await openXlsx(`${folder}/${version}.xlsx`, { timeZone: 'Etc/UTC', locale: 'en_US' });
  onTestFinished(() => engine.dispose());
  return openWorkbook({ engine, bundle: readBundle(dist), now: '2026-11-24T09:00' });
}

/** Each filled cell of a tab by its header and row: where columns go does not matter, what stands in them does. */
function cellsOf(book: Workbook, tab: string): Map<string, unknown> {
  const key = tab === 'Settings' ? 'Setting' : '';
  const cells = rowsOf(book, tab).flatMap((row, at) =>
    Object.entries(row).map(
      ([header, value]) => [`${tab} ${key ? row[key] : at + 2} ${header}`, value] as const,
    ),
  );
  return new Map(cells.filter(([, value]) => value !== ''));
}

const oursToWrite = /^(Settings Today Value|Settings .* What it does)$/;

describe.each(versions)('a workbook of version %s', version => {
  it('keeps every cell, its balances and what was told, when it is opened, set up and used', async () => {
    const book = await open(version);
    const before = new Map(typedTabs.flatMap(tab => [...cellsOf(book, tab)]));
    expect(before.size).toBeGreaterThan(100);
    // It says in Help that an earlier version has set it up.
    expect(await book.call('versionSetUp')).toBe('');

    await book.call('runHourly');
    await book.call('setUpWorkbook');
    await book.call('refresh');
    await book.call('runDaily');

    const after = new Map(typedTabs.flatMap(tab => [...cellsOf(book, tab)]));
    const changed = [...before].filter(
      ([cell, value]) => after.get(cell) !== value && !oursToWrite.test(cell),
    );
    expect(changed).toEqual([]);
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 4, Used: 16, Value: 360, State: 'low' });
    expect(balanceRow(book, 'Müller & Söhne')).toMatchObject({ 'Hours left': 6.5, Value: 617.5 });
    expect(balanceRow(book, "O'Neil")).toMatchObject({ 'Hours left': 3.25 });
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(4);
    expect(book.outbox.filter(({ to }) => to.includes('pat@acme.example'))).toEqual([]);
    expect(rowsOf(book, 'Notices')).toMatchObject([{ Block: 'B-0001', Level: 'low', State: 'Sent' }]);
    expect(await book.call('listIssues')).toEqual([]);
    expect(await book.call('versionSetUp')).toBe(ownVersion);
  });
});
