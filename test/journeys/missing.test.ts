/** A column, a setting, rows or a tab that were there and are gone: never a default, a second tab or a wrong number. */
import { beforeAll, describe, expect, it } from 'vitest';
import { copyWorkbook } from '../../workbench/copy-workbook';
import type { Workbook } from '../../workbench/runtime';
import { rowsOf } from './firm';
import { lowClients, put, recipients } from './low-firm';

type Issue = { readonly tab: string; readonly row: number; readonly message: string };

const balance = '=BLOCKBALANCE("Client 01"; Ledger)';
const gone = (what: string) => expect.objectContaining({ error: expect.stringContaining(what) });

/** Renames a header, or puts it back. */
async function rename(book: Workbook, tab: string, from: string, to: string): Promise<void> {
  const headers = book.print(tab)[0] ?? [];
  const column = String.fromCharCode(65 + headers.indexOf(from));
  await book.edit(`${tab}!${column}1`, to);
}

const tabNames = (book: Workbook) => book.engine.tabs().map(({ name }) => name);

describe('a firm at work', () => {
  let book: Workbook;
  beforeAll(async () => {
    book = await lowClients(2, 3);
    put(book, 'Clients', [{ Notices: 'Off' }, { Notices: 'Send' }]);
    await book.engine.settle();
    await book.call('refresh');
  }, 60_000);

  it('mails nobody while it cannot be read who wants mails, and lets a person look', async () => {
    await rename(book, 'Clients', 'Notices', 'Mailing');
    await book.call('runDaily');
    expect(recipients(book)).toEqual([]);
    expect(rowsOf(book, 'Notices')).toMatchObject([
      {
        Client: 'Client 01',
        State: 'Review',
        Error: expect.stringContaining('"Notices" was here and is gone'),
      },
      { Client: 'Client 02', State: 'Review' },
    ]);
    expect(await book.formula(balance)).toBe(3);
    await rename(book, 'Clients', 'Mailing', 'Notices');
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices').map(({ State }) => State)).toEqual(['Skipped', 'Review']);
  });

  it('tells no figure while a column that counts is gone, and set up adds no second one', async () => {
    await rename(book, 'Time', 'Work type', 'Sort');
    expect(await book.formula(balance)).toEqual(gone('"Work type"'));
    await book.call('refresh');
    await book.call('setUpWorkbook');
    expect(book.print('Time')[0]).not.toContain('Work type');
    expect(await book.formula(balance)).toEqual(gone('"Work type"'));
    const issues = (await book.callFromDialog('listIssues')) as Issue[];
    expect(issues.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^The column "Work type" was here and is gone\./),
    );
    await rename(book, 'Time', 'Sort', 'Work type');
    expect(await book.formula(balance)).toBe(3);
  });

  it('misses rows that all went at once, until a person says that it is meant so', async () => {
    const clients = rowsOf(book, 'Time').map(({ Client }) => String(Client));
    put(
      book,
      'Time',
      clients.map(() => ({ Client: '' })),
    );
    await book.engine.settle();
    expect(await book.formula(balance)).toEqual(gone('5 rows counted here before'));
    put(
      book,
      'Time',
      clients.map(Client => ({ Client })),
    );
    await book.engine.settle();
    expect(await book.formula(balance)).toBe(3);
    put(
      book,
      'Time',
      clients.map(() => ({ Client: '', Date: '', Hours: '' })),
    );
    await book.engine.settle();
    await book.callFromDialog('itIsMeantSo');
    expect(await book.formula(balance)).toBe(20);
  });
});

it('finds a tab under another name, in a copy too, and makes no second one', async () => {
  const book = await lowClients(1, 2);
  await book.call('refresh');
  const time = book.engine.tabs().find(({ name }) => name === 'Time');
  book.engine.renameTab('Time', 'Time 2026');
  await book.engine.settle();
  for (const each of [book, await copyWorkbook(book)]) {
    await each.call('setUpWorkbook');
    await each.call('refresh');
    expect(tabNames(each)).not.toContain('Time');
    expect(await each.formula(balance)).toBe(3);
    expect(await each.formula('=BLOCKBALANCE("Client 01")')).toBe(3);
    expect(await each.callFromDialog('listIssues')).toEqual([]);
  }
  expect(time?.name).toBe('Time 2026');
  await book.call('runDaily');
  expect(recipients(book)).toEqual(['c1@client.example']);
});
