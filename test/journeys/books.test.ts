import { describe, expect, it } from 'vitest';
import type { MonthFiles, MonthView } from '../../src/ledger/books/month-sums';
import type { ReconciledMonth } from '../../src/ledger/books/reconcile';
import type { AccountsForm } from '../../src/ledger/books/test-journal';
import type { BooksOverview } from '../../src/workflows/books/books-overview';
import type { Workbook } from '../../workbench/runtime';
import { addRow, balanceRow, openFirm, type Place, rowsOf } from './firm';

async function firm(place: Place = {}) {
  const book = await openFirm(place);
  await addRow(book, 'Clients', { Client: 'Acme' });
  const block = { Client: 'Acme', Hours: '20', 'Discount / h': '10' };
  await addRow(book, 'Blocks', { Date: '2026-08-03', ...block, 'Paid on': '2026-09-10' });
  await addRow(book, 'Time', { Date: '2026-08-20', Client: 'Acme', Hours: '6:30' });
  await addRow(book, 'Time', { Date: '2026-09-15', Client: 'Acme', Hours: '2' });
  return book;
}

const journal = (book: Workbook, month: string) =>
  rowsOf(book, 'Journal')
    .filter(row => row.Month === month)
    .map(({ Code, Debit, Credit, Block }) => [Code, Debit, Credit, Block]);
const august = [
  ['1100', 1800, '', 'B-0001'],
  ['2400', '', 1800, 'B-0001'],
  ['2400', 585, '', 'B-0001'],
  ['4000', '', 585, 'B-0001'],
];
const september = [
  ['1000', 1800, '', 'B-0001'],
  ['1100', '', 1800, 'B-0001'],
  ['2400', 180, '', 'B-0001'],
  ['4000', '', 180, 'B-0001'],
];

