/** A firm with clients that are low on hours, written at once. */
import type { Workbook } from '../../workbench/runtime';
import { openFirm, rowsOf } from './firm';

/** Clients that are all low on hours, written at once; `quiet` ones have plenty. */
export async function lowClients(count: number, quiet = 0, mailQuota = 100): Promise<Workbook> {
  const book = await openFirm({ mailQuota });
  const names = Array.from(
    { length: count + quiet },
    (_, index) => `Client ${String(index + 1).padStart(2, '0')}`,
  );
  put(
    book,
    'Clients',
    names.map((name, index) => ({ Client: name, Active: true, Email: `c${index + 1}@client.example` })),
  );
  put(
    book,
    'Blocks',
    names.map(name => ({ Date: 46_329, Client: name, Hours: 20, 'Discount / h': 10 })),
  );
  put(
    book,
    'Time',
    names.map((name, index) => ({ Date: 46_340, Client: name, Hours: index < count ? 17 : 1 })),
  );
  await book.engine.settle();
  return book;
}

export function put(
  book: Workbook,
  name: string,
  rows: readonly Readonly<Record<string, string | number | boolean>>[],
  first = 2,
): void {
  const tab = book.engine.tabs().find(each => each.name === name);
  const headers = tab?.values({ row: 1, column: 1, rows: 1, columns: tab.lastColumn() })[0] ?? [];
  for (const [index, header] of headers.entries()) {
    if (!rows.some(row => row[String(header)] !== undefined)) continue;
    const cells = rows.map(row => [{ value: row[String(header)] ?? '' }]);
    tab?.write({ row: first, column: index + 1, rows: rows.length, columns: 1 }, cells);
  }
}

export const states = (book: Workbook) => rowsOf(book, 'Notices').map(({ State }) => State);
export const countOf = (list: readonly unknown[], wanted: unknown) =>
  list.filter(each => each === wanted).length;
/** Every address of a client that got a mail, as often as it got one. */
export const recipients = (book: Workbook) =>
  book.outbox.flatMap(({ to }) => to).filter(to => to.endsWith('client.example'));

export async function setting(book: Workbook, name: string, value: string): Promise<void> {
  // Whoever gives an address for the office means to read there what a firm of a test leaves out.
  if (name === 'Office manager email')
    for (const mail of ['Daily digest', 'Weekly mail']) await setting(book, mail, 'yes');
  const row = rowsOf(book, 'Settings').findIndex(({ Setting }) => Setting === name) + 2;
  await book.edit(`Settings!B${row}`, value);
}

/** Goes to a day and lets its triggers run once, in the morning; those of the days between are left out. */
export async function morningOf(book: Workbook, iso: string): Promise<void> {
  const due = Date.parse(`${iso}T08:30:00Z`);
  for (const trigger of book.triggers) trigger.due = due;
  await book.advanceTo(`${iso}T08:45`);
}
