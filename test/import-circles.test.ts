import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => path.split(sep).join('/'));

/** What each file imports from src, types counted. */
const imports = new Map(files.map(file => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const paths = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.[^']+)'/g)].map(
    ([, path = '']) => path,
  );
  return paths
    .map(path => `${posix.join(posix.dirname(file), path)}.ts`)
    .filter(path => files.includes(path));
}

/** The way from a file back to itself, where there is one. */
function circleOf(file: string): string[] {
  const cameFrom = new Map<string, string>();
  const waiting = [file];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
    for (const next of imports.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      waiting.push(next);
    }
  const way: string[] = [];
  for (let at = cameFrom.get(file); at !== undefined && !way.includes(at); at = cameFrom.get(at))
    way.unshift(at);
  return way;
}

it('reads what files import', () => {
  expect(imports.get('ledger/rules/settle.ts')).toContain('ledger/rules/replay.ts');
});

it.each(files)('%s does not lead back to itself, not even by a type', file => {
  expect(circleOf(file)).toEqual([]);
});
