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

/** Each under the key of the page that it belongs to. */
export async function readSession(key: string): Promise<KeptSession | undefined> {
  const kept = await get<KeptSession>(key);
  return kept?.version === 1 ? kept : undefined;
}

export function writeSession(key: string, session: KeptSession): Promise<void> {
  return set(key, session);
}

/** Out of the way of the next start, but not lost. */
export async function setSessionAside(key: string): Promise<void> {
  await set(`${key}-set-aside`, await get(key));
  await del(key);
}

export function forgetSession(key: string): Promise<void> {
  return del(key);
}
