/** Copies, moves to another script, and versions restored from history: nobody is mailed twice, and nobody forgotten. */
import { describe, expect, it } from 'vitest';
import { copyWorkbook } from '../../workbench/copy-workbook';
import type { Workbook } from '../../workbench/runtime';
import { rowsOf } from './firm';
import { lowClients, morningOf, put, recipients, states } from './low-firm';

const both = ['c1@client.example', 'c2@client.example'];
const told = (book: Workbook) =>
  rowsOf(book, 'Told notices').map(({ Block, Level, Mail }) => [Block, Level, Mail]);
const texts = (book: Workbook) => book.messages.map(({ text }) => text).join('\n');
const emptied = (book: Workbook, name: string) => {
  const tab = book.engine.tabs().find(each => each.name === name) ?? expect.fail(name);
  if (tab.lastRow() > 1) tab.deleteRows(2, tab.lastRow() - 1);
};

/** A firm whose two clients were mailed this morning. */
async function mailedFirm(): Promise<Workbook> {
  const book = await lowClients(2);
  await book.call('turnOnDailyNotices');
  await morningOf(book, '2026-11-23');
  expect(recipients(book)).toEqual(both);
  return book;
}

describe('a copy', () => {
  it('mails nobody until a person says so, and then nobody twice', async () => {
    const book = await mailedFirm();
    // In the original somebody has tidied up.
    emptied(book, 'Notices');
    const copy = await copyWorkbook(book);
    expect(texts(copy)).toContain('This is a copy of "Local workbook", whose notices may still go out');
    put(copy, 'Clients', [{ Client: 'New', Email: 'new@client.example' }], 4);
    put(copy, 'Blocks', [{ Date: 46_329, Client: 'New', Hours: 20 }], 4);
    put(copy, 'Time', [{ Date: 46_340, Client: 'New', Hours: 19 }], 4);
    await copy.engine.settle();

    await expect(copy.call('runDaily')).rejects.toThrow('This is a copy of "Local workbook"');
    await expect(copy.call('runHourly')).rejects.toThrow('This is a copy of "Local workbook"');
    const list = (await copy.call('listDueNotices')) as {
      cards: { keys: string[] }[];
      daily: { problem: string };
    };
    expect(list.daily.problem).toContain('This is a copy of "Local workbook"');
    const [card] = list.cards;
    await expect(
      copy.call(
        'decideDueNotice',
        card?.keys.map(key => ({ key, seen: 'Queued' })),
        'send',
      ),
    ).rejects.toThrow('copy');
    for (const name of ['turnOnDailyNotices', 'sendDueNotices']) {
      copy.world.answers.push('CANCEL');
      await copy.call(name);
    }
    expect([copy.outbox, copy.triggers]).toEqual([[], []]);
    const issues = (await copy.call('listIssues')) as { message: string }[];
    expect(issues.map(({ message }) => message).join()).toContain('This is a copy of "Local workbook"');

    await copy.call('turnOnDailyNotices');
    await morningOf(copy, '2026-11-24');
    expect(recipients(copy)).toEqual(['new@client.example']);
    expect(
      ((await copy.call('listIssues')) as { message: string }[]).map(({ message }) => message).join(),
    ).not.toContain('This is a copy');
  });

  it('gives no number of a block that its original has told of', async () => {
    const book = await mailedFirm();
    for (const name of ['Notices', 'Blocks', 'Time']) emptied(book, name);
    const copy = await copyWorkbook(book);
    put(copy, 'Blocks', [{ Date: 46_329, Client: 'Client 01', Hours: 20 }]);
    await copy.call('refresh');
    expect(rowsOf(copy, 'Blocks').map(({ Block }) => Block)).toEqual(['B-0003']);
  });
});

describe('a workbook that knows what was told by its hidden tab', () => {
  it('mails nobody again after it has moved to another script', async () => {
    const book = await mailedFirm();
    emptied(book, 'Notices');
    book.world.properties.clear();
    await book.call('turnOnDailyNotices');
    await morningOf(book, '2026-11-24');
    expect([recipients(book), texts(book).includes('copy')]).toEqual([both, false]);
    expect([...book.world.properties.keys()].filter(name => name.startsWith('told '))).toHaveLength(2);
  });

  it('mails nobody again, and forgets nobody, where a version from before the mails is restored', async () => {
    const book = await mailedFirm();
    expect(told(book)).toEqual([
      ['B-0001', 'low', 'left'],
      ['B-0002', 'low', 'left'],
      ['', '', 'workbook'],
    ]);
    for (const name of ['Notices', 'Notice texts', 'Told notices']) emptied(book, name);
    put(book, 'Time', [{ Date: 46_348, Client: 'Client 01', Hours: 3 }], 4);
    await book.engine.settle();
    await morningOf(book, '2026-11-24');
    expect(recipients(book)).toEqual([...both, 'c1@client.example']);
    expect(states(book)).toEqual(['Sent']);
    expect(told(book)).toEqual([
      ['B-0001', 'low', 'left'],
      ['B-0001', 'used up', 'left'],
      ['B-0002', 'low', 'left'],
      ['', '', 'workbook'],
    ]);
  });

  it('mails though the hidden tab cannot be written, and says so', async () => {
    const book = await mailedFirm();
    const tab = book.engine.tabs().find(({ name }) => name === 'Told notices') ?? expect.fail('no tab');
    book.engine.deleteTab(tab.name);
    book.faults.throwAt(1, { method: 'insertSheet' });
    put(book, 'Time', [{ Date: 46_348, Client: 'Client 01', Hours: 3 }], 4);
    await book.engine.settle();
    await morningOf(book, '2026-11-24');
    expect(recipients(book)).toEqual([...both, 'c1@client.example']);
    const issues = (await book.call('listIssues')) as { message: string }[];
    expect(issues.map(({ message }) => message).join()).toContain(
      'The list of what was told could not be done',
    );
  });
});
