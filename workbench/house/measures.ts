/** What the layout of the code comes to, in figures; `test/house.test.ts` holds those that must not get worse. */

import { posix } from 'node:path';
import { build } from 'esbuild';
// @ts-expect-error The build is plain JavaScript.
import { mailDesign } from '../../build-bundle.mjs';
import type { Source } from './sources';

/** The texts of one language, which its list alone knows. */
const ofLanguage = /\/words\/\w+\//;

/** Files that exactly one other file imports: each a place to look whether it is an idea of its own. */
export function withOneImporter(sources: readonly Source[]): string[] {
  const importers = new Map<string, number>();
  for (const { imports } of sources)
    for (const path of imports) importers.set(path, (importers.get(path) ?? 0) + 1);
  return [...importers]
    .filter(([path, count]) => count === 1 && !ofLanguage.test(path))
    .map(([path]) => path);
}

/** Relative imports a file. */
export function importsEach(sources: readonly Source[]): number {
  return sources.reduce((sum, { imports }) => sum + imports.length, 0) / Math.max(1, sources.length);
}

export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly most: number;
}

export function linesOf(sources: readonly Source[]): Spread {
  const sorted = sources.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p90: at(0.9), most: at(1) };
}

export function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

/** Which file imports which. */
export function filesOf(sources: readonly Source[]): Map<string, readonly string[]> {
  return new Map(sources.map(({ path, imports }) => [path, imports]));
}

/** Which folder of a place imports from which of its other folders; files beside them belong to none. */
export function foldersOf(sources: readonly Source[], place: string): Map<string, readonly string[]> {
  const folderOf = (path: string) => {
    const inside = posix.relative(place, path);
    return inside.startsWith('..') || !inside.includes('/') ? undefined : inside.split('/')[0];
  };
  const folders = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const folder = folderOf(path);
    if (folder === undefined) continue;
    const found = folders.get(folder) ?? new Set<string>();
    for (const to of imports.map(folderOf)) if (to !== undefined && to !== folder) found.add(to);
    folders.set(folder, found);
  }
  return new Map([...folders].map(([folder, found]) => [folder, [...found]]));
}

const brands = /\bas (?:Seconds|MinorUnits|CalendarDate|Decimal|Currency|Month)\b/g;

/** Where a value is given a unit without being checked, or gets it back after arithmetic that took it away. */
export function castsOf(sources: readonly Source[]): number {
  return sources.reduce((sum, { text }) => sum + [...text.matchAll(brands)].length, 0);
}

/** Types that a page declares under a name that the add-on exports already. */
export function copiedTypes(sources: readonly Source[]): string[] {
  // What is taken from the answer itself, such as `Answer<'saleForm'>`, is no copy.
  const declared =
    /^(export )?(?:interface|type) (\w+)(?!\w)(?! = (?:Answer|Given|NonNullable|NoticeList|NeedsList)\b)/gm;
  const isPage = ({ path }: Source) => path.startsWith('src/dialogs/');
  const exported = new Set<string>();
  for (const source of sources.filter(each => !isPage(each)))
    for (const [, isExported, name] of source.text.matchAll(declared))
      if (isExported && name) exported.add(name);
  return sources.filter(isPage).flatMap(({ path, text }) =>
    Array.from(text.matchAll(declared), ([, , name = '']) => name)
      .filter(name => exported.has(name))
      .map(name => `${path}: ${name}`),
  );
}

/** How many bytes of the script the functions in cells need, of all its bytes. */
export async function closureOfCells(
  root: string,
): Promise<{ readonly cells: number; readonly all: number }> {
  const [cells, all] = await Promise.all(['./entry/cells', './main'].map(from => bytesOf(root, from)));
  return { cells: cells ?? 0, all: all ?? 0 };
}

async function bytesOf(root: string, from: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${from}';`, resolveDir: posix.join(root, 'src'), loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    preserveSymlinks: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    target: 'es2019',
    plugins: [mailDesign],
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents.length ?? 0;
}
