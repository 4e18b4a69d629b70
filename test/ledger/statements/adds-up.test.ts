import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyOf } from '../../../src/ledger/rules/money';
import { balanceOf, usedBetween } from '../../../src/ledger/rules/settle';
import { changeOf, termNames } from '../../../src/ledger/statements/terms';
import { anyClient, dayAfter, days, settle } from '../rules/any-client';
import { anyAccount } from './any-account';

const runs = { numRuns: 500 };
/** Two days, the first no later than the second. */
const anyPeriod = fc
  .tuple(fc.integer({ min: -3, max: days + 40 }), fc.integer({ min: -3, max: days + 40 }))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

function sum<T>(list: readonly T[], each: (item: T) => number): number {
  return list.reduce((total, item) => total + each(item), 0);
}

describe('the hours of a statement', () => {
  test('add up to the second, from the balance before it to the balance at its end', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const { hours } = anyAccount(any, first, last);
        expect(hours.opening + changeOf(hours)).toBe(hours.closing);
        expect(hours.opening).toBe(balanceOf(settle(any, dayAfter(first - 1))));
        expect(hours.closing).toBe(balanceOf(settle(any, dayAfter(last))));
      }),
      runs,
    );
  });

  test('charge what BLOCKUSED shows', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const used = usedBetween(settle(any, dayAfter(last)), dayAfter(first), dayAfter(last));
        const { hours, movements } = anyAccount(any, first, last);
        expect(hours.charged).toBe(used);
        expect(sum(movements, ({ charged = 0 }) => charged)).toBe(used);
      }),
      runs,
    );
  });

  test('change the overage to invoice, and what minus rows took too much, as the replay does', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const [before, after] = [settle(any, dayAfter(first - 1)), settle(any, dayAfter(last))];
        const { hours } = anyAccount(any, first, last);
        expect(hours.toInvoice).toBe(after.account.toInvoice.total - before.account.toInvoice.total);
        expect(hours.uncovered).toBe(after.account.uncoveredRemoval - before.account.uncoveredRemoval);
      }),
      runs,
    );
  });

  test('add each block that became usable once and whole, and never an overage invoice', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const { opened } = settle(any, dayAfter(last)).account;
        const arrived = opened.filter(
          ({ block: { kind }, firstUsable }) =>
            kind !== 'Overage invoice' && firstUsable >= dayAfter(first) && firstUsable <= dayAfter(last),
        );
        expect(anyAccount(any, first, last).hours.added).toBe(sum(arrived, ({ block }) => block.hours));
      }),
      runs,
    );
  });

  test('are read down line by line: what is left after each is what was left before it and its change', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const { hours, movements } = anyAccount(any, first, last);
        let left: number = hours.opening;
        for (const movement of movements) {
          left += movement.change;
          expect(movement.left).toBe(left);
        }
        expect(left).toBe(hours.closing);
      }),
      runs,
    );
  });

  test('count each piece of work once, with what the clock says and what is charged', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const { entries } = settle(any, dayAfter(last));
        const own = entries.filter(
          ({ entry }) => entry.date >= dayAfter(first) && entry.date <= dayAfter(last),
        );
        const lines = anyAccount(any, first, last).movements.filter(({ worked }) => worked !== undefined);
        expect(lines.map(({ date, worked, charged }) => [date, worked, charged])).toEqual(
          own.map(({ entry, charged }) => [entry.date, entry.worked, charged]),
        );
      }),
      runs,
    );
  });
});

describe('consecutive statements', () => {
  test('chain: the next one begins where the last one ended, and their terms are those of both periods', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, fc.nat(40), (any, [first, last], more) => {
        const one = anyAccount(any, first, last);
        const next = anyAccount(any, last + 1, last + 1 + more);
        const both = anyAccount(any, first, last + 1 + more);
        expect(next.hours.opening).toBe(one.hours.closing);
        for (const term of termNames) expect(one.hours[term] + next.hours[term]).toBe(both.hours[term]);
        expect([...one.movements, ...next.movements]).toEqual(both.movements);
        for (const [index, money] of both.money.entries()) {
          const [a, b] = [one.money[index], next.money[index]];
          for (const part of ['added', 'used', 'removed', 'expired', 'saved'] as const)
            expect((a?.[part] ?? 0) + (b?.[part] ?? 0)).toBe(money[part]);
        }
      }),
      runs,
    );
  });
});

describe('the money of a statement', () => {
  test('adds up to the cent, from the value before it to the value at its end', () => {
    fc.assert(
      fc.property(anyClient, anyPeriod, (any, [first, last]) => {
        const { money } = anyAccount(any, first, last);
        const value = (day: number) => moneyOf(settle(any, dayAfter(day)))[0]?.value ?? 0;
        for (const each of money) {
          expect(each.opening + each.added - each.used - each.removed - each.expired).toBe(each.closing);
          expect([each.opening, each.closing]).toEqual([value(first - 1), value(last)]);
        }
      }),
      runs,
    );
  });
});
