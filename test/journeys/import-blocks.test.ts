/** Lists of sold blocks, from a file or a paste, brought in as the page does it. */
import { describe, expect, it } from 'vitest';
import type { Answer, Given } from '../../src/dialogs/ask';
import {
  type BookScript,
  bringBook,
  lookAtBook,
  otherWindow,
  readBook,
  type SeenBook,
} from '../../src/dialogs/book-run';
import { decode } from '../../src/dialogs/decode';
import { readTable } from '../../src/dialogs/read-table';
import type { BookAnswers } from '../../src/ledger/importing/book-answers';
import type { BookPlan } from '../../src/ledger/importing/plan-book';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';
import { strikeEach } from './strikes';

const list = [
  'sep=;',
  'Sold on;Customer;Hours;Price;Paid on;Invoice;Kind;Note',
  '05.01.2026;Acme;20;1.800,00 €;10.01.2026;INV-1;;=SUM(1)',
  '05.01.2026;Müller;10;;;INV-2;;',
  '06.01.2026;Acme;$500;500;;INV-3;;',
  '07.01.2026;Acme;-2;-200;;;Refund;',
].join('\r\n');
const windows1252 = (text: string) =>
  Uint8Array.from([...text].map(letter => (letter === '€' ? 0x80 : letter.charCodeAt(0))));
const said: BookAnswers = { clients: { '*': 'new' } };

function scriptOf(book: Workbook): BookScript {
  const call = (name: string, ...given: readonly unknown[]) => book.callFromDialog(name, ...given);
  return {
    listForeignTabs: () => call('listForeignTabs') as Promise<Answer<'listForeignTabs'>>,
    listTabRows: (...given: Given<'listTabRows'>) => call('listTabRows', ...given) as never,
    previewBook: (...given) => call('previewBook', ...given) as Promise<Answer<'previewBook'>>,
    writeBook: (...given) => call('writeBook', ...given) as Promise<Answer<'writeBook'>>,
  };
}

async function look(book: Workbook, text: string, answers = said): Promise<[BookPlan, SeenBook]> {
  const form = (await book.callFromDialog('importBookForm')) as Answer<'importBookForm'>;
  const plan = readBook([{ name: 'sales.csv', rows: readTable(text).rows }], answers, form);
  return [plan, await lookAtBook(scriptOf(book), plan)];
}

async function bring(book: Workbook, text: string, attempt = 'one'): Promise<BookPlan> {
  const [plan, seen] = await look(book, text);
  await bringBook(scriptOf(book), plan, seen, { attempt, title: 'Import sold blocks' });
  return plan;
}

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  return book;
}

const blocks = (book: Workbook) =>
  rowsOf(book, 'Blocks').map(({ Block, Client, Hours, Price, Reference }) => [
    ...[Block, Client, Hours, Price, Reference],
  ]);
const text = decode(windows1252(list)).text;

describe('a list of sold blocks', () => {
  it('shows what it does, comes in once from a file or a paste, and one undo takes it back', async () => {
    const book = await firm();
    const [plan, { preview }] = await look(book, text);
    expect(blocks(book)).toEqual([]);
    expect(otherWindow(plan)).toBeUndefined();
    expect(preview.effects.map(({ client }) => client)).toEqual(['Acme', 'Müller']);
    expect(plan.tabs[0]?.unreadable.map(({ line }) => line)).toEqual([5, 6]);

    await bring(book, text);
    expect(rowsOf(book, 'Blocks')).toMatchObject([
      {
        ...{ Block: 'B-0001', Date: '2026-01-05', Client: 'Acme', Hours: 20, Price: 1800, Currency: 'EUR' },
        ...{ 'Paid on': '2026-01-10', Reference: 'INV-1', Note: '=SUM(1)' },
      },
      { Block: 'B-0002', Client: 'Müller', Hours: 10, Currency: 'USD', 'Normal rate': 100 },
    ]);
    expect(rowsOf(book, 'Clients').map(({ Client }) => Client)).toEqual(['Acme', 'Müller']);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(20);

    const stands = blocks(book);
    const again = await bring(book, list.replace(/;/g, '\t').replace('sep=\t\r\n', ''), 'two');
    expect([again.blocks, again.tabs[0]?.already, blocks(book)]).toEqual([[], 2, stands]);

    await book.call('undoLastDialog');
    expect([blocks(book), rowsOf(book, 'Clients').map(({ Client }) => Client)]).toEqual([[], ['Acme']]);
  });

  it('that died at any call is completed by the same attempt, as in one go', async () => {
    const peace = await firm();
    await bring(peace, text);
    const [plan, seen] = await look(await firm(), text);
    await strikeEach(
      15,
      async call => {
        const book = await firm();
        const write = () =>
          bringBook(scriptOf(book), plan, seen, { attempt: 'one', title: 'Import sold blocks' });
        book.faults.killAt(call, { mode: 'FULL', kind: 'data' });
        const isReached = await write().then(
          () => false,
          () => true,
        );
        book.faults.disarm();
        if (isReached) await write();
        expect([call, blocks(book)]).toEqual([call, blocks(peace)]);
        return isReached;
      },
      3,
    );
  });

  it('is no client list and no log of work: each is sent to its own window', async () => {
    const book = await firm();
    const kindOf = async (table: string) => otherWindow((await look(book, table))[0])?.kind;
    expect(await kindOf('Client,Email\nBolt,b@bolt.example')).toBe('clients');
    expect(await kindOf('Date,Client,User,Hours,Description\n2026-01-05,Acme,Kim,2,Mended')).toBe('hours');
  });
});
