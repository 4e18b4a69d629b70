import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/ledger/books/exports/parts';
import { isBalanced, journalsUntil, postLedger } from '../../../src/ledger/books/journals';
import type { Posting } from '../../../src/ledger/books/posting';
import { reconcile } from '../../../src/ledger/books/reconcile';
import type { Block } from '../../../src/ledger/model/block';
import type { JournalLine } from '../../../src/ledger/model/journal-line';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { deferredByRow, deferredInBooks } from '../../../src/ledger/rules/deferred';
import { isBilled } from '../../../src/ledger/rules/receivables';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { addDays, type CalendarDate, later } from '../../../src/ledger/units/calendar-date';
import { lastDay, type Month } from '../../../src/ledger/units/month';
import { dayAfter, days } from '../rules/any-client';
import { anyLedger } from './any-ledger';
import { deskLine, journalsOf, totals } from './journal-of';

const runs = { numRuns: 300 };
const someDay = fc.nat(days + 30);

function posted(ledger: Ledger, until: CalendarDate) {
  const postings: Posting[] = [];
  const settled = postLedger(ledger, until, posting => postings.push(posting));
  return { postings, settled };
}

/** What stands in accounts at the end, by a key of each side. */
function sums(postings: readonly Posting[], key: (posting: Posting, side: Posting['debit']) => string) {
  const found: Record<string, number> = {};
  for (const posting of postings) {
    const [debit, credit] = [key(posting, posting.debit), key(posting, posting.credit)];
    found[debit] = (found[debit] ?? 0) + posting.amount;
    found[credit] = (found[credit] ?? 0) - posting.amount;
  }
  return Object.fromEntries(Object.entries(found).filter(([, amount]) => amount !== 0));
}

