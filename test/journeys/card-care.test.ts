/** What the client card tells of care and agreements, and how soon it follows them. */
import { describe, expect, it } from 'vitest';
import type { CardAnswer, CardNews } from '../../src/ledger/card/card-answer';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';

const ask = async (book: Workbook, seen: object) =>
  (await book.callFromDialog('lookAtClient', seen)) as CardAnswer;
const look = async (book: Workbook, seen: object = {}) => {
  const answer = await ask(book, { ...seen, chosen: 'Acme' });
  if (answer.same) throw new Error('Nothing has changed');
  return answer;
};
/** As the page asks every other time while the cursor stands. */
const asksCare = (answer: CardNews) => ({ ...answer, chosen: 'Acme', asks: 'care' });
const linesOf = ({ card }: CardNews, title: string) =>
  card?.sections
    .find(section => section.title === title)
    ?.lines.map(({ text, aside = '', state = '', go }) =>
      [text, aside, state, go ? `${go.tab} ${go.row}` : ''].join(' | '),
    );
const dataCalls = (book: Workbook) =>
  book.executions
    .at(-1)
    ?.calls.filter(({ kind }) => kind === 'data')
    .map(({ method }) => method);

async function firm(): Promise<Workbook> {
  const book = await openFirm({ now: '2026-11-23T07:00' });
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20' });
  return book;
}
const addTask = (book: Workbook, task: string, more: Record<string, string> = {}) =>
  addRow(book, 'Care plan', { Client: 'Acme', Task: task, 'Every (days)': '30', ...more });

/** As the engine sees cells that are written where nothing of the add-on runs: on a phone, or by another script. */
async function writeElsewhere(book: Workbook, name: string, row: number, cells: readonly string[]) {
  const tab = book.engine.tabs().find(each => each.name === name);
  const area = { row, column: 1, rows: 1, columns: cells.length };
  tab?.write(area, [cells.map(value => ({ value }))]);
  await book.engine.settle();
}

