/** Builds the page into a folder that any web server can host. */

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readBundleFiles } from '../node/read-bundle';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `folder` is made anew. */
export async function buildPage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { main: here('../page/main.ts'), 'xlsx-worker': here('../page/xlsx-worker.ts') },
    outdir: folder,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: process.env.DEV !== '1',
    target: 'es2022',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'warning',
  });
  cpSync(here('../page/index.html'), join(folder, 'index.html'));
  cpSync(here('../samples/sample.xlsx'), join(folder, 'sample.xlsx'));
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify(readBundleFiles(here('../../dist'))));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildPage(process.argv[2] ?? here('../../demo'));
