import { describe, expect, it } from 'vitest';
import { balance, block, ledgerOf, messages, type Row, work } from './builders';
import { expectBroken, expectNoted, withBlocks } from './expect-issue';

describe('a row of Blocks that cannot be counted', () => {
  it.each<[string, Row, string]>([
    ['no hours', { Hours: '' }, 'Hours is blank. Type how many hours were bought, such as 20.'],
    ['0 hours', { Hours: 0 }, 'Hours is 0. Type how many hours were bought, such as 20.'],
    [
      'hours below zero',
      { Hours: -5 },
      'Hours is below zero. To take hours out, choose the Kind Correction, Refund or Transfer.',
    ],
    ['a refund above zero', { Kind: 'Refund' }, 'A Refund takes hours out, so its Hours must be below zero.'],
    ['no date', { Date: '' }, 'Date is blank. Type the day on which the block was sold.'],
    [
      'no such day to expire',
      { Expires: '2026-13-40' },
      'Expires "2026-13-40" cannot be read. Type a date such as 2026-11-23.',
    ],
    [
      'an unknown kind',
      { Kind: 'Gift' },
      'Kind "Gift" cannot be read. Choose one of: Purchase, Opening, Goodwill, Correction, Refund, Transfer, Overage invoice, Write-off, Payment.',
    ],
    [
      'a discount above the rate',
      { 'Discount / h': 101 },
      'Discount / h is more than the normal rate. Correct one of them.',
    ],
    ['a price below zero', { Price: -1 }, 'Price is below zero. Type what the client pays.'],
    [
      'a price that nobody can pay',
      { Price: 2e11 },
      'The price is too large to be counted. Correct Hours, Normal rate or Price.',
    ],
    [
      'a sign for a currency',
      { Currency: '$' },
      'Currency "$" cannot be read. Type a code such as USD or EUR.',
    ],
  ])('with %s', (_, row, message) => {
    expectBroken(withBlocks({ ...block(10), ...row }), `Blocks 4: ${message}`);
  });

  it('is nobody’s without a client', () => {
    expectNoted(withBlocks(block(10, { Client: '' })), 'Blocks 4: Client is blank. Choose the client.');
  });
});

describe('a payment', () => {
  const sold = block(10, { Block: 'B-0001' });
  const payment = (more: Row): Row => ({
    Date: '2026-01-05',
    Client: 'Acme',
    Kind: 'Payment',
    Price: 100,
    Reference: 'B-0001',
    ...more,
  });

  it('of a block that was sold to the client counts', () => {
    expect(messages({ blocks: [sold, payment({})] })).toEqual([]);
  });

  it.each<[string, Row, string]>([
    ['no block', { Reference: '' }, 'A Payment needs the number of the block that it pays in Reference.'],
    [
      'a block that is not there',
      { Reference: 'B-0009' },
      'Reference "B-0009" is no block that was sold to this client, so nobody knows what was paid. Type its number.',
    ],
    ['no amount', { Price: '' }, 'Price is blank. Type what was paid, with its tax.'],
    [
      'money that went out',
      { Price: -100 },
      'A Payment is money that came, so its Price must be above zero.',
    ],
    ['hours', { Hours: 2 }, 'A Payment brings no hours. Clear Hours, or choose another Kind.'],
    [
      'another currency',
      { Currency: 'EUR' },
      'This Payment is in EUR but B-0001 is in USD. Make both one currency.',
    ],
  ])('with %s cannot be counted', (_, more, message) => {
    const ledger = ledgerOf({ blocks: [sold, payment(more)] });
    expect(messages({ blocks: [sold, payment(more)] })).toEqual([`Blocks 3: ${message}`]);
    expect([...ledger.broken.keys()]).toEqual(['acme']);
  });

  it('of more than a block costs, or far from its sale, is said', () => {
    expect(messages({ blocks: [sold, payment({ Price: 1000.5 })] })).toEqual([
      'Blocks 3: B-0001 is paid with $0.50 too much. Correct a Price, or give it back.',
    ]);
    expect(messages({ blocks: [sold, payment({ Date: '2016-01-05' })] })).toEqual([
      'Blocks 3: Date is more than a year from the day of the sale. Correct the year if it is a slip.',
    ]);
    expect(messages({ blocks: [block(10, { 'Paid on': '2027-01-01' })] })).toEqual([
      'Blocks 2: Paid on is later than today (31 Dec 2026), so it does not count yet.',
    ]);
    expect(messages({ blocks: [block(10, { 'Paid on': '2024-12-31' })] })).toEqual([
      'Blocks 2: Paid on is more than a year from the day of the sale. Correct the year if it is a slip.',
    ]);
  });

  it('gets no number of its own', () => {
    const { rows } = ledgerOf({ blocks: [payment({ Hours: 0 }), sold] }).numbers;
    expect([...rows.keys()]).toEqual([3]);
  });
});

describe('what leaves without hours', () => {
  const leaving = (kind: string, more: Row = {}): Row => ({
    Date: '2026-01-05',
    Client: 'Acme',
    Kind: kind,
    ...more,
  });

  it.each<[Row, string]>([
    [leaving('Write-off'), 'A Write-off without hours needs the number of its block in Reference.'],
    [leaving('Refund', { Price: -5 }), 'A Refund without hours needs the number of its block in Reference.'],
    [
      leaving('Refund', { Reference: 'B-0001' }),
      'A Refund without hours is an allowance. Type into Price what is given back, with a minus.',
    ],
  ])('cannot be counted where it says not from what', (row, message) => {
    expect(messages({ blocks: [block(10, { Block: 'B-0001' }), row] })).toEqual([`Blocks 3: ${message}`]);
  });

  it('has a number all the same', () => {
    const blocks = [leaving('Write-off', { Reference: 'B-0001' })];
    expect(ledgerOf({ blocks }).numbers.rows.get(2)?.number).toBe('B-0001');
  });
});

