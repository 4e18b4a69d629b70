import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => path.split(sep).join('/'));

/** What each part of the add-on may import; `dialogs` reaches all but the rules only through google.script.run. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  // A template library that knows nothing of us, for mails.
  ledger: ['ledger', 'mustache'],
  workflows: ['ledger', 'workflows'],
  google: ['ledger', 'workflows', 'google'],
  'main.ts': ['entry'],
  entry: ['ledger', 'workflows', 'google', 'entry'],
  dialogs: ['ledger', 'dialogs'],
};

it.each(files)('%s imports only inward', file => {
  const allowed = mayImport[file.split('/')[0] ?? ''] ?? [];
  const text = readFileSync(join(src, file), 'utf8');
  for (const [, path = ''] of text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)) {
    const target = path.startsWith('.') ? posix.join(posix.dirname(file), path) : path;
    expect(allowed.includes(target.split('/')[0] ?? ''), `${file} imports ${path}`).toBe(true);
  }
});

it('looks at the files of every part', () => {
  const parts = new Set(files.map(file => file.split('/')[0] ?? ''));
  expect(Object.keys(mayImport).filter(part => !parts.has(part))).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});

it('reads Google’s globals and the clock only where the entry points are', () => {
  const globals =
    /\b(SpreadsheetApp|PropertiesService|CacheService|LockService|MailApp|ScriptApp|HtmlService|Utilities|Session)\.|\bnew Date\(\)|\bDate\.now\b/;
  const found = files.filter(file => !/^(entry|dialogs)\//.test(file));
  expect(found.filter(file => globals.test(withoutComments(readFileSync(join(src, file), 'utf8'))))).toEqual(
    [],
  );
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/\bGoogleAppsScript(\.\w+)+/g, '');
}
