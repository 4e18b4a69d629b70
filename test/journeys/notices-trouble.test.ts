/** What happens around a run of 25 due notices: quotas, time, a second run, and people who work in the tabs. */
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { dueFirm, office } from './fault-sweep';
import { rowsOf, withKindClock } from './firm';
import { countOf, lowClients, morningOf, put, recipients, setting, states } from './low-firm';

const tabOf = (book: Workbook, name: string) => book.engine.tabs().find(each => each.name === name);
const once = (book: Workbook) => {
  const all = recipients(book);
  expect(all).toHaveLength(new Set(all).size);
  return all.length;
};
const days = ['2026-11-24', '2026-11-25', '2026-11-26'];

describe('quota', () => {
  it.each([0, 1, 10])('of %i sends so many a day, and the rest in the days after', async quota => {
    // Google's quota is of 24 hours from the first mail on: a run a second earlier the next day would find it used up.
    const book = withKindClock(await dueFirm(25));
    book.world.mailQuota.limit = quota;
    await morningOf(book, '2026-11-23');
    expect([once(book), countOf(states(book), 'Sent')]).toEqual([quota, quota]);
    expect(countOf(states(book), 'Queued')).toBe(24 - quota);
    for (const day of days.slice(0, 2)) await morningOf(book, day);
    expect(once(book)).toBe(Math.min(quota * 3, 24));
    book.world.mailQuota.limit = 100;
    await morningOf(book, '2026-11-26');
    expect(once(book)).toBe(24);
    const digests = book.outbox.filter(({ to }) => to.includes(office));
    expect(digests.at(-1)?.subject).toMatch(/sent, 1 failed$/);
  });

  it('that somebody else uses up in the middle stops the run, which goes on the next day', async () => {
    const book = await dueFirm(25);
    const { mailQuota, outbox } = book.world;
    const push = outbox.push.bind(outbox);
    outbox.push = (...mails) => {
      if (outbox.length === 4) mailQuota.limit = 5;
      return push(...mails);
    };
    await morningOf(book, '2026-11-23');
    expect([once(book), countOf(states(book), 'Sent'), countOf(states(book), 'Queued')]).toEqual([5, 5, 19]);
    expect(countOf(states(book), 'Failed')).toBe(1);
    mailQuota.limit = 100;
    await morningOf(book, '2026-11-24');
    expect([once(book), countOf(states(book), 'Sent')]).toEqual([24, 24]);
  });
});

describe('time', () => {
  it('that runs out stops the run before Google does, and the next hour goes on', async () => {
    const book = await dueFirm(25);
    book.world.millisecondsPerDataCall = 2_000;
    await morningOf(book, '2026-11-23');
    const [first] = book.executions.filter(({ options }) => options.name === 'runHourly').slice(-1);
    expect([first?.error, (first?.elapsed ?? 0) < 360_000]).toEqual([null, true]);
    const sent = once(book);
    expect(sent).toBeGreaterThan(2);
    expect(sent).toBeLessThan(24);
    book.world.millisecondsPerDataCall = 0;
    await book.advanceTo('2026-11-23T12:00');
    expect([once(book), countOf(states(book), 'Sent')]).toEqual([24, 24]);
    expect(book.outbox.filter(({ to }) => to.includes(office))).toHaveLength(1);
  });
});

describe('two runs at the same time', () => {
  it('send nothing twice: the second finds the workbook taken, and does nothing', async () => {
    const book = await dueFirm(5);
    book.world.locked = true;
    await expect(book.call('runDaily')).rejects.toThrow('Block Ledger is at work in this workbook.');
    expect([book.outbox.length, states(book)]).toEqual([0, []]);
    book.world.locked = false;
    await morningOf(book, '2026-11-23');
    await book.call('runDaily');
    await book.call('runDaily');
    expect(once(book)).toBe(4);
  });
});

