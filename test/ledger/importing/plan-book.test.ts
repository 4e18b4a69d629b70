import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookAnswers } from '../../../src/ledger/importing/book-answers';
import { foundWords, planBook } from '../../../src/ledger/importing/plan-book';
import { ledgerOf } from '../builders';

type Rows = readonly (readonly (string | number)[])[];

/** Tabs as rows of text, blank rows left out as a page reads them. */
const planned = (
  tabs: Readonly<Record<string, Rows>>,
  said: BookAnswers = {},
  names: readonly string[] = [],
) =>
  planBook(
    Object.entries(tabs).map(([name, rows]) => ({
      name,
      rows: rows
        .map((cells, at) => ({ line: at + 1, cells: cells.map(String) }))
        .filter(({ cells }) => cells.some(Boolean)),
    })),
    said,
    { ...ledgerOf({}), clients: new Map(), names, standing: [], known: [], wallOf: instant => instant },
  );
const kinds = (tabs: Readonly<Record<string, Rows>>) =>
  planned(tabs).tabs.map(({ tab, kind }) => `${tab}: ${kind ?? '?'}`);
const asked = (plan: ReturnType<typeof planned>) =>
  plan.questions.map(({ name, asks, choices }) => [name, asks, ...choices]);

const customers: Rows = [['Customers'], [], ['Customer', 'Email'], ['Acme', 'a@acme.example'], ['Bolt', '']];
const sold: Rows = [
  ['Date', 'Client', 'Hours', 'Price'],
  ['2026-01-05', 'Acme', 20, 1800],
];
const log: Rows = [
  ['Date', 'Client', 'Hours', 'Description'],
  ['2026-01-06', 'Acme', 2, 'Mended'],
];

