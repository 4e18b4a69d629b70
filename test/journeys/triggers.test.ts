import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { MenuNode } from '../../workbench/services/ui';
import { addRow, openFirm, rowsOf } from './firm';
import { setting } from './low-firm';

async function firmWithLowClient(now: string) {
  const book = await openFirm({ now });
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Acme', Hours: '17' });
  return book;
}

it('turning daily notices on shows who would be mailed, and twice leaves one trigger', async () => {
  const book = await firmWithLowClient('2026-11-23T05:30');
  await book.call('turnOnDailyNotices');
  await book.call('turnOnDailyNotices');
  expect(book.triggers).toHaveLength(1);
  expect(book.messages.map(({ text }) => text).join('\n')).toContain('One client would be mailed now: Acme.');
  await book.call('turnOffDailyNotices');
  expect(book.triggers).toHaveLength(0);
});

it('sends from Send hour on, once a day', async () => {
  const book = await firmWithLowClient('2026-11-23T05:30');
  await book.call('turnOnDailyNotices');
  await book.advanceTo('2026-11-23T07:59');
  expect(book.outbox).toHaveLength(0);
  await book.advanceTo('2026-11-23T09:00');
  expect(book.outbox).toHaveLength(1);
  expect(rowsOf(book, 'Notices')[0]).toMatchObject({ State: 'Sent' });
  await addRow(book, 'Clients', { Client: 'Beta', Email: 'bea@beta.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Beta', Hours: '10' });
  await addRow(book, 'Time', { Date: '2026-11-23', Client: 'Beta', Hours: '9' });
  await book.advanceTo('2026-11-23T23:00');
  expect(book.outbox).toHaveLength(1);
  await book.advanceTo('2026-11-24T09:00');
  expect(book.outbox.flatMap(({ to }) => to)).toEqual(['pat@acme.example', 'bea@beta.example']);
});

it('waits for Monday where only weekdays are wanted', async () => {
  const book = await firmWithLowClient('2026-11-21T06:00');
  const row = rowsOf(book, 'Settings').findIndex(each => each.Setting === 'Weekdays only') + 2;
  await book.edit(`Settings!B${row}`, 'yes');
  await book.call('turnOnDailyNotices');
  await book.advanceTo('2026-11-22T23:00');
  expect(book.outbox).toHaveLength(0);
  await book.advanceTo('2026-11-23T09:30');
  expect(book.outbox).toHaveLength(1);
});

it('does in the hourly run what an edit does at once: numbers, ticks, completed formulas, Today', async () => {
  const book = await firmWithLowClient('2026-11-23T05:30');
  await book.call('turnOnDailyNotices');
  const tab = (name: string) => book.engine.tabs().find(each => each.name === name);
  const write = (name: string, row: number, column: number, value: string | number) =>
    tab(name)?.write({ row, column, rows: 1, columns: 1 }, [[{ value }]]);
  write('Clients', 3, 1, 'Beta');
  write('Blocks', 3, 2, 46_340);
  write('Blocks', 3, 3, 'Beta');
  write('Blocks', 3, 4, 10);
  tab('Clients')?.write({ row: 2, column: 25, rows: 1, columns: 1 }, [[{ formula: '=BLOCKBALANCE(A2)' }]]);
  await book.engine.settle();
  await book.advanceTo('2026-11-24T01:00');
  expect(rowsOf(book, 'Blocks')[1]).toMatchObject({ Block: 'B-0002', 'Normal rate': 100, Currency: 'USD' });
  expect(rowsOf(book, 'Clients')[1]).toMatchObject({ Client: 'Beta', Active: true });
  expect(tab('Clients')?.formulas({ row: 2, column: 25, rows: 1, columns: 1 })).toEqual([
    ['=BLOCKBALANCE(A2; Ledger)'],
  ]);
  expect(rowsOf(book, 'Settings')[0]).toMatchObject({ Value: '2026-11-24' });
});

it('says in plain words when Google refuses the trigger', async () => {
  const book = await firmWithLowClient('2026-11-23T05:30');
  book.faults.throwAt(1, { method: 'create' });
  await book.call('turnOnDailyNotices');
  expect(book.triggers).toHaveLength(0);
  expect(book.messages.at(-1)?.text).toContain('Service error');
});

