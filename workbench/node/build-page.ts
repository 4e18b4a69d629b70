/** The workbench's page as a folder that any web server can host. */

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { readXlsx } from '../engine/xlsx';
import { readBundleFiles } from './read-bundle';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Univer brings patterns for hyphens in seventy languages, which no cell needs. */
const withoutHyphens: Plugin = {
  name: 'without hyphens',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z]{2,3}(-[\w-]+)?-[\w-]{8}\.js$/ }, ({ importer, kind }) =>
      kind === 'dynamic-import' && importer.includes('engine-render')
        ? { path: 'none', namespace: 'hyphens' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'hyphens' }, () => ({ contents: 'export default [[], []];' }));
  },
};

/** Makes `folder` anew. */
export async function buildPage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    metafile: true,
    entryPoints: {
      main: here('../page/main.ts'),
      'client-page': here('../page/client-page.ts'),
      'xlsx-worker': here('../page/xlsx-worker.ts'),
    },
    outdir: folder,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2022',
    platform: 'browser',
    plugins: [withoutHyphens],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'warning',
  });
  // The spreadsheet is fetched along with the page, though the shell does not wait for it.
  const [start = ''] = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint?.endsWith('page/start.ts') ? basename(path) : [],
  );
  const page = readFileSync(here('../page/index.html'), 'utf8');
  const early = `<link rel="modulepreload" href="${start}">`;
  writeFileSync(join(folder, 'index.html'), page.replace('</head>', `  ${early}\n  </head>`));
  copyFileSync(here('../page/client-page.html'), join(folder, 'client-page.html'));
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify(readBundleFiles(here('../../dist'))));
  // Read here once, so that the page need not.
  const sample = await readXlsx(readFileSync(here('../samples/sample.xlsx')), 'en_US');
  writeFileSync(join(folder, 'sample.json'), JSON.stringify(sample, plainTables));
}

function plainTables(_: string, value: unknown): unknown {
  return value instanceof Uint16Array ? Array.from(value) : value;
}
