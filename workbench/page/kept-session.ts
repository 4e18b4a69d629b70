/** What is left of a session in the browser. */

import { del, get, set } from 'idb-keyval';
import type { BookContent } from '../engine/content';
import type { KeptWorld } from '../services/world';

export interface KeptSession {
  /** Of this shape; one of another is not opened. */
  readonly version: 1;
  readonly name: string;
  readonly timeZone: string;
  readonly content: BookContent;
  /** Absent for a workbook that was not opened yet. */
  readonly world?: KeptWorld;
  /** Local time of the workbook at which it is opened first; without it the machine's clock is followed. */
  readonly now?: string;
}

const KEY = 'block-ledger-session';

export async function readSession(): Promise<KeptSession | undefined> {
  const kept = await get<KeptSession>(KEY);
  return kept?.version === 1 ? kept : undefined;
}

export function writeSession(session: KeptSession): Promise<void> {
  return set(KEY, session);
}

/** Out of the way of the next start, but not lost. */
export async function setSessionAside(): Promise<void> {
  await set(`${KEY}-set-aside`, await get(KEY));
  await del(KEY);
}

export function forgetSession(): Promise<void> {
  return del(KEY);
}
