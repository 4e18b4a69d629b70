/** Slips that count as they stand are said, spoil the state beside the figure, and keep its mail for a person. */

import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/ledger/notices/due';
import { likelyHours } from '../../../src/ledger/plausible/doubtful-work';
import { inYearUpTo } from '../../../src/ledger/plausible/stray-dates';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { type Book, block, day, ledgerOf, type Row, settledIn, work } from '../builders';

const today = '2026-02-10';
const base: Book = { today, blocks: [block(20, { 'Paid on': '2026-01-02' })], time: [work('2026-02-02', 1)] };
const withTime = (...rows: Row[]): Book => ({ ...base, time: [work('2026-02-02', 1), ...rows] });
const withBlocks = (...rows: Row[]): Book => ({ ...base, blocks: [...(base.blocks ?? []), ...rows] });

/** What is said of which cell, the state, and how a notice of the client would go. */
function seen(book: Book) {
  const ledger = ledgerOf(book);
  const settled = settledIn(ledger);
  return {
    said: ledger.issues.map(({ tab, row, header, message }) => `${tab} ${row} ${header}: ${message}`),
    offered: ledger.issues.flatMap(({ mends = [] }) => mends.map(({ label }) => label)),
    state: figuresOf(settled, ledger).state,
    route: routeOf(settled, ledger).kind,
  };
}

const plain = { said: [], offered: [], state: 'fine', route: 'send' };

/** Each slip that the rules name; a new one gets its line here. */
const slips: readonly (readonly [string, Book, RegExp, readonly string[]])[] = [
  [
    'more than a day in one row',
    withTime(work('2026-02-03', 150)),
    /^Time 3 Hours: 150 h in one row is more than a day has/,
    ['Write 1.5', 'Write 2.5', 'It is right'],
  ],
  [
    'more than a day of one person, over all clients',
    {
      ...withTime(
        work('2026-02-03', 13, { Who: 'Ann' }),
        work('2026-02-03', 12, { Who: 'ann ', Client: 'Bolt' }),
      ),
      clients: [{ Client: 'Acme' }, { Client: 'Bolt' }],
    },
    /^Time 3 Hours: Ann has 25 h on 3 Feb 2026/,
    ['Write 1.3', 'It is right'],
  ],
  [
    'more than the newest block has',
    withTime(work('2026-02-03', 20.5)),
    /^Time 3 Hours: 20.5 h in one row is more than the client's newest block has \(20 h\)/,
    ['It is right'],
  ],
  [
    'two equal rows of work',
    withTime(work('2026-02-02', '1:00')),
    /^Time 3 undefined: Says the same as row 2: typed twice\?/,
    [],
  ],
  [
    'two equal sales',
    withBlocks(block(20)),
    /^Blocks 3 undefined: Says the same as row 2: typed twice\?/,
    [],
  ],
  [
    'a purchase for 0',
    withBlocks(block(5, { Price: 0 })),
    /^Blocks 3 Price: A Purchase for 0/,
    ['Make it Goodwill'],
  ],
  [
    'a date more than a year ahead',
    withTime(work('2062-02-03', 1)),
    /^Time 3 Date: Dated 3 Feb 2062, more than a year from today/,
    ['Write 3 Feb 2026'],
  ],
  [
    'a year that the rows around it do not have',
    withTime(work('2025-01-03', 1)),
    /^Time 3 Date: Dated 3 Jan 2025, more than a year from today/,
    ['Write 3 Jan 2026'],
  ],
  [
    'a payment that cannot be read, where unpaid hours wait',
    { ...base, settings: { 'Unpaid blocks': 'wait' }, blocks: [block(20, { 'Paid on': 'yes' })] },
    /^Blocks 2 Paid on: Paid on "yes" is no day, so the block counts as unpaid/,
    [],
  ],
];

