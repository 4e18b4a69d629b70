/** Every entry point that can reach the outbox, read from the source, so that a new one is missed by nobody. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface EntryFunction {
  readonly isExported: boolean;
  readonly body: string;
}

const folder = fileURLToPath(new URL('../../src/entry/', import.meta.url));
const mailServices = /\b(MailApp|GmailApp)\b/;

/** Names of exported functions whose body reaches a mail service of Google, by whatever way within `src/entry`. */
export function mailingEntries(): string[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.ts'));
  const functions = new Map(files.flatMap(file => functionsIn(file)));
  const reaching = new Set<string>();
  for (let before = -1; before < reaching.size; ) {
    before = reaching.size;
    for (const [name, { body }] of functions)
      if (mailServices.test(body) || [...reaching].some(each => new RegExp(`\\b${each}\\b`).test(body)))
        reaching.add(name);
  }
  const exported = readFileSync(`${folder}../main.ts`, 'utf8');
  const isEntry = (file: string) => exported.includes(`./entry/${file.replace('.ts', '')}'`);
  const entries = files.filter(isEntry).flatMap(file => functionsIn(file));
  return entries.flatMap(([name, { isExported }]) => (isExported && reaching.has(name) ? [name] : [])).sort();
}

/** A top-level function begins a line and ends with the first brace that begins one. */
function functionsIn(file: string): [string, EntryFunction][] {
  const text = readFileSync(folder + file, 'utf8');
  const found = text.matchAll(/^(export )?(?:async )?function (\w+)[\s\S]*?^}/gm);
  return [...found].map(([body, isExported, name = '']) => [name, { isExported: Boolean(isExported), body }]);
}
