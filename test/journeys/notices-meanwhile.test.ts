/** People who set a State of Notices while a run sends; who moves its rows is swept in workflows-sweep.test.ts. */
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Edit } from '../../workbench/services/meanwhile';
import { typeInto } from '../../workbench/services/people';
import { dayAlone, rewind } from './fault-sweep';
import { rowsOf } from './firm';
import { lowClients, recipients } from './low-firm';
import { strikeEach } from './strikes';

const clients = 4;
/** Enough of each run for every way in which it can end. */
const early = 2;

/** Does the edit right before each call of a run that carries data, one run for each, and looks after every one. */
async function disturb(edit: Edit, check: (book: Workbook, call: number) => void): Promise<void> {
  const book = await lowClients(clients);
  const properties = new Map(book.world.properties);
  await strikeEach(
    12,
    async call => {
      rewind(book, properties);
      await book.engine.settle();
      book.meanwhile.at(call, edit);
      await dayAlone(book);
      const { struck } = book.meanwhile;
      book.meanwhile.clear();
      await dayAlone(book);
      check(book, call);
      return struck;
    },
    early,
  );
}

/** Where there is no such row yet nobody does anything to it. */
const whereRowIs =
  (row: number, edit: Edit): Edit =>
  (world, call) => {
    const tab = world.engine.tabs().find(({ name }) => name === 'Notices');
    if (tab && tab.lastRow() >= row) edit(world, call);
  };

describe('while a run sends', () => {
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
