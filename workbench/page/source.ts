/** The workbook that the address names, the one left here, or the sample: read while the spreadsheet is still loading. */

import type { BookContent } from '../engine/content';
import { type KeptSession, leaveSession, readSession, writeSession } from './kept-session';
import type { OwnSession } from './own-session';
import type { Shell } from './shell/shell';
import { tokenHeaders } from './token';
import { contentOfFile } from './xlsx-files';

/** The day on which the sample firm's story ends. */
const SAMPLE = { name: 'sample.xlsx', timeZone: 'Etc/UTC', now: '2026-11-23T07:00' };

/** A file of the address comes first, once: a reload goes on with what was made of it. */
export async function sessionToOpen(shell: Shell, own: OwnSession): Promise<KeptSession> {
  const address = new URL(location.href);
  const name = address.searchParams.get('book');
  if (name) {
    await shell.progress(`Reading ${name}…`);
    const session = await sessionOf(await fetchBook(name), name);
    // A copy of another page's work is kept there.
    if (own.copyOf === undefined) await leaveSession(own.key);
    address.searchParams.delete('book');
    history.replaceState(null, '', address);
    return session;
  }
  const kept = await readOwn(own);
  if (kept) return kept;
  const content: BookContent = await (await fetch('sample.json')).json();
  return { version: 1, ...SAMPLE, content };
}

/** A page that comes second begins with what the first has kept, and says so by the name. */
async function readOwn({ key, copyOf }: OwnSession): Promise<KeptSession | undefined> {
  const kept = await readSession(copyOf ?? key);
  if (!kept || copyOf === undefined) return kept;
  const copy = { ...kept, name: kept.name.replace(/( \(copy\))?(\.xlsx)?$/i, ' (copy)$2') };
  await writeSession(key, copy);
  return copy;
}

function fetchBook(name: string): Promise<Response> {
  return fetch(`book/${encodeURIComponent(name)}`, { headers: tokenHeaders() ?? {} });
}

async function sessionOf(response: Response, name: string): Promise<KeptSession> {
  if (!response.ok) throw new Error(`${name} could not be read.`);
  return sessionOfBytes(await response.arrayBuffer(), name);
}

export async function sessionOfBytes(bytes: ArrayBuffer, name: string): Promise<KeptSession> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { version: 1, name, timeZone, content: await contentOfFile(bytes) };
}
