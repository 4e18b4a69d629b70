/** Logs of trackers, brought in as the page and the command line do it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HourRow } from '../../src/ledger/importing/hour-row';
import { type ImportAnswers, importHours } from '../../workbench/local-import';
import type { Workbook } from '../../workbench/runtime';
import { sortTab } from '../../workbench/services/people';
import { addRow, openFirm, rowsOf } from './firm';
import { callsToStrike } from './strikes';

const folder = mkdtempSync(join(tmpdir(), 'hours-'));
const headers =
  'User,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags';
const log = [
  headers,
  'Kim,Acme,Web,,Mended,Yes,2026-11-02,09:00:00,2026-11-02,10:30:00,01:30:00,',
  'Kim,Acme,Web,,Mended,Yes,2026-11-02,09:00:00,2026-11-02,10:30:00,01:30:00,',
  'Kim,ACME Ltd.,Web,,=SUM(1),No,2026-11-03,23:30:00,2026-11-04,00:00:20,00:30:20,',
  'Jo,Zorro,,,Called,Yes,2026-11-04,9:00:00,2026-11-04,9:45:00,00:45:00,',
  'Jo,Zorro,,,Running,Yes,2026-11-05,9:00:00,,,,',
  'Jo,Zorro,,,Slip,maybe,2026-11-05,9:00:00,2026-11-05,9:45:00,00:45:00,',
].join('\n');
const answers: ImportAnswers = {
  description: 'what was done',
  clients: { 'ACME Ltd. / Web': 'Acme', '*': 'new' },
};
const file = (text: string, name = 'log.csv') => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const bring = (book: Workbook, text = log, said = answers) => importHours(book, file(text), said);

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-10-05', Client: 'Acme', Hours: '10' });
  return book;
}

const sheet = (book: Workbook) => ['Clients', 'Time', 'Import names', 'Blocks'].map(tab => book.print(tab));
const inTotal = ({ new: fresh, already, leftOut, unreadable }: Awaited<ReturnType<typeof bring>>) =>
  fresh + already + leftOut + unreadable;

describe('a log of hours', () => {
  it('is brought in once: every line is accounted for, and a second time nothing changes', async () => {
    const book = await firm();
    const first = await bring(book);
    expect(first).toMatchObject({
      lines: 6,
      new: 4,
      already: 0,
      leftOut: 1,
      unreadable: 1,
      seconds: 5400 * 2 + 1820 + 2700,
    });
    expect(first.problems).toEqual([
      { line: 7, message: '"maybe" is neither yes nor no. Correct the column Billable, or leave it out.' },
      { line: 6, message: 'It runs still: it has no end.' },
    ]);
    expect(rowsOf(book, 'Time')).toMatchObject([
      {
        Date: '2026-11-02',
        Client: 'Acme',
        Who: 'Kim',
        Hours: 1.5,
        'What was done': 'Mended',
        Start: 9,
        End: 10.5,
      },
      { Date: '2026-11-02', Client: 'Acme', Hours: 1.5 },
      {
        Date: '2026-11-03',
        Client: 'Acme',
        Hours: 1820 / 3600,
        'Work type': 'No charge',
        'What was done': '=SUM(1)',
      },
      { Date: '2026-11-04', Client: 'Zorro', Hours: 0.75, 'Work type': '' },
    ]);
    expect(rowsOf(book, 'Import names')).toMatchObject([
      { Tracker: 'Toggl', 'Client there': 'ACME Ltd.', 'Project there': 'Web', Client: 'Acme' },
      { 'Client there': 'Zorro', 'Project there': '', Client: 'Zorro' },
    ]);
    expect(rowsOf(book, 'Clients').map(({ Client }) => Client)).toEqual(['Acme', 'Zorro']);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(7);
    const before = sheet(book);
    const second = await bring(book, log, {});
    expect(second).toMatchObject({ lines: 6, new: 0, already: 4, questions: [] });
    expect([inTotal(first), inTotal(second)]).toEqual([6, 6]);
    expect(sheet(book)).toEqual(before);
  });

  it('writes nothing while a question is open, and names it', async () => {
    const book = await firm();
    const before = ['Clients', 'Time'].map(tab => book.print(tab));
    const text = 'Date,Customer,Hours,What was done,Invoiced\n05/06/2026,Acme,1,Mended,yes';
    const { questions, ...counts } = await bring(book, text, {});
    expect(questions).toEqual([{ name: 'dates', choices: ['dmy', 'mdy'] }]);
    const dated = await bring(book, text, { dates: 'mdy' });
    expect(dated.questions).toEqual([
      { name: 'invoiced', choices: ['leave out', 'no charge', 'draw'] },
      { name: 'description', choices: ['what was done', 'internal note'] },
    ]);
    expect([counts.new, dated.new, ['Clients', 'Time'].map(tab => book.print(tab))]).toEqual([0, 0, before]);
    expect(
      await bring(book, text, { dates: 'mdy', invoiced: 'no charge', description: 'internal note' }),
    ).toMatchObject({ new: 1 });
    expect(rowsOf(book, 'Time')).toMatchObject([
      { Date: '2026-05-06', 'Work type': 'No charge', 'Internal note': 'Mended', 'What was done': '' },
    ]);
  });

  it('that stopped at any call is completed by the same log, as in one go, also around columns of one’s own', async () => {
    const open = async () => {
      const book = await firm();
      book.engine
        .tabs()
        .find(({ name }) => name === 'Time')
        ?.insertColumns(4, 1);
      await book.edit('Time!D1', 'My own');
      return book;
    };
    const peace = await open();
    await bring(peace);
    const marks = rowsOf(peace, 'Time').map(({ Source: _, ...row }) => row);
    // The form, the preview, the names, then the rows.
    for (const call of callsToStrike(60)) {
      const book = await open();
      book.faults.killAt(call, { mode: 'FULL', kind: 'data' });
      await bring(book).catch(() => undefined);
      book.faults.disarm();
      await bring(book);
      expect([call, rowsOf(book, 'Time').map(({ Source: _, ...row }) => row)]).toEqual([call, marks]);
      expect([call, rowsOf(book, 'Clients').map(({ Client }) => Client)]).toEqual([call, ['Acme', 'Zorro']]);
    }
  });

  it('is taken back after renaming and sorting, but for rows that were changed', async () => {
    const book = await firm();
    await addRow(book, 'Time', { Date: '2026-11-01', Client: 'Acme', Hours: '1' });
    await bring(book);
    const names = { client: 'Acme', name: 'Acorn' };
    const { moved } = (await book.callFromDialog('previewRename', names)) as { moved: object };
    await book.callFromDialog('writeRename', names, JSON.stringify(moved), 'x');
    book.meanwhile.at(1, sortTab('Time', 3));
    await book.callFromDialog('listImports');
    await book.engine.settle();
    const row = rowsOf(book, 'Time').findIndex(({ Client }) => Client === 'Zorro') + 2;
    await book.edit(`Time!D${row}`, '2');
    const [{ of }] = (await book.callFromDialog('listImports')) as [{ of: string }];
    expect(of).toBe('23 Nov 2026 log.csv');
    expect(await book.callFromDialog('undoImport', of, '4 4')).toHaveProperty('left');
    expect(await book.callFromDialog('undoImport', of, '3 4')).toEqual({});
    expect(rowsOf(book, 'Time').map(({ Client, Hours }) => [Client, Hours])).toEqual([
      ['Zorro', 2],
      ['Acorn', 1],
    ]);
    expect(rowsOf(book, 'Import names')[0]).toMatchObject({ 'Client there': 'ACME Ltd.', Client: 'Acorn' });
  });

  it('is not taken back from a closed month', async () => {
    const book = await firm();
    await bring(book, `${headers}\nKim,Acme,,,Mended,Yes,2026-10-06,09:00:00,2026-10-06,10:30:00,01:30:00,`);
    await book.call('closeMonth', '2026-10');
    const [one] = (await book.callFromDialog('listImports')) as { of: string; held: string }[];
    expect(one).toMatchObject({ held: '2026-10' });
    expect(await book.callFromDialog('undoImport', one?.of, '1 1')).toHaveProperty('left');
    expect(rowsOf(book, 'Time')).toHaveLength(1);
  });

  it('leaves out what looks like a row that was typed, and says where that stands', async () => {
    const book = await firm();
    await addRow(book, 'Time', {
      Date: '2026-11-02',
      Client: 'Acme',
      Hours: '1:30',
      'What was done': 'mended',
    });
    await addRow(book, 'Time', {
      Date: '2026-11-04',
      Client: 'Zorro',
      Who: 'Jo',
      Hours: '1',
      Start: '9:01',
      End: '10:01',
    });
    const done = await bring(book);
    expect(done).toMatchObject({ new: 1, leftOut: 4 });
    expect(done.problems.map(({ message }) => message)).toContain(
      'It looks like row 3 of Time, so it is left out.',
    );
  });

  it('comes again where a row was emptied by hand, and that is said', async () => {
    const book = await firm();
    const row: HourRow = ['Toggl 0123456789abcdef', 46_339, 'Acme', 'Kim', 3600, -1, -1, '', 'Mended', ''];
    await book.callFromDialog('writeHours', [row], 'log.csv');
    for (const column of 'ABCDIL') await book.edit(`Time!${column}2`, '');
    expect(await book.callFromDialog('previewHours', [row], [])).toMatchObject({ already: [], again: [0] });
  });

  it('is shown with what it does before it does it', async () => {
    const book = await firm();
    const row: HourRow = [
      'Toggl 0123456789abcdef',
      46_339,
      'Acme',
      'Kim',
      9 * 3600,
      -1,
      -1,
      '',
      'Mended',
      '',
    ];
    expect(await book.callFromDialog('previewHours', [row], [])).toMatchObject({
      effects: [
        {
          client: 'Acme',
          figures: expect.arrayContaining([
            expect.objectContaining({ what: 'Hours left', before: 36_000, after: 3600 }),
          ]),
        },
      ],
      news: ['Acme: 1 h left of 10 h. Time to renew. Daily notices are off, so no mail leaves by itself.'],
      closed: [],
    });
    expect(rowsOf(book, 'Time')).toEqual([]);
  });

  it('of a thousand lines costs no more than 60 service calls', async () => {
    const book = await firm();
    const day = (at: number) =>
      `2026-${String(1 + (at % 10)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
    const lines = Array.from(
      { length: 1000 },
      (_, at) => `${day(at)},Acme,0:0${at % 9}:${10 + (at % 49)},Work ${at}`,
    );
    const before = book.executions.length;
    const done = await bring(book, `Date,Client,Duration,Description\n${lines.join('\n')}`);
    expect(done.new + done.leftOut).toBe(1000);
    const runs = book.executions.slice(before).filter(({ options }) => options.mode === 'FULL');
    const calls = runs.map(run => [run.options.name, run.count('data')] as const);
    expect(
      calls.reduce((sum, [, count]) => sum + count, 0),
      JSON.stringify(calls),
    ).toBeLessThanOrEqual(60);
  });
});
