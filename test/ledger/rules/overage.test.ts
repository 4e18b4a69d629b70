import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/ledger/rules/account';
import { overageOf, settleClient } from '../../../src/ledger/rules/settle';
import { hoursOf } from '../../../src/ledger/units/seconds';
import { type Book, balance, block, h, ledgerOf, leftIn, settled, work } from '../builders';

/** What happened, as `date kind hours`. */
function steps(book: Book): string[] {
  const ledger = ledgerOf(book);
  const [client] = ledger.clients.values();
  const told: string[] = [];
  const tell = ({ date, kind, drawn, block: from }: Step) =>
    told.push(`${date - (ledger.blocks[0]?.date ?? 0)} ${kind} ${drawn / 3600} ${from?.number ?? ''}`.trim());
  if (client)
    settleClient(
      client,
      { ...ledger, entries: [...ledger.entries] },
      ledger.settings,
      ledger.settings.today,
      { tell },
    );
  return told;
}

describe('overage that waits for the next block', () => {
  const time = [work('2026-01-10', 3), work('2026-01-12', 2), work('2026-01-20', 1)];

  it('makes the balance go below zero', () => {
    expect(balance({ blocks: [block(2)], time }, '2026-01-12')).toBe(-3);
  });

  it('is given back by the next block to become usable, oldest first', () => {
    const book = { blocks: [block(2), block(2, { Date: '2026-01-15' })], time };
    const { waiting } = settled(book, 'Acme', '2026-01-15').account;
    expect(waiting.items.map(({ from, left }) => [from.row, left])).toEqual([
      [2, 0],
      [3, h(1)],
    ]);
    expect(balance(book, '2026-01-15')).toBe(-1);
    expect(balance(book)).toBe(-2);
  });

  it('is given back before the new block covers any work of its first day', () => {
    const book = { blocks: [block(1), block(4, { Date: '2026-01-12' })], time };
    expect(steps(book)).toEqual([
      '0 usable 1 B-0001',
      '9 work 1 B-0001',
      '9 uncovered 2',
      '11 usable 4 B-0002',
      '11 gives back 2 B-0002',
      '11 work 2 B-0002',
      '19 uncovered 1',
    ]);
  });

  it('is given back by a block only on its first usable day, not on its Date', () => {
    const book = { blocks: [block(10, { Date: '2026-01-11', Starts: '2026-02-01' })], time };
    expect([balance(book, '2026-01-31'), balance(book, '2026-02-01')]).toEqual([-6, 4]);
  });

  it('is given back in draw order where two blocks become usable on one day', () => {
    const blocks = [
      block(4, { Date: '2026-02-01' }),
      block(4, { Date: '2026-02-01', Expires: '2026-12-31' }),
    ];
    expect(leftIn({ blocks, time })).toEqual({ 'B-0001': 2, 'B-0002': 0 });
  });
});

describe('overage that is invoiced', () => {
  const settings = { Overage: 'invoice' };
  const time = [work('2026-01-10', 5)];

  it('stays outside: the balance stays at zero, and later blocks do not cover it', () => {
    const book = { settings, blocks: [block(2), block(10, { Date: '2026-02-01' })], time };
    expect([balance(book, '2026-01-31'), balance(book)]).toEqual([0, 10]);
    expect(hoursOf(overageOf(settled(book)))).toBe(3);
  });

  it('is a client’s own rule where its row says so', () => {
    const book = { clients: [{ Client: 'Acme', Overage: 'invoice' }], time };
    expect([balance(book), settled(book).account.toInvoice.total]).toEqual([0, h(5)]);
  });

  it.each(['invoice', 'next block'])(
    'is covered by an overage invoice, oldest first, and only that (%s)',
    overage => {
      const book = {
        settings: { Overage: overage },
        blocks: [block(2), block(4, { Kind: 'Overage invoice', Date: '2026-01-31' })],
        time: [...time, work('2026-02-10', 6)],
      };
      const { waiting, toInvoice, opened } = settled(book).account;
      expect(waiting.total + toInvoice.total).toBe(h(6));
      expect(opened[1]?.left).toBe(h(1));
      expect(balance(book)).toBe(overage === 'invoice' ? 0 : -6);
    },
  );

  it.each([
    ['2026-01-05', 2, 0],
    ['2026-01-15', 0, 2],
  ])('is covered oldest first, with a refund of %s that no block covered', (date, ofWork, ofRefund) => {
    const refund = block(-3, { Kind: 'Refund', Date: date });
    const invoice = block(4, { Kind: 'Overage invoice', Date: '2026-01-31' });
    const book = { settings, blocks: [refund, invoice], time: [work('2026-01-10', 3)] };
    const { waiting, toInvoice } = settled(book).account;
    expect([toInvoice.total, waiting.total]).toEqual([h(ofWork), h(ofRefund)]);
  });

  it('is covered after the work and the minus rows of the day', () => {
    const refund = block(-1, { Kind: 'Refund', Date: '2026-01-10' });
    const invoice = block(6, { Kind: 'Overage invoice', Date: '2026-01-10' });
    const book = { settings, blocks: [invoice, refund], time };
    expect(hoursOf(overageOf(settled(book)))).toBe(0);
  });
});

describe('within a day', () => {
  it('blocks of yesterday expire, new blocks give back, then work, minus rows and overage invoices', () => {
    const on = { Date: '2026-02-01' };
    const blocks = [
      block(2, { Expires: '2026-01-31' }),
      block(1, { ...on, Kind: 'Overage invoice' }),
      block(-1, { ...on, Kind: 'Refund' }),
      block(4, on),
      block(-9, { Kind: 'Opening', Date: '2025-12-31' }),
    ];
    expect(steps({ blocks, time: [work('2026-02-01', 3)] })).toEqual([
      '-1 uncovered 9 B-0005',
      '0 usable 2 B-0001',
      '0 gives back 2 B-0001',
      '31 usable 4 B-0004',
      '31 gives back 4 B-0004',
      '31 uncovered 3',
      '31 uncovered 1 B-0003',
      '31 invoices 1 B-0002',
    ]);
  });

  it('a block whose last day was yesterday gives nothing to today’s work, and a new one does', () => {
    const blocks = [block(5, { Expires: '2026-01-31' }), block(5, { Date: '2026-02-01' })];
    expect(steps({ blocks, time: [work('2026-02-01', 3), work('2026-01-31', 1)] })).toEqual([
      '0 usable 5 B-0001',
      '30 work 1 B-0001',
      '31 expires 4 B-0001',
      '31 usable 5 B-0002',
      '31 work 3 B-0002',
    ]);
  });

  it('work comes before a correction of the same day', () => {
    const blocks = [block(4), block(-2, { Date: '2026-02-01', Kind: 'Correction', Note: 'slip' })];
    expect(steps({ blocks, time: [work('2026-02-01', 3)] })).toEqual([
      '0 usable 4 B-0001',
      '31 work 3 B-0001',
      '31 takes out 1 B-0001',
      '31 uncovered 1 B-0002',
    ]);
  });

  it('minus rows come in the order of their numbers', () => {
    const minus = (number: string) => block(-1, { Block: number, Date: '2026-02-01', Kind: 'Refund' });
    const blocks = [block(1, { Block: 'B-0001' }), minus('B-0009'), minus('B-0003')];
    expect(steps({ blocks }).slice(1)).toEqual(['31 takes out 1 B-0001', '31 uncovered 1 B-0009']);
    expect(settled({ blocks }).account.waiting.items.map(({ from }) => from.row)).toEqual([3]);
  });
});
