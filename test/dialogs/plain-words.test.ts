/** No page, column or setting uses a word that an office manager need not know without saying what it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tabs } from '../../src/ledger/sheet/tabs';
import { unexplained } from '../office-terms';
import { workbookWords } from '../workflows/workbook-words';

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