describe('people at work in the tabs between the runs', () => {
  it('who sort and delete rows of Notices and Blocks cause no second mail and lose no notice', async () => {
    const book = await dueFirm(25);
    book.world.mailQuota.limit = 10;
    await morningOf(book, '2026-11-23');
    // Rows that went out and rows that wait are deleted, the others are turned upside down; so are those of Blocks.
    const upsideDown = (name: string, keep: (row: unknown[]) => boolean) => {
      const tab = tabOf(book, name);
      const area = { row: 2, column: 1, rows: (tab?.lastRow() ?? 2) - 1, columns: tab?.lastColumn() ?? 1 };
      const rows = tab?.values(area).filter(keep).reverse() ?? [];
      tab?.deleteRows(2, area.rows);
      tab?.write(
        { ...area, rows: rows.length },
        rows.map(row => row.map(value => ({ value: value as string }))),
      );
    };
    upsideDown('Notices', ([key]) => Number(String(key).slice(2, 6)) % 3 !== 0);
    upsideDown('Blocks', () => true);
    await book.engine.settle();
    book.world.mailQuota.limit = 100;
    for (const day of days) await morningOf(book, day);
    expect(once(book)).toBe(24);
    expect(states(book).filter(state => state !== 'Sent' && state !== 'Failed')).toEqual([]);
  });

  it('who rename a client cause no second mail, and what waits goes out under the new name', async () => {
    const book = await dueFirm(6);
    book.world.mailQuota.limit = 2;
    await morningOf(book, '2026-11-23');
    const told = new Set(recipients(book));
    for (const name of ['Client 01', 'Client 02', 'Client 03']) {
      const typed = { client: name, name: `New ${name}` };
      const seen = (await book.callFromDialog('previewRename', typed)) as { moved: object };
      const written = await book.callFromDialog('writeRename', typed, JSON.stringify(seen.moved), name);
      expect(written).toHaveProperty('done');
    }
    book.world.mailQuota.limit = 100;
    for (const day of days) await morningOf(book, day);
    expect(once(book)).toBe(5);
    const renamed = book.outbox.filter(mail => /New Client 0[123]/.test(String(mail.text)));
    const clients = renamed.flatMap(({ to }) => to).filter(to => to !== office && !told.has(to));
    expect(clients.length).toBeGreaterThan(0);
    for (const mail of renamed) expect(told.has(String(mail.to[0]))).toBe(false);
  });
});

describe('who has renewed', () => {
  it.each([
    ['starts next month', { Starts: 46_370, 'Paid on': 46_348 }],
    ['is not yet paid', { 'Paid on': '' }],
  ])('is not nagged, although the block %s', async (_, more) => {
    const book = await lowClients(2);
    await setting(book, 'Unpaid blocks', 'wait');
    put(
      book,
      'Blocks',
      [1, 2].map(() => ({ 'Paid on': 46_329 })),
    );
    const next = { Date: 46_348, Client: 'Client 01', Hours: 20, ...more };
    put(book, 'Blocks', [next], 4);
    await book.engine.settle();
    await book.call('runDaily');
    expect(recipients(book)).toEqual(['c2@client.example']);
  });
});

describe('a bad address', () => {
  it('is told, stops nobody else, and the mail goes out once it is mended', async () => {
    const book = await dueFirm(5);
    await morningOf(book, '2026-11-23');
    expect(rowsOf(book, 'Notices').filter(({ State }) => State === 'Failed')).toMatchObject([
      { Client: 'Client 05', Error: '"nobody" in Clients row 6 is no mail address. Correct it there.' },
    ]);
    await morningOf(book, '2026-11-24');
    expect(once(book)).toBe(4);
    put(book, 'Clients', [{ Email: 'c5@client.example' }], 6);
    await book.engine.settle();
    await morningOf(book, '2026-11-25');
    expect(once(book)).toBe(5);
  });
});

describe('what Google does not take for a reason that is none of the client’s', () => {
  it.each([
    'Service invoked too many times in a short time: email. Try Utilities.sleep(1000) between calls.',
    'Invalid email: garbage',
    'Invalid argument: replyTo',
  ])('%s waits with its reason, and leaves with the next run', async words => {
    const book = await lowClients(2);
    book.faults.throwAt(1, { method: 'sendEmail' }, words);
    await book.call('runDaily');
    const waiting = rowsOf(book, 'Notices').find(({ State }) => State !== 'Sent');
    expect(waiting).toMatchObject({ State: 'Queued', Error: expect.stringContaining(words.slice(0, 20)) });
    await book.call('runDaily');
    expect([states(book), once(book)]).toEqual([['Sent', 'Sent'], 2]);
  });

  it('an address that Google does not know is the client’s: Failed until it is mended', async () => {
    const book = await lowClients(1);
    book.faults.throwAt(1, { method: 'sendEmail' }, 'Invalid email: c1@client.example');
    await book.call('runDaily');
    await book.call('runDaily');
    expect([states(book), once(book)]).toEqual([['Failed'], 0]);
  });
});
