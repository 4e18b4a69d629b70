import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';

const plan = (book: Workbook) => rowsOf(book, 'Care plan');
const log = (book: Workbook) => rowsOf(book, 'Care log');
const work = (book: Workbook) => rowsOf(book, 'Time');
const things = (book: Workbook) => rowsOf(book, 'Small things');

async function firm(): Promise<Workbook> {
  const book = await openFirm({ now: '2026-11-23T07:00' });
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  return book;
}

async function firmWithPlan(): Promise<Workbook> {
  const book = await firm();
  await addRow(book, 'Care plan', {
    Client: 'Acme',
    Task: 'Backup restore test',
    'Every (days)': '30',
    'Next due': '2026-11-10',
    Note: 'to the second server',
  });
  return book;
}

const start = (
  book: Workbook,
  tasks: readonly (readonly [string, string])[],
  attempt = '',
  client = 'acme',
) =>
  book.callFromDialog(
    'addCareTasks',
    { client, firstDue: '2026-12-01', tasks: tasks.map(([task, every]) => ({ task, every })) },
    attempt,
  );

describe('Start a care plan', () => {
  it('offers the tasks that most firms look after, and shows what a client has', async () => {
    const book = await firmWithPlan();
    const form = (await book.callFromDialog('carePlanForm')) as {
      clients: { name: string; tasks: string[] }[];
      starters: { task: string; every: number }[];
    };
    expect(form.clients).toEqual([{ name: 'Acme', tasks: ['Backup restore test'] }]);
    expect(form.starters).toHaveLength(10);
  });

  it('adds what was ticked, and a task that is there already not again', async () => {
    const book = await firmWithPlan();
    const tasks = [
      ['backup  RESTORE test', '90'],
      ['Updates', '14'],
      ['Call to ask how things are', '60'],
    ] as const;
    expect(await start(book, tasks, 'one')).toEqual({ added: { client: 'Acme', tasks: 2 } });
    expect(await start(book, tasks, 'one')).toEqual({ added: { client: 'Acme', tasks: 2 } });
    expect(
      plan(book).map(each => [each.Task, each['Every (days)'], each['Next due'], each.Contact === true]),
    ).toEqual([
      ['Backup restore test', 30, '2026-11-10', false],
      ['Updates', 14, '2026-12-01', false],
      ['Call to ask how things are', 60, '2026-12-01', true],
    ]);
    expect(await start(book, tasks, 'two')).toMatchObject({ problems: [{ field: 'tasks' }] });
  });

  it('says what to mend, beside its field, and adds nothing', async () => {
    const book = await firm();
    expect(await start(book, [['Updates', 'often']], '', 'Nobody')).toEqual({
      problems: [
        { field: 'client', message: 'This client is not in Clients.' },
        {
          field: 'Updates',
          message: 'Every (days) "often" cannot be read. Type a whole number of days, such as 30.',
        },
      ],
    });
    expect(plan(book)).toEqual([]);
  });

  it('is taken back by Undo the last dialog, beside other rows of the same client', async () => {
    const book = await firmWithPlan();
    await start(book, [
      ['Updates', '14'],
      ['Antivirus', '30'],
    ]);
    await book.call('undoLastDialog');
    expect(plan(book).map(({ Task }) => Task)).toEqual(['Backup restore test']);
  });

  it('makes the tabs in a workbook of an earlier version', async () => {
    const book = await firm();
    for (const name of ['Care plan', 'Small things', 'Care log']) book.engine.deleteTab(name);
    await start(book, [['Updates', '14']]);
    expect(plan(book)).toHaveLength(1);
    expect(log(book)).toEqual([]);
  });
});

const done = {
  client: 'Acme',
  task: 'Backup restore test',
  result: 'OK',
  who: '',
  note: '',
  hours: '',
  what: '',
};
const record = (book: Workbook, typed: object, attempt = 'a') =>
  book.callFromDialog('writeCareDone', { ...done, ...typed }, attempt);

