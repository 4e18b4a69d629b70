/** Blocks that repeat, through the built add-on: sold in the dialog, written by the runs, told in no warning. */
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { openFirm, rowsOf } from './firm';
import { morningOf, put } from './low-firm';

const sale = {
  client: 'Acme',
  hours: '10',
  normalRate: '100',
  discount: '10',
  discountIn: 'an hour',
  date: '2026-11-23',
  starts: '2026-12-01',
  expires: '',
  repeats: 'monthly',
  carryOver: '4',
  paidOn: '',
  reference: '',
  note: '',
};

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  put(book, 'Clients', [{ Client: 'Acme', Active: true, Email: 'pat@client.example' }]);
  await book.engine.settle();
  await book.callFromDialog('writeSoldBlock', sale);
  return book;
}
const blocks = (book: Workbook) =>
  rowsOf(book, 'Blocks').map(({ Block, Hours, Expires, Kind, Reference }) =>
    [Block, Hours, String(Expires).slice(0, 10), Kind, Reference].join(' '),
  );
const sold = 'B-0001 10 2026-12-31  ';

describe('a block that repeats', () => {
  it('is sold with the end of its first period, and each further one is written once on its day', async () => {
    const book = await firm();
    expect(blocks(book)).toEqual([sold]);
    expect(rowsOf(book, 'Blocks')[0]).toMatchObject({ Repeats: 'monthly', 'Carry over (h)': 4 });
    await book.call('turnOnDailyNotices');
    await morningOf(book, '2026-12-31');
    expect(blocks(book)).toEqual([sold]);
    await morningOf(book, '2027-01-01');
    const after = [
      sold,
      'B-0002 10 2027-01-31  B-0001/2027-01',
      'B-0003 -4 2027-01-31 Transfer B-0001/2026-12 carried over',
      'B-0004 4 2027-01-31 Transfer B-0001/2026-12 carried over',
    ];
    expect(blocks(book)).toEqual(after);
    for (const call of ['runHourly', 'runDaily', 'refresh']) await book.call(call);
    expect(blocks(book)).toEqual(after);
    expect(rowsOf(book, 'Balances', 1)[0]).toMatchObject({ Client: 'Acme', 'Hours left': 14 });
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });

  it('makes up what was missed in one run, by whichever comes first', async () => {
    for (const call of ['runDaily', 'refresh']) {
      const book = await firm();
      await book.advanceTo('2027-03-05T09:00');
      await book.call(call);
      expect(
        rowsOf(book, 'Blocks')
          .map(({ Reference }) => Reference)
          .filter(each => !String(each).includes('carried')),
      ).toEqual(['', 'B-0001/2027-01', 'B-0001/2027-02', 'B-0001/2027-03']);
    }
  });

  it('ends once Repeats is cleared, and a row that is deleted does not come back', async () => {
    const book = await firm();
    await book.advanceTo('2027-01-01T09:00');
    await book.call('refresh');
    const tab = book.engine.tabs().find(({ name }) => name === 'Blocks');
    tab?.deleteRows(3, 3);
    await book.call('refresh');
    expect(blocks(book)).toEqual([sold]);
    const column = Object.keys(rowsOf(book, 'Blocks')[0] ?? {}).indexOf('Repeats');
    await book.edit(`Blocks!${String.fromCharCode(65 + column)}2`, '');
    await book.advanceTo('2027-04-01T09:00');
    await book.call('refresh');
    expect(blocks(book)).toEqual([sold]);
  });

  it('is never told as ending or ended, and low once in each period', async () => {
    const book = await firm();
    await book.call('turnOnDailyNotices');
    put(book, 'Time', [
      { Date: 46_360, Client: 'Acme', Hours: 2, 'What was done': 'Mended' },
      { Date: 46_400, Client: 'Acme', Hours: 6, 'What was done': 'Moved' },
      { Date: 46_400, Client: 'Acme', Hours: 6.5, 'What was done': 'Moved on' },
    ]);
    await book.engine.settle();
    for (const day of [
      '2026-12-28',
      '2027-01-01',
      '2027-01-10',
      '2027-01-13',
      '2027-01-25',
      '2027-02-01',
      '2027-02-03',
    ])
      await morningOf(book, day);
    expect(rowsOf(book, 'Notices').map(({ Key }) => Key)).toEqual(['B-0002 low']);
    expect(book.outbox.filter(({ to }) => to.join() === 'pat@client.example')).toHaveLength(1);
  });

  it('writes nothing where it cannot be read, and says what to mend', async () => {
    const book = await firm();
    put(book, 'Blocks', [{ 'Carry over (h)': 'some' }]);
    await book.engine.settle();
    await book.advanceTo('2027-01-01T09:00');
    await book.call('refresh');
    expect(blocks(book)).toEqual([sold]);
    expect(await book.callFromDialog('listIssues')).toMatchObject([
      { tab: 'Blocks', row: 2, header: 'Carry over (h)', mends: [{ label: 'Clear Repeats' }] },
    ]);
  });
});
