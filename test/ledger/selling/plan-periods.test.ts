import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBalanced } from '../../../src/ledger/books/journals';
import { type DonePeriods, duePeriods, planPeriods } from '../../../src/ledger/selling/plan-periods';
import { addDays, isoDate } from '../../../src/ledger/units/calendar-date';
import { journalsOf } from '../books/journal-of';
import { type Book, balance, block, day, ledgerOf, type Row, settledIn, tabsOf, work } from '../builders';

const rows = (book: Book): readonly Row[] => book.blocks ?? [];
const cellsOf = (book: Book) => {
  const cells = tabsOf(book).get('Blocks');
  if (!cells) throw new Error('Blocks is there');
  return cells;
};

/** What a run of a day leaves in Blocks, and what it remembers. */
function run(book: Book, today: string, done: DonePeriods = []) {
  const then = { ...book, today };
  const planned = planPeriods(ledgerOf(then), cellsOf(then), done);
  return { ...planned, book: { ...then, blocks: [...rows(book), ...(planned.rows as Row[])] } };
}

const iso = (cell: unknown) => isoDate((cell as { date: ReturnType<typeof day> }).date);
const monthly = (more: Row = {}): Row =>
  block(10, { Block: 'B-0001', 'Discount / h': 10, Expires: '2026-01-31', Repeats: 'monthly', ...more });
const firm = (more: Row = {}, time: readonly Row[] = []): Book => ({ blocks: [monthly(more)], time });
const periodsIn = (book: Book) =>
  rows(book).flatMap(({ Reference, Kind }) =>
    Kind || !String(Reference).includes('/') ? [] : [String(Reference)],
  );
const carried = (book: Book) => rows(book).filter(({ Kind }) => Kind === 'Transfer');