describe('the laws of the books', () => {
  test('every journal balances in every currency, and by client', () => {
    fc.assert(
      fc.property(anyLedger, ledger => {
        for (const lines of journalsOf(ledger, '2026-05').values()) {
          expect(isBalanced(lines)).toBe(true);
          // Transfers of one amount go from one client to another.
          const hasMoved = ledger.blocks.some(({ movedWith }) => movedWith);
          for (const client of hasMoved ? [] : new Set(lines.map(line => line.client)))
            expect(isBalanced(lines.filter(line => line.client === client))).toBe(true);
          for (const { lines: part } of partsOf(lines, 5)) expect(isBalanced(part)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('what the liability account owes is what the blocks owe, block by block and on every date', () => {
    fc.assert(
      fc.property(anyLedger, someDay, (ledger, count) => {
        const until = dayAfter(count);
        const { postings, settled } = posted(ledger, until);
        const books = sums(
          postings.filter(({ debit, credit }) => debit.role === 'deferred' || credit.role === 'deferred'),
          (_, { role, block }) => (role === 'deferred' ? block : 'other'),
        );
        const blocks: Record<string, number> = {};
        for (const { account, blocks: rows } of settled.values()) {
          for (const open of account.opened) {
            const owed = deferredInBooks(open, ledger.settings, until);
            if (owed !== 0) blocks[open.block.number] = -owed;
          }
          for (const row of rows) {
            const owed = deferredByRow(row, account, until);
            if (owed !== 0) blocks[row.number] = -owed;
          }
        }
        const { other: _, ...byBlock } = books;
        expect(byBlock).toEqual(blocks);
      }),
      runs,
    );
  });

  test('cash less refunds, receivables, opening value and bad debts are revenue, deferred revenue and tax', () => {
    fc.assert(
      fc.property(anyLedger, someDay, (ledger, count) => {
        const until = dayAfter(count);
        const { postings, settled } = posted(ledger, until);
        const by = sums(postings, (posting, side) => `${posting.currency} ${side.role}`);
        for (const currency of ['USD', 'JPY', 'KWD']) {
          const of = (role: string) => by[`${currency} ${role}`] ?? 0;
          const opened = [...settled.values()]
            .flatMap(({ account }) => account.opened)
            .filter(({ block }) => block.currency === currency);
          const rows = [...settled.values()].flatMap(({ blocks, account }) =>
            blocks.filter(row => row.currency === currency).map(row => deferredByRow(row, account, until)),
          );
          const left =
            opened.reduce((sum, open) => sum + deferredInBooks(open, ledger.settings, until), 0) +
            rows.reduce((sum, owed) => sum + owed, 0);
          const overdrafts = ledger.blocks.filter(
            ({ kind, hours, date, currency: own }) =>
              kind === 'Opening' && hours < 0 && date <= until && own === currency,
          );
          const opening = opened
            .filter(({ block, state }) => block.kind === 'Opening' && state !== 'later')
            .concat(overdrafts.map(block => ({ block }) as (typeof opened)[number]))
            .reduce((sum, { block }) => sum + block.price, 0);
          expect(of('opening')).toBe(opening);
          const assets = of('bank') + of('receivable') + opening + of('badDebts');
          const revenue = ['service', 'overage', 'breakage', 'differences'].reduce(
            (sum, role) => sum - of(role),
            0,
          );
          expect(assets).toBe(revenue + left - of('tax'));
        }
      }),
      runs,
    );
  });

  test('nobody pays more than is owed, and a paid block leaves no receivable', () => {
    fc.assert(
      fc.property(anyLedger, ledger => {
        const { postings } = posted(ledger, dayAfter(days + 30));
        const owed = sums(postings, (_, { role, block }) => (role === 'receivable' ? block : 'other'));
        for (const block of ledger.blocks)
          if (block.hours > 0 && block.paidOn !== undefined && isBilled(block))
            expect(owed[block.number] ?? 0).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  test('money is in the bank on the day of a payment or a refund, and on no other', () => {
    fc.assert(
      fc.property(anyLedger, ledger => {
        const { postings } = posted(ledger, dayAfter(days + 30));
        const rows = new Map(ledger.blocks.map(block => [block.number, block]));
        for (const { date, debit, credit } of postings) {
          const side = [debit, credit].find(({ role }) => role === 'bank');
          const row = side && (rows.get(side.block) as Block);
          if (!row) continue;
          const isOut = row.kind === 'Refund';
          const paidOn = isOut ? later(row.date, row.paidOn ?? row.date) : row.paidOn;
          const receipts = (isOut ? [] : (row.payments ?? [])).map(each => each.date);
          expect([paidOn, ...receipts]).toContain(date);
        }
      }),
      runs,
    );
  });

  test('as of a date counts what is dated up to it, and nothing later', () => {
    fc.assert(
      fc.property(anyLedger, someDay, (ledger, count) => {
        const until = dayAfter(count);
        const later = posted(ledger, addDays(until, 40)).postings.filter(({ date }) => date <= until);
        const key = ({ currency }: Posting, { role, block }: Posting['debit']) =>
          `${currency} ${role} ${block}`;
        expect(sums(posted(ledger, until).postings, key)).toEqual(sums(later, key));
      }),
      runs,
    );
  });
});

describe('months', () => {
  test('add up to the year, whichever of them were closed before the last rows came', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(30), fc.nat(3), (ledger, known, closed) => {
        const early = {
          ...ledger,
          entries: ledger.entries.slice(0, known),
          blocks: ledger.blocks.slice(0, known),
        };
        const months = ['2026-01', '2026-02', '2026-03'].slice(0, closed) as Month[];
        const frozen = new Map([...journalsOf(early, '2026-05')].filter(([month]) => months.includes(month)));
        const all = journalsOf(ledger, '2026-05', frozen);
        for (const [month, lines] of frozen) expect(all.get(month)).toBe(lines);
        for (const lines of all.values()) expect(isBalanced(lines)).toBe(true);
        expect(totals(all)).toEqual(totals(journalsOf(ledger, '2026-05')));
      }),
      runs,
    );
  });

  test('up to the newest closed one stay as they are, whatever is edited, taxed or taken out afterwards', () => {
    fc.assert(
      fc.property(
        anyLedger,
        anyLedger,
        fc.constantFrom('2026-01', '2026-02', '2026-03'),
        (before, after, newest) => {
          const isClosed = (month: Month) => month <= newest;
          const early = journalsOf(before, newest as Month);
          // A month without lines is closed as well.
          const frozen = new Map([...early].filter(([, lines]) => lines.length > 0));
          const all = journalsOf(after, '2026-05', frozen, isClosed);
          for (const [month, lines] of all) {
            if (isClosed(month)) expect(lines).toEqual(frozen.get(month) ?? []);
            if (after.settings.cashSide === before.settings.cashSide) expect(isBalanced(lines)).toBe(true);
          }
          // The first open month takes all of the difference, so the year is what the rows come to.
          expect(totals(all)).toEqual(totals(journalsOf(after, '2026-05')));
          const asOf = lastDay('2026-05' as Month);
          const settled = settleLedger(after, asOf).values();
          const { differences } = reconcile(settled, [...all.values()].flat(), after.settings, asOf);
          expect(differences).toEqual([]);
        },
      ),
      runs,
    );
  });

  test('do not depend on the order of rows that differ in date', () => {
    fc.assert(
      fc.property(anyLedger, ledger => {
        const turned = <Row extends { readonly date: CalendarDate }>(rows: readonly Row[]) =>
          [...rows].sort((a, b) => b.date - a.date);
        const other = { ...ledger, blocks: turned(ledger.blocks), entries: turned(ledger.entries) };
        const texts = (each: Ledger) =>
          [...journalsOf(each, '2026-05').values()].map((lines: readonly JournalLine[]) =>
            lines.map(deskLine).sort(),
          );
        expect(texts(other)).toEqual(texts(ledger));
      }),
      runs,
    );
  });

  test('without any row have no journals', () => {
    expect(journalsUntil('2026-05' as Month, new Map(), new Map()).size).toBe(0);
  });
});
