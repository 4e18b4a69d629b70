import { describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../src/ledger/model/issue';
import type { Workbook } from '../../workbench/runtime';
import { addFormulas, august, booksOf, cellsOf, closedFirm, july, open, rowsIn } from './archived-firm';
import { addRow, openFirm, rowsOf } from './firm';

const engineTab = (book: Workbook, name: string) => {
  const tab = book.engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  return tab;
};
const issuesOf = async (book: Workbook, tab: string) =>
  ((await book.callFromDialog('listIssues')) as Issue[]).filter(issue => issue.tab === tab);

describe('archive closed months', () => {
  it('moves the entries of all months that ended long ago, and nothing else changes, on any date', async () => {
    const book = await closedFirm();
    await addFormulas(book);
    const [cells, books] = [cellsOf(book), await booksOf(book)];
    const blocks = book.print('Blocks');
    expect(await book.call('archiveClosedMonths')).toBe(
      '4 entries of 2 closed months (Jul 2026 to Aug 2026) moved from Time to Time archive. No figure has changed.',
    );
    expect(rowsIn(book, 'Time')).toEqual(open);
    expect(rowsIn(book, 'Time archive')).toEqual([...july, ...august]);
    expect(rowsOf(book, 'Time archive')[1]).toMatchObject({ Hours: 1, Charged: 1, 'What was done': '1-2' });
    await book.call('refresh');
    expect(cellsOf(book)).toEqual(cells);
    expect(await booksOf(book)).toEqual(books);
    expect(book.print('Blocks')).toEqual(blocks);
  });

  it('is not read for what is asked of today, but for what lies before its end', async () => {
    const book = await closedFirm();
    await book.call('archiveClosedMonths', '2026-08');
    await book.engine.settle();
    const reads = vi.spyOn(engineTab(book, 'Time archive'), 'values');
    const readsOf = async (work: () => Promise<unknown>) => {
      reads.mockClear();
      await work();
      return reads.mock.calls.length;
    };
    expect(
      await readsOf(() => addRow(book, 'Time', { Date: '2026-12-18', Client: 'Acme', Hours: '1' })),
    ).toBe(0);
    expect(await readsOf(() => book.formula('=BLOCKBALANCE("Acme"; Ledger)'))).toBe(0);
    expect(await readsOf(() => book.formula('=BLOCKBALANCE("Acme")'))).toBe(0);
    expect(await readsOf(() => book.call('runDaily'))).toBe(0);
    expect(await readsOf(() => book.formula('=BLOCKUSED("Acme"; "2026-09-01")'))).toBe(0);
    expect(await readsOf(() => book.formula('=BLOCKBALANCE("Acme"; "2026-08-15"; Ledger)'))).toBeGreaterThan(
      0,
    );
    expect(
      await readsOf(() => book.formula('=BLOCKUSED("Acme"; "2026-08-01"; "2026-12-01"; Ledger)')),
    ).toBeGreaterThan(0);
    expect(await readsOf(() => book.formula('=BLOCKEXPLAIN("Acme"; Ledger)'))).toBeGreaterThan(0);
    expect(book.print('Balances')[0]?.[0]).toMatch(/7 entries/);
  });

  it('counts an edit before its end at once, and is not read any more after the next refresh', async () => {
    const book = await closedFirm();
    await book.call('archiveClosedMonths', '2026-08');
    await addRow(book, 'Time', { Date: '2026-08-04', Client: 'Acme', Hours: '2' });
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(20 - 1.6667 - 2.5 - 3 - 2, 3);
    await book.edit('Blocks!D2', '30');
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(30 - 1.6667 - 2.5 - 3 - 2, 3);
    await book.call('refresh');
    const reads = vi.spyOn(engineTab(book, 'Time archive'), 'values');
    await addRow(book, 'Time', { Date: '2026-12-18', Client: 'Acme', Hours: '1' });
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(30 - 1.6667 - 2.5 - 3 - 2 - 1, 3);
    expect(reads).not.toHaveBeenCalled();
  });

  it('asks first, in plain words, and moves nothing without a yes', async () => {
    const book = await closedFirm();
    book.world.answers.push('CANCEL');
    await book.call('archiveClosedMonths');
    expect(rowsIn(book, 'Time')).toHaveLength(6);
  });

  it('leaves what came late, with all work of that client and day, and says so', async () => {
    const book = await closedFirm();
    await addRow(book, 'Time', { Date: '2026-08-03', Client: 'Acme', Hours: '1' });
    await book.call('archiveClosedMonths', '2026-08');
    expect(rowsIn(book, 'Time')).toEqual(['2026-08-03 Acme', ...open, '2026-08-03 Acme']);
    expect(rowsIn(book, 'Time archive')).toEqual([...july, '2026-08-20 Bolt']);
  });

  it('refuses a month that is not closed, and says what to do', async () => {
    const book = await closedFirm();
    expect(await book.call('archiveClosedMonths', '2026-11')).toBe(
      'Nov 2026 is not closed. Close it first with More > Books > Close month.',
    );
    const fresh = await openFirm();
    expect(await fresh.call('archiveClosedMonths')).toBe(
      'No month is closed yet. Close months first with More > Books > Close month.',
    );
  });

  it('takes along a user’s own columns, what their formulas show, and columns without a header', async () => {
    const book = await closedFirm();
    await book.edit('Time!M1', 'Travel');
    await book.edit('Time!M2', [['12.5'], ['3'], ['0:30']]);
    await book.edit('Time!N1', 'Twice');
    await book.edit('Time!N2', '=D3*2');
    await book.edit('Time!P3', 'a note beside the table');
    await book.edit('Time!Q1', 'Filled');
    await book.edit('Time!Q4', '=SEQUENCE(3)');
    await book.call('archiveClosedMonths', '2026-08');
    expect(rowsIn(book, 'Time')).toEqual(['2026-08-03 Acme', ...open]);
    const [first, second] = rowsOf(book, 'Time archive');
    expect(first).toMatchObject({ Travel: 12.5, Twice: 2 });
    expect(second).toMatchObject({ Travel: 3, 'Column P of Time': 'a note beside the table' });
    await book.call('reopenMonth', '2026-07', 'A slip');
    expect(rowsIn(book, 'Time')).toEqual(['2026-08-03 Acme', ...open, ...july]);
    expect(book.print('Time').at(-1)?.slice(12, 16)).toEqual([3, '', '', 'a note beside the table']);
  });
});

describe('reopening a month that was archived', () => {
  it('moves its entries back first, and no figure changes until somebody edits them', async () => {
    const book = await closedFirm();
    await addFormulas(book);
    const cells = cellsOf(book);
    await book.call('archiveClosedMonths', '2026-08');
    const state = book.print('Archive state')[1]?.[2];
    expect(await book.call('reopenMonth', '2026-08', 'A slip')).toBe(
      'Aug 2026: reopened. 2 entries were moved back from Time archive to the end of Time. What its entries were charged stays in Charged until you clear it.',
    );
    expect(rowsIn(book, 'Time')).toEqual([...open, ...august]);
    expect(rowsIn(book, 'Time archive')).toEqual(july);
    expect(book.print('Archive state')[1]?.[2]).not.toBe(state);
    expect(cellsOf(book)).toEqual(cells);
    await book.edit('Time!H5', '5');
    expect(await book.formula('=BLOCKBALANCE("Bolt"; "2026-08-25"; Ledger)')).toBe(0);
    await book.edit('Time!H4', '1');
    await book.call('closeMonth', '2026-08');
    await book.call('archiveClosedMonths', '2026-08');
    expect(rowsIn(book, 'Time archive')).toEqual([...july, ...august]);
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(20 - 1.6667 - 1 - 3, 3);
  });
});

describe('an archive that somebody has typed in', () => {
  it('counts as it stands, is told by Check workbook, and holds again once it is archived anew', async () => {
    const book = await closedFirm();
    await book.call('archiveClosedMonths', '2026-08');
    await book.edit("'Time archive'!H4", '3.5');
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(20 - 1.6667 - 3.5 - 3, 3);
    expect(await issuesOf(book, 'Time archive')).toEqual([
      {
        tab: 'Time archive',
        row: 1,
        message:
          'Somebody has typed here since it was archived; every figure counts what stands here now. If that was meant, run More > Books > Archive closed months; if not, bring it back with File > Version history.',
      },
    ]);
    expect(await book.call('archiveClosedMonths')).toBe('Time archive holds as it stands now.');
    expect(await issuesOf(book, 'Time archive')).toEqual([]);
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(20 - 1.6667 - 3.5 - 3, 3);
  });

  it('is seen by Refresh and by the hourly run where a row was deleted, of which no edit tells', async () => {
    for (const run of ['refresh', 'runHourly']) {
      const book = await closedFirm();
      await book.call('archiveClosedMonths', '2026-08');
      book.engine
        .tabs()
        .find(({ name }) => name === 'Time archive')
        ?.deleteRows(4, 1);
      await book.engine.settle();
      await book.call(run);
      expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBeCloseTo(20 - 1.6667 - 3, 3);
      expect(await issuesOf(book, 'Time archive')).toHaveLength(1);
    }
  });

  it('shows a bad row as an issue, and its client a message in place of a number', async () => {
    const book = await closedFirm();
    await book.call('archiveClosedMonths', '2026-08');
    await book.edit("'Time archive'!D4", 'two');
    expect(await issuesOf(book, 'Time archive')).toMatchObject([
      { row: 1 },
      { row: 4, message: 'Hours "two" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.' },
    ]);
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toMatchObject({
      error: expect.stringContaining('Time archive row 4: Hours "two"'),
    });
    expect(await book.formula('=BLOCKBALANCE("Bolt"; Ledger)')).toBe(0);
  });

  it('is read where what was kept beside it is gone, and mended by the next refresh', async () => {
    const book = await closedFirm();
    await book.call('archiveClosedMonths', '2026-08');
    const whole = await book.formula('=BLOCKBALANCE("Acme"; Ledger)');
    book.engine.deleteTab('Archive state');
    await book.engine.settle();
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(whole);
    await book.call('setUpWorkbook');
    await book.call('refresh');
    expect(await book.formula('=BLOCKBALANCE("Acme"; Ledger)')).toBe(whole);
    expect(book.print('Balances')[0]?.[0]).toMatch(/6 entries/);
  });
});
