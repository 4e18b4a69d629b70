/** Words that an office manager need not know: each text of ours that has one says in the same breath what it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tabs } from '../../src/ledger/sheet/tabs';
import { workbookWords } from '../workflows/workbook-words';

/** A term, and the words of which one must stand beside it. */
const terms: readonly (readonly [term: RegExp, plain: RegExp])[] = [
  [/\boverage\b/i, /beyond the blocks|no block covers/i],
  [/\bbreakage\b/i, /unused|become revenue/i],
  [/\bdigest\b/i, /fingerprint|one mail/i],
  [/\bkey\b/i, /block and level/i],
  [/\brows left out\b/i, /cannot be counted/i],
  [/\bcash side\b/i, /money that clients pay|invoices are written|accounting books/i],
  [/\btriggers?\b/i, /hourly run/i],
  [/\b(?:the|a|same|another) log\b|\bcare log\b/i, /list of/i],
];

const unexplained = (text: string) =>
  terms.flatMap(([term, plain]) => (term.test(text) && !plain.test(text) ? [String(term)] : []));

const folder = new URL('../../src/dialogs/', import.meta.url);
const pages = readdirSync(folder).filter(name => name.endsWith('.html') && name !== 'workbook-words.html');

/** What a person sees of a page: its texts, labels and placeholders. */
function visibleText(source: string): string {
  const labels = [...source.matchAll(/\b(?:label|title|placeholder|write|again|text)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  return [...labels, source.replace(/<[^>]*>/g, ' ')].join(' ').replace(/\s+/g, ' ');
}

describe('a page', () => {
  it.each(pages)('%s explains its terms', name => {
    expect(unexplained(visibleText(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
  });
});

describe('a column', () => {
  const columns = Object.entries(tabs).flatMap(([tab, specs]) =>
    specs.map(({ header }) => [tab, header] as const),
  );

  it.each(columns)('of %s explains its terms: %s', (tab, header) => {
    const notes: Readonly<Record<string, string | undefined>> =
      workbookWords.columns[tab as keyof typeof tabs];
    expect(unexplained(`${header}: ${notes[header] ?? ''}`)).toEqual([]);
  });
});

it.each(Object.entries(workbookWords.settings))('the setting %s explains its terms', (name, text) => {
  expect(unexplained(`${name}: ${text}`)).toEqual([]);
});

it('a term without its plain words is noticed', () => {
  expect(unexplained('Overage: Blank: Settings.')).toHaveLength(1);
  expect(unexplained('The daily digest.')).toHaveLength(1);
  expect(unexplained('Overage: time beyond the blocks.')).toEqual([]);
});
