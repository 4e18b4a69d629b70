/** `npm run house`: what the layout of the code comes to, each figure beside the one that is aimed at. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circlesIn, floorsOf } from './circles';
import {
  castsOf,
  closureOfCells,
  copiedTypes,
  filesOf,
  foldersOf,
  importsEach,
  linesOf,
  type Spread,
  withOneImporter,
} from './measures';
import { pagesOf } from './pages';
import { readSources } from './sources';
import { filesOfTypedHour } from './typed-hour';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const sources = readSources(root, 'src');
  const workflows = sources.filter(({ path }) => path.startsWith('src/workflows/'));
  const folders = foldersOf(sources, 'src/ledger');
  const knots = circlesIn(folders);
  const single = withOneImporter(sources);
  const { cells, all } = await closureOfCells(root);
  const pages = pagesOf(root);
  const rows: [string, string, string][] = [
    ['files from a typed hour to its mail', `${(await filesOfTypedHour(join(root, 'dist'))).length}`, '≤ 85'],
    ['files with one importer', `${single.length} of ${sources.length}`, '≤ 60'],
    ['relative imports a file', importsEach(sources).toFixed(1), '≤ 5'],
    ['relative imports a file of the workflows', importsEach(workflows).toFixed(1), '≤ 5'],
    ['lines a file: median, 9 of 10, most', spread(linesOf(sources)), '100, 200, 250'],
    ['import circles, types counted', `${circlesIn(filesOf(sources)).length}`, '0'],
    ['folders of the ledger in a knot', `${knots.flat().length}`, '0'],
    ['floors of the ledger', knots.length === 0 ? `${floorsOf(folders).length}` : 'none', '8'],
    ['types that pages copy', `${copiedTypes(sources).length}`, '0'],
    ['casts to a unit', `${castsOf(sources)}`, '≤ 15'],
    ['lines of pages', `${pages}`, '≤ 4200'],
    ['functions in cells need, of the script', `${kilobytes(cells)} of ${kilobytes(all)} KB`, '≤ 150 KB'],
    ['npm test, last time', lastTime(), '≤ 5 min'],
  ];
  for (const [what, is, aim] of rows) console.log(`${what.padEnd(42)}${is.padStart(16)}   aim ${aim}`);
  if (!process.argv.includes('--list')) return;
  console.log(`\nOne importer each:\n${single.join('\n')}`);
}

function spread({ median, p90, most }: Spread): string {
  return `${median}, ${p90}, ${most}`;
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}

/** As the end of a whole run has written it down. */
function lastTime(): string {
  const kept = join(root, 'node_modules/.cache/block-ledger-tests.json');
  if (!existsSync(kept)) return 'not run yet';
  const { seconds } = JSON.parse(readFileSync(kept, 'utf8'));
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

await main();
