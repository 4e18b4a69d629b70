import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/ledger/model/block';
import { moneyOf } from '../../../src/ledger/rules/money';
import { deferredRevenue, type OpenBlock } from '../../../src/ledger/rules/open-block';
import { bookingDate } from '../../../src/ledger/rules/receivables';
import { balanceOf, type SettledClient } from '../../../src/ledger/rules/settle';
import { type AnyClient, anyClient, dayAfter, days, settle } from './any-client';

const runs = { numRuns: 300 };
const someDay = fc.nat(days + 5);

function sum<T>(list: readonly T[], each: (item: T) => number): number {
  return list.reduce((total, item) => total + each(item), 0);
}

/** Whether the block that a minus row names was there by then. */
/** An overage invoice comes after the minus rows of its day. */
const isSold = ({ blocks }: AnyClient, { reference, date }: Block) =>
  blocks.some(
    each =>
      each.number === reference &&
      each.hours > 0 &&
      (each.kind === 'Overage invoice' ? each.date < date : each.date <= date),
  );

const sold = ({ account }: SettledClient) => account.opened.filter(({ state }) => state !== 'later');
const leftWhere = (client: SettledClient, state: OpenBlock['state']) =>
  sum(client.account.opened, open => (open.state === state ? open.left : 0));
const uncovered = ({ account }: SettledClient, byWork: boolean) =>
  sum([...account.waiting.items, ...account.toInvoice.items], each =>
    (each.purpose === 'work') === byWork ? each.left : 0,
  );

/** Everything that a date decides, without the blocks that are not sold yet. */
function picture(client: SettledClient) {
  const { account } = client;
  const blocks = sold(client).map(({ block, state, left, drawn, value }) => ({
    number: block.number,
    state,
    left,
    drawn,
    value,
  }));
  return {
    blocks: blocks.sort((a, b) => (a.number < b.number ? -1 : 1)),
    balance: balanceOf(client),
    waiting: account.waiting.total,
    toInvoice: account.toInvoice.total,
    notYetUsable: account.notYetUsable,
    charged: account.charged,
    uncoveredRemoval: account.uncoveredRemoval,
    ranOut: account.ranOut,
  };
}

describe('no second is lost or made', () => {
  test('what was added is drawn, taken out, left, expired, not yet usable or invoiced too much', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        const client = settle(any, dayAfter(count));
        const drawn = sum(sold(client), ({ drawn: by }) => by.work + by.correction + by.removal);
        const left = ['usable', 'expired', 'sold', 'lapsed', 'invoice'] as const;
        expect(sum(sold(client), ({ block }) => block.hours)).toBe(
          drawn + sum(left, state => leftWhere(client, state)),
        );
        expect(client.account.usable).toBe(leftWhere(client, 'usable'));
        expect(client.account.notYetUsable).toBe(leftWhere(client, 'sold'));
        for (const open of client.account.opened) expect(open.left).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test('what was charged is drawn by work, waiting or to invoice', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        const client = settle(any, dayAfter(count));
        const { account, entries } = client;
        const charged = sum(entries, each => (each.entry.date <= dayAfter(count) ? each.charged : 0));
        expect(account.charged).toBe(charged);
        expect(charged).toBe(sum(sold(client), ({ drawn }) => drawn.work) + uncovered(client, true));
        expect(account.waiting.total).toBe(sum(account.waiting.items, ({ left }) => left));
        expect(account.toInvoice.total).toBe(sum(account.toInvoice.items, ({ left }) => left));
      }),
      runs,
    );
  });

  test('what minus rows take out is drawn or waiting', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        const client = settle(any, dayAfter(count));
        const takes = any.blocks.filter(({ hours, date }) => hours < 0 && date <= dayAfter(count));
        const drawn = sum(sold(client), ({ drawn: by }) => by.correction + by.removal);
        expect(0 - sum(takes, ({ hours }) => hours)).toBe(drawn + uncovered(client, false));
      }),
      runs,
    );
  });
});