describe('a slip that counts as it stands', () => {
  it('is none in an ordinary book', () => {
    expect(seen(base)).toEqual(plain);
  });

  it.each(slips)('is said, spoils the state, and keeps the mail: %s', (_, book, said, offered) => {
    const found = seen(book);
    expect(found).toMatchObject({
      said: [expect.stringMatching(said)],
      offered,
      state: 'check',
      route: 'review',
    });
  });

  it('of a payment spoils nothing where unpaid hours are used', () => {
    const found = seen({ ...base, blocks: [block(20, { 'Paid on': 'yes' })] });
    expect(found).toMatchObject({
      said: [expect.stringMatching(/counts as unpaid/)],
      state: 'fine',
      route: 'send',
    });
  });

  it('is none any more where Charged confirms it, and one where Charged is the slip', () => {
    expect(seen(withTime(work('2026-02-03', 30, { Charged: 30 })))).toMatchObject({
      said: [],
      route: 'send',
    });
    const emergency = { Charged: 60, 'Work type': 'Emergency' };
    expect(seen(withTime(work('2026-02-03', 30, emergency)))).toMatchObject({ said: [] });
    expect(seen(withTime(work('2026-02-02', 1, { Charged: 1 }))).said).toEqual([]);
    const slip = seen(withTime(work('2026-02-03', 1.5, { Charged: 150 })));
    expect(slip.said).toEqual([expect.stringMatching(/^Time 3 Charged: 150 h in one row/)]);
    const alone = seen(withTime(work('2026-02-03', '', { Charged: 150 })));
    expect(alone).toMatchObject({
      said: [expect.stringMatching(/^Time 3 Charged/)],
      offered: ['Write 1.5', 'Write 2.5'],
    });
  });

  it('is none of two people, of other words, or of people without a name', () => {
    const ann = work('2026-02-03', 2, { Who: 'Ann' });
    expect(seen(withTime(ann, { ...ann, Who: 'Bob' })).said).toEqual([]);
    expect(seen(withTime(ann, { ...ann, 'What was done': 'more' })).said).toEqual([]);
    expect(seen(withTime(work('2026-02-03', 13), work('2026-02-03', 14))).said).toEqual([]);
  });

  it('is none of old rows among their like, in whichever order', () => {
    const old = ['2023-01-02', '2024-05-02', '2025-01-02', '2026-02-02'].map(date => work(date, 1));
    const blocks = [block(20, { Date: '2023-01-01' })];
    for (const time of [old, [...old].reverse()]) expect(seen({ ...base, blocks, time }).said).toEqual([]);
  });
});

it('offers the hours that were meant, most likely', () => {
  expect([150, 90, 26, 225, 1200, 25.5].map(likelyHours)).toEqual([
    [1.5, 2.5],
    [9, 1.5],
    [2.6],
    [2.25, 3.75],
    [12],
    [],
  ]);
});

it('offers the day of the last twelve months', () => {
  expect(inYearUpTo(day('2062-02-03'), day(today))).toBe(day('2026-02-03'));
  expect(inYearUpTo(day('2016-12-31'), day(today))).toBe(day('2025-12-31'));
  expect(inYearUpTo(day('2024-02-29'), day('2026-06-01'))).toBe(day('2026-02-28'));
});

it('the same work for many clients on one day is no row typed twice, and one that is, is found among them', () => {
  const names = Array.from({ length: 400 }, (_, index) => `Client ${index}`);
  const said = (time: readonly Row[]) =>
    ledgerOf({ today, clients: names.map(Client => ({ Client, Active: true })), time })
      .issues.filter(({ message }) => message.startsWith('Says the same'))
      .map(({ row, message }) => [row, message.split(':')[0]]);
  const each = names.map(Client => work('2026-02-02', 1, { Client, 'What was done': 'Backups' }));
  expect(said(each)).toEqual([]);
  expect(said([...each, ...each.slice(7, 9)])).toEqual([
    [402, 'Says the same as row 9'],
    [403, 'Says the same as row 10'],
  ]);
});
