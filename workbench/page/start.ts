/** Opens a workbook in the grid and hands it to the shell. */

import { contentOf, engineOf } from '../engine/book-content';
import { serialOfInstant } from '../engine/zone';
import { openWorkbook } from '../runtime';
import { type BundleFiles, createBundle } from '../services/bundle';
import { watchGrid } from './grid-edits';
import { followSelection, goTo } from './grid-selection';
import { type KeptSession, setSessionAside } from './kept-session';
import type { OwnSession } from './own-session';
import { printPdf } from './print-pdf';
import { Session } from './session';
import type { Doors, Shell } from './shell/shell';
import { sampleSession, sessionOfBytes } from './source';
import { type Keeper, keepSession, sessionNow } from './store';
import { fileOfContent } from './xlsx-files';

/** What main.ts has begun to read. */
export interface Reading {
  readonly own: Promise<OwnSession>;
  readonly session: Promise<KeptSession>;
  readonly bundle: Promise<BundleFiles>;
}

const apart =
  'Each tab keeps its own work: nothing done here changes the other tab. To keep what you do here for good, choose File > Save as .xlsx.';

export async function start(shell: Shell, reading: Reading): Promise<void> {
  const kept = await reading.session;
  const own = await reading.own;
  try {
    await openSession({ shell, key: own.key, files: await reading.bundle }, kept);
    if (own.copyOf !== undefined) shell.tell('Open in another tab too', apart);
  } catch (error) {
    if (!kept.world) throw error;
    await setSessionAside(own.key);
    const reason = (error as Error).message;
    throw new Error(`The workbook that was left here does not open (${reason}), and was set aside.`);
  }
}

/** Stays the same while one workbook after the other is opened. */
interface Place {
  readonly shell: Shell;
  /** Under which the session is kept. */
  readonly key: string;
  readonly files: BundleFiles;
}

async function openSession(place: Place, kept: KeptSession): Promise<void> {
  const { shell, key, files } = place;
  await shell.progress('Filling the sheet…');
  let clock = Date.now;
  const engine = engineOf(kept.content, {
    timeZone: kept.timeZone,
    now: () => serialOfInstant(clock(), kept.timeZone),
  });
  await shell.progress('Working out the formulas…');
  await nextFrame();
  performance.mark('grid');
  const workbook = await openWorkbook({
    engine,
    bundle: createBundle(files),
    kept: kept.world,
    ...(kept.now !== undefined && { now: kept.now }),
  });
  clock = workbook.world.clock.now;
  workbook.world.printPdf = printPdf;
  const session = new Session(workbook, kept.name);
  watchGrid(
    workbook,
    (tab, area) => void session.run(() => (area ? workbook.edited(tab, area) : engine.settle())),
  );
  followSelection(session);
  const keeper = keepSession(session, key);
  if (!kept.world) goTo(workbook, 'Balances', 3);
  const { dataset } = document.documentElement;
  session.onChange(() => {
    dataset.busy = session.busy > 0 ? 'yes' : 'no';
  });
  const own = doors(place, session, keeper);
  shell.attach(session, own);
  session.changed();
  performance.mark('settled');
  dataset.workbook = 'open';
  // For the browser's console, and for tests: the grid is a picture that cannot be read.
  Object.assign(globalThis, { workbook, startOver: own.startOver });
}

/** What the grid has put off (drawing, looking through its lists in idle moments) has its turn while it still stands. */
function calm(): Promise<void> {
  return new Promise(resolve => setTimeout(() => requestIdleCallback(() => resolve()), 400));
}

function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

function doors(place: Place, session: Session, keeper: Keeper): Doors {
  const { workbook } = session;
  const reopen = async (next: KeptSession) => {
    document.documentElement.dataset.workbook = 'opening';
    // What is still running, and still to be kept, of this session must not come after it.
    await session.run(() => keeper.stop());
    const former = sessionNow(session);
    await calm();
    workbook.engine.dispose();
    try {
      await openSession(place, next);
    } catch (error) {
      await openSession(place, former);
      throw error;
    }
  };
  return {
    open: async file => reopen(await sessionOfBytes(await file.arrayBuffer(), file.name)),
    save: () => fileOfContent(contentOf(workbook.engine)),
    startOver: async what => reopen(what === 'sample' ? await sampleSession() : emptySession()),
    goTo: (tab, row, column) => goTo(workbook, tab, row, column),
  };
}

function emptySession(): KeptSession {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { version: 1, name: 'Untitled.xlsx', timeZone, content: { names: [], tabs: [emptyTab] } };
}

const emptyTab = {
  name: 'Sheet1',
  rows: 1000,
  columns: 26,
  values: [],
  formulas: [],
  formats: { list: [''], at: new Uint16Array(0) },
  looks: { list: [{}], at: new Uint16Array(0) },
  notes: [],
  validations: [],
  colourRules: [],
  widths: [],
  frozenRows: 0,
};
