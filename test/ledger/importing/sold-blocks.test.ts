/** Lists of sold blocks, from a file, a paste or a tab. */
import { describe, expect, it } from 'vitest';
import { blockKey } from '../../../src/ledger/importing/block-key';
import { planBook } from '../../../src/ledger/importing/plan-book';
import { soldByClient } from '../../../src/ledger/importing/sold-by-client';
import { isListOfSales } from '../../../src/ledger/importing/tab-tables';
import { decimal } from '../../../src/ledger/units/decimal';
import { currencyOf } from '../../../src/ledger/units/money';
import { ledgerOf } from '../builders';

type Rows = readonly (readonly string[])[];
type Grounds = Parameters<typeof planBook>[2];

const planned = (rows: Rows, standing: Grounds['standing'] = [], said: Parameters<typeof planBook>[1] = {}) =>
  planBook(
    [{ name: 'sales.csv', rows: rows.map((cells, at) => ({ line: at + 1, cells })) }],
    { tabs: { 'sales.csv': 'blocks' }, ...said },
    { ...ledgerOf({}), clients: new Map(), names: ['Acme'], standing, known: [], wallOf: instant => instant },
  );
const only = (plan: ReturnType<typeof planned>) => plan.tabs[0] as (typeof plan.tabs)[number];
const headers = ['Date', 'Client', 'Hours', 'Price'];
const line = ['2026-01-05', 'Acme', '20', '1800'];
const stands = (price: number, number = 'B-0007') => ({
  number,
  key: blockKey('acme', 46_027, 20),
  price,
});

describe('a list of sold blocks', () => {
  it('is read with all that a sale can have, in any order of its columns', () => {
    const { blocks } = planned([
      ['Kind', 'VAT', 'Invoice', 'Valid until', 'Paid', 'Discount', 'Rate', 'Hours', 'Customer', 'Sold on'],
      ['goodwill', '38', 'INV-7', '2026-12-31', '2026-01-10', '10', '$100', '20', 'Acme', '2026-01-05'],
    ]);
    const day = (date: number) => expect.objectContaining({ date });
    expect(blocks).toMatchObject([
      {
        ...{ Client: 'Acme', Hours: 20, 'Normal rate': 100, 'Discount / h': 10, Tax: 38 },
        ...{ Kind: 'Goodwill', Reference: 'INV-7', 'Paid on': day(20_463), Expires: day(20_818) },
      },
    ]);
  });

  it.each(['$500', '500 EUR', '€ 500'])('never takes the money %s for hours', money => {
    const plan = planned([headers, ['2026-01-05', 'Acme', money, '1800']]);
    expect(plan.blocks).toEqual([]);
    expect(only(plan).unreadable).toEqual([
      { line: 2, message: `Hours "${money}" is money. Choose another column for the hours.` },
    ]);
  });

  it('tells the line of a kind that takes hours out, and brings the others in', () => {
    const plan = planned([
      [...headers, 'Kind'],
      [...line, 'Refund'],
      [...line, 'Purchase'],
    ]);
    expect(only(plan).unreadable).toEqual([
      {
        line: 2,
        message: 'Kind "Refund" is not brought in: type that row into Blocks, or leave the column out.',
      },
    ]);
    expect(plan.blocks).toMatchObject([{ Kind: '', Hours: 20 }]);
  });

  it('finds each block that stands there once, so that two equal sales stay two', () => {
    const plan = planned([headers, line, line], [stands(1800)]);
    expect([plan.blocks.length, only(plan).already]).toEqual([1, 1]);
  });

  it('finds a line without a price by its client, day and hours', () => {
    const plan = planned([headers, ['2026-01-05', 'Acme', '20', '']], [stands(1800)]);
    expect([plan.blocks.length, only(plan).already]).toEqual([0, 1]);
  });

  it('leaves out a line whose block stands there at another price, and names it', () => {
    const cheap = ['2026-01-05', 'Acme', '20', '1700'];
    const plan = planned([headers, cheap, line], [stands(1800), stands(1750, 'B-0008')]);
    expect([plan.blocks.length, only(plan).already]).toEqual([0, 1]);
    expect(only(plan).leftOut).toEqual([
      {
        line: 2,
        message:
          'B-0008 has the same client, day and hours, and the price 1750. If this is another sale, type it into Blocks.',
      },
    ]);
  });

  it('asks which days 05/06/2026 is, and writes none before', () => {
    const rows = [headers, ['05/06/2026', 'Acme', '20', '1800']];
    expect(planned(rows).questions).toMatchObject([{ name: 'dates', choices: ['dmy', 'mdy'] }]);
    const days = (dates: string) => planned(rows, [], { dates }).blocks.map(row => row.Date);
    expect(days('dmy')).toMatchObject([{ date: 20_609 }]);
    expect(days('mdy')).toMatchObject([{ date: 20_579 }]);
  });
});

describe('in another window a list of sold blocks', () => {
  const tab = (head: string, ...lines: string[]) => ({
    name: 'x.csv',
    rows: [head, ...lines].map((text, at) => ({ line: at + 1, cells: text.split(',') })),
  });
  const windows = (table: ReturnType<typeof tab>) =>
    (['clients', 'hours'] as const).filter(window => isListOfSales(table, window));

  it.each<[string, string[], string[]]>([
    ['Date,Client,Hours,Price,Paid on', ['2026-01-05,Acme,20,1800,'], ['clients', 'hours']],
    ['Date,Client,Hours bought,Total', ['2026-01-05,Acme,20,1800'], ['clients', 'hours']],
    // Hours that are left, as a client brings them along.
    ['Client,Normal rate,Currency,Hours,Value,Date', ['Acme,100,USD,13.5,1215,2026-11-01'], []],
    ['Client,Email,Hours,Value,Date,Expires', ['Acme,a@acme.example,13.5,1215,2026-11-01,'], []],
    // The same client again has bought again.
    ['Date,Client,Hours,Amount', ['2026-01-05,Acme,20,1800', '2026-02-05,Acme,20,1800'], ['clients']],
    ['Date,Client,User,Hours,Description', ['2026-01-05,Acme,Kim,2,Mended'], []],
    ['Date,Client,Hours,Total', ['2026-01-05,Acme,2,200'], ['clients']],
  ])('%s is told apart by its columns', (head, lines, expected) => {
    expect(windows(tab(head, ...lines))).toEqual(expected);
  });
});

it('blocks, hours and money of each client are added up, by its own terms where a cell is blank', () => {
  const [USD, EUR] = [currencyOf('USD'), currencyOf('EUR')];
  if (!USD || !EUR) throw new Error('No currency.');
  const terms = { terms: { normalRate: decimal(100), currency: USD }, own: [] };
  const rows = [
    { Client: 'Acme', Hours: 20, Price: 1800 },
    { Client: 'ACME', Hours: 10, 'Discount / h': 10 },
    { Client: 'Acme', Hours: 1, Kind: 'Goodwill' },
    { Client: 'Bolt', Hours: 2 },
    { Client: 'Bolt', Hours: 2, Currency: 'USD', 'Normal rate': 50 },
  ];
  expect(
    soldByClient(rows, { ...terms, own: [['bolt', { normalRate: decimal(80), currency: EUR }]] }),
  ).toEqual(['Acme: 3 blocks, 31 h, $2,700.00', 'Bolt: 2 blocks, 4 h, €160.00, $100.00']);
});
