/** Keeps the session in the browser, so that a reload loses nothing. */

import { contentOf } from '../engine/book-content';
import { keepWorld } from '../services/world';
import { writeSession } from './kept-session';
import type { Session } from './session';

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
