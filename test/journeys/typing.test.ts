import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Execution } from '../../workbench/services/execution';
import { protect } from '../../workbench/services/scene';
import { technician } from '../../workbench/services/world';
import { addRow, balanceRow, openFirm } from './firm';
import { strikeEach } from './strikes';

async function firm() {
  const book = await openFirm();
  for (const Client of ['Acme', 'Beta', 'Gamma']) {
    await addRow(book, 'Clients', { Client });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client, Hours: '20' });
  }
  return book;
}

/** The toasts that an edit gives, and what its run cost. */
async function told(book: Book, work: () => Promise<unknown>) {
  const [messages, runs] = [book.messages.length, book.executions.length];
  await work();
  const edits = book.executions.slice(runs).filter(({ options }) => options.name === 'onEdit');
  return { toasts: book.messages.slice(messages).map(({ text }) => text), run: edits.at(-1) as Execution };
}
type Book = Workbook;

const work = (client: string, hours: string, date = '2026-11-23') => [date, client, '', hours];
const reads = (run: Execution) => run.calls.filter(({ method }) => method === 'getDataRange').length;
const data = (run: Execution) => run.calls.filter(({ kind }) => kind === 'data').map(({ method }) => method);

describe('a word while typing time', () => {
  it('says nothing while a client is far from its thresholds, and reads no tab', async () => {
    const book = await firm();
    await book.edit('Time!A2:A2', '2026-11-23');
    const { toasts, run } = await told(book, () => book.edit('Time!A2', [work('Acme', '2')]));
    expect(toasts).toEqual([]);
    expect(reads(run)).toBe(0);
    // As before the formulas of the edit and the day; then headers, the edited rows, and the kept figures.
    expect(data(run)).toEqual(['getFormulas', 'getAll', 'getValues', 'getValues', 'getAll']);
    const aside = await told(book, () => book.edit('Time!K2', 'Mended the printer'));
    expect([aside.toasts, data(aside.run)]).toEqual([[], ['getFormulas', 'getAll', 'getValues']]);
    // Words may make a row say the same as another: one look at the rows around it.
    const words = await told(book, () => book.edit('Time!I2', 'Mended the printer'));
    expect([words.toasts, data(words.run)]).toEqual([
      [],
      ['getFormulas', 'getAll', 'getValues', 'getValues', 'getAll'],
    ]);
    const elsewhere = await told(book, () => book.edit('Clients!Z2', 'x'));
    expect(elsewhere.run.calls.filter(({ method }) => method === 'toast')).toEqual([]);
  });

  it('tells whoever types another rule that it counts for the past, and where to see it first', async () => {
    const book = await firm();
    const rows = book.print('Settings');
    const cellOf = (name: string) => `Settings!B${rows.findIndex(([setting]) => setting === name) + 1}`;
    const { toasts } = await told(book, () => book.edit(cellOf('Round up to (min)'), '15'));
    expect(toasts).toEqual([expect.stringMatching(/^Round up to \(min\) counts for earlier work too/)]);
    expect((await told(book, () => book.edit(cellOf('Send hour'), '9'))).toasts).toEqual([]);
  });

  it('tells once that hours are low, and once that they are used up, with the edit that did it', async () => {
    const book = await firm();
    const rows: [string, string[]][] = [
      ['14', []],
      ['1.5', ['Acme: 4.5 h left of 20 h. Time to renew.']],
      ['1', []],
      ['4', ['Acme has used up its hours: −0.5 h.']],
      ['1.25', []],
    ];
    for (const [index, [hours, toasts]] of rows.entries()) {
      const edit = await told(book, () => book.edit(`Time!A${index + 2}`, [work('Acme', hours)]));
      expect([hours, edit.toasts]).toEqual([hours, toasts]);
    }
  });

  it('tells of the edit that completes the row, and of a changed cell only what the change did', async () => {
    const book = await firm();
    await book.edit('Time!A2', '2026-11-23');
    await book.edit('Time!B2', 'acme');
    expect((await told(book, () => book.edit('Time!D2', '16'))).toasts).toEqual([
      'Acme: 4 h left of 20 h. Time to renew.',
    ]);
    expect((await told(book, () => book.edit('Time!D2', '17'))).toasts).toEqual([]);
    expect((await told(book, () => book.edit('Time!G2', 'Remote'))).toasts).toEqual([]);
    expect((await told(book, () => book.edit('Time!D2', '20'))).toasts).toEqual([
      'Acme has used up its hours.',
    ]);
    expect((await told(book, () => book.edit('Time!D2', '2'))).toasts).toEqual([]);
    expect((await told(book, () => book.edit('Time!B2', ''))).toasts).toEqual([]);
  });

  it('knows multipliers, minimum and rounding before it calls a client far', async () => {
    const book = await firm();
    const row = [...work('Acme', '8'), '', '', 'Emergency'];
    expect((await told(book, () => book.edit('Time!A2', [row]))).toasts).toEqual([
      'Acme: 4 h left of 20 h. Time to renew.',
    ]);
    await book.edit('Clients!K3', '1200'); // a minimum of twenty hours
    const { toasts } = await told(book, () => book.edit('Time!A3', [work('Beta', '0.25')]));
    expect(toasts).toEqual(['Beta has used up its hours.']);
  });

  it('counts durations and clocks as they are', async () => {
    const book = await firm();
    await book.edit('Time!A2', [work('Acme', '15:30')]);
    expect((await told(book, () => book.edit('Time!D2', '15:45'))).toasts).toEqual([]);
    await book.edit('Time!A3', [['2026-11-23', 'Beta', '', '', '1:00']]);
    expect((await told(book, () => book.edit('Time!F3', '18:00'))).toasts).toEqual([
      'Beta: 3 h left of 20 h. Time to renew.',
    ]);
  });

  it('says when a name is not in Clients, though it stands in Blocks or Time', async () => {
    const book = await firm();
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Delta', Hours: '20' });
    const said = (name: string, ask: string) => [
      `“${name}” is not in Clients. The hours count all the same; ${ask}`,
    ];
    for (const [name, words] of [
      ['Acmee', said('Acmee', 'did you mean Acme?')],
      // A row says its word once.
      ['Acmee', []],
      ['Delta', said('Delta', 'check the spelling.')],
    ] as const) {
      const { toasts, run } = await told(book, () => book.edit('Time!A2', [work(name, '1')]));
      expect(toasts).toEqual(words);
      expect(reads(run)).toBe(1);
    }
    await addRow(book, 'Clients', { Client: 'Delta' });
    expect((await told(book, () => book.edit('Time!A3', [work('delta', '2')]))).toasts).toEqual([]);
    expect((await told(book, () => book.edit('Time!A4', [['2026-11-23', 'Zeta']]))).toasts).toEqual([]);
  });

  it('tells the gravest of many pasted rows, and how many more there are', async () => {
    const book = await firm();
    const { toasts } = await told(book, () =>
      book.edit('Time!A2', [
        work('Acme', '8'),
        work('Acmee', '1'),
        work('Beta', '16'),
        work('Gamma', '20'),
        work('Acme', '1'),
      ]),
    );
    expect(toasts).toEqual(['Gamma has used up its hours. (and 2 more)']);
  });

  it('asks the tabs where nothing is kept, and says nothing of figures that may be wrong', async () => {
    const book = await firm();
    book.world.caches.clear();
    expect((await told(book, () => book.edit('Time!A2', [work('Acme', '16')]))).toasts).toEqual([
      'Acme: 4 h left of 20 h. Time to renew.',
    ]);
    await book.edit('Time!A3', [work('Beta', 'abc')]);
    expect((await told(book, () => book.edit('Time!A4', [work('Beta', '19')]))).toasts).toEqual([]);
    await book.edit('Clients!B4', 'FALSE');
    expect((await told(book, () => book.edit('Time!A5', [work('Gamma', '19')]))).toasts).toEqual([]);
  });

  it('finds its columns by their headers', async () => {
    const book = await firm();
    const time = book.engine.tabs().find(({ name }) => name === 'Time');
    time?.insertColumns(1, 1);
    await book.engine.settle();
    await book.edit('Time!A1', 'Mine');
    expect((await told(book, () => book.edit('Time!B2', [work('Acme', '16')]))).toasts).toEqual([
      'Acme: 4 h left of 20 h. Time to renew.',
    ]);
  });

  it('never makes an edit fail', async () => {
    const book = await firm();
    const errors = () => book.log.filter(({ level }) => level === 'error');
    await strikeEach(1, async call => {
      book.faults.throwAt(call, { method: 'getValues' });
      await book.edit('Time!A2', [work('Acme', '16')]);
      return book.faults.struck;
    });
    book.faults.throwAt(1, { method: 'toast' });
    await book.edit('Time!A3', [work('Acme', '4')]);
    expect(book.faults.struck).toBe(true);
    book.faults.clear();
    expect(errors()).toEqual([]);
  });
});

