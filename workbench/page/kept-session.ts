/** What is left of sessions in the browser: the one of each page, and the last few that others have taken the place of. */

import { del, get, set, update } from 'idb-keyval';
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
  /** Somebody has done something in it. */
  readonly isWorkedIn?: boolean;
}

/** One that another workbook has taken the place of. */
export interface EarlierSession {
  readonly id: string;
  /** Of its file. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly leftAt: number;
}

const EARLIER = 'block-ledger-earlier';
const mostEarlier = 5;

/** Each under the key of the page that it belongs to. */
export async function readSession(key: string): Promise<KeptSession | undefined> {
  const kept = await get<KeptSession>(key);
  return kept?.version === 1 ? kept : undefined;
}

export function writeSession(key: string, session: KeptSession): Promise<void> {
  return set(key, session);
}

/** The newest first. */
export async function earlierSessions(): Promise<readonly EarlierSession[]> {
  return (await get<EarlierSession[]>(EARLIER)) ?? [];
}

export function readEarlier(id: string): Promise<KeptSession | undefined> {
  return readSession(keyOf(id));
}

/** Makes room for another workbook: what somebody has done stays at hand. One that was only looked at may be forgotten. */
export async function leaveSession(key: string, unworked: 'forget' | 'keep' = 'forget'): Promise<void> {
  const kept = await get<KeptSession>(key);
  if (kept && (kept.isWorkedIn || unworked === 'keep')) await keepEarlier(kept);
  await del(key);
}

/** First what it holds, then its name in the list: whatever stops between the two, nothing that is listed is missing. */
async function keepEarlier(kept: KeptSession): Promise<void> {
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  await set(keyOf(id), kept);
  let dropped: readonly EarlierSession[] = [];
  await update<EarlierSession[]>(EARLIER, (known = []) => {
    const all = [{ id, name: kept.name, leftAt: Date.now() }, ...known];
    dropped = all.slice(mostEarlier);
    return all.slice(0, mostEarlier);
  });
  for (const each of dropped) await del(keyOf(each.id));
}

/** It is open again, under a key of its page. */
export async function forgetEarlier(id: string): Promise<void> {
  await update<EarlierSession[]>(EARLIER, (known = []) => known.filter(each => each.id !== id));
  await del(keyOf(id));
}

function keyOf(id: string): string {
  return `${EARLIER}-${id}`;
}
