import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Execution } from '../../workbench/services/execution';
import { protect } from '../../workbench/services/scene';
import { technician } from '../../workbench/services/world';
import { addRow, openFirm, rowsOf } from './firm';
import { setting } from './low-firm';

async function firm() {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Clients', { Client: 'Beta' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Beta', Hours: '10' });
  await addRow(book, 'Time', {
    Date: '2026-11-03',
    Client: 'Acme',
    Hours: '6.5',
    'What was done': 'Mended the printer',
  });
  await addRow(book, 'Time', {
    Date: '2026-11-20',
    Client: 'Acme',
    Hours: '1',
    'What was done': 'Moved a mailbox',
  });
  return book;
}

/** The runs of functions in cells since a moment. */
async function runsOf_(book: Workbook, work: () => Promise<unknown>, name: string): Promise<Execution[]> {
  const before = book.executions.length;
  await work();
  return book.executions.slice(before).filter(({ options }) => options.name === name);
}
const sheetReads = (run: Execution) => run.calls.filter(({ method }) => method === 'getValues').length;

const dataCalls = (run: Execution | undefined) => run?.calls.filter(({ kind }) => kind === 'data').length;

describe('the functions in cells', () => {
  it('answer for today, for a date, and for a period', async () => {
    const book = await firm();
    const answers: Record<string, unknown> = {
      '=BLOCKBALANCE("Acme")': 12.5,
      '=BLOCKBALANCE("Acme"; DATE(2026;11;10))': 13.5,
      '=BLOCKBALANCE("Acme", "2026-11-10")': 13.5,
      '=BLOCKVALUE("Acme")': 1125,
      '=BLOCKUSED("Acme")': 7.5,
      '=BLOCKUSED("Acme"; "2026-11-10")': 1,
      '=BLOCKUSED("Acme"; "2026-11-01"; "2026-11-03")': 6.5,
      '=BLOCKOVERAGE("Acme")': 0,
      '=BLOCKSAVED("Acme")': 75,
      '=BLOCKRUNOUT("Acme")': 'not enough history',
      '=BLOCKBALANCE("")': '',
    };
    for (const [formula, value] of Object.entries(answers)) {
      expect([formula, await book.formula(formula)]).toEqual([formula, value]);
    }
  });

  it('give a column for a range of names in one call, with blanks and messages in their place', async () => {
    const book = await firm();
    await book.edit('Clients!A5', 'Nobody');
    await book.edit('Clients!A5', '');
    const spare = [['Acme'], [''], ['Nobody'], ['BETA']];
    book.engine.insertTab('Mine');
    await book.edit('Mine!A1', spare);
    const runs = await runsOf_(book, () => book.edit('Mine!B1', '=BLOCKBALANCE(A1:A4)'), 'BLOCKBALANCE');
    const shown = book.print('Mine').map(([, answer]) => answer);
    expect(shown).toEqual([
      12.5,
      '',
      'No client "Nobody" in Clients, Blocks or Time. Check the spelling.',
      10,
    ]);
    expect(runs.every(run => sheetReads(run) <= 6)).toBe(true);
  });

  it('explain a balance down to it', async () => {
    const book = await firm();
    expect(await book.formula('=BLOCKEXPLAIN("Acme")')).toEqual([
      ['Date', 'What', 'Worked', 'Charged', 'Block', 'Drawn', 'Left after'],
      ['2026-11-02', '20 h bought', '', '', 'B-0001', '', 20],
      ['2026-11-03', 'Mended the printer', 6.5, 6.5, 'B-0001', 6.5, 13.5],
      ['2026-11-20', 'Moved a mailbox', 1, 1, 'B-0001', 1, 12.5],
    ]);
  });

  it('never give a wrong number for a client with a broken row; others are untouched', async () => {
    const book = await firm();
    const row = await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Acme', Hours: 'abc' });
    const message = `Time row ${row}: Hours "abc" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.`;
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toEqual({ error: message });
    expect(await book.formula('=BLOCKBALANCE("Beta")')).toBe(10);
    expect(rowsOf(book, 'Balances', 1).find(({ Client }) => Client === 'Acme')).toMatchObject({
      'Hours left': 12.5,
      'Rows left out': 1,
    });
  });

  it('say what is wrong with a client or a date', async () => {
    const book = await firm();
    expect(await book.formula('=BLOCKBALANCE("Acne")')).toEqual({
      error: 'No client "Acne" in Clients, Blocks or Time. Did you mean Acme?',
    });
    expect(await book.formula('=BLOCKBALANCE("Acme"; "2026-13-40")')).toEqual({
      error: 'As of "2026-13-40" cannot be read. Type a date such as 2026-11-23.',
    });
  });

  it('stop with a reason when a needed column was renamed, and work again when it is back', async () => {
    const book = await firm();
    await book.edit('Time!D1', 'Std');
    expect(await book.formula('=BLOCKBALANCE("Beta")')).toMatchObject({
      error: expect.stringContaining('"Hours" is missing'),
    });
    await book.edit('Time!D1', 'Hours');
    expect(await book.formula('=BLOCKBALANCE("Beta")')).toBe(10);
  });
});

