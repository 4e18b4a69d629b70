import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/ledger/reading/issue';
import type { Workbook } from '../../workbench/runtime';
import { closedFirm, toldBy } from './archived-firm';
import { addRow, rowsOf } from './firm';

const timeRows = (book: Workbook) => rowsOf(book, 'Time').map(({ Date: date, Client }) => [date, Client]);
const archiveRows = (book: Workbook) =>
  rowsOf(book, 'Time archive').map(({ Date: date, Client }) => [date, Client]);
const july = [
  ['2026-07-20', 'Acme'],
  ['2026-07-21', 'Bolt'],
];
const august = [
  ['2026-08-03', 'Acme'],
  ['2026-08-20', 'Bolt'],
];
const open = [
  ['2026-11-02', 'Acme'],
  ['2026-12-01', 'Cox'],
];

describe('archive closed months', () => {
  it('moves the entries of all months that ended long ago, and no figure changes', async () => {
    const book = await closedFirm();
    const before = await toldBy(book);
    const done = await book.call('archiveClosedMonths');
    expect(done).toBe(
      '4 entries of 2 closed months (Jul 2026 to Aug 2026) moved from Time to Time archive. No figure has changed.',
    );
    expect(timeRows(book)).toEqual(open);
    expect(archiveRows(book)).toEqual([...july, ...august]);
    expect(await toldBy(book)).toEqual(before);
    await book.call('refresh');
    expect(await toldBy(book)).toEqual(before);
  });
});
