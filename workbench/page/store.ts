/** Keeps the session in the browser, so that a reload loses nothing. */

import { del, get, set } from 'idb-keyval';
import { contentOf } from '../engine/book-content';
import type { BookContent } from '../engine/content';
import { type KeptWorld, keepWorld } from '../services/world';
import type { Session } from './session';

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

/** Writes the session after every change; the root element says whether all is kept, and so does whoever closes the page. */
export function keepSession(session: Session): void {
  const { engine, world } = session.workbook;
  const { dataset } = document.documentElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A large workbook takes longer to write down, so it is done less often. */
  let cost = 0;
  let writing = 0;
  const say = () => {
    dataset.kept = timer === undefined && writing === 0 && session.busy === 0 ? 'yes' : 'no';
  };
  const write = async () => {
    timer = undefined;
    writing++;
    const started = performance.now();
    const { name } = session;
    const content = contentOf(engine);
    cost = performance.now() - started;
    const { timeZone } = engine;
    try {
      await writeSession({ version: 1, name, timeZone, content, world: keepWorld(world) });
    } catch (error) {
      world.log.push({ level: 'error', text: `The session could not be kept: ${error}`, run: 'page' });
    }
    writing--;
    say();
  };
  session.onChange(() => {
    clearTimeout(timer);
    timer = session.busy > 0 ? undefined : setTimeout(write, cost < 200 ? 0 : cost);
    say();
  });
  addEventListener('beforeunload', event => {
    if (dataset.kept === 'no') event.preventDefault();
  });
}
