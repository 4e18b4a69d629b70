import { describe, expect, it } from 'vitest';
import { overageOf, settleLedger, usedBetween } from '../../../src/ledger/rules/settle';
import { hoursOf } from '../../../src/ledger/units/seconds';
import { block, day, h, ledgerOf, settled, work } from '../builders';

const time = [
  work('2026-02-01', 1),
  work('2026-02-15', 2, { 'Work type': 'After hours' }),
  work('2026-02-28', 4, { Charged: 5 }),
  work('2026-03-01', 8),
];

describe('hours used', () => {
  it('are what time entries were charged from a day to a day, both included', () => {
    const used = (from: string, to: string) => hoursOf(usedBetween(settled({ time }), day(from), day(to)));
    expect(used('2026-02-01', '2026-02-28')).toBe(9);
    expect(used('2026-02-02', '2026-02-27')).toBe(3);
    expect(used('2026-01-01', '2026-12-31')).toBe(17);
    expect(used('2026-03-02', '2026-03-01')).toBe(0);
  });

  it('are not what minus rows take out', () => {
    const book = { blocks: [block(20), block(-3, { Kind: 'Refund' })], time };
    expect(settled(book).account.charged).toBe(h(17));
  });
});

describe('hours that no block covers', () => {
  it('are those that wait and those to invoice', () => {
    const refund = block(-2, { Kind: 'Refund' });
    expect(overageOf(settled({ settings: { Overage: 'invoice' }, blocks: [refund], time }))).toBe(h(19));
    expect(overageOf(settled({ blocks: [refund], time }))).toBe(h(19));
  });
});

describe('settling', () => {
  const ledger = ledgerOf({
    clients: [{ Client: 'Acme' }, { Client: 'Bolt' }],
    time: [
      work('2026-02-01', 1),
      work('2026-02-01', 2, { Client: 'Bolt' }),
      work('2026-02-01', 4, { Client: 'Cord' }),
    ],
  });

  it('is for every client, also one that is only in Time', () => {
    const charged = [...settleLedger(ledger, day('2026-12-31'))].map(([key, { account }]) => [
      key,
      account.charged,
    ]);
    expect(charged).toEqual([
      ['acme', h(1)],
      ['bolt', h(2)],
      ['cord', h(4)],
    ]);
  });
});