describe('two people', () => {
  const other = 'bea@firm.example';

  it('leave one trigger: the second is asked to take over, and the first ends by itself', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    book.world.user = other;
    await book.call('turnOnDailyNotices');
    expect(book.messages.map(({ text }) => text).join('\n')).toMatch(
      /on since 23 Nov 2026, from the Gmail of somebody else\..+Take over\?/,
    );
    expect(book.triggers.map(({ user }) => user)).toEqual(['office@example.com', other]);
    await book.advanceTo('2026-11-23T07:00');
    expect(book.triggers.map(({ user }) => user)).toEqual([other]);
    expect(book.world.user).toBe(other);
    await book.advanceTo('2026-11-23T09:00');
    expect(book.outbox).toHaveLength(1);
  });

  it('who does not take over changes nothing', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    book.world.user = other;
    book.world.answers.push('CANCEL');
    await book.call('turnOnDailyNotices');
    await book.call('turnOffDailyNotices');
    expect(book.messages.at(-1)?.text).toContain('Somebody else has turned them on.');
    await book.advanceTo('2026-11-23T09:00');
    expect(book.triggers.map(({ user }) => user)).toEqual(['office@example.com']);
    expect(book.outbox).toHaveLength(1);
  });

  it('with a trigger from before anybody noted whose it is leave that of the first run', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    book.world.user = other;
    await book.call('turnOnDailyNotices');
    book.world.properties.delete('daily');
    await book.advanceTo('2026-11-23T09:00');
    expect(book.triggers.map(({ user }) => user)).toEqual(['office@example.com']);
    expect(book.outbox).toHaveLength(1);
  });
});

describe('a trigger that does not run', () => {
  const toasts = async (book: Workbook) => {
    const before = book.messages.length;
    await book.open();
    return book.messages.slice(before).map(({ text }) => text);
  };

  const overdue = 'Daily notices have not run since 23 Nov 2026: turn them on again';
  const itemsOf = (items: readonly MenuNode[]): string[] =>
    items.flatMap(({ items: inside = [], functionName = [] }) => itemsOf(inside).concat(functionName));

  it('is told when the workbook opens, and no more once it runs again', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    book.world.isAllowed = false;
    await book.advanceTo('2026-11-23T09:00');
    expect(book.outbox).toHaveLength(0);
    expect(book.triggers).toHaveLength(1);
    expect((await toasts(book)).join()).toContain(
      'Daily notices have stopped: Google asks for your permission',
    );
    book.world.isAllowed = true;
    await book.advanceTo('2026-11-23T10:00');
    expect(book.outbox).toHaveLength(1);
    expect(await toasts(book)).toEqual([]);
  });

  it('is told too where nothing runs any more', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    await book.advanceTo('2026-11-23T09:00');
    book.world.triggers.length = 0;
    await book.advanceTo('2026-11-24T05:30');
    expect(await toasts(book)).toEqual([]);
    await book.advanceTo('2026-11-24T06:30');
    expect((await toasts(book)).join()).toContain(overdue);
  });

  it('is told by whatever in the menu is used, for a script that is not published does not run at all', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    await book.advanceTo('2026-11-23T09:00');
    Object.assign(book.world, { isAllowed: false, published: false });
    await book.advanceTo('2026-11-25T09:00');
    book.world.isAllowed = true;
    book.triggers.length = 0;
    const names = itemsOf(book.menu);
    expect(names.length).toBeGreaterThan(30);
    const properties = new Map(book.world.properties);
    const silent = [];
    for (const name of names) {
      for (const [key, value] of properties) book.world.properties.set(key, value);
      const before = book.messages.length;
      book.world.answers.splice(0, Infinity, 'CANCEL', 'CANCEL', 'CANCEL');
      await book.call(name);
      const said = book.messages.slice(before).some(({ text }) => text.includes(overdue));
      if (!said) silent.push(name);
    }
    expect(silent).toEqual([]);
  });

  it('makes up a missed day, and what waits over the holidays is never lost', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await setting(book, 'Days off', '2026-11-24 to 2026-11-26');
    await setting(book, 'Weekdays only', 'yes');
    await book.call('turnOnDailyNotices');
    book.world.isAllowed = false;
    await book.advanceTo('2026-11-23T23:30');
    book.world.isAllowed = true;
    await book.advanceTo('2026-11-26T23:30');
    expect(book.outbox).toHaveLength(0);
    await book.advanceTo('2026-11-27T09:00');
    expect(book.outbox).toHaveLength(1);
  });

  it('sends once on the days on which the clock changes', async () => {
    for (const [day, next] of [
      ['2026-03-08', '2026-03-09'],
      ['2026-11-01', '2026-11-02'],
    ]) {
      const book = await openFirm({ now: `${day}T00:10`, timeZone: 'America/New_York' });
      await setting(book, 'Send hour', '2');
      await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
      await addRow(book, 'Blocks', { Date: '2026-02-02', Client: 'Acme', Hours: '20' });
      await addRow(book, 'Time', { Date: '2026-02-20', Client: 'Acme', Hours: '17' });
      await addRow(book, 'Time', { Date: String(day), Client: 'Acme', Hours: '0.5' });
      await book.call('turnOnDailyNotices');
      await book.advanceTo(`${day}T23:50`);
      expect(book.outbox).toHaveLength(1);
      await book.advanceTo(`${next}T23:50`);
      expect(book.outbox).toHaveLength(1);
    }
  });
});

