/** What stands around the grid: bar, menu, panels, dialogs. */

import type { EarlierSession } from '../kept-session';
import type { Session } from '../session';
import { createAlerts } from './alerts';
import type { Bench, Part } from './bench';
import { answerClientPages } from './client-pages';
import { createClock } from './clock';
import { createDialogs } from './dialogs';
import { openDropped } from './drop';
import { button, element, painted } from './elements';
import { fileMenu } from './file-menu';
import { createFirstRun } from './first-run';
import { focusGrid, listenForKeys } from './keys';
import { createLoading } from './loading';
import { createLog } from './log';
import { createMenuButton } from './menu-button';
import { menuItems } from './menu-model';
import { createNotices } from './notices';
import { createOutbox } from './outbox';
import { createSide } from './side';
import { createTour } from './tour';
import { createTriggers } from './triggers';

/** What the shell asks of the page, beyond the session. */
export interface Doors {
  /** Opens a workbook from a file of the user's, in place of this one, which is kept. */
  open(file: File): Promise<void>;
  /** What was left for another workbook, the newest first. */
  readonly earlier: readonly EarlierSession[];
  /** Opens one of these in place of this one, which is kept in its turn. */
  reopen(id: string): Promise<void>;
  /** The workbook as an .xlsx file. */
  save(): Promise<Blob>;
  /** Opens the sample (or an empty workbook) anew; this one is kept. */
  startOver(what: 'sample' | 'empty'): Promise<void>;
  /** Shows a tab, and selects a cell of it. */
  goTo(tab: string, row?: number, column?: number): void;
}

export interface Shell {
  /** While a workbook is being opened; `share` from 0 to 1 where it is known. */
  progress(text: string, share?: number): void;
  failed(message: string): void;
  /** Stays until it is closed. */
  tell(title: string, text: string): void;
  /** A workbook is open. */
  attach(session: Session, doors: Doors): void;
}

export function createShell(): Shell {
  const loading = createLoading(place('loading'));
  const notices = createNotices(place('notices'));
  let former: AbortController | undefined;
  return {
    progress(text, share) {
      place('bar').setAttribute('aria-busy', 'true');
      loading.progress(text, share);
    },
    failed(message) {
      place('bar').setAttribute('aria-busy', 'false');
      if (!former) return loading.failed(message);
      // The workbook that is open stays.
      loading.done();
      notices.problem(message);
    },
    tell: notices.tell,
    attach(session, doors) {
      former?.abort();
      former = new AbortController();
      const act: Bench['act'] = async work => {
        place('bar').setAttribute('aria-busy', 'true');
        await painted();
        try {
          await work();
          return true;
        } catch (error) {
          notices.problem((error as Error).message);
          return false;
        } finally {
          session.changed();
        }
      };
      // For whoever debugs the add-on in the browser's console.
      Object.assign(globalThis, { session });
      furnish({ session, doors, notices, act, signal: former.signal });
      loading.done();
    },
  };
}

function furnish(bench: Bench): void {
  const { session, signal } = bench;
  const outbox = createOutbox(bench);
  const panels = [outbox, createTriggers(bench), createClock(bench), createLog(bench)];
  const side = createSide(place('side'), panels);
  const tour = createTour(place('tour'), { bench, side, outbox });
  const parts: readonly Part[] = [
    createMenuBar(bench),
    side,
    createAlerts(bench),
    createDialogs(bench, place('sidebar')),
    createFirstRun(bench, place('first-run')),
    tour,
  ];
  place('file-name').textContent = session.name;
  place('buttons').replaceChildren(
    ...side.buttons,
    button('Tour', tour.start, { 'data-testid': 'tour-button' }),
  );
  place('side').hidden = true;
  openDropped(bench);
  answerClientPages(bench);
  listenForKeys(signal);
  const update = () => {
    place('bar').setAttribute('aria-busy', String(session.busy > 0));
    for (const part of parts) part.update();
  };
  const stop = session.onChange(update);
  signal.addEventListener('abort', stop);
  update();
}

/** The menus of the page and of the add-on, made anew when tabs or the add-on's `onOpen` have brought others. */
function createMenuBar(bench: Bench): Part {
  const { session, act, doors } = bench;
  const bar = place('menus');
  const file = createMenuButton('File', fileMenu(bench), 'menu-file');
  let shown = '';
  return {
    update() {
      const { menu } = session.workbook;
      const tabs = session.workbook.engine.tabs().filter(tab => !tab.isOutOfSight());
      const next = JSON.stringify([menu, tabs.map(({ name }) => name)]);
      if (next === shown) return;
      shown = next;
      const call = (name: string) => void act(() => session.call(name));
      // The grid's own row of tabs takes no keyboard.
      const tabItems = tabs.map(({ name }) => ({ caption: name, choose: () => showTab(doors, name) }));
      bar.replaceChildren(
        file,
        createMenuButton('Tabs', tabItems, 'menu-tabs'),
        ...menu.map(({ caption, items = [] }) =>
          createMenuButton(caption, menuItems(items, call), 'menu-add-on'),
        ),
      );
      if (menu.length === 0) bar.append(element('span', { class: 'muted' }, 'The add-on has no menu'));
    },
  };
}

function showTab(doors: Doors, name: string): void {
  doors.goTo(name);
  focusGrid();
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part named ${id}.`);
  return found;
}