describe('Care', () => {
  it('opens with the client of the selected row, its tasks and its small things', async () => {
    const book = await firmWithPlan();
    await addRow(book, 'Small things', { Client: 'Acme', What: 'Loose cable', Priority: 'low' });
    await addRow(book, 'Small things', { Client: 'Acme', What: 'UPS beeps', Priority: 'high' });
    const form = await book.callFromDialog('careForm', 'acme');
    expect(form).toMatchObject({
      selected: 'Acme',
      tasks: [{ task: 'Backup restore test', due: 'due since 10 Nov 2026', isLate: true, lastDone: '' }],
      things: [{ what: 'UPS beeps' }, { what: 'Loose cable' }],
    });
  });

  it('writes the task, the log, a small thing and the work in one step, once an attempt', async () => {
    const book = await firmWithPlan();
    const typed = { result: 'Failed', who: '1-2', note: 'tape torn', hours: '1:30' };
    const said =
      'Backup restore test for Acme is written down. It is due again on 23 Dec 2026. It stands among the small things, with high priority. 1.5 h stand in Time.';
    expect(await record(book, typed)).toEqual({ done: said });
    expect(await record(book, typed)).toEqual({ done: said });
    expect(plan(book)).toMatchObject([
      {
        'Last done': '2026-11-23',
        'Next due': '2026-12-23',
        Result: 'Failed',
        Who: '1-2',
        Note: 'tape torn',
      },
    ]);
    expect(log(book)).toMatchObject([{ Result: 'Failed', Who: '1-2', Note: 'tape torn' }]);
    expect(things(book)).toMatchObject([{ What: 'Failed: Backup restore test', Priority: 'high' }]);
    expect(work(book)).toMatchObject([
      {
        Date: '2026-11-23',
        Client: 'Acme',
        Who: '1-2',
        Hours: 1.5,
        'What was done': 'Backup restore test',
        Source: 'Care plan',
      },
    ]);
    await record(book, typed, 'b');
    expect([log(book).length, work(book).length]).toEqual([2, 2]);
  });

  it.each([
    [{ task: 'Nothing' }, 'task', 'Choose the task that was done.'],
    [{ client: '' }, 'client', 'Choose the client.'],
    [{ hours: 'long' }, 'hours', 'Hours "long" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.'],
    [{ hours: '-1' }, 'hours', 'Type hours above zero, or leave it blank.'],
    [{ what: 'Tried it' }, 'hours', 'Type the hours, or clear what was done.'],
    [{ result: 'Meh' }, 'result', 'Result "Meh" cannot be read. Choose one of: OK, Failed.'],
  ])('says what to mend: %j', async (typed, field, message) => {
    const book = await firmWithPlan();
    expect(await record(book, typed)).toEqual({ problems: [{ field, message }] });
    expect([log(book), work(book)]).toEqual([[], []]);
  });

  it('is taken back whole: the row gets back what it said, and what was added goes', async () => {
    const book = await firmWithPlan();
    await record(book, { result: 'Failed', note: 'tape torn', hours: '1' });
    await book.call('undoLastDialog');
    expect(plan(book)).toMatchObject([
      { 'Last done': '', 'Next due': '2026-11-10', Result: '', Note: 'to the second server' },
    ]);
    expect([log(book), things(book), work(book)]).toEqual([[], [], []]);
  });

  it('marks a small thing as fixed, and not one that has moved', async () => {
    const book = await firm();
    const row = await addRow(book, 'Small things', { Client: 'Acme', What: 'UPS beeps' });
    await expect(book.callFromDialog('fixSmallThing', row, 'Loose cable')).rejects.toThrow('Look again.');
    expect(await book.callFromDialog('fixSmallThing', row, 'UPS beeps')).toBe('Fixed: UPS beeps');
    expect(things(book)).toMatchObject([{ State: 'fixed', 'Fixed on': '2026-11-23' }]);
  });
});
