import { describe, expect, it } from 'vitest';
import { explainRows } from '../../../src/ledger/reports/explain';
import { fingerprint } from '../../../src/ledger/reports/fingerprint';
import { balanceOf } from '../../../src/ledger/rules/settle';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { hoursOf } from '../../../src/ledger/units/seconds';
import { type Book, block, dateCell, day, durationCell, ledgerOf, settledIn, work } from '../builders';

function explained(book: Book, asOf = '2026-12-31'): unknown[][] {
  const ledger = ledgerOf(book);
  const client = ledger.clients.get('acme');
  if (!client) throw new Error('No Acme');
  const show = (cell: unknown) =>
    typeof cell === 'object' && cell !== null && 'date' in cell
      ? isoDate(cell.date as ReturnType<typeof day>)
      : cell;
  return explainRows({ ...ledger, client }, day(asOf)).map(row => row.map(show));
}

describe('the explanation of a balance', () => {
  const book: Book = {
    settings: { 'Round up to (min)': 60 },
    blocks: [
      block(2, { Expires: '2026-02-28' }),
      block(3, { Kind: 'Goodwill', Note: 'late', Date: '2026-02-02' }),
      block(10, { Date: '2026-04-01' }),
      block(-1, { Date: '2026-04-02', Kind: 'Refund' }),
    ],
    time: [
      work('2026-01-10', 0.5, { 'What was done': 'Printer' }),
      work('2026-02-10', 3.5, { 'Work type': 'Remote' }),
      work('2026-03-10', 2, { 'What was done': 'Server' }),
      work('2026-04-03', 1, { 'Work type': 'Under agreement' }),
    ],
  };

  it('is every event with its block, and the last "left after" is the balance', () => {
    expect(explained(book)).toEqual([
      ['Date', 'What', 'Worked', 'Charged', 'Block', 'Drawn', 'Left after'],
      ['2026-01-01', '2 h bought', '', '', 'B-0001', '', 2],
      ['2026-01-10', 'Printer', 0.5, 1, 'B-0001', 1, 1],
      ['2026-02-02', '3 h free', '', '', 'B-0002', '', 4],
      ['2026-02-10', 'Remote', 3.5, 4, 'B-0001', 1, 3],
      ['2026-02-10', 'Remote', '', '', 'B-0002', 3, 0],
      ['2026-03-10', 'Server', 2, 2, 'waiting', 2, -2],
      ['2026-04-01', '10 h bought', '', '', 'B-0003', '', 8],
      ['2026-04-01', 'Covers hours that were waiting', '', '', 'B-0003', 2, 8],
      ['2026-04-02', 'Taken out (row 5 of Blocks)', '', '', 'B-0003', 1, 7],
      ['2026-04-03', 'Under agreement', 1, 0, '', 0, 7],
    ]);
    expect(hoursOf(balanceOf(settledIn(ledgerOf(book))))).toBe(7);
  });

  it('ends on the day asked for', () => {
    expect(explained(book, '2026-01-09')).toHaveLength(2);
    expect(explained(book, '2026-01-10')).toHaveLength(3);
  });

  it('says what expired, what was moved and what is to be invoiced', () => {
    const blocks = [
      block(2, { Kind: 'Opening', Expires: '2026-01-31' }),
      block(1, { Kind: 'Transfer', Price: 90, Date: '2026-01-02' }),
      block(1, { Kind: 'Correction', Note: 'slip', Date: '2026-01-02' }),
      block(-3, { Kind: 'Refund', Date: '2026-02-02' }),
      block(1, { Kind: 'Overage invoice', Date: '2026-03-31' }),
    ];
    const rows = explained({ settings: { Overage: 'invoice' }, blocks, time: [work('2026-03-01', 1.5)] });
    expect(rows.slice(1).map(row => [row[1], row[4], row[5], row[6]])).toEqual([
      ['2 h brought forward', 'B-0001', '', 2],
      ['1 h moved here', 'B-0002', '', 3],
      ['1 h added as a correction', 'B-0003', '', 4],
      ['Expired unused', 'B-0001', 2, 2],
      ['Taken out (row 5 of Blocks)', 'B-0002', 1, 1],
      ['Taken out (row 5 of Blocks)', 'B-0003', 1, 0],
      ['Refund: more than was left', 'waiting', 1, -1],
      ['Work', 'to invoice', 1.5, -1],
      ['Overage invoiced', 'B-0005', 1, 0],
    ]);
  });

  it('tells of the client alone', () => {
    const other = {
      ...book,
      time: [work('2026-01-10', 5, { Client: 'Bolt' })],
      blocks: [block(5, { Client: 'Bolt' })],
    };
    expect(explained(other)).toHaveLength(1);
  });
});

