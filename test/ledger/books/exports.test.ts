import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainFiles } from '../../../src/ledger/books/exports/plain';
import { quickBooksFiles } from '../../../src/ledger/books/exports/quickbooks';
import { xeroFiles } from '../../../src/ledger/books/exports/xero';
import type { JournalLine } from '../../../src/ledger/model/journal-line';
import type { Month } from '../../../src/ledger/units/month';
import { type Book, block, ledgerOf, work } from '../builders';
import { anyLedger } from './any-ledger';
import { journalsOf } from './journal-of';

const january = '2026-01' as Month;
const clients = [{ Client: '=Acme, "the first"' }, { Client: 'Bolt' }];
const book: Book = {
  clients,
  blocks: [
    block(20, {
      Client: clients[0]?.Client ?? '',
      Block: 'B-0001',
      'Discount / h': 10,
      'Paid on': '2026-01-01',
    }),
    block(2, { Client: 'Bolt', Block: 'B-0002', Currency: 'KWD', Price: 10.5 }),
  ],
  time: [work('2026-01-15', 6.5, { Client: clients[0]?.Client ?? '' })],
};

function linesOf(more: Book = {}): readonly JournalLine[] {
  return journalsOf(ledgerOf({ ...book, ...more }), january).get(january) ?? [];
}

/** Reads CSV as an importer does: quotes and line ends as in RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter(row => row.length > 0);
}

const sumOf = (cells: readonly (string | undefined)[]) =>
  cells.reduce((sum, cell) => sum + Math.round(Number(cell) * 1000), 0);

describe('plain CSV', () => {
  it('has the columns of Journal, dates that every program reads, and no cell that runs', () => {
    const [file] = plainFiles(january, linesOf());
    const [headers, ...rows] = parse(file?.text ?? '');
    expect(file?.name).toBe('journal-2026-01.csv');
    expect(headers).toEqual([
      'Month',
      'Date',
      'Currency',
      'Account',
      'Code',
      'Debit',
      'Credit',
      'Client',
      'Block',
      'Memo',
    ]);
    expect(rows.find(row => row[2] === 'KWD')).toEqual([
      '2026-01',
      '2026-01-31',
      'KWD',
      'Accounts receivable',
      '1100',
      '10.500',
      '',
      'Bolt',
      'B-0002',
      'Receivables',
    ]);
    expect(rows.find(row => row[8] === 'B-0001')?.[7]).toBe(`'=Acme, "the first"`);
  });
});

describe('QuickBooks Online', () => {
  it('gets a journal a currency: accounts by name, American dates, debits and credits apart, a customer on each line', () => {
    const files = quickBooksFiles(january, linesOf());
    expect(files.map(({ name }) => name)).toEqual([
      'quickbooks-2026-01-KWD.csv',
      'quickbooks-2026-01-USD.csv',
    ]);
    const [headers, ...rows] = parse(files[1]?.text ?? '');
    expect(headers).toEqual([
      'Journal No',
      'Journal Date',
      'Currency',
      'Memo',
      'Account Name',
      'Debits',
      'Credits',
      'Description',
      'Name',
    ]);
    const name = `'=Acme, "the first"`;
    const line = (account: string, debit: string, credit: string) => [
      'BL-2026-01-USD',
      '01/31/2026',
      'USD',
      'Prepaid time, Jan 2026',
      account,
      debit,
      credit,
      name,
      name,
    ];
    expect(rows).toEqual([
      line('Bank', '1800.00', ''),
      line('Deferred revenue', '', '1215.00'),
      line('Service revenue', '', '585.00'),
    ]);
  });
});

describe('Xero', () => {
  const { settings } = ledgerOf(book);

  it('gets codes, a tax rate and one signed amount, and neither its bank nor its receivables', () => {
    const [kwd, usd] = xeroFiles(january, linesOf(), settings).map(({ text }) => parse(text));
    expect(usd?.[0]).toEqual([
      '*Narration',
      '*Date',
      'Description',
      '*AccountCode',
      '*TaxRate',
      '*Amount',
      'TrackingName1',
      'TrackingOption1',
      'TrackingName2',
      'TrackingOption2',
    ]);
    expect(usd?.slice(1).map(row => [row[1], ...row.slice(3, 6)])).toEqual([
      ['31/01/2026', '1090', 'Tax Exempt', '1800.00'],
      ['31/01/2026', '2400', 'Tax Exempt', '-1215.00'],
      ['31/01/2026', '4000', 'Tax Exempt', '-585.00'],
    ]);
    expect(kwd?.slice(1).map(row => [row[3], row[5]])).toEqual([
      ['1090', '10.500'],
      ['2400', '-10.500'],
    ]);
  });

  it('gets at most 300 lines a file, and each file balances', () => {
    const names = Array.from({ length: 240 }, (_, index) => `Client ${index}`);
    const many = linesOf({
      clients: names.map(Client => ({ Client })),
      blocks: names.map((Client, index) =>
        block(20, { Client, Block: `B-${index + 1}`, 'Paid on': '2026-01-02' }),
      ),
      time: names.map(Client => work('2026-01-15', 1, { Client })),
    });
    const files = xeroFiles(january, many, settings);
    expect(files.map(({ name }) => name)).toEqual([
      'xero-2026-01-USD-1.csv',
      'xero-2026-01-USD-2.csv',
      'xero-2026-01-USD-3.csv',
    ]);
    const parsed = files.map(({ text }) => parse(text).slice(1));
    expect(parsed.map(rows => rows.length)).toEqual([300, 300, 120]);
    for (const rows of parsed) {
      expect(sumOf(rows.map(row => row[5]))).toBe(0);
      expect(new Set(rows.map(row => row[0])).size).toBe(1);
    }
  });
});

test('every file of any ledger balances, and no text in it begins like a formula', () => {
  fc.assert(
    fc.property(anyLedger, ledger => {
      for (const [month, lines] of journalsOf(ledger, '2026-04')) {
        for (const { text } of xeroFiles(month, lines, ledger.settings)) {
          const rows = parse(text).slice(1);
          expect(sumOf(rows.map(row => row[5]))).toBe(0);
          expect(rows.length).toBeLessThanOrEqual(300);
        }
        for (const { text } of quickBooksFiles(month, lines)) {
          const rows = parse(text).slice(1);
          expect(sumOf(rows.map(row => row[5]))).toBe(sumOf(rows.map(row => row[6])));
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@-]/);
        }
      }
    }),
    { numRuns: 60 },
  );
});
