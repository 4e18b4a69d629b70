/** Builds what a warehouse needs: the ledger as a library of functions, the SQL around it, and the plain way to try both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFrom } from './build-bundle.mjs';
import { replaceFiles } from './build-files.mjs';

/** BigQuery takes a megabyte; a function loads it anew for each query. */
const mostBytes = 100 * 1024;
/** A function of a database has no clock, no timers, no net, and makes no code of text. */
const forbidden = [
  /\beval\(/,
  /\bnew Function\b/,
  /\bset(Timeout|Interval)\b/,
  /\bfetch\(/,
  /\bDate\.now\b/,
  /\bnew Date(\(\)|\b(?!\())/,
  /\bIntl\./,
  /\bMath\.random\b/,
];

/**
 * Writes into `root/build/warehouse`, never below dist, for clasp would push it; throws in plain words.
 *
 * The SQL names the library where the firm has put it: that is its only blank.
 */
export async function buildWarehouse(root) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const library = await bundled(root, ['src/warehouse', 'src/ledger'], {
    entryPoints: [join(root, 'src/warehouse/settle-client.ts')],
    format: 'iife',
    globalName: 'BlockLedger',
    target: 'es2019',
  });
  checkLibrary(library);
  const plain = await bundled(root, ['src/warehouse', 'src/ledger', 'workbench/warehouse'], {
    entryPoints: [join(root, 'workbench/warehouse/plain.ts')],
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  const sql = readFileSync(join(root, 'src/warehouse/block-ledger.sql'), 'utf8');
  const outputs = new Map([
    [`block-ledger-${version}.js`, library],
    [`block-ledger-${version}.sql`, sql],
    ['plain.mjs', plain],
  ]);
  replaceFiles(root, join(root, 'build/warehouse'), outputs);
  return [...outputs.keys()];
}

async function bundled(root, folders, options) {
  const { code } = await bundleFrom(root, 'The warehouse', folders, { ...options, minify: true });
  return code;
}

/** Throws where the library is too large, or asks for what a database does not have. */
export function checkLibrary(code) {
  for (const pattern of forbidden) {
    const found = pattern.exec(code);
    if (found) throw new Error(`The library contains "${found[0]}", which no database has.`);
  }
  const bytes = Buffer.byteLength(code);
  if (bytes > mostBytes)
    throw new Error(`The library has ${bytes} bytes; at most ${mostBytes} load quickly.`);
}
