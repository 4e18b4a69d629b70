/** Of a name that is not in Clients the likeliest is said, with what mends it. */

import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../src/ledger/plausible/near-names';
import { type Book, block, ledgerOf, work } from '../builders';

const names = ['Oak Dental', 'Maple Law LLC', 'Brewer & Sons', 'IBM'];

describe('the name that was meant', () => {
  it.each([
    ['Oak Dentel', 'Oak Dental'],
    ['oak dental llc', 'Oak Dental'],
    ['Oak', 'Oak Dental'],
    ['Maple Law', 'Maple Law LLC'],
    ['Brewer and Sons', 'Brewer & Sons'],
    ['Berwer & Sons', 'Brewer & Sons'],
    ['IBN', undefined],
    ['Cedar Clinic', undefined],
  ])('of %s is %s', (typed, meant) => {
    expect(nearestName(typed, names)).toBe(meant);
  });

  it('is none where two are as near', () => {
    expect(nearestName('Acme Nord', ['Acme Nord 1', 'Acme Nord 2'])).toBeUndefined();
  });
});

const clients = [{ Client: 'Oak Dental' }, { Client: 'Bolt' }];
const issuesIn = (book: Book) =>
  ledgerOf(book).issues.map(({ tab, row, message, mends = [] }) => ({ at: `${tab} ${row}`, message, mends }));
const oak = { Client: 'Oak Dental' };

it('asks after a slip, and offers to write the name wherever it stands', () => {
  const slip = { Client: 'Oak Dentel' };
  const time = [work('2026-02-02', 1, slip), work('2026-02-03', 1, slip)];
  const [found] = issuesIn({ clients, blocks: [block(5, oak)], time });
  expect(found).toMatchObject({ at: 'Time 2', message: expect.stringContaining('Did you mean Oak Dental?') });
  expect(found?.mends).toEqual([
    {
      label: 'Write Oak Dental in 2 rows of Time',
      cells: [2, 3].map(row => ({ tab: 'Time', row, header: 'Client', value: 'Oak Dental' })),
    },
  ]);
});

it('asks whether a client was renamed in Clients, and offers the old name', () => {
  const before = { Client: 'Oakwood' };
  const book = { clients: [{ Client: 'Oak Family Dentists' }, { Client: 'Bolt' }] };
  const bolt = block(5, { Client: 'Bolt' });
  const [found] = issuesIn({
    ...book,
    blocks: [bolt, block(5, before)],
    time: [work('2026-02-02', 1, before)],
  });
  expect(found).toMatchObject({
    at: 'Blocks 3',
    message: expect.stringContaining('Was it renamed to Oak Family Dentists in row 2 of Clients?'),
    mends: [
      {
        label: 'Put Oakwood back',
        cells: [{ tab: 'Clients', row: 2, header: 'Client', value: 'Oakwood' }],
      },
    ],
  });
});

it('advises to add a name that is like none', () => {
  const book = {
    clients,
    blocks: [block(5, oak), block(5, { Client: 'Bolt' }), block(5, { Client: 'Cedar' })],
  };
  expect(issuesIn(book)).toEqual([
    {
      at: 'Blocks 4',
      message: 'Client "Cedar" is not in Clients. Its rows count; add it there, or correct the name.',
      mends: [],
    },
  ]);
});

it.each(['Total', 'Totals:', 'Grand total', 'Summe', 'Total hours'])('takes %s for no client', word => {
  const blocks = [block(5, oak), { Client: word, Hours: 5 }];
  const time = [work('2026-02-02', 1, oak), { Date: word, Hours: 1 }];
  const ledger = ledgerOf({ clients, blocks, time });
  expect(ledger.issues.map(({ tab, row, message }) => `${tab} ${row} ${message.slice(0, 34)}`)).toEqual([
    'Blocks 3 This looks like a row of totals, s',
    'Time 3 This looks like a row of totals, s',
  ]);
  expect([[...ledger.clients.keys()], ledger.broken.size]).toEqual([['oak dental', 'bolt'], 0]);
});

it('takes a client for one that is called so', () => {
  const ledger = ledgerOf({ clients: [{ Client: 'Total' }], blocks: [{ Client: 'Total', Hours: 5 }] });
  expect(ledger.issues.map(({ message }) => message)).toEqual([expect.stringContaining('Date is blank')]);
});
