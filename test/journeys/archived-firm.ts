/** A firm with two closed months of work, and one that is open, for tests of the archive. */
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, type Place } from './firm';

export async function closedFirm(place: Place = {}): Promise<Workbook> {
  const book = await openFirm({ now: '2026-12-20T09:00', ...place });
  await addRow(book, 'Clients', { Client: 'Acme' });
  await addRow(book, 'Clients', { Client: 'Bolt', Overage: 'invoice' });
  await addRow(book, 'Blocks', { Date: '2026-07-01', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Blocks', { Date: '2026-08-10', Client: 'Bolt', Hours: '3', Expires: '2026-08-31' });
  const work = async (date: string, client: string, hours: string, what: string) =>
    addRow(book, 'Time', { Date: date, Client: client, Hours: hours, 'What was done': what });
  await work('2026-07-20', 'Acme', '1:40', 'Mail moved');
  await work('2026-07-21', 'Bolt', '1', '1-2');
  await work('2026-08-03', 'Acme', '2h 30m', 'Backup');
  await work('2026-08-20', 'Bolt', '4', 'Server');
  await work('2026-11-02', 'Acme', '3', 'Visit');
  await work('2026-12-01', 'Cox', '0.5', 'Call');
  await book.call('closeMonth', '2026-08');
  return book;
}

/** What the firm is told, in cells and in the books. */
export async function toldBy(book: Workbook): Promise<Record<string, unknown>> {
  const formulas = ['Acme', 'Bolt', 'Cox'].flatMap(client => [
    ...['', '; "2026-07-20"', '; "2026-08-20"', '; "2026-09-15"'].flatMap(asOf =>
      ['BALANCE', 'VALUE', 'OVERAGE', 'SAVED'].map(name => `=BLOCK${name}("${client}"${asOf}; Ledger)`),
    ),
    `=BLOCKUSED("${client}"; "2026-07-21"; "2026-08-20"; Ledger)`,
    `=BLOCKRUNOUT("${client}"; Ledger)`,
    `=BLOCKEXPLAIN("${client}"; Ledger)`,
    `=BLOCKSTATEMENT("${client}"; "2026-08-01"; "2026-08-31"; Ledger)`,
  ]);
  const told: Record<string, unknown> = {};
  for (const formula of [...formulas, '=BLOCKSUMMARY(Ledger)']) told[formula] = await book.formula(formula);
  await book.call('monthEnd', '2026-12');
  return {
    ...told,
    journal: book.print('Journal'),
    closed: book.print('Closed months'),
    reconciled: await book.callFromDialog('reconcileView'),
    due: await book.callFromDialog('listDueNotices'),
  };
}
