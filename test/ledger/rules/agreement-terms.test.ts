import { describe, expect, it } from 'vitest';
import { termDifferences } from '../../../src/ledger/agreements/term-differences';
import { digestIn, termsIn } from '../agreements/agreed';
import { type Book, block, dateCell, type Row } from '../builders';

const sold: Row = { 'Discount / h': 10, Expires: dateCell('2027-06-30') };
const workTypes: readonly Row[] = [
  { 'Work type': 'Remote', Multiplier: 1 },
  { 'Work type': 'Emergency', Multiplier: 2 },
  { 'Work type': 'Night', Multiplier: 1.5 },
];
const book: Book = { blocks: [block(20, sold)], workTypes };
const withBlock = (more: Row): Book => ({ ...book, blocks: [block(20, { ...sold, ...more })] });
const withClient = (more: Row): Book => ({ ...book, clients: [{ Client: 'Acme', ...more }] });

describe('the terms of a block', () => {
  it('are its own, its client’s, and what Settings says where the client says nothing', () => {
    const settings = { 'Round up to (min)': 15, Overage: 'invoice', 'Tax (%)': 0.19 };
    expect(
      termsIn({ ...withClient({ 'Minimum (min)': 30, Overage: 'next block' }), settings }),
    ).toMatchObject({
      currency: 'USD',
      hours: 72_000,
      price: 180_000,
      tax: 34_200,
      roundUpTo: 900,
      minimum: 1800,
      roundPer: 'entry',
      overage: 'next block',
      oncePaid: false,
      specialWork: [
        { name: 'Emergency', times: 2 },
        { name: 'Night', times: 1.5 },
      ],
    });
  });

  it('wait for the payment where unpaid blocks do, but for free ones', () => {
    const settings = { 'Unpaid blocks': 'wait' };
    expect(termsIn({ ...book, settings }).oncePaid).toBe(true);
    expect(termsIn({ ...withBlock({ Price: 0 }), settings }).oncePaid).toBe(false);
  });

  it('say a kind of work that is not billable as not charged', () => {
    const types = [{ 'Work type': 'Free', Multiplier: 3, Billable: false }];
    expect(termsIn({ ...book, workTypes: types }).specialWork).toEqual([{ name: 'Free', times: 0 }]);
  });
});

describe('the digest of the terms', () => {
  it.each<[string, Book]>([
    ['another spelling of the same figures', withBlock({ 'Normal rate': '100.0', Tax: '0' })],
    ['the price typed that it comes to anyway', withBlock({ Price: 1800 })],
    ['work types in another order and case', { ...book, workTypes: [...workTypes].reverse().map(lower) }],
    [
      'another contact, address or language',
      withClient({ Contact: 'Sam', Email: 'a@b.example', Language: 'de' }),
    ],
    [
      'a reference, a note, the day of payment',
      withBlock({ Reference: 'I-1', 'Paid on': dateCell('2026-02-01') }),
    ],
    ['when to warn', withClient({ 'Warn at (h)': 9, Notices: 'Off' })],
    ['a kind of work that counts once', { ...book, workTypes: [...workTypes, { 'Work type': 'New' }] }],
  ])('is the same with %s', (_, other) => {
    expect(digestIn(other)).toBe(digestIn(book));
    expect(termDifferences(termsIn(book), termsIn(other))).toEqual([]);
  });

  it.each<[string, Book, string]>([
    ['hours', { ...book, blocks: [block(21, { ...sold, Price: 1800 })] }, 'hours 20 h, now 21 h'],
    ['the normal rate', withBlock({ 'Normal rate': 120, Price: 1800 }), 'normal rate 100, now 120'],
    ['the price', withBlock({ Price: 1700 }), 'price $1,800.00, now $1,700.00'],
    ['the tax', withBlock({ Tax: 5 }), 'tax $0.00, now $5.00'],
    [
      'its first day',
      withBlock({ Starts: dateCell('2026-02-01') }),
      'usable from 1 Jan 2026, now 1 Feb 2026',
    ],
    ['its last day', withBlock({ Expires: '' }), 'usable until 30 Jun 2027, now no end'],
    ['rounding', withClient({ 'Round up to (min)': 6 }), 'rounding 0 min, now 6 min'],
    ['the minimum', withClient({ 'Minimum (min)': 30 }), 'minimum 0 min, now 30 min'],
    ['round per', withClient({ 'Round per': 'day' }), 'round per entry, now day'],
    ['the overage', withClient({ Overage: 'invoice' }), 'overage next block, now invoice'],
    ['a multiplier', { ...book, workTypes: workTypes.slice(0, 2) }, 'Night ×1.5, now ×1'],
    [
      'what is billable',
      { ...book, workTypes: [...workTypes, { 'Work type': 'Travel', Billable: false }] },
      'Travel ×1, now not charged',
    ],
    [
      'when unpaid blocks may be used',
      { ...book, settings: { 'Unpaid blocks': 'wait' } },
      'usable from 1 Jan 2026, now 1 Jan 2026, once it is paid',
    ],
  ])('is another one with other %s, and a person hears what it is', (_, other, told) => {
    expect(digestIn(other)).not.toBe(digestIn(book));
    expect(termDifferences(termsIn(book), termsIn(other)).map(text => text.replace(/\u00a0/g, ' '))).toEqual([
      told,
    ]);
  });

  it('is another one in another currency', () => {
    expect(digestIn(withBlock({ Currency: 'EUR' }))).not.toBe(digestIn(book));
  });
});

function lower(row: Row): Row {
  return { ...row, 'Work type': String(row['Work type']).toLowerCase() };
}