describe('a block that repeats', () => {
  it('has a row for each period that has begun, like itself and with its days', () => {
    const { book } = run(firm({ Price: 850, Tax: 12.5, 'Normal rate': 95 }), '2026-03-01');
    expect(rows(book).slice(1)).toMatchObject([
      { Reference: 'B-0001/2026-02', Block: 'B-0002', Hours: 10, Price: 850, Tax: 12.5, 'Normal rate': 95 },
      { Reference: 'B-0001/2026-03', Block: 'B-0003', Hours: 10, Price: 850, Tax: 12.5, 'Normal rate': 95 },
    ]);
    const days = rows(book)
      .slice(1)
      .map(row => [row.Date, row.Starts, row.Expires].map(iso));
    expect(days).toEqual([
      ['2026-02-01', '2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-01', '2026-03-31'],
    ]);
  });

  it('begins no period before its first day, and ends with Repeats', () => {
    expect(run(firm(), '2026-01-31').rows).toEqual([]);
    expect(run(firm({ Repeats: '' }), '2026-06-01').rows).toEqual([]);
  });

  it('counts from the first day: the last of a shorter month, a leap day in leap years only', () => {
    const firsts = (more: Row, today: string) =>
      run(firm({ Expires: '', ...more }), today).rows.map(row => `${iso(row.Date)} ${iso(row.Expires)}`);
    expect(firsts({ Date: '2026-01-31' }, '2026-04-30')).toEqual([
      '2026-02-28 2026-03-30',
      '2026-03-31 2026-04-29',
      '2026-04-30 2026-05-30',
    ]);
    expect(firsts({ Date: '2024-02-29', Repeats: 'yearly' }, '2028-02-29')).toEqual([
      '2025-02-28 2026-02-27',
      '2026-02-28 2027-02-27',
      '2027-02-28 2028-02-28',
      '2028-02-29 2029-02-27',
    ]);
    expect(firsts({ Starts: '2026-02-15', Repeats: 'quarterly' }, '2026-08-20')).toEqual([
      '2026-05-15 2026-08-14',
      '2026-08-15 2026-11-14',
    ]);
  });

  it('has 24 rows after 24 months, whatever days the runs leave out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 40 }),
        fc.boolean(),
        (gaps, forgets) => {
          let [book, done, today]: [Book, DonePeriods, ReturnType<typeof day>] = [
            firm({ 'Carry over (h)': 'all' }),
            [],
            day('2026-01-01'),
          ];
          const until = day('2027-12-15');
          for (const gap of [...gaps, 10_000]) {
            today = addDays(today, gap) < until ? addDays(today, gap) : until;
            const next = run(book, isoDate(today), forgets ? [] : done);
            [book, done] = [next.book, next.done];
          }
          expect(new Set(periodsIn(book)).size).toBe(23);
          expect(periodsIn(book)).toHaveLength(23);
          expect(new Set(rows(book).map(({ Block }) => Block)).size).toBe(rows(book).length);
          expect(carried(book)).toHaveLength(46);
          expect(balance(book, '2027-12-15')).toBe(240);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('brings no row back that a person has deleted, and finds its rows by Reference where memory is gone', () => {
    const { book, done } = run(firm(), '2026-03-05');
    const without = { ...book, blocks: rows(book).slice(0, 2) };
    expect(run(without, '2026-03-06', done).rows).toEqual([]);
    expect(run(book, '2026-03-06', []).rows).toEqual([]);
    expect(run(book, '2026-04-06', done).rows).toHaveLength(1);
  });

  it('repeats once where a period of it repeats as well, and goes on from there once its own is cleared', () => {
    const { book, done } = run(firm(), '2026-02-05');
    const [root, child] = rows(book) as [Row, Row];
    const both = { ...book, blocks: [root, { ...child, Repeats: 'monthly' }], today: '2026-03-05' };
    const due = duePeriods(ledgerOf(both), cellsOf(both), done);
    expect(due.issues).toMatchObject([{ row: 3, header: 'Repeats', mends: [{ label: 'Clear Repeats' }] }]);
    expect(run(both, '2026-03-05', done).rows).toMatchObject([{ Reference: 'B-0001/2026-03' }]);
    const moved = {
      ...both,
      blocks: [
        { ...root, Repeats: '' },
        { ...child, Repeats: 'monthly', Price: 700 },
      ],
    };
    expect(run(moved, '2026-03-05', done).rows).toMatchObject([{ Reference: 'B-0002/2026-03', Price: 700 }]);
  });
});

describe('what keeps a period from being written', () => {
  const found = (more: Row, today = '2026-03-05', clients: Book['clients'] = [{ Client: 'Acme' }]) => {
    const book = { ...firm(more), clients };
    const { rows: planned, issues } = run(book, today);
    const told = [...ledgerOf({ ...book, today }).issues, ...issues];
    return {
      planned: planned.length,
      told: told.filter(({ tab }) => tab === 'Blocks').map(({ header }) => header),
    };
  };

  it('is told with the cell that mends it', () => {
    expect(found({ Repeats: 'weekly' })).toEqual({ planned: 0, told: ['Repeats'] });
    expect(found({ 'Carry over (h)': 'some' })).toEqual({ planned: 0, told: ['Carry over (h)'] });
    expect(found({ 'Carry over (h)': -1 })).toEqual({ planned: 0, told: ['Carry over (h)'] });
    expect(found({ Kind: 'Opening' })).toEqual({ planned: 0, told: ['Repeats'] });
    expect(found({}, '2026-03-05', [{ Client: 'Acme', Active: false }])).toEqual({
      planned: 0,
      told: ['Repeats'],
    });
    expect(found({ Date: '2016-01-01', Expires: '2016-01-31' })).toEqual({ planned: 0, told: ['Date'] });
    expect(found({ Expires: '' })).toEqual({ planned: 2, told: ['Expires'] });
  });
});

describe('hours that a period leaves', () => {
  it('move on its last day up to the cap, at their value, and end with the next period', () => {
    const { book } = run(firm({ 'Carry over (h)': 3 }, [work('2026-01-10', 4)]), '2026-02-01');
    expect(carried(book)).toMatchObject([
      { Hours: -3, Price: -270, Reference: 'B-0001/2026-01 carried over' },
      { Hours: 3, Price: 270, Reference: 'B-0001/2026-01 carried over' },
    ]);
    expect(carried(book).map(row => [iso(row.Date), iso(row.Expires)])).toEqual([
      ['2026-01-31', '2026-02-28'],
      ['2026-01-31', '2026-02-28'],
    ]);
    expect([balance(book, '2026-01-31'), balance(book, '2026-02-01'), balance(book, '2026-03-01')]).toEqual([
      6, 13, 0,
    ]);
    expect(ledgerOf(book).issues).toEqual([]);
  });

  it('stay where they are without a cap, and wait while a row of the client cannot be counted', () => {
    expect(carried(run(firm({}, [work('2026-01-10', 4)]), '2026-02-01').book)).toEqual([]);
    const broken = firm({ 'Carry over (h)': 'all' }, [work('2026-01-10', 4), work('2026-01-11', 'many')]);
    const first = run(broken, '2026-02-01');
    expect([periodsIn(first.book), carried(first.book)]).toEqual([['B-0001/2026-02'], []]);
    const mended = { ...first.book, time: [work('2026-01-10', 4), work('2026-01-11', 1)] };
    const second = run(mended, '2026-02-02', first.done);
    expect(carried(second.book)).toMatchObject([{ Hours: -5 }, { Hours: 5 }]);
    expect(periodsIn(second.book)).toHaveLength(1);
  });

  it('come out of their own series alone, though another block of the client ends on the same day', () => {
    const two = [
      monthly({ 'Carry over (h)': 5 }),
      monthly({ Block: 'B-0002', 'Discount / h': 40, 'Carry over (h)': 'all' }),
    ];
    const { book } = run({ blocks: two, time: [] }, '2026-02-01');
    expect(carried(book).map(({ Hours, Price }) => [Hours, Price])).toEqual([
      [-5, -450],
      [5, 450],
      [-10, -600],
      [10, 600],
    ]);
    expect(balance(book, '2026-02-01')).toBe(35);
  });

  it('come down to what is left where late work is typed for a period that is over', () => {
    const { book } = run(firm({ 'Carry over (h)': 'all' }, [work('2026-01-10', 4)]), '2026-02-01');
    const late = { ...book, time: [...(book.time ?? []), work('2026-01-20', 5)] };
    expect(balance(late, '2026-02-01')).toBe(11);
    expect(ledgerOf(late).issues).toEqual([]);
  });

  const anyWork = fc.array(
    fc.record({ at: fc.nat(200), hours: fc.integer({ min: 1, max: 500 }).map(each => each / 100) }),
    { maxLength: 30 },
  );
  const anyCap = fc.constantFrom('', 0, 2.5, 7, 'all');

  it('conserve hours and cents, and owe in the books what the blocks owe', () => {
    fc.assert(
      fc.property(anyWork, anyCap, fc.constantFrom(899.99, '', 1000), (entries, cap, price) => {
        const time = entries.map(({ at, hours }) => work(isoDate(addDays(day('2026-01-01'), at)), hours));
        const { book } = run(firm({ 'Carry over (h)': cap, Price: price }, time), '2026-07-20');
        const ledger = ledgerOf(book);
        const { account } = settledIn(ledger);
        const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
        const moved = carried(book);
        expect(sum(moved.map(({ Hours }) => Number(Hours)))).toBe(0);
        expect(Math.round(sum(moved.map(({ Price }) => Number(Price) * 100)))).toBe(0);
        const bought = sum(account.opened.map(({ block: each }) => each.hours));
        const used = sum(account.opened.map(({ drawn }) => drawn.work + drawn.removal + drawn.correction));
        const left = sum(account.opened.map(open => open.left));
        expect(bought).toBe(used + left);
        const removed = sum(account.opened.map(({ drawn }) => drawn.removal));
        expect(removed).toBe(Math.round(sum(moved.map(({ Hours }) => Math.max(Number(Hours), 0))) * 3600));
        for (const { block: each, left: rest, value } of account.opened)
          if (rest === 0) expect(value.work + value.removal + value.correction).toBe(each.price);
        for (const lines of journalsOf(ledger, '2026-07').values()) {
          expect(isBalanced(lines)).toBe(true);
          // What moves within a client is no revenue and no difference.
          expect(lines.filter(({ account: name }) => name === 'Refund differences')).toEqual([]);
        }
        const typed = rows(book).map(row => ({ ...row, Repeats: '', 'Carry over (h)': '' }));
        expect([...journalsOf(ledgerOf({ ...book, blocks: typed }), '2026-07')]).toEqual([
          ...journalsOf(ledger, '2026-07'),
        ]);
      }),
      { numRuns: 25 },
    );
  });

  it('make the journals that the same rows make when a person types them', () => {
    const { book } = run(
      firm({ 'Carry over (h)': 4 }, [work('2026-01-10', 4), work('2026-02-11', 12)]),
      '2026-03-01',
    );
    const typed = rows(book).map(row => ({ ...row, Repeats: '', 'Carry over (h)': '' }));
    const journals = (each: Book) => [...journalsOf(ledgerOf(each), '2026-03')];
    expect(journals({ ...book, blocks: typed })).toEqual(journals(book));
  });
});
