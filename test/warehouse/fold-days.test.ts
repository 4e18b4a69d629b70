import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSums, inOrder } from '../../src/ledger/books/posting';
import { type CalendarDate, isoDate, parseIsoDate } from '../../src/ledger/units/calendar-date';
import type { Month } from '../../src/ledger/units/month';
import { type GivenClient, readBook } from '../../src/warehouse/read-client';
import { figuresOn, monthLines } from '../../src/warehouse/settle-client';
import type { Row } from '../../src/warehouse/tables';
import { givenClients } from '../../workbench/warehouse/given-clients';
import type { Book } from '../ledger/builders';
import { bookOf, filesOf, readAsRun } from './any-book';
import { journalOf, overview, sorted } from './workbook-figures';

function fromWarehouse(
  given: readonly GivenClient[],
  read: ReturnType<typeof readBook>,
  today: CalendarDate,
) {
  return given.flatMap(each =>
    figuresOn(each, read, today).map(line => {
      const money = (minor: number) => minor / 10 ** line.digits;
      return [
        ...[line.client, line.state, line.toInvoice / 3600, line.left / 3600, line.worked / 3600],
        ...[line.runsOut, line.rowsLeftOut, money(line.value), line.currency, money(line.saved)],
        ...[money(line.deferred), money(line.expired), line.share ?? ''],
      ];
    }),
  );
}

/** Equal entries once, as the SQL gives them, which does not read what was done. */
function grouped(rows: readonly Row[]): Row[] {
  const groups = new Map<string, { row: Row; days: number[] }>();
  for (const { who: _, what_was_done: __, date, ...row } of rows) {
    const day = parseIsoDate(String(date ?? ''));
    const own = day === undefined ? { ...row, ...(date !== undefined && { date }) } : row;
    const key = JSON.stringify({ ...own, sheet_row: day === undefined, doubt: row.doubt !== undefined });
    const group = groups.get(key) ?? { row: own, days: [] };
    groups.set(key, group);
    group.days.push(day ?? Number.NaN);
  }
  return [...groups.values()].flatMap(({ row, days }): Row[] =>
    days.some(Number.isNaN) ? [{ ...row, n: days.length }] : [{ ...row, days: daysText(days) }],
  );
}

function daysText(days: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].map(([day, count]) => (count > 1 ? `${day}*${count}` : `${day}`)).join(',');
}

/** In another order, and equal rows in more pieces than need be. */
function torn(rows: readonly Row[], seed: number): Row[] {
  const pieces = rows.flatMap(row => {
    if (typeof row.days !== 'string') return [row];
    const days = row.days.split(',').flatMap(each => {
      const [day = 0, count = 1] = each.split('*').map(Number);
      return Array<number>(count).fill(day);
    });
    const halves = [
      days.filter((_, at) => (at + seed) % 3 === 0),
      days.filter((_, at) => (at + seed) % 3 > 0),
    ];
    const [one = [], other = []] = halves;
    return [
      ...(one.length > 0 ? [{ ...row, days: daysText(one.reverse()) }] : []),
      // As a list, which a plain file gives: a day stands there as often as it has rows.
      ...(other.length > 0 ? [{ ...row, days: other.reverse() }] : []),
    ];
  });
  const placed = pieces.map((row, at) => ({ row, at: (at * 7919 + seed) % 10007 }));
  return placed.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

/** A refund without the price that a run has written into it: the library works it out. */
function asTyped({ blocks = [] }: Book): (row: Row) => Row {
  return ({ price, ...row }) => {
    const typed = blocks[Number(row.sheet_row) - 2];
    const isOpen = typed?.Kind === 'Refund' && typed.Price === undefined;
    return isOpen ? row : { ...row, price };
  };
}

describe('figures from rows of the warehouse', () => {
  it('are those of the workbook, folded or not, in any order and any split of equal rows', () => {
    let clients = 0;
    fc.assert(
      fc.property(fc.nat(2 ** 31), seed => {
        const typed = bookOf(seed, 40);
        const book = readAsRun(typed);
        const files = filesOf(book);
        const read = readBook(files);
        const { today } = book.ledger.settings;
        const whole = givenClients(files);
        clients += whole.length;
        const folded = whole.map(each => ({ ...each, time: grouped(each.time) }));
        const other = folded.map(each => ({
          ...each,
          time: torn(each.time, seed),
          blocks: each.blocks.map(asTyped(typed)).reverse(),
        }));
        const expected = sorted(overview(book));
        for (const given of [whole, folded, other])
          expect(sorted(fromWarehouse(given, read, today))).toEqual(expected);
        const month = isoDate((today - (seed % 300)) as CalendarDate).slice(0, 7) as Month;
        const sums = createSums();
        for (const line of other.flatMap(each => monthLines(each, read, month))) sums.add(line, line.amount);
        expect(inOrder(sums.lines())).toEqual(journalOf(book, month));
      }),
      { numRuns: 420 },
    );
    expect(clients).toBeGreaterThan(2000);
  });

  it('keep the first days whole in whatever order days come', () => {
    const today = parseIsoDate('2026-11-27') as CalendarDate;
    const read = readBook({ settings: [], work_types: [] });
    const given = (days: readonly number[]) => ({
      ...{ key: 'acme', clients: [{ client: 'Acme' }] },
      blocks: [{ date: '2026-01-01', client: 'Acme', hours: 20, normal_rate: 100 }],
      time: [{ client: 'Acme', hours: 1, days }],
    });
    const [worked, ahead] = [[today - 40, today - 20, today - 20], Array(5).fill(today + 3)];

    const [line] = figuresOn(given([...ahead, ...worked]), read, today);

    expect(line?.runsOut).toMatch(/^2026-|^2027-/);
    expect(figuresOn(given([...worked, ...ahead]), read, today)).toEqual([line]);
  });
});
