/** Opens the workbook that the address names, the one left here, or the sample, and hands it to the shell. */

import { engineOf } from '../engine/book-content';
import { readXlsx } from '../engine/xlsx';
import { openWorkbook } from '../runtime';
import { type BundleFiles, createBundle } from '../services/bundle';
import { Session } from './session';
import type { Shell } from './shell/shell';

export async function start(shell: Shell): Promise<void> {
  const files: BundleFiles = await (await fetch('bundle.json')).json();
  const bytes = await (await fetch('sample.xlsx')).arrayBuffer();
  shell.progress('Reading the workbook…');
  const content = await readXlsx(bytes, 'en_US');
  const engine = engineOf(content, { timeZone: 'Etc/UTC' });
  shell.progress('Working out the formulas…');
  const workbook = await openWorkbook({ engine, bundle: createBundle(files), now: '2026-11-23T07:00' });
  const session = new Session(workbook, 'sample.xlsx');
  shell.attach(session, {
    open: async () => undefined,
    save: async () => new Blob(),
    startOver: async () => undefined,
    goTo: () => undefined,
  });
  document.title = 'ready';
}
