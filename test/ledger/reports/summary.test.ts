import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { summaryRows, totalRows } from '../../../src/ledger/reports/summary';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { type Book, block, dateCell, day, ledgerOf, settledIn, work } from '../builders';

function overview(book: Book) {
  const ledger = ledgerOf(book);
  return summaryRows(
    [...settleLedger(ledger, ledger.settings.today).values()].map(each => figuresOf(each, ledger)),
  );
}
function totals(book: Book) {
  const ledger = ledgerOf(book);
  return totalRows(
    [...settleLedger(ledger, ledger.settings.today).values()].map(each => figuresOf(each, ledger)),
  );
}
const stateOf = (book: Book) => {
  const ledger = ledgerOf(book);
  return figuresOf(settledIn(ledger), ledger).state;
};

describe('the totals', () => {
  it('are a row a currency, exact, with hours that no block covers in the client’s own', () => {
    const blocks = [
      block(10, { Price: 0.1 }),
      block(10, { Price: 0.2, Client: 'Bolt' }),
      block(3, { Client: 'Cox', Currency: 'JPY', Price: 900, Expires: '2026-02-01' }),
    ];
    const time = [work('2026-01-05', 12, { Client: 'Bolt' }), work('2026-01-05', 1, { Client: 'Cox' })];
    const clients = [{ Client: 'Acme' }, { Client: 'Bolt', Overage: 'invoice' }, { Client: 'Cox' }];
    expect(totals({ clients, blocks, time })).toEqual([
      [
        'All clients',
        'Total hours left',
        'Total value',
        'Total saved',
        'Total deferred',
        'Total expired',
        'Total to invoice (h)',
        'Total renewed (%)',
      ],
      ['JPY', 0, 0, expect.any(Number), 600, 600, 0, ''],
      ['USD', 10, 0.1, 999.8, 0.1, 0, 2, ''],
    ]);
  });
});

const ofMoney = ['Client', 'Hours left', 'Used', 'Value', 'Currency', 'Saved'];

/** Some columns of the rows below the headers. */
const picked = ([headers = [], ...rows]: readonly (readonly unknown[])[], ...wanted: readonly string[]) =>
  rows.map(row => wanted.map(header => row[headers.indexOf(header)]));

describe('the overview', () => {
  it('has a header and a row a client', () => {
    const time = [work('2026-12-01', 2), work('2026-12-15', 2), work('2026-12-31', 2.5)];
    const book = {
      blocks: [block(20, { Block: 'B-0001', 'Discount / h': 10 })],
      time,
      notices: [
        { Block: 'b-0001', 'Sent at': dateCell('2026-12-20', 9) },
        { Block: 'B-0001', 'Sent at': dateCell('2026-12-10') },
      ],
    };
    expect(overview(book)).toEqual([
      [
        'Client',
        'State',
        'Overage to invoice (h)',
        'Hours left',
        'Used',
        'Runs out',
        'Last notice',
        'Rows left out',
        'Value',
        'Currency',
        'Saved',
        'Deferred revenue',
        'Expired value',
        'Agreement',
        'Left (%)',
      ],
      [
        'Acme',
        'fine',
        0,
        13.5,
        6.5,
        { date: day('2027-03-06') },
        { date: day('2026-12-20') },
        0,
        1215,
        'USD',
        65,
        1215,
        0,
        '',
        0.675,
      ],
    ]);
  });

  it('shows the figures of the good rows and how many rows were left out', () => {
    const time = [work('2026-02-01', 'abc', { Charged: 'def' }), work('2026-02-01', 2), work('nie', 3)];
    const rows = picked(overview({ blocks: [block(20)], time }), 'Hours left', 'Used', 'Rows left out');
    expect(rows).toEqual([[18, 2, 2]]);
  });

  it('shows the worst state first, then the name', () => {
    const clients = ['Zoe', 'Bob', 'amy', 'Eve', 'Off', 'New', 'Exp', 'Low'].map(Client => ({
      Client,
      Active: Client !== 'Off',
    }));
    const soon = { Expires: '2027-01-10' };
    const blocks = [
      block(5, { Client: 'Zoe' }),
      block(20, { Client: 'amy' }),
      block(20, { Client: 'Bob' }),
      block(20, { Client: 'Eve', Expires: '2026-06-30' }),
      block(20, { Client: 'Exp', ...soon }),
      block(5, { Client: 'Low' }),
    ];
    const time = [work('2026-12-01', 5, { Client: 'Zoe' }), work('2026-12-01', 4, { Client: 'Low' })];
    expect(picked(overview({ clients, blocks, time }), 'Client', 'State')).toEqual([
      ['Zoe', 'used up'],
      ['Eve', 'expired'],
      ['Low', 'low'],
      ['Exp', 'expiring'],
      ['amy', 'fine'],
      ['Bob', 'fine'],
      ['New', 'no block'],
      ['Off', 'inactive'],
    ]);
    // Who never had hours has not used them up.
    expect(picked(overview({ clients: [], time: time.slice(0, 1) }), 'Client', 'Runs out')).toEqual([
      ['Zoe', ''],
    ]);
  });

  it('has a row a currency, and the hours of the rows add up to the balance', () => {
    const blocks = [block(10), block(10, { Currency: 'EUR', Expires: '2026-12-31' })];
    const rows = overview({ blocks, time: [work('2026-12-01', 12), work('2026-12-02', 9)] });
    expect(picked(rows, ...ofMoney)).toEqual([
      ['Acme', -1, 11, 0, 'USD', 0],
      ['Acme', 0, 10, 0, 'EUR', 0],
    ]);
  });

  it('has in each currency’s row the hours left in it', () => {
    const blocks = [block(10, { Expires: '2026-12-31' }), block(10, { Currency: 'EUR' })];
    const rows = overview({ blocks, time: [work('2026-12-01', 12)] });
    expect(picked(rows, ...ofMoney)).toEqual([
      ['Acme', 0, 10, 0, 'USD', 0],
      ['Acme', 8, 2, 800, 'EUR', 0],
    ]);
  });

  it('shows a client without blocks in its own currency', () => {
    const rows = overview({ clients: [{ Client: 'Acme', Currency: 'EUR' }], time: [work('2026-12-01', 1)] });
    const said = picked(rows, ...ofMoney, 'Runs out', 'State');
    expect(said).toEqual([['Acme', -1, 1, 0, 'EUR', 0, '', 'check']]);
  });
});

describe('a client’s state', () => {
  it('does not call a client low that has bought again', () => {
    expect(
      stateOf({ blocks: [block(10), block(10, { Starts: '2027-01-15' })], time: [work('2026-12-01', 10)] }),
    ).toBe('fine');
  });

  it('is low without work too: only its mail waits for work', () => {
    expect(
      stateOf({
        blocks: [block(10, { Date: '2026-12-01' }), block(-8, { Date: '2026-12-02', Kind: 'Refund' })],
      }),
    ).toBe('low');
  });

  it('is never said of a block that is sold later', () => {
    expect(stateOf({ blocks: [block(10, { Date: '2027-01-01' })] })).toBe('no block');
  });
});
