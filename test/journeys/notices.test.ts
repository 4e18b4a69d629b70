import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { rowsOf } from './firm';
import { countOf, lowClients, recipients, states } from './low-firm';
import { strikeEach } from './strikes';

const setState = async (book: Workbook, row: number, state: string) => book.edit(`Notices!F${row}`, state);

describe('a run that dies', () => {
  it('at any call mails no client twice, and every notice ends Sent or Check', async () => {
    await strikeEach(20, async call => {
      const book = await lowClients(2);
      book.faults.killAt(call, { kind: 'data' });
      await book.call('runDaily').catch(() => undefined);
      const struck = book.faults.struck;
      book.faults.clear();
      for (const day of ['2026-11-24', '2026-11-25']) {
        await book.advanceTo(`${day}T12:00`);
        await book.call('runDaily');
      }
      const sent = recipients(book);
      expect([call, new Set(sent).size]).toEqual([call, sent.length]);
      const ended = states(book);
      expect([call, ended.length, countOf(ended, 'Sent') + countOf(ended, 'Check')]).toEqual([call, 2, 2]);
      expect(sent.length).toBeGreaterThanOrEqual(countOf(ended, 'Sent'));
      expect(rowsOf(book, 'Time').map(({ Hours }) => Hours)).toEqual([17, 17]);
      return struck;
    });
  }, 240_000);

  it('at a service error leaves the lock free and the rest to the next run', async () => {
    const book = await lowClients(3);
    book.faults.throwAt(1, { method: 'flush' });
    await expect(book.call('runDaily')).rejects.toThrow('Service error');
    book.faults.clear();
    await book.call('runDaily');
    const ended = states(book);
    // Two had been announced.
    expect([countOf(ended, 'Sent'), countOf(ended, 'Check')]).toEqual([1, 2]);
  });

  it('tells the office manager what to check', async () => {
    const book = await lowClients(2);
    await book.edit('Settings!B4', 'office@firm.example');
    book.faults.killAt(1, { method: 'sendEmail' });
    await book.call('runDaily').catch(() => undefined);
    book.faults.clear();
    await book.call('runDaily');
    const report = book.outbox.filter(({ to }) => to.includes('office@firm.example'));
    expect(report).toHaveLength(1);
    expect(report[0]?.text).toContain('B-0001 low');
    await book.call('runDaily');
    expect(book.outbox.filter(({ to }) => to.includes('office@firm.example'))).toHaveLength(1);
  });
});

describe('mail quota', () => {
  it.each([0, 1, 2])('of %i sends so many and keeps the rest queued for tomorrow', async quota => {
    const book = await lowClients(3, 0, quota);
    await book.call('runDaily');
    expect([countOf(states(book), 'Sent'), countOf(states(book), 'Queued')]).toEqual([quota, 3 - quota]);
    book.world.mailQuota.limit = 100;
    await book.advanceTo('2026-11-24T12:00');
    await book.call('runDaily');
    expect(countOf(states(book), 'Sent')).toBe(3);
    expect(recipients(book)).toHaveLength(3);
  });

  it('that ends in the middle keeps the rest queued', async () => {
    const book = await lowClients(3);
    book.world.mailQuota.limit = 100;
    const before = book.world.mailQuota;
    await book.call('listDueNotices');
    before.limit = 2;
    await book.call('runDaily');
    expect([countOf(states(book), 'Sent'), countOf(states(book), 'Queued')]).toEqual([2, 1]);
  });
});

