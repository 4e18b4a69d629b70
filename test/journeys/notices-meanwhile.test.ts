/** People who sort, insert and delete rows of Notices while a run sends. */
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Edit } from '../../workbench/services/meanwhile';
import { deleteRow, insertAbove, sortTab, typeInto } from '../../workbench/services/people';
import { dayAlone, rewind } from './fault-sweep';
import { rowsOf } from './firm';
import { lowClients, recipients } from './low-firm';
import { strikeEach } from './strikes';

const clients = 4;

/** Does the edit right before each call of a run that carries data, one run for each, and looks after every one. */
async function disturb(edit: Edit, check: (book: Workbook, call: number) => void): Promise<void> {
  const book = await lowClients(clients);
  const properties = new Map(book.world.properties);
  await strikeEach(12, async call => {
    rewind(book, properties);
    await book.engine.settle();
    book.meanwhile.at(call, edit);
    await dayAlone(book);
    const { struck } = book.meanwhile;
    book.meanwhile.clear();
    await dayAlone(book);
    check(book, call);
    return struck;
  });
}

/** The client's own address by its number. */
const addressOf = (client: unknown) => `c${Number(String(client).slice(-2))}@client.example`;

function expectEachOnce(book: Workbook, call: number): void {
  const sent = recipients(book);
  expect([call, sent.sort()]).toEqual([call, ['c1', 'c2', 'c3', 'c4'].map(each => `${each}@client.example`)]);
  const rows = rowsOf(book, 'Notices');
  const shown = rows.map(({ Client, State, To, Error: said }) => [Client, State, To, said]);
  const wanted = rows.map(({ Client }) => [Client, 'Sent', addressOf(Client), '']);
  expect([call, shown]).toEqual([call, wanted]);
  expect([call, new Set(rows.map(({ Key }) => Key)).size]).toEqual([call, clients]);
}

/** Where there is no such row yet nobody does anything to it. */
const whereRowIs =
  (row: number, edit: Edit): Edit =>
  (world, call) => {
    const tab = world.engine.tabs().find(({ name }) => name === 'Notices');
    if (tab && tab.lastRow() >= row) edit(world, call);
  };

describe('while a run sends', () => {
  it('a sort of Notices mails nobody twice, forgets nobody, and marks no other row', async () => {
    await disturb(whereRowIs(3, sortTab('Notices')), expectEachOnce);
  });

  it('a row inserted into Notices does not either', async () => {
    await disturb(whereRowIs(3, insertAbove('Notices', 2)), expectEachOnce);
  });

  it('a row deleted from Notices mails nobody twice and forgets nobody', async () => {
    await disturb(whereRowIs(3, deleteRow('Notices', 3)), (book, call) => {
      expect([call, recipients(book).sort()]).toEqual([
        call,
        ['c1', 'c2', 'c3', 'c4'].map(each => `${each}@client.example`),
      ]);
      for (const { Client, To, State } of rowsOf(book, 'Notices'))
        expect([call, To, State]).toEqual([call, addressOf(Client), 'Sent']);
    });
  });

  it('a State that a person sets stands, unless that very mail was leaving', async () => {
    const held: Edit = typeInto('Notices!F3', ['Held']);
    const ends: string[] = [];
    await disturb(whereRowIs(3, held), (book, call) => {
      const sent = recipients(book).sort();
      const [, row] = rowsOf(book, 'Notices');
      const others = ['c1', 'c3', 'c4'].map(each => `${each}@client.example`);
      const isMailed = sent.includes('c2@client.example');
      expect([call, sent]).toEqual([call, isMailed ? [...others, 'c2@client.example'].sort() : others]);
      ends.push(`${row?.State} ${isMailed ? 'mailed' : 'not mailed'}`);
    });
    // Set after the mail has left it is a word about the past.
    expect(new Set(ends)).toEqual(new Set(['Held not mailed', 'Sent mailed', 'Held mailed']));
  });
});
