import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';

const plan = (book: Workbook) => rowsOf(book, 'Care plan');
const things = (book: Workbook) => rowsOf(book, 'Small things');
const log = (book: Workbook) => rowsOf(book, 'Care log');

async function firmWithPlan(): Promise<Workbook> {
  const book = await openFirm({ now: '2026-11-23T07:00' });
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Care plan', { Client: 'Acme', Task: 'Backup restore test', 'Every (days)': '30' });
  return book;
}

/** As the engine sees a tick, without the edit of a person: from a phone, or by another script. */
async function tickElsewhere(book: Workbook, rows: readonly number[]): Promise<void> {
  const tab = book.engine.tabs().find(({ name }) => name === 'Care plan');
  for (const row of rows) tab?.write({ row, column: 8, rows: 1, columns: 1 }, [[{ value: true }]]);
  await book.engine.settle();
}

describe('Done in Care plan', () => {
  it('writes Last done and Next due, frees the box, and keeps the day in Care log', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!H2", 'TRUE');
    expect(plan(book)[0]).toMatchObject({ 'Last done': '2026-11-23', 'Next due': '2026-12-23', Done: false });
    expect(log(book)).toEqual([
      { Date: '2026-11-23', Client: 'Acme', Task: 'Backup restore test', Result: '', Who: '', Note: '' },
    ]);
    expect(things(book)).toEqual([]);
  });

  it('of a failed task writes one small thing of high priority, and no other while it is open', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!F2", 'Failed');
    await book.edit("'Care plan'!H2", 'TRUE');
    expect(things(book)).toEqual([
      {
        'Found on': '2026-11-23',
        Client: 'Acme',
        What: 'Failed: Backup restore test',
        Priority: 'high',
        State: 'open',
        'Fixed on': '',
        Note: '',
      },
    ]);
    await book.call('refresh');
    await book.edit("'Care plan'!J2", 'asked again');
    expect(things(book)).toHaveLength(1);
    await book.edit("'Small things'!E2", 'fixed');
    expect(things(book)[0]).toMatchObject({ 'Fixed on': '2026-11-23' });
    await book.call('refresh');
    expect(things(book)).toHaveLength(1);
    await book.edit("'Care plan'!H2", 'TRUE');
    expect(things(book).map(({ State }) => State)).toEqual(['fixed', 'open']);
  });

  it('takes a Failed that was chosen after the tick', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!H2", 'TRUE');
    await book.edit("'Care plan'!F2", 'Failed');
    await book.call('refresh');
    expect(log(book).map(({ Result }) => Result)).toEqual(['Failed']);
    expect(things(book)).toHaveLength(1);
  });

  it('a Failed that is chosen before the tick says nothing of the time before', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!F2", 'OK');
    await book.edit("'Care plan'!H2", 'TRUE');
    await book.advanceTo('2026-11-24T09:00');
    await book.edit("'Care plan'!F2", 'Failed');
    await book.call('refresh');
    expect([log(book).map(({ Result }) => Result), things(book)]).toEqual([['OK'], []]);
    await book.edit("'Care plan'!H2", 'TRUE');
    expect(log(book).map(each => `${each.Date} ${each.Result}`)).toEqual([
      '2026-11-23 OK',
      '2026-11-24 Failed',
    ]);
    expect(things(book)).toMatchObject([{ 'Found on': '2026-11-24' }]);
  });

  it('counts every tick of one day', async () => {
    const book = await firmWithPlan();
    for (let times = 0; times < 3; times++) await book.edit("'Care plan'!H2", 'TRUE');
    expect(log(book)).toHaveLength(3);
  });

  it('looks after ticks from a phone, several rows at once, in Refresh and in the hourly run', async () => {
    const book = await firmWithPlan();
    await addRow(book, 'Care plan', { Client: 'acme', Task: 'Updates', 'Every (days)': '7' });
    await addRow(book, 'Care plan', { Client: 'Acme', Task: 'Call' });
    await tickElsewhere(book, [2, 3]);
    await book.call('refresh');
    await tickElsewhere(book, [4]);
    await book.call('turnOnDailyNotices');
    await book.advanceTo('2026-11-23T09:00');
    expect(plan(book).map(each => [each['Last done'], each['Next due'], each.Done])).toEqual([
      ['2026-11-23', '2026-12-23', false],
      ['2026-11-23', '2026-11-30', false],
      ['2026-11-23', '', false],
    ]);
    expect(log(book).map(({ Task }) => Task)).toEqual(['Backup restore test', 'Updates', 'Call']);
  });

  it('fills in Next due from a day that was typed, moves one that is behind, and leaves a later one', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!D2", '2026-11-01');
    expect(plan(book)[0]).toMatchObject({ 'Next due': '2026-12-01' });
    await book.edit("'Care plan'!D2", '2026-11-11');
    expect(plan(book)[0]).toMatchObject({ 'Next due': '2026-12-11' });
    await book.edit("'Care plan'!E2", '2027-03-01');
    await book.call('refresh');
    expect(plan(book)[0]).toMatchObject({ 'Next due': '2027-03-01' });
  });

  it('never writes over a formula', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!D2", '2026-10-01');
    await book.edit("'Care plan'!E2", '=D2+10');
    await book.edit("'Care plan'!H2", 'TRUE');
    expect(plan(book)[0]).toMatchObject({ 'Last done': '2026-11-23', 'Next due': '2026-12-03' });
    const tab = book.engine.tabs().find(({ name }) => name === 'Care plan');
    expect(tab?.formulas({ row: 2, column: 5, rows: 1, columns: 1 })).toEqual([['=D2+10']]);
    await book.edit("'Care plan'!H2", '=TRUE');
    await book.call('refresh');
    await book.call('refresh');
    expect(log(book)).toHaveLength(1);
  });

  it('counts a task that stands in two rows twice', async () => {
    const book = await firmWithPlan();
    await addRow(book, 'Care plan', { Client: 'Acme', Task: 'Backup restore test' });
    await tickElsewhere(book, [2, 3]);
    await book.call('refresh');
    expect([log(book).length, plan(book).map(({ Done }) => Done)]).toEqual([2, [false, false]]);
  });

  it('puts back a tab or a column that somebody has deleted, so that nothing is lost', async () => {
    const book = await firmWithPlan();
    book.engine.deleteTab('Care log');
    await book.edit("'Small things'!G1", 'Remarks');
    await book.edit("'Care plan'!J2", 'tape torn');
    await book.edit("'Care plan'!F2", 'Failed');
    await tickElsewhere(book, [2]);
    await book.call('refresh');
    expect(log(book)).toMatchObject([{ Task: 'Backup restore test', Note: 'tape torn' }]);
    expect(things(book)).toMatchObject([{ What: 'Failed: Backup restore test', Note: 'tape torn' }]);
  });

  it('waits where the client is blank, and the check says so', async () => {
    const book = await firmWithPlan();
    await book.edit("'Care plan'!A2", '');
    await book.edit("'Care plan'!H2", 'TRUE');
    expect(plan(book)[0]).toMatchObject({ Done: true, 'Last done': '' });
    expect(log(book)).toEqual([]);
    await addRow(book, 'Small things', { Client: 'Nobody', What: 'Cable', Priority: 'urgent' });
    await book.edit('Clients!S2', 'often');
    const issues = (await book.callFromDialog('listIssues')) as {
      tab: string;
      row: number;
      message: string;
    }[];
    expect(issues.map(({ tab, row, message }) => `${tab} ${row}: ${message}`)).toEqual([
      'Clients 2: Check in every (days) "often" cannot be read. Type a whole number of days, such as 30.',
      'Care plan 2: Client is blank. Choose the client.',
      'Small things 2: Client "Nobody" is not in Clients. Add it there, or correct the name.',
      'Small things 2: Priority "urgent" cannot be read. Choose one of: high, normal, low.',
    ]);
    await book.edit("'Care plan'!A2", 'Acme');
    expect(log(book)).toHaveLength(1);
  });
});