describe('the tabs of a tracker', () => {
  it('are told apart by their columns, and each is named with its first row', () => {
    const { tabs } = planned({
      Customers: customers,
      Sold: sold,
      Log: log,
      Ideas: [['A printer'], ['x', 'y']],
    });
    expect(tabs.map(tab => foundWords(tab))).toEqual([
      'Tab Customers: 2 clients from row 4',
      'Tab Sold: 1 block from row 2',
      'Tab Log: 1 entry from row 2',
    ]);
  });

  it('are told apart by their names where the columns tell nothing, and asked about where these do not either', () => {
    const bare: Rows = [
      ['Date', 'Client', 'Hours'],
      ['2026-01-05', 'Acme', 20],
    ];
    expect(kinds({ 'Hours sold': bare, 'Time log': bare, Sheet7: bare })).toEqual([
      'Hours sold: blocks',
      'Time log: hours',
      'Sheet7: ?',
    ]);
    const plan = planned({ Sheet7: bare });
    expect(asked(plan)).toEqual([['tabs', 'Sheet7', 'clients', 'blocks', 'hours', 'leave out']]);
    expect(
      planned({ Sheet7: bare }, { tabs: { Sheet7: 'blocks' }, clients: { '*': 'new' } }).blocks,
    ).toHaveLength(1);
    expect(planned({ Sheet7: bare }, { tabs: { Sheet7: 'leave out' } }).tabs).toEqual([]);
  });

  it('never make a client list of a log of work, nor the other way round', () => {
    const members: Rows = [
      ['Client', 'Email', 'Start date', 'Hours'],
      ['Acme', 'a@acme.example', '2020-01-05', 5],
    ];
    const work: Rows = [
      ['Day', 'Customer', 'Who', 'Time'],
      ['2026-01-05', 'Acme', 'Kim', '1:30'],
      ['2026-01-06', 'Acme', 'Kim', '1:30'],
    ];
    expect(kinds({ Members: members, Work: work })).toEqual(['Members: clients', 'Work: hours']);
  });

  it.each(['Balance', 'Open balance', 'Credit'])('ask what a column %s holds, and choose nothing', header => {
    const rows: Rows = [
      ['Client', header],
      ['Acme', 500],
    ];
    expect(asked(planned({ Clients: rows }))).toEqual([
      ['balance', `Clients / ${header}`, 'hours', 'money paid ahead', 'money owed', 'leave out'],
    ]);
    const hours = (balance: string) =>
      planned({ Clients: rows }, { balance }).blocks.map(({ Hours, Price }) => [Hours, Price]);
    expect(['hours', 'money paid ahead', 'money owed', 'leave out'].map(hours)).toEqual([
      [[500, 50_000]],
      [[5, 500]],
      [],
      [],
    ]);
    for (const tab of ['Clients', 'Clients (before)'])
      expect(planned({ [tab]: rows }, { balance: { [`Clients / ${header}`]: 'hours' } }).questions).toEqual(
        [],
      );
  });

  it('bring hours that are left in once: not beside the blocks that make them', () => {
    const rows: Rows = [
      ['Client', 'Hours left'],
      ['Acme', 15],
    ];
    expect(planned({ Customers: rows }).blocks).toHaveLength(1);
    const both = planned({ Customers: rows, Sold: sold });
    expect([both.blocks.length, both.questions.length, both.tabs[0]?.says[0]]).toEqual([
      1,
      0,
      '"Hours left" is not brought in: the blocks and hours of the other tabs make it.',
    ]);
    expect(asked(planned({ Customers: rows, Log: log }, { description: 'what was done' }))).toEqual([
      ['balance', 'Customers / Hours left', 'hours', 'money paid ahead', 'money owed', 'leave out'],
    ]);
  });

  it('say that a column Status is not taken for Active, and take it where somebody says so', () => {
    const rows: Rows = [
      ['Client', 'Status'],
      ['Acme', 'Paused'],
    ];
    const [tab] = planned({ Customers: rows }).tabs;
    expect(tab?.says).toContain(
      '"Status" is not taken: every client is active. Choose Active for it to change that.',
    );
    const { clients } = planned({ Customers: rows }, { columns: { 'Customers / Status': 'Active' } });
    expect(clients).toMatchObject([{ Client: 'Acme', Active: false }]);
  });

  it('ask once who is meant by a name that differs a little between tabs', () => {
    const tabs = {
      Customers: customers,
      Sold: sold.map(row => row.map(cell => (cell === 'Acme' ? 'ACME Ltd.' : cell))),
    };
    expect(asked(planned(tabs))).toEqual([['clients', 'ACME Ltd.', 'Acme', 'new', 'leave out']]);
    expect(planned(tabs, { clients: { 'acme ltd.': 'Acme' } }).blocks).toMatchObject([{ Client: 'Acme' }]);
    expect(planned(tabs, { clients: { '*': 'new' } }).clients.map(({ Client }) => Client)).toEqual([
      'Acme',
      'Bolt',
      'ACME Ltd.',
    ]);
  });

  it('ask in which order a tab writes its days, each for itself', () => {
    const dated = (rows: Rows) =>
      rows.map(row => row.map(cell => (/^2026-/.test(String(cell)) ? '05/06/2026' : cell)));
    const tabs = { Customers: customers, Sold: dated(sold), Log: dated(log) };
    const said = { description: 'what was done' } as const;
    expect(asked(planned(tabs, said))).toEqual([
      ['dates', 'Sold', 'dmy', 'mdy'],
      ['dates', 'Log', 'dmy', 'mdy'],
    ]);
    const { blocks, hours, questions } = planned(tabs, { ...said, dates: { Sold: 'mdy', Log: 'dmy' } });
    expect([questions, blocks[0]?.Date, hours[0]?.[1]]).toEqual([[], { date: 20_579, second: 0 }, 46_178]);
  });

  it('account for every line, whatever stands around a table', () => {
    const rows: Rows = [
      ['Prepaid', '', '', ''],
      ['Date', 'Client', 'Hours', 'Price', 'Balance'],
      ['2026-01-05', 'Acme', '20 h', '$1,800.00', 20],
      ['Total', '', 20, '$1,800.00'],
      [],
      ['Older blocks'],
      ['Date', 'Client', 'Hours', 'Price', 'Balance'],
      ['yesterday', 'Acme', 'many', 'x', ''],
      ['2026-01-07', '', 0, '', ''],
      ['2026-01-08', 'Bolt', '7:30', '€ 500', 7.5],
    ];
    const { tabs, blocks } = planned({ Customers: customers, Sold: rows });
    const { lines, fresh, already, leftOut, unreadable } = tabs[1] ?? { leftOut: [], unreadable: [] };
    expect([lines, fresh, already, leftOut.length, unreadable.length]).toEqual([7, 2, 0, 3, 2]);
    expect(blocks).toMatchObject([
      { Client: 'Acme', Hours: 20, Price: 1800, Currency: '' },
      { Client: 'Bolt', Hours: 7.5, Price: 500, Currency: 'EUR' },
    ]);
  });

  it('bring work that stands in two tabs once, and say so', () => {
    const { hours, tabs } = planned(
      { Customers: customers, Log: log, 'Log (2)': log },
      { description: 'internal note' },
    );
    expect([hours.length, tabs[2]?.already, tabs[2]?.notes]).toEqual([
      1,
      1,
      [{ line: 2, message: 'It stands in Log too, and comes once.' }],
    ]);
  });

  it('account for every line of any table, whatever is typed into it', () => {
    const cell = fc.constantFrom<string>(
      '',
      'Total',
      'Acme',
      '2026-01-05',
      '31.12.2026',
      '20',
      '1h 30m',
      '$5',
      '-3',
      'x',
      'Total Acme:',
    );
    const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(table, table, table, (a, b, c) => {
        const tabs = { Customers: [['Client', 'Email'], ...a], Sold: [...sold, ...b], Log: [...log, ...c] };
        const answers = { description: 'what was done', clients: { '*': 'new' }, dates: 'dmy' } as const;
        for (const each of planned(tabs, answers).tabs)
          expect(each.fresh + each.already + each.leftOut.length + each.unreadable.length).toBe(each.lines);
      }),
      { numRuns: 200 },
    );
  });
});
