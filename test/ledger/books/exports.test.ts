import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Downloaded,
  downloadedNow,
  journalFigures,
  sinceDownload,
  withDownload,
} from '../../../src/ledger/books/exports/downloaded';
import {
  quickBooksInvoices,
  type SalesInvoice,
  salesInvoices,
  xeroInvoices,
} from '../../../src/ledger/books/exports/invoices';
import { plainFiles } from '../../../src/ledger/books/exports/plain';
import { quickBooksFiles } from '../../../src/ledger/books/exports/quickbooks';
import { xeroFiles } from '../../../src/ledger/books/exports/xero';
import { accountOf } from '../../../src/ledger/model/accounts';
import type { JournalLine } from '../../../src/ledger/model/journal-line';
import { type CalendarDate, parseIsoDate } from '../../../src/ledger/units/calendar-date';
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
    const [file] = plainFiles(january, linesOf(), false);
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
    const files = quickBooksFiles(january, linesOf(), false);
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
    const [kwd, usd] = xeroFiles(january, linesOf(), false, settings).map(({ text }) => parse(text));
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
    const files = xeroFiles(january, many, false, settings);
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

describe('an open month', () => {
  it('says provisional in the name of its file and in its memo, whatever the accounting', () => {
    const { settings } = ledgerOf(book);
    const files = [
      ...plainFiles(january, linesOf(), true),
      ...quickBooksFiles(january, linesOf(), true),
      ...xeroFiles(january, linesOf(), true, settings),
    ];
    expect(files.map(({ name }) => name)).toEqual([
      'journal-2026-01-provisional.csv',
      'quickbooks-2026-01-KWD-provisional.csv',
      'quickbooks-2026-01-USD-provisional.csv',
      'xero-2026-01-KWD-provisional.csv',
      'xero-2026-01-USD-provisional.csv',
    ]);
    for (const { text } of files)
      for (const row of parse(text).slice(1)) expect(row.join()).toContain('(provisional)');
  });
});

describe('accounts of a currency', () => {
  const settings = {
    'Account: Accounts receivable KWD': '1105 Receivable in dinar',
    'Account: Bank KWD': '1005 Bank in dinar',
  };

  it('stand in its lines alone, and go through the clearing account of Xero as the others do', () => {
    const lines = linesOf({ settings });
    expect(lines.filter(({ currency }) => currency === 'KWD').map(({ code }) => code)).toEqual([
      '1105',
      '2400',
    ]);
    expect(lines.filter(({ currency }) => currency === 'USD').map(({ code }) => code)).toEqual([
      '1000',
      '2400',
      '2400',
      '4000',
    ]);
    const [kwd] = xeroFiles(january, lines, false, ledgerOf({ ...book, settings }).settings);
    expect(parse(kwd?.text ?? '')[1]?.[3]).toBe('1090');
  });

  it('are read like the others: one that is none is an issue, and that of all currencies holds', () => {
    const { settings: read, issues } = ledgerOf({ ...book, settings: { 'Account: Bank KWD': 'Kasse' } });
    expect(accountOf(read, 'bank', 'KWD')).toEqual({ code: '1000', name: 'Bank' });
    expect(issues.map(({ message }) => message)).toEqual([
      'Account: Bank KWD "Kasse" cannot be read. Type a code and a name, such as 2400 Deferred revenue. Until then 1000 Bank holds.',
    ]);
  });
});

