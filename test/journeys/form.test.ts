/** Technicians who type their work into a Google Form. */
import { expect, it } from 'vitest';
import type { Issue } from '../../src/ledger/model/issue';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';
import { setting } from './low-firm';

const responses = 'Form Responses 1';
const headers = ['Timestamp', 'Client', 'Hours', 'What was done', 'Who'];

async function firmWithForm(rows: readonly (readonly string[])[]): Promise<Workbook> {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme' });
  await addRow(book, 'Blocks', { Date: '2026-10-05', Client: 'Acme', Hours: '10' });
  await setting(book, 'Form responses tab', responses);
  book.engine.insertTab(responses);
  await book.edit(`'${responses}'!A1`, [headers]);
  for (const [at, row] of rows.entries()) await book.edit(`'${responses}'!A${at + 2}`, [[...row]]);
  return book;
}

const sent = [
  ['2026-11-20 10:00:00', 'Acme', '1.5', "'=SUM(1)", 'Kim'],
  ['2026-11-20 23:59:59', 'acme', '0:45', 'Called', 'Jo'],
  ['2026-11-21 08:00:00', 'Acme', 'much', 'Slipped', 'Jo'],
] as const;
const work = (book: Workbook) =>
  rowsOf(book, 'Time').map(({ Date: on, Client, Hours, Who, 'What was done': what }) => [
    on,
    Client,
    Hours,
    Who,
    what,
  ]);
const formIssues = async (book: Workbook) =>
  ((await book.callFromDialog('listIssues')) as Issue[]).filter(({ tab }) => tab === 'Settings');

it('each response becomes one row of Time, hourly and at Refresh, and its tab stays as it is', async () => {
  const book = await firmWithForm(sent);
  const before = book.print(responses);
  await book.call('runHourly');
  const rows = [
    ['2026-11-20', 'Acme', 1.5, 'Kim', '=SUM(1)'],
    ['2026-11-20', 'acme', 0.75, 'Jo', 'Called'],
  ];
  expect(work(book)).toEqual(rows);
  expect(rowsOf(book, 'Time').map(({ Source }) => String(Source).split(' ')[0])).toEqual(['Form', 'Form']);
  expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(7.75);
  await book.call('refresh');
  await book.edit(`'${responses}'!C4`, '2');
  await book.call('refresh');
  expect(work(book)).toEqual([...rows, ['2026-11-21', 'Acme', 2, 'Jo', 'Slipped']]);
  expect(book.print(responses)).toEqual(before.map((row, at) => (at === 3 ? row.with(2, 2) : row)));
});

it('tells of one that cannot be read or was edited, with its row, until it is mended', async () => {
  const book = await firmWithForm(sent);
  await book.call('runHourly');
  await book.edit(`'${responses}'!C3`, '3:00');
  expect(await formIssues(book)).toMatchObject([
    { message: expect.stringMatching(/row 3 of "Form Responses 1": It was changed after it became row 3/) },
    { message: expect.stringMatching(/row 4 of "Form Responses 1": Hours "much" cannot be read/) },
  ]);
  await book.edit(`'${responses}'!C4`, '1');
  await book.edit('Time!D3', '3:00');
  await book.call('runHourly');
  expect(await formIssues(book)).toEqual([]);
  expect(work(book)).toHaveLength(3);
});

it('names a tab that is not there, and reads none of ours', async () => {
  const book = await firmWithForm([]);
  for (const [name, row] of [
    ['Elsewhere', 0],
    ['Time', 0],
  ] as const) {
    await setting(book, 'Form responses tab', name);
    expect(await formIssues(book), `${row}`).toMatchObject([
      { message: expect.stringContaining(`"${name}": There is no such tab.`) },
    ]);
  }
});
