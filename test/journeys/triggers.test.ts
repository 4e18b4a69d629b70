import { expect, it } from 'vitest';
import { addRow, openFirm, rowsOf } from './firm';

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
