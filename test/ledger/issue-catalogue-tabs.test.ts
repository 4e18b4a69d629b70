import { describe, expect, it } from 'vitest';
import type { TabName } from '../../src/ledger/model/tab-names';
import { readLedger } from '../../src/ledger/reading/read-ledger';
import type { Cell } from '../../src/ledger/sheet/cell';
import type { TabCells } from '../../src/ledger/sheet/tab-cells';
import { type Book, balance, block, day, ledgerOf, messages, tabsOf, work } from './builders';

const good: Book = { blocks: [block(20)], time: [work('2026-02-02', 4)] };

/** The workbook with one tab changed, or without it. */
function readWith(tab: TabName, change: (cells: TabCells) => TabCells | undefined) {
  const tabs = tabsOf(good);
  const cells = tabs.get(tab);
  const changed = cells && change(cells);
  if (changed) tabs.set(tab, changed);
  else tabs.delete(tab);
  const { issues, fatal } = readLedger({ tabs, clockToday: day('2026-12-31') });
  return { messages: issues.map(({ tab: at, row, message }) => `${at} ${row}: ${message}`), fatal };
}

const without = (header: string) => (cells: TabCells) => {
  const columns = new Map(cells.columns);
  columns.delete(header);
  return { ...cells, columns };
};

describe('tabs and headers', () => {
  it('a missing tab stops every figure', () => {
    const { messages: found, fatal } = readWith('Time', () => undefined);
    expect(found).toEqual([
      'Time 1: The tab "Time" is missing, or has none of its headers in its first 20 rows. Run More > Set up > Set up workbook.',
    ]);
    expect(fatal).toHaveLength(1);
  });

  it('a missing Notices tab stops no figure', () => {
    expect(readWith('Notices', () => undefined).fatal).toEqual([]);
  });

  it('a renamed needed header stops every figure', () => {
    const { messages: found, fatal } = readWith('Blocks', without('hours'));
    expect(found[0]).toBe(
      'Blocks 1: The column "Hours" is missing. Rename its header back, or run More > Set up > Set up workbook.',
    );
    expect(fatal.map(({ tab, row }) => [tab, row])).toEqual([['Blocks', 1]]);
  });

  it('a column that is not needed and was never there is no issue', () => {
    const { messages: found, fatal } = readWith('Time', without('asked by'));
    expect(found).toEqual([]);
    expect(fatal).toEqual([]);
  });

  it('a renamed header of a column that counts but is not needed stops no figure', () => {
    expect(readWith('Time', without('start')).fatal).toEqual([]);
  });

  it('a row with nothing but blanks and unticked boxes is no row', () => {
    const clients = [{ Client: 'Acme' }, { Active: false, Note: ' ' }];
    expect(messages({ ...good, clients })).toEqual([]);
    expect(messages({ ...good, clients: [...clients, { Active: true }] })).toHaveLength(1);
  });

  it.each<[TabName, boolean]>([
    ['Blocks', true],
    ['Time', true],
    ['Clients', false],
    ['Work types', false],
    ['Settings', false],
  ])('%s without any header is an issue; without blocks or work no figure holds', (tab, isFatal) => {
    const { messages: found, fatal } = readWith(tab, cells => ({ ...cells, columns: new Map() }));
    expect(found).toContain(
      `${tab} 1: The tab "${tab}" is missing, or has none of its headers in its first 20 rows. Run More > Set up > Set up workbook.`,
    );
    expect(fatal.map(each => each.tab)).toEqual(isFatal ? [tab] : []);
  });

  it('without Clients, Work types and Settings the good rows still count, with what Settings begins with', () => {
    const tabs = new Map([...tabsOf(good)].filter(([tab]) => tab === 'Blocks' || tab === 'Time'));
    const ledger = readLedger({ tabs, clockToday: day('2026-12-31') });
    expect(ledger.fatal).toEqual([]);
    expect([...ledger.clients.values()].map(({ terms }) => terms.currency)).toEqual(['USD']);
  });

  it('issues stand in the order of the tabs, then of the rows', () => {
    const book: Book = {
      ...good,
      blocks: [block('x'), block(''), block(20)],
      time: [work('2027-01-01', 1), work('2026-01-01', 'x')],
      settings: { 'Send hour': 99 },
    };
    expect(messages(book).map(text => text.split(':')[0])).toEqual([
      'Blocks 2',
      'Blocks 3',
      'Time 2',
      'Time 3',
      'Settings 3',
    ]);
  });
});