describe('where Google fails', () => {
  const formulaAt = (book: Workbook, tab: string, row: number, column: number) =>
    book.engine
      .tabs()
      .find(({ name }) => name === tab)
      ?.formulas({ row, column, rows: 1, columns: 1 })[0]?.[0];
  const stampFormula = (book: Workbook) => formulaAt(book, 'Balances', 1, 1);

  it('the stamp is worked out anew by Refresh, by the hourly run and by Check workbook', async () => {
    const book = await firm();
    for (const [hours, name] of [
      ['3', 'refresh'],
      ['4', 'runHourly'],
      ['5', 'listIssues'],
    ] as const) {
      book.faults.failFunction('BLOCKLEDGER', 1);
      await book.edit('Time!D2', hours);
      expect(book.print('Balances')[0]?.[0]).toEqual({ error: expect.stringContaining('Internal error') });
      await book.call(name);
      expect(book.print('Balances')[0]?.[0]).toMatch(/^2 clients, 2 blocks, 2 entries · [0-9a-f]{16}$/);
      expect(rowsOf(book, 'Balances', 1).find(({ Client }) => Client === 'Acme')).toMatchObject({
        'Hours left': 19 - Number(hours),
      });
    }
  });

  it('a right stamp stays as it is, and one of yesterday is worked out anew where Settings is protected', async () => {
    const book = await firm();
    await book.call('refresh');
    const before = stampFormula(book);
    await book.call('refresh');
    await book.call('runHourly');
    expect(stampFormula(book)).toBe(before);
    const yesterday = book.print('Balances')[0]?.[0];

    protect(book.world, 'Settings');
    book.world.user = technician;
    await book.advanceTo('2026-11-25T07:30');
    expect(book.print('Balances')[0]?.[0]).toBe(yesterday);
    await book.call('runHourly');
    const today = book.print('Balances')[0]?.[0];
    expect(today).not.toBe(yesterday);
    const renewed = stampFormula(book);
    await book.call('runHourly');
    expect([stampFormula(book), book.print('Balances')[0]?.[0]]).toEqual([renewed, today]);
  });

  it('the overview and a person’s own cells are tried again, and a person is told of each', async () => {
    const book = await firm();
    book.engine.insertTab('Mine');
    await book.edit('Mine!A1', [['=BLOCKBALANCE("Acme"; Ledger)', '=BLOCKBALANCE("Nobody"; Ledger)']]);
    book.faults.failFunction('BLOCKSUMMARY', 1);
    book.faults.failFunction('BLOCKBALANCE', 1);
    await book.edit('Time!D2', '3');
    expect(book.print('Mine')[0]?.[0]).toEqual({ error: expect.stringContaining('Internal error') });

    await book.call('runHourly');
    expect(rowsOf(book, 'Balances', 1).map(({ Client }) => Client)).toContain('Acme');
    expect(book.print('Mine')[0]?.[0]).toEqual({ error: expect.anything() });
    await book.call('refresh');
    expect(book.print('Mine')[0]?.[0]).toBe(16);
    expect(JSON.stringify(book.world.messages.at(-1))).toContain('Mine!A1, Mine!B1');
    await book.call('refresh');
    expect(JSON.stringify(book.world.messages.at(-1))).toContain('Mine!B1');
    await book.edit('Mine!B1', '');
    await book.call('refresh');
    expect(JSON.stringify(book.world.messages.at(-1))).toContain('Everything is up to date.');
  });
});