it('tells before the weekend of hours that will have ended on Monday', async () => {
  const book = await openFirm({ now: '2026-11-26T05:30' });
  await setting(book, 'Weekdays only', 'yes');
  await setting(book, 'Warn before expiry (days)', '1');
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  for (const Expires of ['2026-11-28', '2027-11-28'])
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', Expires });
  await book.call('turnOnDailyNotices');
  await book.advanceTo('2026-11-26T23:00');
  expect(book.outbox).toHaveLength(0);
  await book.advanceTo('2026-11-27T23:00');
  expect(rowsOf(book, 'Notices')).toMatchObject([{ Key: 'B-0001 expiring', State: 'Sent' }]);
});

it('writes an outcome beside a mail, but not over a formula', async () => {
  const book = await firmWithLowClient('2026-11-23T07:00');
  await addRow(book, 'Clients', { Client: 'Beta', Email: 'bea@beta.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Beta', Hours: '20' });
  await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Beta', Hours: '17' });
  await book.call('runDaily');
  const column = (book.print('Notices')[0] ?? []).indexOf('Outcome') + 1;
  const notices = book.engine.tabs().find(({ name }) => name === 'Notices');
  notices?.write({ row: 2, column, rows: 1, columns: 1 }, [[{ formula: '=""' }]]);
  for (const Client of ['Acme', 'Beta'])
    await addRow(book, 'Blocks', { Date: '2026-11-23', Client, Hours: '20' });
  await book.call('runDaily');
  expect(rowsOf(book, 'Notices').map(({ Outcome }) => Outcome)).toEqual(['', 'Renewed the same day']);
  expect(notices?.formulas({ row: 2, column, rows: 1, columns: 1 })).toEqual([['=""']]);
});

describe('while another run has the lock', () => {
  it('the hourly run is later, and nothing says that daily notices have stopped', async () => {
    const book = await firmWithLowClient('2026-11-23T05:30');
    await book.call('turnOnDailyNotices');
    book.world.locked = true;
    await book.call('runHourly');
    expect(book.outbox).toEqual([]);
    book.messages.length = 0;
    await book.open();
    expect(book.messages.map(({ text }) => text).join()).not.toContain('stopped');
  });

  it.each(['sendDueNotices', 'turnOnDailyNotices', 'turnOffDailyNotices', 'listDueNotices', 'runDaily'])(
    '%s writes nothing at all',
    async name => {
      const book = await firmWithLowClient('2026-11-23T05:30');
      const blocks = book.engine.tabs().find(each => each.name === 'Blocks');
      // A run that may write would number it.
      blocks?.write({ row: 3, column: 2, rows: 1, columns: 3 }, [
        [{ value: 46_340 }, { value: 'Acme' }, { value: 5 }],
      ]);
      await book.engine.settle();
      const properties = [...book.world.properties];
      book.world.locked = true;
      await book.call(name).catch(() => undefined);
      expect([book.outbox.length, book.triggers.length]).toEqual([0, 0]);
      expect([...book.world.properties]).toEqual(properties);
      expect(rowsOf(book, 'Blocks')[1]?.Block).toBe('');
    },
  );
});
