/** Opens a workbook in the grid and hands it to the shell. */

import { contentOf, engineOf } from '../engine/book-content';
import { serialOfInstant } from '../engine/zone';
import { openWorkbook, type Workbook } from '../runtime';
import { type BundleFiles, createBundle } from '../services/bundle';
import { watchGrid } from './grid-edits';
import { followSelection, goTo } from './grid-selection';
import {
  type EarlierSession,
  earlierSessions,
  forgetEarlier,
  type KeptSession,
  leaveSession,
  readEarlier,
  writeSession,
} from './kept-session';
import type { OwnSession } from './own-session';
import { printPdf } from './print-pdf';
import { Session } from './session';
import type { Doors, Shell } from './shell/shell';
import { sessionOfBytes } from './source';
import { type Keeper, keepSession } from './store';
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
    await openSession(shell, own, kept, await reading.bundle);
  } catch (error) {
    if (!kept.world) throw error;
    await leaveSession(own.key, 'keep');
    const reason = (error as Error).message;
    throw new Error(
      `The workbook that was left here does not open (${reason}). Reload this page to begin with the sample; File > Reopen tries it again.`,
    );
  }
}

async function openSession(
  shell: Shell,
  { key, copyOf }: OwnSession,
  kept: KeptSession,
  files: BundleFiles,
): Promise<void> {
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
  const session = new Session(workbook, kept.name, kept.isWorkedIn);
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
  shell.attach(session, doors(workbook, keeper, key, await earlierSessions()));
  if (copyOf !== undefined) shell.tell('Open in another tab too', apart);
  session.changed();
  performance.mark('settled');
  dataset.workbook = 'open';
  // For the browser's console, and for tests: the grid is a picture that cannot be read.
  Object.assign(globalThis, { workbook });
}

function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

function doors(workbook: Workbook, keeper: Keeper, key: string, earlier: readonly EarlierSession[]): Doors {
  const replace = async (session: KeptSession | null) => {
    // What is still to be kept of this session must not come after it.
    await keeper.stop();
    await leaveSession(key);
    if (session) await writeSession(key, session);
  };
  const replaceAndLoad = async (session: KeptSession | null) => {
    await replace(session);
    location.reload();
  };
  return {
    open: async file => replaceAndLoad(await sessionOfBytes(await file.arrayBuffer(), file.name)),
    save: () => fileOfContent(contentOf(workbook.engine)),
    earlier,
    async reopen(id) {
      const session = await readEarlier(id);
      if (!session) throw new Error('It is not there any more: another tab has opened it.');
      await replace(session);
      await forgetEarlier(id);
      location.reload();
    },
    startOver: what => replaceAndLoad(what === 'sample' ? null : emptySession()),
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