describe('sales invoices', () => {
  const taxed: Book = {
    clients: [
      { Client: 'Acme', 'Tax (%)': 0.2, Email: 'pat@acme.example, lee@acme.example' },
      { Client: 'Bolt' },
    ],
    blocks: [
      block(20, {
        Client: 'Acme',
        Block: 'B-0001',
        Date: '2026-01-05',
        'Discount / h': 10,
        Reference: 'INV-7',
      }),
      block(3, { Client: 'Bolt', Block: 'B-0002', Date: '2026-01-20', Price: 100 }),
      block(5, { Client: 'Bolt', Block: 'B-0003', Date: '2026-01-21', Kind: 'Goodwill', Note: 'Sorry' }),
      block(5, { Client: 'Bolt', Block: 'B-0004', Date: '2026-02-01' }),
    ],
    settings: { 'Sales tax rate': '20% (VAT on Income)', 'Payment terms (days)': 30 },
  };
  const ledger = ledgerOf(taxed);
  const sold = salesInvoices(january, ledger.blocks, ledger.clients, ledger.settings);
  const named = (text: string) => {
    const [headers = [], ...rows] = parse(text);
    return rows.map(row =>
      Object.fromEntries(headers.flatMap((header, at) => (row[at] ? [[header, row[at]]] : []))),
    );
  };

  it('of Xero are the sales of the month, due by the terms, with their tax and the account of the revenue', () => {
    const [file] = xeroInvoices(january, sold, ledger.settings);
    expect(file?.name).toBe('xero-invoices-2026-01.csv');
    expect(named(file?.text ?? '')).toEqual([
      {
        '*ContactName': 'Acme',
        EmailAddress: 'pat@acme.example',
        '*InvoiceNumber': 'INV-7',
        Reference: 'B-0001',
        '*InvoiceDate': '05/01/2026',
        '*DueDate': '04/02/2026',
        Total: '2160.00',
        '*Description': 'Prepaid hours',
        '*Quantity': '20',
        '*UnitAmount': '90.00',
        '*AccountCode': '4000',
        '*TaxType': '20% (VAT on Income)',
        TaxAmount: '360.00',
        Currency: 'USD',
      },
      // 3 × 33.33 would be a cent short, so it is one piece.
      expect.objectContaining({
        '*InvoiceNumber': 'B-0002',
        '*Description': 'Prepaid hours, 3 h',
        '*Quantity': '1',
        '*UnitAmount': '100.00',
        '*TaxType': 'Tax Exempt',
      }),
    ]);
  });

  it('of QuickBooks name customer and product, with American dates, a hundred a file', () => {
    const [file] = quickBooksInvoices(january, sold, ledger.settings);
    expect(named(file?.text ?? '')[0]).toEqual({
      '*InvoiceNo': 'INV-7',
      '*Customer': 'Acme',
      '*InvoiceDate': '01/05/2026',
      '*DueDate': '02/04/2026',
      Memo: 'Block B-0001',
      'Item(Product/Service)': 'Service revenue',
      ItemDescription: 'Prepaid hours',
      ItemQuantity: '20',
      ItemRate: '90.00',
      '*ItemAmount': '1800.00',
      '*ItemTaxCode': '20% (VAT on Income)',
      ItemTaxAmount: '360.00',
      Currency: 'USD',
    });
    const many = Array.from({ length: 101 }, () => sold[0] as SalesInvoice);
    expect(quickBooksInvoices(january, many, ledger.settings).map(({ name }) => name)).toEqual([
      'quickbooks-invoices-2026-01-1.csv',
      'quickbooks-invoices-2026-01-2.csv',
    ]);
  });

  it('are of days that have come, under a number that QuickBooks takes', () => {
    const { blocks = [], settings } = taxed;
    const [first, ...others] = blocks;
    const long = { ...taxed, blocks: [{ ...first, Reference: 'INVOICE-2026-000000007' }, ...others] };
    const numbers = (today: string) => {
      const early = ledgerOf({ ...long, settings: { ...settings, Today: today } });
      return salesInvoices(january, early.blocks, early.clients, early.settings).map(({ number }) => number);
    };
    expect(numbers('2026-01-19')).toEqual(['B-0001']);
    expect(numbers('2026-01-20')).toEqual(['B-0001', 'B-0002']);
  });

  test('their net sums are what the journal of a firm without a cash side takes out of revenue', () => {
    const cashless = ledgerOf({ ...taxed, settings: { ...taxed.settings, 'Cash side': 'none' } });
    const lines = journalsOf(cashless, january).get(january) ?? [];
    const revenue = lines.filter(({ code }) => code === '4000');
    const invoiced = sold.reduce((sum, { block: { price } }) => sum + price, 0);
    // Tax passes through the invoice alone.
    expect(revenue.reduce((sum, { amount }) => sum + amount, 0)).toBe(invoiced);
  });
});

describe('a second download', () => {
  const day = (text: string) => parseIsoDate(text) as CalendarDate;
  const first = downloadedNow('2026-01 plain', day('2026-02-01'), 'one', journalFigures(linesOf()));

  it('says that it is the same, or which sums are others', () => {
    const more = journalFigures(
      linesOf({ time: [work('2026-01-15', 8, { Client: clients[0]?.Client ?? '' })] }),
    );
    const second = downloadedNow('2026-01 plain', day('2026-02-03'), 'two', more);
    expect(sinceDownload(undefined, first, journalFigures(linesOf()))).toBe('');
    expect(sinceDownload(first, { ...second, digest: 'one' }, more)).toBe(
      'It is the same as when it was downloaded on 1 Feb 2026.',
    );
    expect(sinceDownload(first, second, more)).toBe(
      'It differs from what was downloaded on 1 Feb 2026: ' +
        '2400 Deferred revenue (USD) $585.00 debit, $1,800.00 credit, now $720.00 debit, $1,800.00 credit; ' +
        '4000 Service revenue (USD) $585.00 credit, now $720.00 credit. If that was imported, take it out first.',
    );
  });

  it('names what has gone, and does not say that sums are the same where none was remembered', () => {
    const [bank] = first.rows;
    const second = downloadedNow('2026-01 plain', day('2026-02-03'), 'two', first.rows.slice(1));
    expect(sinceDownload(first, second, second.rows)).toContain(`: ${bank?.join(' ')}, now nothing. If`);
    const many = Array.from({ length: 41 }, (_, at) => [`${at}`, '$1.00'] as const);
    const long = downloadedNow('2026-01 plain', day('2026-02-01'), 'one', many);
    expect(sinceDownload(long, second, many.slice(1))).toBe(
      'It differs from what was downloaded on 1 Feb 2026: it had no figures, or too many to be remembered, so compare the two files. If that was imported, take it out first.',
    );
  });

  it('is remembered once a file, and of two dozen files', () => {
    const all = Array.from({ length: 30 }, (_, at) => downloadedNow(`${at}`, day('2026-02-01'), '', []));
    const kept = all.reduce(withDownload, [] as readonly Downloaded[]);
    expect(kept).toHaveLength(24);
    expect(withDownload(kept, { ...(kept[3] as Downloaded), digest: 'new' })).toHaveLength(24);
  });
});

test('every file of any ledger balances, and no text in it begins like a formula', () => {
  fc.assert(
    fc.property(anyLedger, ledger => {
      for (const [month, lines] of journalsOf(ledger, '2026-04')) {
        for (const { text } of xeroFiles(month, lines, false, ledger.settings)) {
          const rows = parse(text).slice(1);
          expect(sumOf(rows.map(row => row[5]))).toBe(0);
          expect(rows.length).toBeLessThanOrEqual(300);
        }
        for (const { text } of quickBooksFiles(month, lines, false)) {
          const rows = parse(text).slice(1);
          expect(sumOf(rows.map(row => row[5]))).toBe(sumOf(rows.map(row => row[6])));
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@-]/);
        }
      }
    }),
    { numRuns: 60 },
  );
});
