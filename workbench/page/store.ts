/** Keeps the session in the browser, so that a reload loses nothing. */

import { contentOf } from '../engine/book-content';
import { keepWorld } from '../services/world';
import { writeSession } from './kept-session';
import type { Session } from './session';

export interface Keeper {
  /** Nothing is written any more once this is done: another session takes the place of this one. */
  stop(): Promise<void>;
}

/** Writes the session after every change; the root element says whether all is kept, and so does whoever closes the page. */
export function keepSession(session: Session, key: string): Keeper {
  const { engine, world } = session.workbook;
  const { dataset } = document.documentElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A large workbook takes longer to write down, so it is done less often. */
  let cost = 0;
  let writing = 0;
  let isStopped = false;
  let last: Promise<void> = Promise.resolve();
  const say = () => {
    dataset.kept = timer === undefined && writing === 0 && session.busy === 0 ? 'yes' : 'no';
  };
  const write = async () => {
    writing++;
    const started = performance.now();
    const { name, isWorkedIn } = session;
    const content = contentOf(engine);
    cost = performance.now() - started;
    const { timeZone } = engine;
    try {
      await writeSession(key, { version: 1, name, timeZone, content, world: keepWorld(world), isWorkedIn });
    } catch (error) {
      world.log.push({ level: 'error', text: `The session could not be kept: ${error}`, run: 'page' });
    }
    writing--;
    say();
  };
  session.onChange(() => {
    clearTimeout(timer);
    timer = undefined;
    if (isStopped) return;
    const begin = () => {
      timer = undefined;
      last = write();
    };
    if (session.busy === 0) timer = setTimeout(begin, cost < 200 ? 0 : cost);
    say();
  });
  addEventListener('beforeunload', event => {
    if (dataset.kept === 'no' && !isStopped) event.preventDefault();
  });
  return {
    async stop() {
      const isWaiting = timer !== undefined || session.busy > 0;
      isStopped = true;
      clearTimeout(timer);
      await last;
      // What was done a moment ago is kept too.
      if (isWaiting) await write();
    },
  };
}