describe('told once', () => {
  it('deleting, sorting or renaming never causes a second mail', async () => {
    const book = await lowClients(3);
    await book.call('runDaily');
    const tab = (name: string) => book.engine.tabs().find(each => each.name === name);
    tab('Notices')?.deleteRows(2, 2);
    tab('Blocks')?.insertRows(2, 1);
    await book.engine.settle();
    for (const name of ['Clients', 'Blocks', 'Time']) {
      const column = rowsOf(book, name).length && book.print(name)[0]?.indexOf('Client');
      const row = book.print(name).findIndex(cells => cells.includes('Client 01')) + 1;
      await book.edit(`${name}!${String.fromCharCode(65 + Number(column))}${row}`, 'Renamed');
    }
    await book.advanceTo('2026-11-24T12:00');
    await book.call('runDaily');
    expect(recipients(book)).toHaveLength(3);
  });

  it('a copied row of Blocks gets a new number, and a number is never given twice', async () => {
    const book = await lowClients(2);
    await book.call('refresh');
    await book.edit('Blocks!A4', [['B-0002', '2026-11-23', 'Client 01', '20']]);
    expect(rowsOf(book, 'Blocks').map(({ Block }) => Block)).toEqual(['B-0001', 'B-0002', 'B-0003']);
    book.engine
      .tabs()
      .find(({ name }) => name === 'Blocks')
      ?.deleteRows(4, 1);
    await book.engine.settle();
    await book.edit('Blocks!B4', [['2026-11-23', 'Client 01', '20']]);
    expect(rowsOf(book, 'Blocks').map(({ Block }) => Block)).toEqual(['B-0001', 'B-0002', 'B-0004']);
  });
});

describe('a person decides', () => {
  it('a bad address fails with the reason, the others still go, and a mended address is tried again', async () => {
    const book = await lowClients(2);
    await book.edit('Clients!D2', 'kay at kestrel');
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices')).toMatchObject([
      { State: 'Failed', Error: '"kay at kestrel" in Clients row 2 is no mail address. Correct it there.' },
      { State: 'Sent' },
    ]);
    await book.edit('Clients!D2', 'kay@client.example');
    await book.call('runDaily');
    expect(states(book)).toEqual(['Sent', 'Sent']);
  });

  it('Review waits for an OK; setting Queued is the OK', async () => {
    const book = await lowClients(2);
    await book.edit('Clients!P2', 'Review');
    await book.call('runDaily');
    expect(states(book).sort()).toEqual(['Review', 'Sent']);
    const row = rowsOf(book, 'Notices').findIndex(({ State }) => State === 'Review') + 2;
    await setState(book, row, 'Queued');
    await book.call('runDaily');
    expect(states(book)).toEqual(['Sent', 'Sent']);
  });

  it('a client with a broken row is not mailed by itself', async () => {
    const book = await lowClients(2);
    await book.edit('Time!A4', [['2026-11-20', 'Client 01', '', 'abc']]);
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices').find(({ Client }) => Client === 'Client 01')).toMatchObject({
      State: 'Review',
      Error: 'Time row 4 cannot be counted: see Check workbook.',
    });
  });

  it('what is no longer due when its mail would go out is skipped with the reason', async () => {
    const book = await lowClients(2, 0, 0);
    await book.call('runDaily');
    await book.edit('Blocks!B4', [['2026-11-23', 'Client 01', '20']]);
    book.world.mailQuota.limit = 100;
    await book.advanceTo('2026-11-24T12:00');
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices')[0]).toMatchObject({
      State: 'Skipped',
      Error: 'Not due: the client has enough time again.',
    });
    expect(recipients(book)).toEqual(['c2@client.example']);
  });

  it('a name that begins like a formula stays a name in Notices and in the mail', async () => {
    const book = await lowClients(1);
    for (const name of ['Clients', 'Blocks', 'Time']) {
      const tab = book.engine.tabs().find(each => each.name === name);
      const column = (book.print(name)[0] ?? []).indexOf('Client') + 1;
      tab?.setFormats({ row: 2, column, rows: 1, columns: 1 }, [['@']]);
      tab?.write({ row: 2, column, rows: 1, columns: 1 }, [[{ value: '=HYPERLINK("x")<b>' }]]);
    }
    await book.engine.settle();
    await book.call('runDaily');
    await book.call('runDaily');
    const notices = book.engine.tabs().find(({ name }) => name === 'Notices');
    expect(notices?.formulas({ row: 2, column: 1, rows: 1, columns: 10 })[0]?.join('')).toBe('');
    expect(states(book)).toEqual(['Sent']);
    expect(book.outbox[0]?.html).toContain('=HYPERLINK(&quot;x&quot;)&lt;b&gt;');
    expect(book.outbox[0]?.html).not.toContain('<b>,');
  });
});
