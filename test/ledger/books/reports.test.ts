import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  balancesOf,
  revenueByMonth,
  rollForwardByClient,
  rollForwardByMonth,
  type ShownJournals,
} from '../../../src/ledger/books/reports/journal-reports';
import { openOverage, taxByRate, whoHasNotPaid } from '../../../src/ledger/books/reports/owed-reports';
import { type Amount, type Report, reportRows, reportTable } from '../../../src/ledger/books/reports/report';
import { unpaidBlocks } from '../../../src/ledger/books/unpaid';
import type { AccountRole } from '../../../src/ledger/model/accounts';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { drawingText } from '../../../src/ledger/pictures/picture';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { lastDay, type Month } from '../../../src/ledger/units/month';
import { type Book, block, ledgerOf, work } from '../builders';
import { anyLedger } from './any-ledger';
import { journalsOf } from './journal-of';

const runs = { numRuns: 150 };

function shownIn(ledger: Ledger, until: string, from = '2025-01'): ShownJournals {
  const { settings, blocks } = ledger;
  return { journals: journalsOf(ledger, until), from: from as Month, settings, blocks };
}

/** Of an account in all journals, by currency. */
function inJournal({ journals, settings }: ShownJournals, ...roles: readonly AccountRole[]) {
  const codes = roles.map(role => settings.accounts[role].code);
  const sums: Record<string, number> = {};
  for (const { code, currency, amount } of [...journals.values()].flat())
    if (codes.includes(code)) sums[currency] = (sums[currency] ?? 0) + amount;
  return nonZero(sums);
}

const nonZero = (sums: Record<string, number>) =>
  Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
const amountsOf = (cells: readonly unknown[]) =>
  cells.filter((cell): cell is Amount => typeof cell === 'object' && cell !== null);
/** Sums of one column of figures over the rows that are no sums themselves. */
function columnSums({ rows, words, figures }: Report, name: string, sign = 1) {
  const at = words.length + figures.indexOf(name);
  const sums: Record<string, number> = {};
  for (const { cells, isStrong } of rows)
    for (const { amount, currency } of isStrong ? [] : amountsOf([cells[at]]))
      sums[currency] = (sums[currency] ?? 0) + sign * amount;
  return nonZero(sums);
}
const none = new Map();

describe('for any ledger', () => {
  test('a roll-forward closes in every row, by month and by client, on what Journal owes', () => {
    fc.assert(
      fc.property(anyLedger, ledger => {
        const shown = shownIn(ledger, '2026-04');
        const [byMonth, byClient] = [rollForwardByMonth(shown, none), rollForwardByClient(shown)];
        for (const { cells } of [...byMonth.rows, ...byClient.rows]) {
          const amounts = amountsOf(cells).map(({ amount }) => amount);
          const closing = amounts.pop();
          expect(amounts.reduce((sum, each) => sum + each, 0)).toBe(closing);
        }
        const owed = inJournal(shown, 'deferred');
        expect(columnSums(byClient, 'Closing', -1)).toEqual(owed);
        const last = byMonth.rows.filter(({ cells }) => cells[0] === 'Apr 2026');
        expect(columnSums({ ...byMonth, rows: last }, 'Closing', -1)).toEqual(owed);
        // Nothing is called late where no month is closed.
        expect(columnSums(byMonth, 'Late')).toEqual({});
      }),
      runs,
    );
  });

  test('revenue and tax are those of Journal, to the cent', () => {
    fc.assert(
      fc.property(anyLedger, ledger => {
        const shown = shownIn(ledger, '2026-04');
        expect(columnSums(revenueByMonth(shown), 'All', -1)).toEqual(
          inJournal(shown, 'service', 'overage', 'breakage', 'differences'),
        );
        expect(columnSums(taxByRate(shown), 'Tax', -1)).toEqual(inJournal(shown, 'tax'));
      }),
      runs,
    );
  });

  test('who has not paid owes what the receivables come to, and says so', () => {
    fc.assert(
      fc.property(anyLedger, any => {
        const settings = { ...any.settings, cashSide: 'bank and receivable' as const };
        const ledger = { ...any, settings };
        const shown = shownIn(ledger, '2026-03');
        const asOf = lastDay('2026-03' as Month);
        const at = { asOf, settings, inJournal: balancesOf(shown, 'receivable') };
        const report = whoHasNotPaid(unpaidBlocks(ledger, asOf), at);
        expect(columnSums(report, 'Open')).toEqual(inJournal(shown, 'receivable'));
        expect(report.remark).toContain('agree to the cent');
      }),
      runs,
    );
  });

  test('accrued overage is what was worked and not invoiced, and leaves nothing once it is invoiced', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom('2026-01', '2026-02', '2026-04'), (any, month) => {
        const settings = { ...any.settings, accrueOverage: true };
        const ledger = { ...any, settings };
        const shown = shownIn(ledger, month);
        const asOf = lastDay(month as Month);
        const at = { asOf, settings, inJournal: balancesOf(shown, 'accrued') };
        const report = openOverage(settleLedger(ledger, asOf).values(), at);
        expect(columnSums(report, 'Worth')).toEqual(inJournal(shown, 'accrued'));
        expect(report.remark).toContain('agree to the cent');
      }),
      runs,
    );
  });
});