describe('a technician without rights on Settings', () => {
  it('opens the workbook and types an hour the next morning: nothing fails, and the hour counts', async () => {
    const book = await firm();
    protect(book.world, 'Settings');
    await book.advanceTo('2026-11-24T09:00');
    book.world.user = technician;
    const [messages, runs] = [book.messages.length, book.executions.length];
    await book.open();
    await book.edit('Time!A2', [work('Acme', '2', '2026-11-24')]);
    await book.edit('Time!A3', [work('Beta', '3', '2026-11-24')]);
    const mine = book.executions.slice(runs).filter(({ options }) => /^on(Open|Edit)$/.test(options.name));
    expect(mine.map(({ error }) => error ?? '')).toEqual(['', '', '']);
    expect(book.messages.slice(messages)).toEqual([]);
    expect([balanceRow(book, 'Acme')?.['Hours left'], balanceRow(book, 'Beta')?.['Hours left']]).toEqual([
      18, 17,
    ]);
  });

  it('gets the number of a new block, where another edit of the same run is not theirs', async () => {
    const book = await firm();
    protect(book.world, 'Clients!B2:B9');
    book.world.user = technician;
    await addRow(book, 'Clients', { Client: 'Delta' });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Delta', Hours: '20' });
    expect(book.print('Blocks').at(-1)?.[0]).toBe('B-0004');
  });
});