it('a Tax where it cannot count is said', () => {
  const free = block(1, { Kind: 'Goodwill', Note: 'late', Tax: 19 });
  expect(messages({ blocks: [free] })).toEqual([
    'Blocks 2: A Goodwill has no tax of its own, so Tax is not counted. Clear it.',
  ]);
});

describe('a row of Blocks that counts, with an issue', () => {
  it('with a copied number', () => {
    const numbered = [block(10, { Block: 'B-0001' }), block(10, { Block: 'B-0001' })];
    expect(messages({ blocks: numbered })).toEqual([
      'Blocks 3: Block "B-0001" stands in row 2 too (a copied row?). Both count; Refresh gives this row a new number.',
      'Blocks 3: Says the same as row 2: typed twice? Both count. Delete one; if both are right, say so in Reference.',
    ]);
    expect(balance({ blocks: numbered })).toBe(20);
  });

  it('that takes hours from a block sold later', () => {
    const refund = block(-1, { Kind: 'Refund', Reference: 'B-0002' });
    expect(messages({ blocks: [refund, block(5, { Block: 'B-0002', Date: '2026-02-01' })] })).toEqual([
      'Blocks 2: Reference "B-0002" is no block that this client had by then, so the hours are taken in draw order. Correct or clear it.',
    ]);
    expect(messages({ blocks: [refund, block(5, { Block: 'B-0002' })] })).toEqual([]);
  });

  it('dated today is no issue', () => {
    const today = { Date: '2026-12-31' };
    expect(messages({ blocks: [block(5, today)], time: [work('2026-12-31', 1)] })).toEqual([]);
  });

  it('a Price of 0 beside free hours is no issue', () => {
    expect(messages({ blocks: [block(1, { Kind: 'Goodwill', Note: 'late', Price: 0 })] })).toEqual([]);
  });

  it.each<[string, Row, string, number]>([
    [
      'a number of the user’s own',
      { Block: 'March' },
      'Block "March" is not a number such as B-0001. Clear the cell to be given one.',
      26,
    ],
    [
      'an end before its start',
      { Expires: '2025-12-31' },
      'Expires is before the block can be used, so its hours are never usable. Correct Expires.',
      16,
    ],
    ['free hours without a reason', { Kind: 'Goodwill' }, 'A Goodwill needs its reason in Note.', 26],
    [
      'a price of free hours',
      { Kind: 'Goodwill', Note: 'late', Price: 5 },
      'Goodwill hours are free, so the Price is not counted. Clear it.',
      26,
    ],
    [
      'a transfer without an amount',
      { Kind: 'Transfer', Reference: 'T1' },
      'This transfer has no Price on either row, so its hours are worth 0. Type the amount that was moved.',
      26,
    ],
    [
      'a transfer without its other row',
      { Kind: 'Transfer', Reference: 'T1', Price: 500 },
      'This transfer has no other row. Give the row of the other client the same Reference.',
      26,
    ],
    [
      'a price of hours that a correction takes out',
      { Hours: -2, Kind: 'Correction', Note: 'slip', Price: -100 },
      'A Correction that takes hours out earns what they are worth, so the Price is not counted. Clear it.',
      14,
    ],
    [
      'a refund with money above zero',
      { Hours: -2, Kind: 'Refund', Price: 200 },
      'The Price of a Refund is money given back, so it counts as below zero. Type it with a minus.',
      14,
    ],
    [
      'hours taken from a block there is not',
      { Hours: -1, Kind: 'Refund', Reference: 'B-0099' },
      'Reference "B-0099" is no block that this client had by then, so the hours are taken in draw order. Correct or clear it.',
      15,
    ],
    [
      'a date after today',
      { Date: '2027-01-01' },
      'Dated 1 Jan 2027, later than today (31 Dec 2026), so it does not count yet.',
      16,
    ],
  ])('with %s', (_, row, message, hours) => {
    expectNoted(withBlocks({ ...block(10), ...row }), `Blocks 4: ${message}`, hours);
  });
});

describe('two rows of a transfer', () => {
  const out = block(-5, { Kind: 'Transfer', Reference: 'T1', Price: -500 });
  const into = { Kind: 'Transfer', Reference: 't1', Price: 500 };
  const said = (...rows: Row[]) =>
    messages({ clients: [{ Client: 'Acme' }, { Client: 'Bolt' }], blocks: [block(20), ...rows] });

  it('that agree are no issue, with either sign of what leaves', () => {
    expect(said(out, block(5, { ...into, Client: 'Bolt' }))).toEqual([]);
    expect(said({ ...out, Price: 500 }, block(5, { ...into, Client: 'Bolt' }))).toEqual([]);
    expect(said({ ...out, Price: '' }, block(5, { ...into, Client: 'Bolt' }))).toEqual([]);
  });

  it.each<[string, Row, string]>([
    ['hours', { Hours: 4 }, 'differ by 1 h. Make their Hours the same.'],
    ['amounts', { Price: 400 }, 'differ by $100.00. Make their Price the same.'],
    ['no clients', { Client: 'Acme' }, 'are all of one client, so nothing moves to another. Correct Client.'],
  ])('with different %s both count, with an issue', (_, change, message) => {
    const rows = [out, { ...block(5, { ...into, Client: 'Bolt' }), ...change }];
    expect(said(...rows)).toEqual([`Blocks 3: The rows of transfer "T1" ${message}`]);
  });
});