describe('what a minus row took', () => {
  test('is its hours but for what waits, and all rows together took what left the blocks', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        const client = settle(any, dayAfter(count));
        const { takings, waiting } = client.account;
        for (const [block, { drawn, short, from }] of takings) {
          const waits = sum(waiting.items, each => (each.from === block ? each.left : 0));
          expect(drawn + waits).toBe(-block.hours);
          expect(short).toBeGreaterThanOrEqual(waits);
          if (/^B-/.test(block.reference) && short === 0)
            expect(
              [...from].every(open => open.block.number === block.reference) || !isSold(any, block),
            ).toBe(true);
        }
        const both = sum(sold(client), ({ drawn }) => drawn.correction + drawn.removal);
        const worth = sum(sold(client), ({ value }) => value.correction + value.removal);
        expect(sum([...takings.values()], ({ drawn }) => drawn)).toBe(both);
        expect(sum([...takings.values()], ({ value }) => value)).toBe(worth);
      }),
      runs,
    );
  });
});

describe('no cent is lost or made', () => {
  test('a block’s price is what is left of it and what was drawn; a used-up block has earned exactly its price', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        for (const open of sold(settle(any, dayAfter(count)))) {
          const { work, correction, removal } = open.value;
          expect(deferredRevenue(open) + work + correction + removal).toBe(open.block.price);
          for (const part of [work, correction, removal, deferredRevenue(open)])
            expect(part).toBeGreaterThanOrEqual(0);
          if (open.left === 0) expect(work + correction + removal).toBe(open.block.price);
        }
      }),
      runs,
    );
  });

  test('a client’s earned, removed and deferred money is what its blocks cost', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        const client = settle(any, dayAfter(count));
        const [money] = moneyOf(client);
        const removed = sum(sold(client), ({ value }) => value.removal);
        const early = sum(client.account.opened, ({ block, state }) =>
          state === 'later' && bookingDate(block, 'use') <= client.asOf ? block.price : 0,
        );
        expect((money?.earned ?? 0) + (money?.deferred ?? 0) + removed).toBe(
          early + sum(sold(client), ({ block }) => block.price),
        );
        expect(money?.value ?? 0).toBe(
          sum(sold(client), open => (open.state === 'usable' ? deferredRevenue(open) : 0)),
        );
      }),
      runs,
    );
  });
});

describe('the replay', () => {
  test('as of a day equals a ledger from which everything later was deleted', () => {
    fc.assert(
      fc.property(anyClient, someDay, (any, count) => {
        const day = dayAfter(count);
        const upTo = <Dated extends { readonly date: number }>(rows: readonly Dated[]) =>
          rows.filter(({ date }) => date <= day);
        const cut: AnyClient = { ...any, blocks: upTo(any.blocks), entries: upTo(any.entries) };
        expect(picture(settle(any, day))).toEqual(picture(settle(cut, dayAfter(count))));
      }),
      runs,
    );
  });

  test('does not depend on the order of rows with different dates', () => {
    const shuffled = anyClient.chain(any => {
      const seen = new Set<number>();
      const entries = any.entries.filter(({ date }) => !seen.has(date) && seen.add(date));
      const orders = fc.tuple(
        fc.shuffledSubarray([...entries], { minLength: entries.length }),
        fc.shuffledSubarray([...any.blocks], { minLength: any.blocks.length }),
      );
      return orders.map(([rows, blocks]) => ({ any: { ...any, entries }, rows, blocks }));
    });
    fc.assert(
      fc.property(shuffled, ({ any, rows, blocks }) => {
        const moved: AnyClient = {
          ...any,
          entries: rows.map((entry, row) => ({ ...entry, row })),
          blocks: blocks.map((block, row) => ({ ...block, row })),
        };
        expect(picture(settle(moved, dayAfter(days)))).toEqual(picture(settle(any, dayAfter(days))));
      }),
      runs,
    );
  });

  test('never takes back what it has counted on an earlier day', () => {
    fc.assert(
      fc.property(anyClient, someDay, someDay, (any, one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map(count =>
          settle(any, dayAfter(count)),
        );
        if (!before || !after) return;
        expect(after.account.charged).toBeGreaterThanOrEqual(before.account.charged);
        expect(after.account.uncoveredRemoval).toBeGreaterThanOrEqual(before.account.uncoveredRemoval);
        const later = new Map(sold(after).map(open => [open.block.number, open]));
        for (const open of sold(before)) {
          const then = later.get(open.block.number);
          for (const purpose of ['work', 'correction', 'removal'] as const) {
            expect(then?.drawn[purpose]).toBeGreaterThanOrEqual(open.drawn[purpose]);
            expect(then?.value[purpose]).toBeGreaterThanOrEqual(open.value[purpose]);
          }
        }
      }),
      runs,
    );
  });
});
