/** Notices go out before any housekeeping, and each step of that fails for itself. */
import { expect, it } from 'vitest';
import { addTabOfKind, protect } from '../../workbench/services/scene';
import { technician } from '../../workbench/services/world';
import { letters, rowsOf } from './firm';
import { lowClients, morningOf, recipients, states } from './low-firm';

const free = letters(24);

it.each(['Settings', `Clients!${free}2:${free}3`, 'Blocks', 'Balances', 'a chart of its own'])(
  '%s that may not be written stops no mail, and the rest is looked after',
  async place => {
    const book = await lowClients(2);
    book.world.user = technician;
    await book.call('turnOnDailyNotices');
    const clients = book.engine.tabs().find(({ name }) => name === 'Clients');
    clients?.write({ row: 2, column: 25, rows: 1, columns: 1 }, [[{ formula: '=BLOCKBALANCE(A2)' }]]);
    clients?.write({ row: 4, column: 1, rows: 1, columns: 1 }, [[{ value: 'New' }]]);
    const blocks = book.engine.tabs().find(({ name }) => name === 'Blocks');
    blocks?.write({ row: 4, column: 2, rows: 1, columns: 3 }, [
      [{ value: 46_340 }, { value: 'New' }, { value: 9 }],
    ]);
    await book.engine.settle();
    if (place.startsWith('a chart')) addTabOfKind(book.world, 'Chart', 'OBJECT');
    else protect(book.world, place);
    await morningOf(book, '2026-11-24');
    expect(recipients(book).sort()).toEqual(['c1@client.example', 'c2@client.example']);
    expect(states(book)).toEqual(['Sent', 'Sent']);
    if (place !== 'Blocks') expect(rowsOf(book, 'Blocks')[2]?.Block).toMatch(/^B-/);
    expect(rowsOf(book, 'Clients')[2]?.Active).toBe(true);
    book.world.user = book.world.owner;
    const issues = JSON.stringify(await book.call('listIssues'));
    expect(issues.includes('could not be done')).toBe(!place.startsWith('a chart') && place !== 'Balances');
    await book.open();
    expect(book.messages.map(({ text }) => text).join()).not.toContain('stopped');
  },
);