describe('Clients', () => {
  it('of two clients with one name the first counts', () => {
    const book: Book = {
      ...good,
      clients: [
        { Client: 'Acme', Overage: 'invoice' },
        { Client: ' ACME ', Overage: 'next block' },
      ],
    };
    expect(messages(book)).toEqual([
      'Clients 3: "ACME" stands in row 2 already, and that row counts. Delete one.',
    ]);
    expect(ledgerOf(book).clients.get('acme')?.terms.overage).toBe('invoice');
    expect(ledgerOf(book).broken.size).toBe(0);
  });

  it('names that only look alike are different clients', () => {
    const book: Book = { ...good, clients: [{ Client: 'Acme' }, { Client: 'Аcme' }] };
    expect(messages(book)).toEqual([
      'Clients 3: "Acme" (row 2) and "Аcme" (row 3) look alike but are spelt with different letters, so they are different clients. Type the name anew.',
    ]);
    expect(balance(book, undefined, 'Аcme')).toBe(0);
  });

  it('a name in Time that only looks like one in Clients is said to be neither', () => {
    const book: Book = { ...good, time: [work('2026-02-02', 4, { Client: 'Аcme' })] };
    expect(messages(book)).toEqual([
      'Clients 2: "Acme" (row 2) and "Аcme" (not in Clients) look alike but are spelt with different letters, so they are different clients. Type the name anew.',
      'Time 2: Client "Аcme" is not in Clients. Did you mean Acme? Its rows count; correct the name, or add it there.',
    ]);
  });

  it('a row without a name is an issue', () => {
    expect(messages({ clients: [{ Client: 'Acme' }, { Email: 'a@b.example' }] })).toEqual([
      'Clients 3: Client is blank. Type the name, or clear the row.',
    ]);
  });

  it('a name of 50,000 characters is an issue and counts', () => {
    const name = 'x'.repeat(50_000);
    expect(messages({ clients: [{ Client: name }] })).toEqual([
      'Clients 2: Client holds 50000 characters. Shorten it to what people read.',
    ]);
  });

  it.each<[string, Cell, string]>([
    [
      'Round up to (min)',
      'ten',
      'Round up to (min) "ten" cannot be read. Type a number such as 100 or 12.50.',
    ],
    ['Minimum (min)', -5, 'Minimum (min) "-5" cannot be read. Type minutes such as 15; 0 is none.'],
    ['Round per', 'week', 'Round per "week" cannot be read. Choose one of: entry, day.'],
    ['Overage', 'never', 'Overage "never" cannot be read. Choose one of: next block, invoice.'],
    ['Active', 'maybe', 'Active "maybe" cannot be read. Tick the box, or type yes or no.'],
    ['Normal rate', -1, 'Normal rate "-1" cannot be read. Type a number such as 100, not below zero.'],
    ['Warn at (h)', -1, 'Warn at (h) "-1" cannot be read. Type hours such as 5; 0 is none.'],
    ['Warn at (%)', 200, 'Warn at (%) "200" cannot be read. Type a percentage from 0 % to 100 %.'],
  ])('whose %s makes no sense refuses that client’s figures', (header, cell, message) => {
    const book: Book = { ...good, clients: [{ Client: 'Acme', [header]: cell }, { Client: 'Bolt' }] };
    expect(messages(book)).toEqual([`Clients 2: ${message}`]);
    expect([...ledgerOf(book).broken.keys()]).toEqual(['acme']);
    expect(balance(book)).toBe(16);
  });

  it('whose Language is not known is written to in English, and its figures stay', () => {
    const book: Book = { ...good, clients: [{ Client: 'Acme', Language: 'Klingon' }] };
    expect(messages(book)).toEqual([
      'Clients 2: Language "Klingon" cannot be read. Type en, de, es, fr, nl, it or pt. Until then English is used.',
    ]);
    expect(ledgerOf(book).clients.get('acme')?.language).toBe('en');
    expect(ledgerOf(book).broken.size).toBe(0);
  });

  it.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['German', 'de'],
    [' deutsch ', 'de'],
    ['de-AT', 'de'],
    ['es_MX', 'es'],
    ['Español', 'es'],
    ['fr', 'fr'],
    ['Französisch', 'fr'],
    ['English', 'en'],
    ['', 'en'],
  ])('whose Language is "%s" is written to in %s', (Language, language) => {
    const { clients, issues } = ledgerOf({ ...good, clients: [{ Client: 'Acme', Language }] });
    expect([clients.get('acme')?.language, issues]).toEqual([language, []]);
  });

  it('whose Notices cannot be read waits for a person, and its figures stay', () => {
    const book: Book = { ...good, clients: [{ Client: 'Acme', Notices: 'offf' }] };
    expect(messages(book)).toEqual([
      'Clients 2: Notices "offf" cannot be read. Choose one of: Send, Review, Off.',
    ]);
    expect(ledgerOf(book).clients.get('acme')?.terms.notices).toBe('Review');
    expect(ledgerOf(book).broken.size).toBe(0);
  });
});