describe('the fingerprint', () => {
  const parts = (book: Book) => {
    const taken: unknown[] = [];
    fingerprint(ledgerOf(book), part => void taken.push(part));
    return JSON.stringify(taken.map(part => [typeof part, part]));
  };
  const book: Book = {
    blocks: [block(10, { Block: 'B-0001', Expires: '2026-12-31' })],
    time: [work('2026-02-01', 1.5)],
    notices: [{ Block: 'B-0001', 'Sent at': dateCell('2026-03-01') }],
  };
  const base = parts(book);

  it('stays where the same is typed in another form', () => {
    expect(parts({ ...book, time: [work('01.02.2026', '1:30')] })).toBe(base);
    expect(
      parts({ ...book, time: [work('2026-02-01', durationCell(1.5), { Client: ' ACME', Who: 'Ann' })] }),
    ).toBe(base);
  });

  it.each<[string, Book]>([
    ['hours of an entry', { ...book, time: [work('2026-02-01', 1.75)] }],
    ['the date of an entry', { ...book, time: [work('2026-02-02', 1.5)] }],
    ['the start of an entry', { ...book, time: [work('2026-02-01', 1.5, { Start: '9:00' })] }],
    ['a typed charge', { ...book, time: [work('2026-02-01', 1.5, { Charged: 0 })] }],
    ['a work type', { ...book, time: [work('2026-02-01', 1.5, { 'Work type': 'Emergency' })] }],
    ['the words of an entry', { ...book, time: [work('2026-02-01', 1.5, { 'What was done': 'x' })] }],
    [
      'an entry that cannot be read any more',
      { ...book, time: [...(book.time ?? []), work('2026-02-01', 'x')] },
    ],
    ['a block', { ...book, blocks: [block(10, { Block: 'B-0001' })] }],
    [
      'the price of a block',
      { ...book, blocks: [block(10, { Block: 'B-0001', Expires: '2026-12-31', Price: 5 })] },
    ],
    [
      'the kind of a block',
      { ...book, blocks: [block(10, { Block: 'B-0001', Expires: '2026-12-31', Kind: 'Opening' })] },
    ],
    [
      'the payment of a block',
      { ...book, blocks: [block(10, { Block: 'B-0001', Expires: '2026-12-31', 'Paid on': '2026-01-01' })] },
    ],
    ['today', { ...book, today: '2026-12-30' }],
    ['unpaid blocks', { ...book, settings: { 'Unpaid blocks': 'wait' } }],
    ['the pace', { ...book, settings: { 'Pace (weeks)': 4 } }],
    ['the days before expiry', { ...book, settings: { 'Warn before expiry (days)': 1 } }],
    ['rounding', { ...book, settings: { 'Round up to (min)': 15 } }],
    ['a client’s threshold', { ...book, clients: [{ Client: 'Acme', 'Warn at (h)': 1 }] }],
    ['an inactive client', { ...book, clients: [{ Client: 'Acme', Active: 'no' }] }],
    ['another client', { ...book, clients: [{ Client: 'Acme' }, { Client: 'Bolt' }] }],
    ['the last notice', { ...book, notices: [] }],
  ])('changes with %s', (_, changed) => {
    expect(parts(changed)).not.toBe(base);
  });
});