describe('care on the client card', () => {
  it('asks for a plan where there is none, and shows a task as soon as it stands in the plan', async () => {
    const book = await firm();
    const none = await look(book);
    expect(linesOf(none, 'Care')).toEqual(['No care plan yet. |  |  | ']);
    await addTask(book, 'Backup restore test', { 'Next due': '2026-11-20' });
    const due = await look(book, none);
    expect(linesOf(due, 'Care')).toEqual([
      'Backup restore test | due since 20 Nov 2026 | overdue | Care plan 2',
    ]);
    expect(due.stamp).toBe(none.stamp);
  });

  it('lets a task go at the next look after its tick, wherever the cursor stands', async () => {
    const book = await firm();
    await addTask(book, 'Backup restore test', { 'Next due': '2026-11-20' });
    await addTask(book, 'Licences', { 'Next due': '2026-11-25' });
    const before = await look(book);
    expect(await ask(book, asksCare(before))).toMatchObject({ same: true });
    expect(dataCalls(book)).toEqual(['getAll']);
    await book.edit("'Care plan'!H2", 'TRUE');
    const moved = { ...before, tab: 'Clients' };
    expect(linesOf(await look(book, moved), 'Care')).toEqual(['Licences | due 25 Nov 2026 |  | Care plan 3']);
    const stood = await ask(book, asksCare(before));
    expect(stood.same ? [] : linesOf(stood, 'Care')).toEqual(['Licences | due 25 Nov 2026 |  | Care plan 3']);
  });

  it('follows Care, Undo the last dialog and Start a care plan', async () => {
    const book = await firm();
    await addTask(book, 'Backup restore test', { 'Next due': '2026-11-20' });
    const typed = { client: 'Acme', task: 'Backup restore test', result: 'Failed' };
    let seen = await look(book);
    expect(await book.callFromDialog('writeCareDone', typed, 'one')).toHaveProperty('done');
    const next = async () => {
      const answer = await ask(book, asksCare(seen));
      if (answer.same) throw new Error('Nothing has changed');
      seen = answer;
      return [linesOf(answer, 'Care'), linesOf(answer, 'Small things')];
    };
    const thing = 'Failed: Backup restore test | found on 23 Nov 2026 | high | Small things 2';
    expect(await next()).toEqual([['Nothing is due in the next 14 days. |  |  | '], [thing]]);
    await book.callFromDialog('fixSmallThing', 2, 'Failed: Backup restore test');
    expect((await next())[1]).toBeUndefined();
    const tasks = [{ task: 'Updates', every: '30' }];
    await book.callFromDialog('addCareTasks', { client: 'Acme', firstDue: '2026-12-01', tasks }, 'two');
    expect((await next())[0]).toEqual(['Updates | due 1 Dec 2026 |  | Care plan 3']);
    await book.call('undoLastDialog');
    expect((await next())[0]).toEqual(['Nothing is due in the next 14 days. |  |  | ']);
    await book.callFromDialog('carePlanForm');
    await book.callFromDialog('careForm', 'Acme');
    expect(await ask(book, asksCare(seen))).toMatchObject({ same: true });
  });

  it('shows small things, the pressing ones first, and none that is fixed', async () => {
    const book = await firm();
    const first = await look(book);
    const add = (what: string, more: object = {}) =>
      addRow(book, 'Small things', { Client: 'Acme', What: what, 'Found on': '2026-11-20', ...more });
    await add('Label the cables', { Priority: 'low' });
    await add('UPS beeps', { Priority: 'high' });
    await add('Done long ago', { State: 'fixed' });
    const second = await look(book, first);
    expect(linesOf(second, 'Small things')).toEqual([
      'UPS beeps | found on 20 Nov 2026 | high | Small things 3',
      'Label the cables | found on 20 Nov 2026 |  | Small things 2',
    ]);
    await book.edit("'Small things'!E3", 'fixed');
    expect(linesOf(await look(book, second), 'Small things')).toHaveLength(1);
  });

  it('sees what was typed on a phone at the hourly run at the latest', async () => {
    const book = await firm();
    await book.call('turnOnDailyNotices');
    const before = await look(book);
    await writeElsewhere(book, 'Care plan', 2, ['Acme', 'Licences']);
    expect(await ask(book, asksCare(before))).toMatchObject({ same: true });
    await book.call('runHourly');
    expect(linesOf(await look(book, asksCare(before)), 'Care')).toEqual([
      'Licences | due today |  | Care plan 2',
    ]);
  });

  it('follows an outcome that somebody types into Notices', async () => {
    const book = await firm();
    await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Acme', Hours: '18' });
    await book.call('runDaily');
    const before = await look(book);
    expect(linesOf(before, 'Last notice')?.[0]).toContain('no answer yet');
    await book.edit(`Notices!${outcomeColumn(book)}2`, 'Will call');
    const after = await ask(book, asksCare(before));
    expect(after.same ? [] : linesOf(after, 'Last notice')?.[0]).toContain('Will call');
  });

  it('never takes lines of before for those of now where the cache has lost the mark', async () => {
    const book = await firm();
    const before = await look(book);
    book.world.caches.delete('care');
    await writeElsewhere(book, 'Care plan', 2, ['Acme', 'Licences']);
    const after = await ask(book, asksCare(before));
    expect(after.same ? [] : linesOf(after, 'Care')).toEqual(['Licences | due today |  | Care plan 2']);
  });

  it('follows Rename client', async () => {
    const book = await firm();
    await addTask(book, 'Licences', { Client: 'Old name' });
    const before = await look(book);
    expect(linesOf(before, 'Care')).toEqual(['No care plan yet. |  |  | ']);
    await addRow(book, 'Clients', { Client: 'Old name' });
    const seen = await look(book, before);
    const names = { client: 'Old name', name: 'New name' };
    const plan = (await book.callFromDialog('previewRename', names)) as { moved: unknown };
    await book.callFromDialog('writeRename', names, JSON.stringify(plan.moved), 'one');
    expect(rowsOf(book, 'Care plan')[0]).toMatchObject({ Client: 'New name' });
    const after = await ask(book, { ...seen, chosen: 'New name', client: 'New name', asks: 'care' });
    expect(after.same ? [] : linesOf(after, 'Care')).toEqual(['Licences | due today |  | Care plan 2']);
  });
});

const outcomeColumn = (book: Workbook) =>
  String.fromCharCode(65 + (book.print('Notices')[0] ?? []).indexOf('Outcome'));

describe('agreements on the client card', () => {
  it('say whether the block is signed, and whether its terms have changed since', async () => {
    const book = await firm();
    const none = await look(book);
    expect(linesOf(none, 'Agreement')).toBeUndefined();
    const asked = { block: 'B-0001', language: '', version: '' };
    const give = async (how: string, more: object = {}) => {
      const { seen } = (await book.callFromDialog('previewAgreement', asked)) as { seen: string };
      await book.callFromDialog(how, { ...asked, seen, ...more });
    };
    await give('saveAgreement');
    const made = await look(book, none);
    expect(linesOf(made, 'Agreement')).toEqual(['B-0001 |  | not signed | Blocks 2']);
    await give('signAgreement', { signed: '2026-11-23' });
    const signed = await look(book, made);
    expect(linesOf(signed, 'Agreement')).toEqual(['B-0001 |  | signed | Blocks 2']);
    await book.edit('Blocks!D2', '25');
    expect(linesOf(await look(book, signed), 'Agreement')).toEqual(['B-0001 |  | terms changed | Blocks 2']);
    expect(rowsOf(book, 'Agreements')).toHaveLength(1);
  });
});
