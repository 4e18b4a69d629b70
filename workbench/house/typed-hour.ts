/** The way of a typed hour to its mail, as files of the add-on whose functions run on it. */

import { Session } from 'node:inspector/promises';
import { nameFirm } from '../bench/firm';
import { createEngine } from '../engine/engine';
import { readBundleFiles } from '../node/read-bundle';
import { openWorkbook, type Workbook } from '../runtime';
import { createBundle } from '../services/bundle';

/** The files of which the built script runs a function from the keystroke in Time until the mail has left. */
export async function filesOfTypedHour(dist: string): Promise<string[]> {
  const files = readBundleFiles(dist);
  const bundle = createBundle(files);
  const engine = createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' });
  const book = await openWorkbook({ engine, bundle, now: '2026-11-23T07:00' });
  await book.call('setUpWorkbook');
  await nameFirm(book);
  await type(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await type(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20' });
  await type(book, 'Time', { Date: '2026-11-03', Client: 'Acme' });
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await type(book, 'Time', { Hours: '17' }, 2);
  await book.call('runDaily');
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  if (book.outbox.length !== 1) throw new Error(`One mail was expected, not ${book.outbox.length}.`);
  const [script] = result.filter(({ url }) => url === 'Code.js');
  const ran = script?.functions.filter(({ functionName, ranges }) => functionName && ranges[0]?.count) ?? [];
  return filesAt(
    files.code,
    ran.map(({ ranges }) => ranges[0]?.startOffset ?? 0),
  );
}

async function type(book: Workbook, tab: string, cells: Record<string, string>, row = 2): Promise<void> {
  const headers = book.print(tab)[0] ?? [];
  for (const [header, typed] of Object.entries(cells)) {
    const column = String.fromCharCode(65 + headers.indexOf(header));
    await book.edit(`${tab}!${column}${row}`, typed);
  }
}

/** The bundle says before each part from which file it comes. */
function filesAt(code: string, offsets: readonly number[]): string[] {
  const parts = Array.from(code.matchAll(/^ *\/\/ (src\/\S+\.ts)$/gm), ({ 1: path = '', index }) => ({
    path,
    index,
  }));
  const found = offsets.map(offset => parts.findLast(({ index }) => index <= offset)?.path ?? '');
  return [...new Set(found)].filter(path => path !== '').sort();
}
