import { describe, expect, it } from 'vitest';
import type { SaleAnswer, SaleForm } from '../../src/ledger/selling/sale-form';
import type { TypedSale } from '../../src/ledger/selling/typed-sale';
import type { Workbook } from '../../workbench/runtime';
import { addRow, balanceRow, openFirm, rowsOf } from './firm';

const typed: TypedSale = {
  client: 'Acme',
  hours: '20',
  normalRate: '100',
  discount: '10',
  discountIn: 'an hour',
  date: '2026-11-23',
  starts: '',
  expires: '',
  repeats: '',
  carryOver: '',
  paidOn: '',
  reference: '',
  note: '',
};
const formOf = async (book: Workbook) => (await book.callFromDialog('sellBlockForm')) as SaleForm;
const sell = async (book: Workbook, change: Partial<TypedSale> = {}) =>
  (await book.callFromDialog('writeSoldBlock', { ...typed, ...change })) as SaleAnswer;
const tabOf = (book: Workbook, name: string) => {
  const tab = book.engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  return tab;
};

async function firm() {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Clients', { Client: 'Beta', 'Normal rate': '80', Currency: 'EUR', 'Tax (%)': '19%' });
  return book;
}

describe('Sell a block', () => {
  it('stands first in the menu and opens as a dialog; help is a sidebar', async () => {
    const book = await openFirm();
    const [{ items = [] } = {}] = book.menu;
    expect(items[0]?.caption).toBe('Sell a block…');
    await book.call('sellBlock');
    await book.call('showHelp');
    expect(book.dialogs).toMatchObject([
      { kind: 'modal', title: 'Sell a block', width: 420 },
      { kind: 'sidebar', title: 'Block Ledger: help', width: 300 },
    ]);
  });

  it('opens with clients, terms, rate cards and the client of the selected row', async () => {
    const book = await firm();
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '40' });
    await addRow(book, 'Time', { Date: '2026-11-03', Client: 'beta', Hours: '1' });
    expect(await formOf(book)).toMatchObject({
      today: '2026-11-23',
      taxName: 'Tax',
      selected: 'Beta',
      clients: [
        { name: 'Acme', newest: 144_000, terms: { normalRate: { digits: 100, scale: 0 }, currency: 'USD' } },
        { name: 'Beta', terms: { currency: 'EUR', tax: { digits: 19, scale: 2 } } },
      ],
      rateCards: [['USD', [{ hours: 36_000 }, { hours: 72_000 }, { hours: 144_000 }]]],
    });
    for (const [cell, name] of [
      ['Blocks!E2', 'Acme'],
      ['Clients!B3', 'Beta'],
      ['Balances!K3', 'Beta'], // used up, so it stands first
      ['Clients!B9', ''],
      ['Settings!D2', ''],
    ]) {
      await book.edit(cell as string, '');
      expect([cell, (await formOf(book)).selected]).toEqual([cell, name]);
    }
  });

  it('writes the sale as typed, counts it at once, and says what the client has now', async () => {
    const book = await firm();
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '10' });
    await addRow(book, 'Time', { Date: '2026-11-03', Client: 'Acme', Hours: '4' });
    const before = book.executions.length;
    const answer = await sell(book, {
      client: ' acme',
      discount: '10',
      discountIn: 'percent',
      starts: '2026-11-24',
      expires: '2027-11-24',
      paidOn: '2026-11-23',
      reference: '0042',
      note: 'Renewal',
    });
    expect(answer).toEqual({
      sold: {
        number: 'B-0002',
        client: 'Acme',
        hours: 72_000,
        price: 180_000,
        currency: 'USD',
        left: 21_600,
        later: 72_000,
      },
    });
    const [run] = book.executions.slice(before).filter(({ options }) => options.name === 'writeSoldBlock');
    expect(run?.calls.filter(({ method }) => method === 'setValues')).toHaveLength(1);
    expect(run?.calls.some(({ method }) => method === 'tryLock')).toBe(true);
    expect(rowsOf(book, 'Blocks')[1]).toMatchObject({
      Block: 'B-0002',
      Date: '2026-11-23',
      Client: 'Acme',
      Hours: 20,
      'Normal rate': 100,
      'Discount / h': 10,
      Price: '',
      Currency: 'USD',
      Starts: '2026-11-24',
      Expires: '2027-11-24',
      'Paid on': '2026-11-23',
      Kind: '',
      Reference: '0042',
      Note: 'Renewal',
    });
    expect(await book.callFromDialog('listIssues')).toEqual([]);
    await book.advanceTo('2026-11-24T08:00');
    await book.open();
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(26);
    expect(await book.formula('=BLOCKVALUE("Acme")')).toBe(2400);
  });

  it('sells once where the answer got lost and the page asks again', async () => {
    const book = await firm();
    const first = await book.callFromDialog('writeSoldBlock', typed, 'attempt 1');
    expect(await book.callFromDialog('writeSoldBlock', typed, 'attempt 1')).toEqual(first);
    expect(await book.callFromDialog('writeSoldBlock', typed, 'attempt 2')).not.toEqual(first);
    expect(rowsOf(book, 'Blocks')).toHaveLength(2);
  });

  it('gives two sales two numbers, and none that was ever given', async () => {
    const book = await firm();
    const numbers = [];
    for (const client of ['Acme', 'Beta']) {
      const answer = await sell(book, { client });
      numbers.push('sold' in answer && answer.sold.number);
    }
    await book.edit('Blocks!A3:O3', '');
    const third = await sell(book);
    expect([...numbers, 'sold' in third && third.sold.number]).toEqual(['B-0001', 'B-0002', 'B-0003']);
    expect(rowsOf(book, 'Blocks').map(({ Block, Client, Currency }) => [Block, Client, Currency])).toEqual([
      ['B-0001', 'Acme', 'USD'],
      ['B-0003', 'Acme', 'USD'],
    ]);
  });

  it('finds its columns by their headers and leaves a user’s own alone', async () => {
    const book = await firm();
    const blocks = tabOf(book, 'Blocks');
    blocks.insertColumns(4, 1);
    blocks.insertColumns(1, 1);
    await book.engine.settle();
    await book.edit('Blocks!A1', 'Mine');
    await book.edit('Blocks!E1', 'Left');
    await book.edit('Blocks!E2', '=BLOCKBALANCE(D2)');
    await book.edit('Blocks!A5', 'a remark');
    await book.edit('Blocks!E6', '="" & D6');
    await sell(book);
    const rows = book.print('Blocks');
    expect(rows[5]?.slice(0, 6)).toEqual(['', 'B-0001', '2026-11-23', 'Acme', 'Acme', 20]);
    expect(rows[4]?.[0]).toBe('a remark');
    expect(blocks.formulas({ row: 6, column: 5, rows: 1, columns: 1 })).toEqual([['="" & D6']]);
  });

  it('never lets a name, a reference or a note become a formula or a date', async () => {
    const book = await firm();
    for (const name of ['=1+1', '1-2', '+Plus']) {
      await addRow(book, 'Clients', { Client: `'${name}` });
      const answer = await sell(book, { client: name, reference: '=2+2', note: '=HYPERLINK("x")' });
      expect(answer).toMatchObject({ sold: { client: name, left: 72_000 } });
    }
    const tab = tabOf(book, 'Blocks');
    const area = { row: 2, column: 1, rows: 3, columns: 15 };
    expect(tab.formulas(area).flat().join('')).toBe('');
    expect(rowsOf(book, 'Blocks').map(({ Client }) => Client)).toEqual(['=1+1', '1-2', '+Plus']);
    expect(await book.formula('=BLOCKBALANCE("=1+1")')).toBe(20);
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });

  it('trusts no page: what does not make sense is told beside its field and nothing is written', async () => {
    const book = await firm();
    expect(await sell(book, { client: 'Acmee', hours: '-1' })).toEqual({
      problems: [
        {
          field: 'client',
          message: '“Acmee” is not in Clients. Choose a name from the list, or add it in Clients first.',
        },
        { field: 'hours', message: 'Hours must be above zero, such as 20.' },
      ],
    });
    for (const given of [null, 'x', { client: ['Acme'], hours: 20 }])
      expect(await book.callFromDialog('writeSoldBlock', given)).toMatchObject({
        problems: [
          { field: 'client' },
          ...(given instanceof Object ? [] : [{ field: 'hours' }]),
          { field: 'date' },
        ],
      });
    expect(rowsOf(book, 'Blocks')).toEqual([]);
  });

  it('says which column is missing, and sells without one that stays blank', async () => {
    const book = await firm();
    await book.edit('Blocks!L1', 'Money in');
    await expect(sell(book, { paidOn: '2026-11-23' })).rejects.toThrow(
      'Blocks has no column "Paid on". Run More > Set up > Set up workbook, then try again.',
    );
    expect(await sell(book)).toMatchObject({ sold: { number: 'B-0001' } });
    await book.edit('Blocks!D1', 'Std');
    await expect(sell(book)).rejects.toThrow('The column "Hours" is missing.');
  });

  it('tells no figure of a client with a row that cannot be counted, but sells', async () => {
    const book = await firm();
    await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Acme', Hours: 'abc' });
    expect(await sell(book)).toMatchObject({ sold: { number: 'B-0001', left: null } });
  });

  it('arms the notices anew', async () => {
    const book = await firm();
    await sell(book, { hours: '10', date: '2026-11-02' });
    await addRow(book, 'Time', { Date: '2026-11-03', Client: 'Acme', Hours: '8' });
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices')).toMatchObject([{ Block: 'B-0001', Level: 'low', State: 'Sent' }]);

    await sell(book);
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 22, State: 'fine' });
    await book.advanceTo('2026-11-24T12:00');
    await book.open();
    await addRow(book, 'Time', { Date: '2026-11-24', Client: 'Acme', Hours: '20' });
    await book.call('runDaily');
    expect(rowsOf(book, 'Notices')).toMatchObject([
      { Block: 'B-0001', Level: 'low' },
      { Block: 'B-0002', Level: 'low', State: 'Sent' },
    ]);
  });
});
