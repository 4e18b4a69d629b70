import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Block } from '../../../src/ledger/model/block';
import { createDrawQueue, drawOrder, openBlock } from '../../../src/ledger/rules/open-block';
import { overageOf, settleLedger, usedBetween } from '../../../src/ledger/rules/settle';
import { addDays } from '../../../src/ledger/units/calendar-date';
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

describe('the blocks to draw from', () => {
  const [sold] = ledgerOf({ blocks: [block(1)] }).blocks as [Block];
  const openWith = (order: number, expires: number) => ({
    ...openBlock({ ...sold, order, expires: addDays(sold.date, expires) }, 'use'),
    state: 'usable' as 'usable' | 'expired',
  });

  test('come in draw order, without those that are used up or have expired meanwhile', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { maxLength: 30 }), rows => {
        const queue = createDrawQueue();
        const all = rows.map(([expires], index) => openWith(index, expires));
        for (const open of all) queue.add(open);
        for (const [index, open] of all.entries()) {
          if (rows[index]?.[1] === 1) open.state = 'expired';
          if (rows[index]?.[1] === 2) open.left = h(0);
        }
        const drawn = [];
        for (let open = queue.first(); open; open = queue.first()) {
          drawn.push(open);
          open.left = h(0);
        }
        expect(drawn).toEqual(all.filter((_, index) => rows[index]?.[1] === 0).sort(drawOrder));
      }),
    );
  });

  it('take no longer each where a client has very many of them', () => {
    const count = 4096;
    let looks = 0;
    const blocks = Array.from({ length: count }, (_, order) =>
      Object.defineProperty({ ...sold }, 'order', {
        get: () => {
          looks++;
          return order;
        },
      }),
    );
    settleLedger({ ...ledgerOf({ blocks: [block(1)] }), blocks }, day('2026-12-31'));
    // Sorted and put in their order; where each is looked for among all, it is half the square of their number.
    expect(looks).toBeLessThan(8 * count * Math.log2(count));
  });
});
