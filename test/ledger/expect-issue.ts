import { expect } from 'vitest';
import { routeOf } from '../../src/ledger/notices/due';
import { figuresOf } from '../../src/ledger/reports/figures';
import { hoursOf } from '../../src/ledger/units/seconds';
import { type Book, balance, block, ledgerOf, messages, type Row, settledIn, work } from './builders';

const clients: readonly Row[] = [{ Client: 'Acme' }, { Client: 'Bolt' }];
/** Acme and Bolt both bought 20 hours and used 4; row 2 of Blocks and Time is Acme's, row 3 is Bolt's. */
export const good: Required<Pick<Book, 'clients' | 'blocks' | 'time'>> = {
  clients,
  blocks: [block(20), block(20, { Client: 'Bolt' })],
  time: [work('2026-02-02', 4), work('2026-02-02', 4, { Client: 'Bolt' })],
};
export const withTime = (...rows: Row[]): Book => ({ ...good, time: [...good.time, ...rows] });
export const withBlocks = (...rows: Row[]): Book => ({ ...good, blocks: [...good.blocks, ...rows] });

/** Only Acme's row cannot be counted: the good rows of both still count, and only Acme's figures are refused. */
export function expectBroken(book: Book, message: string): void {
  const ledger = ledgerOf(book);
  expect(messages(book)).toEqual([message]);
  expect([...ledger.broken.keys()]).toEqual(['acme']);
  const [acme, bolt] = ['Acme', 'Bolt'].map(name => figuresOf(settledIn(ledger, name), ledger));
  expect(acme).toMatchObject({ broken: message.replace(/^(\D+)(\d+):/, '$1row $2:'), rowsLeftOut: 1 });
  expect(bolt).toMatchObject({ broken: undefined, rowsLeftOut: 0 });
  expect([acme, bolt].map(each => each && hoursOf(each.balance))).toEqual([16, 16]);
  expect(routeOf(settledIn(ledger), ledger).kind).toBe('review');
}

/** The row is noted, and nothing is left out. */
export function expectNoted(book: Book, message: string, hours = 16): void {
  expect(messages(book)).toEqual([message]);
  expect(ledgerOf(book).broken.size).toBe(0);
  expect(balance(book)).toBe(hours);
  expect(balance(book, undefined, 'Bolt')).toBe(16);
}
