import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Execution } from '../../workbench/services/execution';
import { addRow, openFirm, rowsOf } from './firm';

async function firm() {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme' });
  await addRow(book, 'Clients', { Client: 'Euro', Currency: 'EUR', 'Normal rate': '80', 'Tax (%)': '19%' });
  return book;
}

async function setSetting(book: Workbook, name: string, value: string) {
  const place = rowsOf(book, 'Settings').findIndex(({ Setting }) => Setting === name) + 2;
  await book.edit(`Settings!B${place}`, value);
}

async function quotesIn(book: Workbook, work: () => Promise<unknown>): Promise<Execution[]> {
  const before = book.executions.length;
  await work();
  return book.executions.slice(before).filter(({ options }) => options.name === 'BLOCKQUOTE');
}

const calls = (run: Execution, method: string) => run.calls.filter(call => call.method === method).length;

describe('BLOCKQUOTE', () => {
  it('prices a block by the rate card, for anybody and for a client, without tax', async () => {
    const book = await firm();
    const answers: Record<string, unknown> = {
      '=BLOCKQUOTE(20)': 1800,
      '=BLOCKQUOTE(9.99)': 999,
      '=BLOCKQUOTE("20h 30m")': 1845,
      '=BLOCKQUOTE(20; "acme ")': 1800,
      '=BLOCKQUOTE(20; "Euro")': 1600, // no card of its currency
      '=BLOCKQUOTE("")': '',
      '=BLOCKQUOTE(0)': { error: 'Hours must be above zero, such as 20.' },
      '=BLOCKQUOTE("many")': {
        error: 'Hours "many" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.',
      },
      '=BLOCKQUOTE(20; "Nobody")': {
        error: 'No client "Nobody" in Clients, Blocks or Time. Check the spelling.',
      },
    };
    for (const [formula, value] of Object.entries(answers)) {
      expect([formula, await book.formula(formula)]).toEqual([formula, value]);
    }
  });

  it('takes the card of the client’s currency, and follows every change of card and rate', async () => {
    const book = await firm();
    await addRow(book, 'Settings', { Setting: 'Rate card EUR', Value: '20 h: 8' });
    book.engine.insertTab('Mine');
    await book.edit('Mine!A1', '=BLOCKQUOTE(20; "Euro")');
    await book.edit('Mine!A2', '=BLOCKQUOTE(20)');
    const shown = () => book.print('Mine').map(([cell]) => cell);
    expect(shown()).toEqual([1440, 1800]);

    await setSetting(book, 'Rate card EUR', '20 h: 10');
    await setSetting(book, 'Rate card', '0');
    expect(shown()).toEqual([1400, 2000]);
    await setSetting(book, 'Normal rate', '120');
    expect(shown()).toEqual([1400, 2400]);
  });

  it('gives a column for a range of hours, with blanks and messages in their place', async () => {
    const book = await firm();
    book.engine.insertTab('Mine');
    await book.edit('Mine!A1', [['10'], [''], ['-2'], ['40']]);
    await book.edit('Mine!B1', '=BLOCKQUOTE(A1:A4)');
    expect(book.print('Mine').map(([, price]) => price)).toEqual([
      950,
      '',
      'Hours must be above zero, such as 20.',
      3400,
    ]);
  });

  it('never prices by a rate that cannot be read; a broken row of work is no matter', async () => {
    const book = await firm();
    await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Acme', Hours: 'abc' });
    expect(await book.formula('=BLOCKQUOTE(20; "Acme")')).toBe(1800);
    await book.edit('Clients!G2', 'a lot');
    expect(await book.formula('=BLOCKQUOTE(20; "Acme")')).toEqual({
      error: expect.stringContaining('Clients row 2: Normal rate "a lot" cannot be read.'),
    });
  });

  it('is completed with the stamp, and then answers from the cache alone', async () => {
    const book = await firm();
    book.engine.insertTab('Mine');
    await book.edit('Mine!A1', '=BLOCKQUOTE(20; "Acme")');
    const tab = book.engine.tabs().find(({ name }) => name === 'Mine');
    expect(tab?.formulas({ row: 1, column: 1, rows: 1, columns: 1 })).toEqual([
      ['=BLOCKQUOTE(20; "Acme"; Ledger)'],
    ]);

    for (const formula of ['=BLOCKQUOTE(30; "Euro"; Ledger)', '=BLOCKQUOTE(30; Ledger)']) {
      const runs = await quotesIn(book, () => book.formula(formula));
      expect(runs).not.toEqual([]);
      for (const run of runs) expect([calls(run, 'getValues'), run.count('data')]).toEqual([0, 1]);
    }
    book.world.caches.clear();
    const runs = await quotesIn(book, () => book.formula('=BLOCKQUOTE(31; "Euro"; Ledger)'));
    const reading = runs.filter(run => calls(run, 'getValues') > 0);
    expect(reading).toHaveLength(1);
    expect(reading[0]?.count('data')).toBeLessThanOrEqual(9);
  });
});
