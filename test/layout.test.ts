import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => path.split(sep).join('/'));

/** What each part of the add-on may import; `dialogs` reaches all but the rules only through ask.ts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  // A template library that knows nothing of us, for mails.
  ledger: ['ledger', 'mustache'],
  workbook: ['ledger', 'workbook'],
  // A library of functions for databases, and the rows that it takes.
  warehouse: ['ledger', 'warehouse'],
  workflows: ['ledger', 'workbook', 'workflows', 'warehouse'],
  google: ['ledger', 'workbook', 'workflows', 'google'],
  'main.ts': ['entry'],
  'client-page.ts': ['entry'],
  entry: ['ledger', 'workbook', 'workflows', 'google', 'entry'],
  // Tables are read where they are brought, never in the script.
  dialogs: ['ledger', 'dialogs', 'papaparse'],
};
/** By its types only: the build lets nothing else of the script into a page. */
const wire = /\btypeof import\('\.\.\/main'\)/g;

it.each(files)('%s imports only inward', file => {
  const allowed = mayImport[file.split('/')[0] ?? ''] ?? [];
  const code = readFileSync(join(src, file), 'utf8');
  const text = file === 'dialogs/ask.ts' ? code.replace(wire, '') : code;
  const imports = /\bfrom\s+'([^']+)'|\bimport\s*\(\s*'([^']+)'|^import\s+'([^']+)'/gm;
  for (const [, ...found] of text.matchAll(imports)) {
    const path = found.find(each => each !== undefined) ?? '';
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
  const google =
    /\b(SpreadsheetApp|PropertiesService|CacheService|LockService|MailApp|ScriptApp|HtmlService|Utilities|Session)\./;
  const clock = /\bnew Date\(\)|\bDate\.now\b/;
  const reads = (what: RegExp) => (file: string) =>
    what.test(withoutComments(readFileSync(join(src, file), 'utf8')));
  const elsewhere = files.filter(file => !file.startsWith('entry/'));
  expect(elsewhere.filter(reads(google))).toEqual([]);
  expect(elsewhere.filter(file => !file.startsWith('dialogs/')).filter(reads(clock))).toEqual([]);
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/\bGoogleAppsScript(\.\w+)+/g, '');
}
