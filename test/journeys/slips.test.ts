/** Slips as an office manager makes them: told while typing, mended at a click in Check workbook, and never mailed. */

import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/ledger/model/issue';
import type { MendAnswer } from '../../src/workflows/set-up/mend-issue';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';
import { setting } from './low-firm';

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Oak Dental', Email: 'pat@oak.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Oak Dental', Hours: '20' });
  await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Oak Dental', Hours: '2' });
  return book;
}

const toasts = (book: Workbook) => book.messages.map(({ text }) => text);
const issuesOf = async (book: Workbook) => (await book.callFromDialog('listIssues')) as Issue[];
const mend = async (book: Workbook, issue: Issue | undefined, label: string) =>
  (await book.callFromDialog('mendIssue', { ...issue }, label, label)) as MendAnswer;

describe('150 for 1.50', () => {
  it('is told while typing, keeps the mail, is mended at a click, and taken back at another', async () => {
    const book = await firm();
    await setting(book, 'Firm name', 'Firm');
    await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Oak Dental', Hours: '150' });
    expect(toasts(book).at(-1)).toMatch(/^Row 3: 150 h in one row is more than a day has/);
    await book.call('runDaily');
    expect(book.outbox.filter(({ to }) => to.includes('pat@oak.example'))).toEqual([]);
    expect(rowsOf(book, 'Notices')).toMatchObject([
      { State: 'Review', Error: expect.stringContaining('150 h') },
    ]);
    expect(rowsOf(book, 'Balances', 1)[0]).toMatchObject({ State: 'check' });
    const [issue] = (await issuesOf(book)).filter(({ tab }) => tab === 'Time');
    expect(issue).toMatchObject({ row: 3, header: 'Hours' });
    await book.call('goToRow', 'Time', 3, 'Hours');
    expect(await mend(book, issue, 'Write 1.5')).toEqual({ done: 'Write 1.5: done in row 3 of Time.' });
    expect(rowsOf(book, 'Time')[1]).toMatchObject({ Hours: 1.5 });
    // Sent again it is told again; whoever looks at an old list writes nothing.
    expect(await mend(book, issue, 'Write 1.5')).toHaveProperty('done');
    expect(await mend(book, issue, 'Write 2.5')).toHaveProperty('refusal');
    expect(await book.callFromDialog('takeBackMend')).toEqual({ done: 'Taken back.' });
    expect(rowsOf(book, 'Time')[1]).toMatchObject({ Hours: 150 });
    expect(await book.callFromDialog('takeBackMend')).toHaveProperty('refusal');
  });
});

it('a name retyped in Clients is said at once, and put back at a click', async () => {
  const book = await firm();
  await book.edit('Clients!A2', 'Oakwood Family Dentists');
  expect(toasts(book).at(-1)).toMatch(/^Blocks and Time still say “Oak Dental”/);
  const [issue] = (await issuesOf(book)).filter(({ tab }) => tab === 'Blocks');
  expect(issue?.message).toContain('Was it renamed to Oakwood Family Dentists in row 2 of Clients?');
  expect(await mend(book, issue, 'Put Oak Dental back')).toHaveProperty('done');
  expect(rowsOf(book, 'Clients')[0]).toMatchObject({ Client: 'Oak Dental' });
  expect(await issuesOf(book)).toEqual([]);
});

it('a slip in a name is asked about, and mended wherever it stands', async () => {
  const book = await firm();
  await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Oak Dentel', Hours: '1' });
  expect(toasts(book).at(-1)).toMatch(/did you mean Oak Dental\?$/);
  await addRow(book, 'Time', { Date: '2026-11-22', Client: 'Oak Dentel', Hours: '1' });
  const issues = await issuesOf(book);
  const issue = issues.find(({ mends }) => mends);
  expect(await mend(book, issue, 'Write Oak Dental in 2 rows of Time')).toHaveProperty('done');
  expect(rowsOf(book, 'Time').map(({ Client }) => Client)).toEqual([
    'Oak Dental',
    'Oak Dental',
    'Oak Dental',
  ]);
  expect(await issuesOf(book)).toEqual([]);
});

it('what a formula fills is never overwritten', async () => {
  const book = await firm();
  await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Oak Dental', Hours: '=100+50' });
  const [issue] = (await issuesOf(book)).filter(({ tab }) => tab === 'Time');
  expect(await mend(book, issue, 'Write 1.5')).toHaveProperty('refusal', expect.stringContaining('formula'));
  expect(rowsOf(book, 'Time')[1]).toMatchObject({ Hours: 150 });
});

it('work for who has no block is told to the office first', async () => {
  const book = await firm();
  await addRow(book, 'Clients', { Client: 'Cox' });
  await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Cox', Hours: '3.5' });
  expect((await issuesOf(book)).map(({ message }) => message)).toEqual([
    'Hours to be paid: Cox has no block and 3.5 h of work ($350.00). Sell a block, or invoice them: Blocks > Settle hours beyond the blocks.',
  ]);
  const { clients } = (await book.callFromDialog('listWhoNeedsUs')) as {
    clients: { name: string; needs: { kind: string }[] }[];
  };
  expect(clients[0]).toMatchObject({ name: 'Cox', needs: [{ kind: 'to be paid' }] });
});

describe('tabs that only the add-on writes', () => {
  it('ask whoever types there, let people answer, and leave a protection of one’s own alone', async () => {
    const book = await openFirm();
    // What is kept of a firm has no protections.
    await book.call('setUpWorkbook');
    const limits = (name: string) => book.engine.tabs().find(each => each.name === name)?.limits.protections;
    expect(limits('Balances')).toMatchObject([{ isWarningOnly: true, unprotected: [] }]);
    expect(limits('Notices')?.[0]).toMatchObject({ isWarningOnly: true });
    expect(limits('Notices')?.[0]?.unprotected.length).toBeGreaterThan(1);
    expect(limits('Time')).toEqual([]);
    const [own] = limits('Notices') ?? [];
    Object.assign(own ?? {}, { description: 'mine', isWarningOnly: false });
    await book.call('setUpWorkbook');
    expect(limits('Notices')).toMatchObject([{ description: 'mine', isWarningOnly: false }]);
  });

  it('name what stands in the way of the overview, wherever it is said that all is well', async () => {
    const book = await firm();
    await book.edit('Balances!C3', 'my note');
    const way =
      'Balances!C3 holds something that is in the way of the table of Balances!A2. Move it to a tab of your own.';
    expect((await issuesOf(book)).map(({ message }) => message)).toContain(way);
    await book.call('refresh');
    await book.call('setUpWorkbook');
    const said = book.messages.filter(({ text }) => text.includes('is in the way of'));
    expect(said).toHaveLength(2);
  });
});
