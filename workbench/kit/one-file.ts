/** The kit's files that need no browser to be made. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// @ts-expect-error The build is plain JavaScript.
import { buildClientPageFile, buildOneFile } from '../../build.mjs';
import { createEngine } from '../engine/engine';
import { dialogColours } from '../node/dialog-colours';
import { readBundle } from '../node/read-bundle';
import { xlsxOf } from '../node/xlsx-files';
import { openWorkbook } from '../runtime';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** What the one file is called in the kit. */
export const scriptName = 'Block Ledger.gs';
/** And the script of the web app, which goes into a project of its own. */
export const clientPageName = 'Client page.gs';

export interface KitTexts {
  readonly script: string;
  readonly clientPage: string;
  readonly manifest: string;
  readonly page: string;
}

/** The script, its manifest, and the page that says how to install them, with the script in it. */
export async function kitTexts(): Promise<KitTexts> {
  const script: string = await buildOneFile(root);
  const { version } = JSON.parse(read('../../package.json'));
  const page = filled(installPage(), {
    version,
    script: script.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  });
  const clientPage: string = await buildClientPageFile(root);
  return { script, clientPage, manifest: read('../../appsscript.json'), page };
}

/** A workbook in which set up has run, to be uploaded to Drive. */
export async function setUpTemplate(): Promise<Uint8Array> {
  const engine = createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' });
  const workbook = await openWorkbook({ engine, bundle: readBundle(`${root}/dist`) });
  await workbook.call('setUpWorkbook');
  return xlsxOf(engine);
}

/** With the colours in place: a blank would be no style sheet. */
function installPage(): string {
  return read('./install.html').replace('/* colours */', dialogColours);
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (blank, name: string) => values[name] ?? blank);
}
