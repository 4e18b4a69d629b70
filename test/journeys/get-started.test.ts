/** From an empty workbook to the first notice: set up says first what it makes, steps tick themselves, one undo ends it. */
import { describe, expect, it } from 'vitest';
import { firstTabs } from '../../src/ledger/sheet/tab-groups';
import type { GetStarted } from '../../src/ledger/start/first-steps';
import { columnLetters } from '../../src/workbook/formulas';
import type { Workbook } from '../../workbench/runtime';
import { addRow, balanceRow, openEmpty, openNewFirm, rowsOf } from './firm';

const look = async (book: Workbook) => (await book.callFromDialog('startForm')) as GetStarted;
const firm = {
  firmName: 'Harbor IT',
  officeEmail: 'office@harbor.example',
  normalRate: '120',
  currency: 'EUR',
  tax: '19 %',
};
const tabsOf = (book: Workbook) => book.engine.tabs().map(({ name }) => name);
const settingOf = (book: Workbook, name: string) =>
  rowsOf(book, 'Settings').find(({ Setting }) => Setting === name)?.Value;
const typedWork = {
  client: 'Acme',
  hours: '17',
  what: 'Moved',
  workType: '',
  who: '',
  askedBy: '',
  timer: '',
};
const sale = { hours: '20', discount: '10', discountIn: 'an hour', date: '2026-11-23' };
const typedSale = {
  client: 'Acme',
  normalRate: '',
  starts: '',
  expires: '',
  paidOn: '',
  reference: '',
  note: '',
};

