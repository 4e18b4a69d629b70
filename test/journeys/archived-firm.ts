/** A firm with two closed months of work, and some that are open, for tests of the archive. */
import type { Issue } from '../../src/ledger/model/issue';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, type Place, rowsOf } from './firm';

const work = [
  ['2026-07-20', 'Acme', '1:40', 'Mail moved'],
  ['2026-07-21', 'Bolt', '1', '1-2'],
  ['2026-08-03', 'Acme', '2h 30m', 'Backup'],
  ['2026-08-20', 'Bolt', '4', 'Server'],
  ['2026-11-02', 'Acme', '3', 'Visit'],
  ['2026-12-01', 'Cox', '0.5', 'Call'],
] as const;

export async function closedFirm(place: Place = {}): Promise<Workbook> {
  const book = await openFirm({ now: '2026-12-20T09:00', ...place });
  await addRow(book, 'Clients', { Client: 'Acme' });
  await addRow(book, 'Clients', { Client: 'Bolt', Overage: 'invoice' });
  await addRow(book, 'Blocks', { Date: '2026-07-01', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Blocks', { Date: '2026-08-10', Client: 'Bolt', Hours: '3', Expires: '2026-08-31' });
  await book.edit(
    'Time!A2',
    work.map(([date, client, hours]) => [date, client, '', hours]),
  );
  await book.edit(
    'Time!I2',
    work.map(([, , , what]) => [what]),
  );
  await book.call('closeMonth', '2026-08');
  return book;
}

/** Date and client of each row, in the order of the rows. */
export const rowsIn = (book: Workbook, tab: string) =>
  rowsOf(book, tab).map(({ Date: date, Client }) => `${date} ${Client}`);

export const july = ['2026-07-20 Acme', '2026-07-21 Bolt'];
export const august = ['2026-08-03 Acme', '2026-08-20 Bolt'];
export const open = ['2026-11-02 Acme', '2026-12-01 Cox'];

const formulas = [
  ['=BLOCKSUMMARY(Ledger)'],
  ['=BLOCKBALANCE(Clients!A2:A3; Ledger)', '=BLOCKVALUE(Clients!A2:A3; "2026-08-15"; Ledger)'],
  ['=BLOCKOVERAGE(Clients!A2:A3; "2026-07-20"; Ledger)', '=BLOCKRUNOUT(Clients!A2:A3; Ledger)'],
  ['=BLOCKUSED(Clients!A2:A3; "2026-07-21"; "2026-08-20"; Ledger)'],
  ['=BLOCKEXPLAIN("Acme"; Ledger)'],
  ['=BLOCKEXPLAIN("Bolt"; "2026-08-25"; Ledger)'],
  ['=BLOCKSTATEMENT("Bolt"; "2026-08-01"; "2026-08-31"; Ledger)'],
];

/** Puts formulas into a tab of the user's own, where they follow every change. */
export async function addFormulas(book: Workbook): Promise<void> {
  const tab = book.engine.insertTab('Mine');
  for (const [index, row] of formulas.entries())
    for (const [column, formula] of row.entries())
      tab.write({ row: index * 20 + 1, column: column * 3 + 1, rows: 1, columns: 1 }, [[{ formula }]]);
  await book.engine.settle();
}

/** What cells show now. */
export const cellsOf = (book: Workbook) => ({
  mine: book.print('Mine'),
  balances: book.print('Balances').slice(1),
});

/** What the books say, and the notices that are due. */
export async function booksOf(book: Workbook): Promise<Record<string, unknown>> {
  await book.call('monthEnd', '2026-12');
  return {
    journal: book.print('Journal'),
    closed: book.print('Closed months'),
    reconciled: await book.callFromDialog('reconcileView'),
    due: await book.callFromDialog('listDueNotices'),
    issues: ((await book.callFromDialog('listIssues')) as Issue[]).map(({ message }) => message),
  };
}
