/** A tracker of one's own, brought in from its tabs as the page and the command line do it. */
import { describe, expect, it } from 'vitest';
import { importBook } from '../../workbench/local-import';
import type { Workbook } from '../../workbench/runtime';
import { openEmpty, openFirm, rowsOf } from './firm';
import { said, tracker, typeTabs } from './own-tracker';

async function ownBook(): Promise<Workbook> {
  const book = await openEmpty();
  await typeTabs(book);
  return book;
}

const sheet = (book: Workbook) => ['Clients', 'Blocks', 'Time'].map(tab => book.print(tab));
const own = (book: Workbook) => Object.keys(tracker).map(tab => book.print(tab));
const names = (book: Workbook) => book.engine.tabs().map(({ name }) => name);

describe('a tracker of one’s own', () => {
  it('is brought in whole and once, its tabs stay as they are, and one undo takes all of it back', async () => {
    const book = await ownBook();
    const before = own(book);
    const first = await importBook(book, said);
    expect(first.tabs.map(({ found }) => found)).toEqual([
      'Tab Customers: 4 clients from row 4',
      'Tab Hours sold: 4 blocks from row 3',
      'Tab Time log: 4 entries from row 2',
    ]);
    expect(first).toMatchObject({
      lines: 17,
      new: 10,
      already: 0,
      leftOut: 5,
      unreadable: 2,
      seconds: 13_500,
    });
    expect(rowsOf(book, 'Clients').map(({ Client, Email }) => [Client, Email])).toEqual([
      ['Harbor Ltd', 'pat@harbor.example'],
      ['Acme', 'ann@acme.example'],
      ['Total Logistics', 'office@total.example'],
      ['Solo', ''],
    ]);
    expect(rowsOf(book, 'Blocks')).toMatchObject([
      {
        Block: 'B-0001',
        Date: '2026-01-05',
        Client: 'Harbor Ltd',
        Hours: 20,
        Price: 1800,
        'Paid on': '2026-01-10',
        Currency: 'USD',
      },
      {
        Block: 'B-0002',
        Client: 'Acme',
        Hours: 10,
        Price: 950,
        Expires: '2026-12-31',
        'Paid on': '2026-01-06',
      },
      {
        Block: 'B-0003',
        Client: 'Solo',
        Hours: 5,
        Price: 500,
        Expires: '2026-02-01',
        'Paid on': '',
        Currency: 'EUR',
      },
    ]);
    expect(rowsOf(book, 'Time')).toMatchObject([
      {
        Date: '2026-01-11',
        Client: 'Harbor Ltd',
        Who: 'Kim',
        Hours: 1.5,
        'What was done': 'Mended the server',
      },
      { Date: '2026-01-12', Client: 'Harbor Ltd', Hours: 1.5 },
      { Date: '2026-01-13', Client: 'Acme', Who: 'Jo', Hours: 0.75 },
    ]);
    expect(await book.formula('=BLOCKBALANCE("Harbor Ltd")')).toBe(17);
    const stands = sheet(book);

    const second = await importBook(book, {});
    expect(second).toMatchObject({
      lines: 17,
      new: 0,
      already: 10,
      leftOut: 5,
      unreadable: 2,
      questions: [],
    });
    expect([sheet(book), own(book)]).toEqual([stands, before]);

    await book.call('undoLastDialog');
    expect(['Clients', 'Blocks', 'Time'].map(tab => rowsOf(book, tab).map(({ Client }) => Client))).toEqual([
      [],
      [],
      [],
    ]);
    expect(own(book)).toEqual(before);
  });

  it('writes nothing while a question is open, not even tabs of ours', async () => {
    const book = await ownBook();
    const { new: fresh, questions } = await importBook(book, { clients: said.clients });
    expect([fresh, questions.map(({ name }) => name), names(book)]).toEqual([
      0,
      ['description'],
      ['Sheet1', ...Object.keys(tracker)],
    ]);
  });

  it('that has a tab of our name keeps it as it was, and gets its name back by the undo', async () => {
    const book = await openEmpty();
    await typeTabs(book, {
      Clients: [
        ['Customer', 'E-mail'],
        ['Acme', 'a@acme.example'],
      ],
    });
    await book.call('setUpWorkbook');
    expect(names(book)).toEqual(['Sheet1', 'Clients']);
    expect(book.messages.at(-1)?.text).toContain('Get started keeps it as "Clients (before)"');
    expect((await book.callFromDialog('startForm')) as object).toMatchObject({
      plan: [
        expect.stringContaining('Your own tab Clients stays as it is'),
        expect.stringContaining('Clients, Blocks'),
      ],
    });

    expect(await importBook(book, {})).toMatchObject({ lines: 1, new: 1 });
    expect(book.print('Clients (before)')).toEqual([
      ['Customer', 'E-mail'],
      ['Acme', 'a@acme.example'],
    ]);
    expect(rowsOf(book, 'Clients')).toMatchObject([{ Client: 'Acme', Email: 'a@acme.example' }]);
    expect(await importBook(book, {})).toMatchObject({ new: 0, already: 1 });
  });

  it('gets its name back by the undo of set up', async () => {
    const book = await openEmpty();
    await typeTabs(book, {
      Clients: [
        ['Customer', 'E-mail'],
        ['Acme', 'a@acme.example'],
      ],
    });
    const firm = { firmName: '', officeEmail: '', normalRate: '', currency: '', tax: '' };
    await book.callFromDialog('startWorkbook', firm);
    expect(names(book)).toContain('Clients (before)');
    await book.call('undoLastDialog');
    expect(names(book)).toEqual(['Sheet1', 'Clients']);
    expect(book.print('Clients')).toEqual([
      ['Customer', 'E-mail'],
      ['Acme', 'a@acme.example'],
    ]);
  });

  it('is left alone by the undo where a row has been changed since', async () => {
    const book = await ownBook();
    await importBook(book, said);
    await book.edit('Time!I2', 'Mended twice');
    const stands = sheet(book);
    await book.call('undoLastDialog');
    expect(book.messages.at(-1)?.text).toMatch(
      /in Time was changed since \(rows 2\), so all of it is left alone/,
    );
    expect(sheet(book)).toEqual(stands);
  });
});

