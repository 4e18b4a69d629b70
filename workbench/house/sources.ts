/** The files of the add-on and of what is around it, and who imports whom; types count as much as values. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface Source {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The files that it imports by a relative path, each once. */
  readonly imports: readonly string[];
}

/** Every TypeScript file below a folder of the project. */
export function readSources(root: string, folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => posix.join(folder, path.split(sep).join('/')))
    .sort()
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(root, path, text) };
    });
}

function importsOf(root: string, path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest?.value),
    ),
    // Such as `typeof import('../main')`.
    ...Array.from(text.matchAll(/\bimport\('(\.[^']+)'\)/g), ([, from]) => from),
  ];
  const found = named.flatMap(from => {
    if (!from?.startsWith('.')) return [];
    const target = posix.join(posix.dirname(path), from);
    const file = [`${target}.ts`, target].find(each => existsSync(join(root, each)));
    return file ? [file] : [];
  });
  return [...new Set(found)];
}