describe('of a firm', () => {
  const book: Book = {
    clients: [
      { Client: 'Acme', 'Tax (%)': 0.2 },
      { Client: 'Bolt', Overage: 'invoice' },
    ],
    blocks: [
      block(20, { Block: 'B-0001', Date: '2026-01-05', 'Discount / h': 10, 'Paid on': '2026-02-03' }),
      block(10, { Block: 'B-0002', Date: '2026-02-10' }),
    ],
    time: [
      work('2026-01-15', 6.5),
      work('2026-02-20', 2, { Client: 'Bolt' }),
      work('2026-03-20', 1, { Client: 'Bolt' }),
    ],
    settings: { Today: '2026-04-20', 'Tax name': 'VAT', 'Payment terms (days)': 14 },
  };
  const shown = shownIn(ledgerOf(book), '2026-03', '2026-02');
  const lines = (report: Report) =>
    reportRows(report).map(cells => cells.map(({ value }) => value).join(' | '));

  it('the roll-forward begins with what was there, month by month and client by client', () => {
    expect(lines(rollForwardByMonth(shown, balancesOf(shown, 'deferred'))).slice(1, -1)).toEqual([
      'Month |  | Opening | Sold | Earned | Given back | Expired | Late | Closing',
      'Feb 2026 | USD | 1215 | 1000 | 0 | 0 | 0 | 0 | 2215 | ████████████████████████',
      'Mar 2026 | USD | 2215 | 0 | 0 | 0 | 0 | 0 | 2215 | ████████████████████████',
      'The hours that are owed and the account 2400 of Journal agree to the cent.',
    ]);
    expect(lines(rollForwardByClient(shown))[2]).toMatch(
      /^Acme \| USD \| 1215 \| 1000 \| 0 \| 0 \| 0 \| 0 \| 2215/,
    );
  });

  it('says what Journal shows where it does not agree', () => {
    const { remark } = rollForwardByMonth(shown, new Map());
    expect(remark).toBe(
      'The account 2400 of Journal shows $2,215.00 in place of $0.00: what came late stands in the next open month.',
    );
  });

  it('tax stands at its rate with net and gross', () => {
    expect(lines(taxByRate(shownIn(ledgerOf(book), '2026-03'))).slice(1, 4)).toEqual([
      'Month |  | Rate | Net | VAT | Gross',
      'Jan 2026 | USD | 20% | 1800 | 360 | 2160 | ████████████████████████',
      'Feb 2026 | USD | 20% | 1000 | 200 | 1200 | █████████████',
    ]);
  });

  it('who has not paid stands in the span of days past its due day', () => {
    const ledger = ledgerOf(book);
    const spanAt = (day: string) => {
      const asOf = ledgerOf({ ...book, settings: { ...book.settings, Today: day } }).settings.today;
      const report = whoHasNotPaid(unpaidBlocks(ledger, asOf), {
        asOf,
        settings: ledger.settings,
        inJournal: none,
      });
      const cells = report.rows.find(({ cells: [, number] }) => number === 'B-0002')?.cells ?? [];
      return report.figures[cells.findIndex(cell => typeof cell === 'object') - report.words.length];
    };
    // Due on 24 February.
    expect(
      ['2026-02-24', '2026-02-25', '2026-03-26', '2026-03-27', '2026-04-26', '2026-05-26'].map(spanAt),
    ).toEqual(['Not due', '1–30 days', '1–30 days', '31–60 days', '61–90 days', 'over 90']);
  });

  it('overage is accrued only where the firm wants it', () => {
    const accrued = (accrue: string) =>
      [
        ...journalsOf(
          ledgerOf({ ...book, settings: { ...book.settings, 'Accrue overage': accrue } }),
          '2026-03',
        ).values(),
      ]
        .flat()
        .filter(({ memo }) => memo === 'Overage accrued')
        .map(({ month, code, amount }) => [month, code, amount]);
    expect(accrued('no')).toEqual([]);
    expect(accrued('yes')).toEqual([
      ['2026-02', '1150', 20_000],
      ['2026-02', '4010', -20_000],
      ['2026-03', '1150', 10_000],
      ['2026-03', '4010', -10_000],
    ]);
  });

  it('has a picture that says its figures to those who do not see it, and columns that hold something', () => {
    const { pictures = [], columns } = reportTable(revenueByMonth(shownIn(ledgerOf(book), '2026-03')));
    expect(columns.map(({ header }) => header)).toEqual(['Month', '', 'Service revenue', 'All']);
    const [svg = ''] = pictures.map(drawingText);
    expect(svg).toContain('Revenue of each month, in USD');
    expect(svg).toContain('Jan 2026 $585'.replace('2026', '26'));
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
  });
});