describe('a tab that is called as one of ours, in a workbook that is set up', () => {
  const foreign = {
    customers: [
      ['Customer', 'E-mail'],
      ['Acme', 'a@acme.example'],
    ],
    'a log': [
      ['Date', 'Customer', 'Who', 'Duration', 'Notes'],
      ['2026-01-05', 'Acme', 'Kim', '1:30', 'Updates'],
    ],
  };
  it.each(
    (['Clients', 'Blocks', 'Time'] as const).flatMap(tab =>
      Object.entries(foreign).map(each => [tab, ...each] as const),
    ),
  )('is named with how to mend it, and nothing is written: %s holds %s', async (tab, _, rows) => {
    const book = await openFirm();
    book.engine.deleteTab(tab);
    await typeTabs(book, { [tab]: rows });
    const before = [sheet(book), names(book)];
    const answers = { description: 'internal note', clients: { '*': 'new' } } as const;
    const { new: fresh, problems } = await importBook(book, answers);
    expect([fresh, problems[0]]).toEqual([
      0,
      { tab, line: 1, message: expect.stringMatching(/Get started keeps it|Set up workbook/) },
    ]);
    expect([sheet(book), names(book)]).toEqual(before);
  });

  it('is told as missing where it is gone', async () => {
    const book = await openFirm();
    book.engine.deleteTab('Time');
    await typeTabs(book, { Customers: foreign.customers });
    expect((await importBook(book, {})).problems).toEqual([
      { tab: 'Time', line: 1, message: expect.stringContaining('Set up workbook') },
    ]);
  });
});

describe('a tab without a table', () => {
  it.each([
    ['blank', [['']]],
    [
      'no header',
      [
        ['Acme', 'Bolt'],
        ['3', '4'],
      ],
    ],
    ['a header and nothing below', [['Date', 'Customer', 'Hours']]],
  ])('is passed over: %s', async (_, rows) => {
    const book = await openFirm();
    await typeTabs(book, { Mine: rows });
    expect(await importBook(book, {})).toMatchObject({ lines: 0, new: 0, questions: [], problems: [] });
  });
});