describe('month end', () => {
  it('writes every open month up to the one that is asked for, and again in place of what it wrote', async () => {
    const book = await firm();
    expect(await book.call('monthEnd', '2026-09')).toBe('Sep 2026: 4 lines, $1,980.00 on each side.');
    expect(journal(book, '2026-08')).toEqual(august);
    expect(journal(book, '2026-09')).toEqual(september);
    expect(rowsOf(book, 'Journal')[0]).toEqual({
      Month: '2026-08',
      Date: '2026-08-31',
      Currency: 'USD',
      Account: 'Accounts receivable',
      Code: '1100',
      Debit: 1800,
      Credit: '',
      Client: 'Acme',
      Block: 'B-0001',
      Memo: 'Receivables',
    });
    await book.edit('Time!D3', '3');
    await book.call('monthEnd', '2026-09');
    expect(rowsOf(book, 'Journal')).toHaveLength(8);
    expect(journal(book, '2026-09').at(-1)).toEqual(['4000', '', 270, 'B-0001']);
  });

  it.each([
    { timeZone: 'America/Los_Angeles', now: '2026-11-23T23:59' },
    { timeZone: 'Pacific/Kiritimati', now: '2026-11-23T00:01' },
    { timeZone: 'Europe/Berlin', locale: 'de_DE' },
  ])('is the same everywhere: $timeZone', async place => {
    const book = await openFirm(place);
    await addRow(book, 'Clients', { Client: 'Acme' });
    await addRow(book, 'Blocks', { Date: '2026-08-31', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
    await book.call('monthEnd', '2026-08');
    expect(journal(book, '2026-08')).toEqual(august.slice(0, 2));
    expect(rowsOf(book, 'Journal')[0]).toMatchObject({ Month: '2026-08', Date: '2026-08-31' });
  });

  it('leaves a user’s own columns and rows alone, wherever the columns stand', async () => {
    const book = await firm();
    await book.call('monthEnd', '2026-09');
    const tab = book.engine.tabs().find(({ name }) => name === 'Journal');
    tab?.insertColumns(1, 1);
    await book.engine.settle();
    await book.edit('Journal!A1', 'Seen by');
    await book.edit('Journal!A2', 'Pat');
    await book.edit('Journal!K11', 'checked');
    await book.edit('Time!D3', '3');
    await book.call('monthEnd', '2026-09');
    expect(book.print('Journal')[1]?.slice(0, 2)).toEqual(['Pat', '2026-08']);
    expect(book.print('Journal')[10]?.at(-1)).toBe('checked');
    expect(journal(book, '2026-09').at(-1)).toEqual(['4000', '', 270, 'B-0001']);
  });

  it('never lets a client’s name become a formula', async () => {
    const book = await openFirm();
    await addRow(book, 'Clients', { Client: "'=1+1" });
    await addRow(book, 'Blocks', { Date: '2026-08-03', Client: "'=1+1", Hours: '1' });
    await book.call('monthEnd', '2026-08');
    expect(rowsOf(book, 'Journal').map(({ Client }) => Client)).toEqual(['=1+1', '=1+1']);
    await book.call('closeMonth', '2026-08');
    await book.call('monthEnd', '2026-09');
    expect(await book.callFromDialog('reconcileView')).toMatchObject({ differences: [] });
    const tab = book.engine.tabs().find(({ name }) => name === 'Journal');
    expect(tab?.formulas({ row: 2, column: 1, rows: 2, columns: 10 }).flat().join('')).toBe('');
  });

  it('refuses what is no month, in plain words', async () => {
    const book = await firm();
    await expect(book.call('monthEnd', 'August')).rejects.toThrow(
      '"August" is no month. Type it as 2026-01.',
    );
  });

  it('makes its tabs in a workbook of an earlier version', async () => {
    const book = await firm();
    for (const name of ['Journal', 'Closed months']) book.engine.deleteTab(name);
    await book.call('monthEnd', '2026-08');
    expect(journal(book, '2026-08')).toEqual(august);
  });
});

describe('a closed month', () => {
  it('stays as it was issued; what comes late is told and stands in the first open month', async () => {
    const book = await firm();
    expect(await book.call('closeMonth', '2026-08')).toBe('Aug 2026: closed.');
    expect(rowsOf(book, 'Closed months')).toMatchObject([
      { Month: '2026-08', 'Closed on': '2026-11-23', Entries: 1, 'Charged (h)': 6.5, Totals: '$2,385.00' },
    ]);
    expect(rowsOf(book, 'Time').map(({ Charged }) => Charged)).toEqual([6.5, '']);
    await addRow(book, 'Time', { Date: '2026-08-21', Client: 'Acme', Hours: '1' });
    await addRow(book, 'Time', { Date: '2026-08-22', Client: 'Acme', Hours: '0.5' });
    await book.call('monthEnd', '2026-09');
    expect(journal(book, '2026-08')).toEqual(august);
    expect(rowsOf(book, 'Closed months')).toMatchObject([{ 'Came late': '2 entries came late: −1.5 h' }]);
    const late = rowsOf(book, 'Journal').filter(({ Memo }) => Memo === 'Late or changed in a closed month');
    expect(late.map(({ Month, Code, Debit, Credit }) => [Month, Code, Debit, Credit])).toEqual([
      ['2026-09', '2400', 135, ''],
      ['2026-09', '4000', '', 135],
    ]);
    expect(await book.callFromDialog('reconcileView')).toMatchObject({
      month: '2026-09',
      totals: [{ byHours: 90_000, byJournals: 90_000 }],
      differences: [],
    });
  });

  it('does not move when the rules change', async () => {
    const book = await firm();
    await book.call('closeMonth', '2026-08');
    await addRow(book, 'Settings', {});
    const row = rowsOf(book, 'Settings').findIndex(({ Setting }) => Setting === 'Round up to (min)') + 2;
    await book.edit(`Settings!B${row}`, '60');
    await book.call('monthEnd', '2026-09');
    expect(journal(book, '2026-08')).toEqual(august);
    expect(journal(book, '2026-09')).toEqual(september);
  });

  it('notices that its lines were changed, and opens again with a reason that is kept', async () => {
    const book = await firm();
    await book.call('closeMonth', '2026-08');
    await book.edit('Journal!F2', '1900');
    await expect(book.call('monthEnd', '2026-09')).rejects.toThrow(
      'The lines of 2026-08 in Journal are not those that were closed.',
    );
    await expect(book.call('reopenMonth', '2026-08', ' ')).rejects.toThrow('Say why');
    await book.call('reopenMonth', '2026-08', 'A slip in the journal');
    await book.call('closeMonth', '2026-09');
    expect(journal(book, '2026-08')).toEqual(august);
    expect(rowsOf(book, 'Closed months')).toMatchObject([
      { Month: '2026-08', 'Reopened on': '2026-11-23', Reason: 'A slip in the journal' },
      { Month: '2026-08', 'Reopened on': '' },
      { Month: '2026-09', 'Reopened on': '' },
    ]);
  });

  it('closes more than 24 months at once only when told how many', async () => {
    const book = await openFirm();
    await addRow(book, 'Clients', { Client: 'Acme' });
    await addRow(book, 'Blocks', { Date: '2026-08-03', Client: 'Acme', Hours: '10' });
    await addRow(book, 'Time', { Date: '2016-08-10', Client: 'Acme', Hours: '1' });
    await expect(book.call('closeMonth', '2026-08')).rejects.toThrow(
      'This would freeze 121 months at once, from Aug 2016 to Aug 2026.',
    );
    expect(rowsOf(book, 'Closed months')).toEqual([]);
    await book.call('closeMonth', '2026-08', 121);
    expect(rowsOf(book, 'Closed months')).toHaveLength(121);
  });

  it('closes once, and never before it has ended', async () => {
    const book = await firm();
    await book.call('closeMonth', '2026-08');
    expect(await book.call('closeMonth', '2026-08')).toBe('Aug 2026 is closed already.');
    expect(rowsOf(book, 'Closed months')).toHaveLength(1);
    await expect(book.call('closeMonth', '2026-11')).rejects.toThrow('Nov 2026 has not ended yet');
  });
});

describe('the dialogs of the books', () => {
  it('stand in the menu', async () => {
    const book = await openFirm();
    const more = book.menu[0]?.items?.find(({ caption }) => caption === 'More');
    expect(more?.items?.map(({ caption }) => caption)).toContain('Books');
    for (const name of ['showMonthEnd', 'showCloseMonth', 'showReconcile', 'showSetUpAccounts'])
      await book.call(name);
    expect(book.dialogs.map(({ title }) => title)).toEqual([
      'Month end',
      'Close month',
      'Reconcile',
      'Set up accounts',
    ]);
  });

  it('show the month by account and what closing would freeze, and write nothing', async () => {
    const book = await firm();
    const view = (await book.callFromDialog('monthEndView', '2026-09')) as MonthView;
    expect(view).toMatchObject({
      title: 'Sep 2026',
      isClosed: false,
      canClose: true,
      lines: 4,
      freezes: ['Aug 2026', 'Sep 2026'],
      fills: 2,
    });
    expect(view.accounts.map(({ code, debit, credit }) => [code, debit, credit])).toEqual([
      ['1000', 180_000, 0],
      ['1100', 0, 180_000],
      ['2400', 18_000, 0],
      ['4000', 0, 18_000],
    ]);
    expect(rowsOf(book, 'Journal')).toEqual([]);
    expect(await book.callFromDialog('monthEndView', '')).toMatchObject({ month: '2026-10' });
  });

  it('give the journal as a file', async () => {
    const book = await firm();
    const { files } = (await book.callFromDialog('monthEndFiles', '2026-08', 'xero')) as MonthFiles;
    expect(files[0]?.text.split('\r\n').at(1)).toBe(
      '"Prepaid time USD, Aug 2026 (provisional)",31/08/2026,Acme: Receipts clearing,1090,Tax Exempt,1800.00,,,,',
    );
  });

  it('report in a tab that month end writes anew, and never over a tab of somebody else', async () => {
    const book = await firm();
    await book.call('monthEnd', '2026-08');
    expect(book.engine.tabs().map(({ name }) => name)).not.toContain('Books overview');
    const { html } = (await book.callFromDialog('booksReportsView', '2026-08')) as BooksOverview;
    expect(html).toContain('<svg');
    expect(html).toContain('agree to the cent');
    await book.callFromDialog('writeBooksOverview', '2026-08');
    const titleOf = () => book.print('Books overview')[0]?.[0];
    expect(titleOf()).toBe('Books overview, Aug 2026');
    expect(book.print('Books overview')[3]?.slice(0, 4)).toEqual(['Aug 2026', 'USD', 0, 1800]);
    await book.call('monthEnd', '2026-09');
    expect(titleOf()).toBe('Books overview, Sep 2026');
    await book.edit('Books overview!A1', 'My own');
    await book.call('monthEnd', '2026-09');
    expect(titleOf()).toBe('My own');
    expect(book.print('Books overview (2)')[0]?.[0]).toBe('Books overview, Sep 2026');
  });

  it('say of a second download what differs, and that an open month may still change', async () => {
    const book = await firm();
    const noteOf = async () =>
      ((await book.callFromDialog('monthEndFiles', '2026-09', 'quickbooks')) as MonthFiles).note;
    const open = 'Sep 2026 is not closed, so this may still change, and says provisional.';
    expect(await noteOf()).toBe(open);
    expect(await noteOf()).toBe(`It is the same as when it was downloaded on 23 Nov 2026. ${open}`);
    await addRow(book, 'Time', { Date: '2026-09-20', Client: 'Acme', Hours: '1' });
    expect(await noteOf()).toContain(
      'It differs from what was downloaded on 23 Nov 2026: 2400 Deferred revenue',
    );
    await book.call('closeMonth', '2026-09');
    const { files } = (await book.callFromDialog('monthEndFiles', '2026-09', 'quickbooks')) as MonthFiles;
    expect(files.map(({ name }) => name)).toEqual(['quickbooks-2026-09-USD.csv']);
  });

  it('set up accounts: read, check and write them', async () => {
    const book = await firm();
    const form = (await book.callFromDialog('accountsForm')) as AccountsForm;
    expect(form.typed).toMatchObject({ 'Cash side': 'bank and receivable', 'Tax (%)': '0 %' });
    const typed = { ...form.typed, 'Account: Deferred revenue': 'Prepaid', 'Tax (%)': '19' };
    expect(await book.callFromDialog('saveAccounts', typed)).toMatchObject({
      problems: [{ setting: 'Account: Deferred revenue' }],
    });
    const mended = { ...typed, 'Account: Deferred revenue': '2450 Prepaid time' };
    expect(await book.callFromDialog('saveAccounts', mended)).toEqual({ problems: [] });
    await book.call('monthEnd', '2026-08');
    expect(rowsOf(book, 'Journal')).toContainEqual(
      expect.objectContaining({ Code: '2450', Account: 'Prepaid time', Credit: 1800 }),
    );
    // What was sold before keeps its tax.
    expect(rowsOf(book, 'Journal').some(({ Code }) => Code === '2200')).toBe(false);
    await addRow(book, 'Blocks', { Date: '2026-08-05', Client: 'Acme', Hours: '10' });
    await book.call('monthEnd', '2026-08');
    expect(rowsOf(book, 'Journal')).toContainEqual(expect.objectContaining({ Code: '2200', Credit: 190 }));
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });

  it('reconcile names the block where Journal was changed', async () => {
    const book = await firm();
    await expect(book.callFromDialog('reconcileView')).rejects.toThrow('Journal is empty');
    await book.call('monthEnd', '2026-09');
    await book.edit('Journal!G3', '1700');
    const { differences } = (await book.callFromDialog('reconcileView')) as ReconciledMonth;
    expect(differences).toMatchObject([{ block: 'B-0001', row: 2, byHours: 103_500, byJournals: 93_500 }]);
  });
});

it('Balances tells what the books owe, what expired and what is to be invoiced', async () => {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme', Overage: 'invoice' });
  await addRow(book, 'Blocks', { Date: '2026-08-03', Client: 'Acme', Hours: '2', Expires: '2026-08-31' });
  await addRow(book, 'Time', { Date: '2026-08-20', Client: 'Acme', Hours: '1' });
  await addRow(book, 'Time', { Date: '2026-09-20', Client: 'Acme', Hours: '3' });
  expect(balanceRow(book, 'Acme')).toMatchObject({
    'Deferred revenue': 100,
    'Expired value': 100,
    'Overage to invoice (h)': 3,
  });
});

it('a month end makes few calls, however many lines it writes', async () => {
  const book = await firm();
  await book.call('monthEnd', '2026-09');
  const run = book.executions.filter(({ options }) => options.name === 'monthEnd').at(-1);
  const data = run?.calls.filter(({ kind }) => kind === 'data').length ?? 99;
  expect(data).toBeLessThanOrEqual(18);
});