it('a column of single cells becomes one formula that shows the same and follows, once a person agrees', async () => {
  const book = await firm();
  book.engine.insertTab('Mine');
  await book.edit('Mine!A1', [['Acme'], ['Beta']]);
  await book.edit('Mine!B1', [['=BLOCKBALANCE(A1; Ledger)'], ['=BLOCKBALANCE(A2; Ledger)']]);
  const shown = () => book.print('Mine').map(cells => cells[1]);
  const formulas = () =>
    book.engine
      .tabs()
      .find(({ name }) => name === 'Mine')
      ?.formulas({ row: 1, column: 2, rows: 2, columns: 1 });
  const single = formulas();
  expect(shown()).toEqual([12.5, 10]);

  book.world.answers.push('CANCEL');
  await book.call('joinFormulas');
  expect(formulas()).toEqual(single);
  book.world.answers.push('OK');
  await book.call('joinFormulas');
  expect(formulas()).toEqual([['=BLOCKBALANCE(A1:A2; Ledger)'], ['']]);
  expect(shown()).toEqual([12.5, 10]);
  await book.edit('Time!D2', '3');
  expect(shown()).toEqual([16, 10]);
});

describe('they stay live', () => {
  it('a completed formula follows every edit, and so does one that a person left open', async () => {
    const book = await firm();
    await book.edit('Clients!Z2', '=BLOCKBALANCE(A2)+0');
    const tab = book.engine.tabs().find(({ name }) => name === 'Clients');
    expect(tab?.formulas({ row: 2, column: 26, rows: 1, columns: 1 })).toEqual([
      ['=BLOCKBALANCE(A2; Ledger)+0'],
    ]);
    await book.edit('Time!D3', '2');
    expect(tab?.values({ row: 2, column: 26, rows: 1, columns: 1 })).toEqual([[11.5]]);
    await setting(book, 'Minimum (min)', '60'); // Round per … the row below is Overage: nothing that counts is lost
  });

  it('columns of their own beside the hours make no circle', async () => {
    const book = await firm();
    const tab = (name: string) => book.engine.tabs().find(each => each.name === name);
    tab('Clients')?.insertColumns(2, 1);
    tab('Time')?.insertColumns(4, 1);
    await book.engine.settle();
    await book.edit('Clients!B1', 'Hours left');
    await book.edit('Time!D1', 'Hours left now');
    await book.edit('Clients!B2', '=BLOCKBALANCE(A2)');
    await book.edit('Time!D2', '=BLOCKBALANCE(B2)');
    await book.edit('Time!E3', '3');
    expect(tab('Clients')?.values({ row: 2, column: 2, rows: 1, columns: 1 })).toEqual([[10.5]]);
    expect(tab('Time')?.values({ row: 2, column: 4, rows: 1, columns: 1 })).toEqual([[10.5]]);
    await book.call('refresh');
    expect(tab('Time')?.values({ row: 2, column: 4, rows: 1, columns: 1 })).toEqual([[10.5]]);
  });

  it('a settled book answers from the cache alone; an emptied cache costs one read of the tabs', async () => {
    const book = await firm();
    const cached = await runsOf_(book, () => book.formula('=BLOCKBALANCE("Beta"; Ledger)'), 'BLOCKBALANCE');
    expect(cached.length).toBeGreaterThan(0);
    for (const run of cached) {
      expect(sheetReads(run)).toBe(0);
      expect(dataCalls(run)).toBeLessThanOrEqual(2);
    }
    book.world.caches.clear();
    const missed = await runsOf_(book, () => book.formula('=BLOCKBALANCE("beta", Ledger)'), 'BLOCKBALANCE');
    const reading = missed.filter(run => sheetReads(run) > 0);
    expect(reading).toHaveLength(1);
    // One of them asks memory what was there before.
    expect(dataCalls(reading[0])).toBeLessThanOrEqual(9);
  });
});