describe('Get started', () => {
  it('is the one thing to do in a workbook without a ledger, and writes nothing before it is told to', async () => {
    const book = await openEmpty();
    expect(book.menu[0]?.items?.map(({ caption }) => caption)).toEqual(['Get started', 'Help']);

    const { stands, plan } = await look(book);

    expect({ stands, plan }).toEqual({ stands: false, plan: [`New tabs: ${firstTabs.join(', ')}.`] });
    expect(tabsOf(book)).toEqual(['Sheet1']);
  });

  it('comes up after Set up of a new workbook, which tells no error of cells that are still worked out', async () => {
    const book = await openEmpty();
    await book.call('setUpWorkbook');
    expect(book.world.messages).toEqual([]);
    expect(book.world.dialogs.map(({ title }) => title)).toEqual(['Get started']);

    await book.edit('Balances!A2', '');
    await book.edit('Balances!R2', '');
    await book.call('setUpWorkbook');
    expect(book.world.messages.map(({ text }) => text)).toEqual(['Nothing was missing.']);
  });

  it('makes seven tabs with the firm as typed, ends on Clients, and goes again whole by one undo', async () => {
    const book = await openEmpty();
    const problems = await book.callFromDialog('startWorkbook', { ...firm, normalRate: 'abc' });
    expect(problems).toMatchObject({ problems: [{ field: 'normalRate' }] });
    expect(tabsOf(book)).toEqual(['Sheet1']);

    expect(await book.callFromDialog('startWorkbook', firm)).toEqual({ problems: [] });

    expect(tabsOf(book)).toEqual(['Sheet1', ...firstTabs]);
    expect(['Firm name', 'Normal rate', 'Currency', 'Tax (%)'].map(name => settingOf(book, name))).toEqual([
      'Harbor IT',
      120,
      'EUR',
      0.19,
    ]);
    const shown = book.engine.tabs().find(({ id }) => id === book.world.active.tab);
    expect(shown?.name).toBe('Clients');
    expect(book.menu[0]?.items?.[0]?.caption).toBe('Sell a block…');

    await book.call('undoLastDialog');
    expect(tabsOf(book)).toEqual(['Sheet1']);
    expect(await look(book)).toMatchObject({ stands: false, asks: false });
    await book.callFromDialog('startWorkbook', firm);
    expect(tabsOf(book)).toEqual(['Sheet1', ...firstTabs]);
  });

  it('takes back the columns that it added to tabs of one’s own, where nothing stands in them yet', async () => {
    const book = await openEmpty();
    const own = [
      ['Client', 'Town', 'Email'],
      ['Acme', 'Hull', 'pat@acme.example'],
    ];
    const tab = book.engine.insertTab('Clients');
    tab.write(
      { row: 1, column: 1, rows: 2, columns: 3 },
      own.map(row => row.map(value => ({ value }))),
    );
    await book.callFromDialog('startWorkbook', firm);
    const [headers = []] = book.print('Clients');
    expect(headers.slice(0, 3)).toEqual(own[0]);
    expect(headers).toContain('Overage');
    expect(rowsOf(book, 'Clients')).toMatchObject([{ Client: 'Acme', Active: true }]);
    const address = headers.indexOf('Address') + 1;
    await book.edit(`Clients!${columnLetters(address)}2`, 'Quay 1');

    await book.call('undoLastDialog');

    expect(tabsOf(book)).toEqual(['Sheet1', 'Clients']);
    expect(book.print('Clients')).toEqual([
      ['Client', 'Town', 'Email', 'Address'],
      ['Acme', 'Hull', 'pat@acme.example', 'Quay 1'],
    ]);
  });

  it('takes nothing back that somebody has typed since', async () => {
    const book = await openNewFirm();
    await addRow(book, 'Clients', { Client: 'Acme' });
    await book.call('undoLastDialog');
    expect(tabsOf(book)).toContain('Clients');
    expect(rowsOf(book, 'Clients')).toMatchObject([{ Client: 'Acme' }]);
  });

  it('ticks each step as it is done, in the sidebar or in the sheet, to the first mailed notice', async () => {
    const book = await openEmpty();
    const done = async () =>
      Object.entries((await look(book)).done).flatMap(([step, isDone]) => (isDone ? [step] : []));
    await book.callFromDialog('startWorkbook', { ...firm, officeEmail: '' });
    expect(await done()).toEqual([]);

    await book.callFromDialog('addFirstClient', { client: 'Acme', email: 'pat@acme.example' }, '1');
    const again = await book.callFromDialog('addFirstClient', { client: ' ACME', email: '' }, '2');
    expect(again).toMatchObject({ problems: [{ field: 'client' }] });
    expect(await done()).toEqual(['client']);
    await book.callFromDialog('writeSoldBlock', { ...typedSale, ...sale }, '3');
    await book.callFromDialog('logTime', { ...typedWork, date: '2026-11-23', sure: '17' }, '4');
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 3, State: 'low' });
    expect(await done()).toEqual(['client', 'block', 'hour']);

    await book.call('turnOnDailyNotices');
    expect(book.messages.at(-1)?.text).toContain(
      'No mail leaves before Office manager email stands in Settings.',
    );
    expect([book.triggers.length, await done()]).toEqual([0, ['client', 'block', 'hour']]);
    await book.callFromDialog('writeFirm', firm, '5');
    await book.call('turnOnDailyNotices');
    expect(await done()).toEqual(['firm', 'client', 'block', 'hour', 'notices']);

    await book.advanceTo('2026-11-23T10:00');
    expect(book.outbox.flatMap(({ to }) => to)).toContain('pat@acme.example');
  });

  it('a run without a firm and an office sends nothing, keeps what is due, and says why', async () => {
    const book = await openNewFirm();
    await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20' });
    await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Acme', Hours: '17' });

    await book.call('runDaily');

    expect(book.outbox).toEqual([]);
    const lacks = 'No mail leaves before Firm name and Office manager email stand in Settings.';
    expect(rowsOf(book, 'Notices')).toMatchObject([{ State: 'Queued', Error: `Waits: ${lacks}` }]);
    await book.callFromDialog('writeFirm', firm, '1');
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices')).toMatchObject([{ State: 'Sent', Error: '' }]);
  });
});
