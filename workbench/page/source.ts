/** The workbook that the address names, the one left here, or the sample: read while the spreadsheet is still loading. */

import type { BookContent } from '../engine/content';
import { type KeptSession, readSession } from './kept-session';
import type { Shell } from './shell/shell';
import { contentOfFile } from './xlsx-files';

/** The day on which the sample firm's story ends. */
const SAMPLE = { name: 'sample.xlsx', timeZone: 'Etc/UTC', now: '2026-11-23T07:00' };

/** A file of the address comes first, once: a reload goes on with what was made of it. */
export async function sessionToOpen(shell: Shell): Promise<KeptSession> {
  const address = new URL(location.href);
  const name = address.searchParams.get('book');
  if (name) {
    await shell.progress(`Reading ${name}…`);
    const session = await sessionOf(await fetch(`book/${encodeURIComponent(name)}`), name);
    address.searchParams.delete('book');
    history.replaceState(null, '', address);
    return session;
  }
  const kept = await readSession();
  if (kept) return kept;
  const content: BookContent = await (await fetch('sample.json')).json();
  return { version: 1, ...SAMPLE, content };
}

async function sessionOf(response: Response, name: string): Promise<KeptSession> {
  if (!response.ok) throw new Error(`${name} could not be read.`);
  return sessionOfBytes(await response.arrayBuffer(), name);
}

export async function sessionOfBytes(bytes: ArrayBuffer, name: string): Promise<KeptSession> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { version: 1, name, timeZone, content: await contentOfFile(bytes) };
}
