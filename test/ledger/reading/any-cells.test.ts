import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TabName } from '../../../src/ledger/model/tab-names';
import { dueLevels } from '../../../src/ledger/notices/due';
import { letterTo, noticeOf } from '../../../src/ledger/notices/letter';
import { htmlBody } from '../../../src/ledger/notices/mail-html';
import { readHours, readTimeOfDay } from '../../../src/ledger/reading/hours';
import { ledgerTabs, readLedger } from '../../../src/ledger/reading/read-ledger';
import {
  readCurrency,
  readDate,
  readDecimal,
  readShare,
  readText,
  readYesNo,
} from '../../../src/ledger/reading/values';
import { explainRows } from '../../../src/ledger/reports/explain';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { summaryRows } from '../../../src/ledger/reports/summary';
import { settleLedger } from '../../../src/ledger/rules/settle';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { tabs } from '../../../src/ledger/sheet/tabs';
import type { CalendarDate } from '../../../src/ledger/units/calendar-date';
import { noTemplates } from '../../../src/ledger/words/templates';
import { type Row, tabCells } from '../builders';

const words = [
  '',
  ' ',
  'Acme',
  'acme ',
  'Аcme',
  'Bolt',
  'abc',
  '#N/A',
  'Loading...',
  'yes',
  'no',
  'Purchase',
  'Refund',
  'Transfer',
  'Overage invoice',
  'Goodwill',
  'Opening',
  'Correction',
  'B-0001',
  'b-0002',
  'B-999999999',
  'day',
  'invoice',
  'wait',
  'Remote',
  '=1+1',
  '1:30',
  '1h 30m',
  '-2',
  '1,5',
  '9'.repeat(40),
  '1e400',
  '2026-02-03',
  '2026-13-40',
  '10 h: 5',
  `${'9'.repeat(15)} h: 5`,
  'USD',
  'EUR',
  'JPY',
  'x'.repeat(20_000),
  '__proto__',
  'constructor',
  '\ud800',
  '𝒜cme',
];
const settingNames = [
  'Today',
  'Rate card',
  'Rate card EUR',
  'Overage',
  'Unpaid blocks',
  'Normal rate',
  'Send hour',
];
const moment = fc.record({ date: fc.integer({ min: -30_000, max: 40_000 }), second: fc.nat(86_399) });
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Cell>(...words) },
  { weight: 2, arbitrary: fc.constantFrom<Cell>(...settingNames) },
  { weight: 3, arbitrary: fc.integer({ min: -30, max: 50 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.string() },
  { weight: 3, arbitrary: moment.map(({ date, second }): Cell => ({ date: date as CalendarDate, second })) },
);

/** Mostly what belongs into the column, so that many rows count and meet each other. */
function cellFor(header: string): fc.Arbitrary<Cell> {
  const fitting: Record<string, fc.Arbitrary<Cell>> = {
    Client: fc.constantFrom('Acme', 'Bolt', 'Аcme'),
    Date: fc.nat(200).map((count): Cell => ({ date: (20_400 + count) as CalendarDate, second: 0 })),
    Hours: fc.integer({ min: -5, max: 30 }),
    Kind: fc.constantFrom('', 'Refund', 'Transfer', 'Opening'),
  };
  const rest = fc.oneof({ weight: 3, arbitrary: fc.constant<Cell>('') }, { weight: 1, arbitrary: anyCell });
  return fc.oneof({ weight: 6, arbitrary: fitting[header] ?? rest }, { weight: 1, arbitrary: anyCell });
}

const anyTab = (tab: TabName) => {
  const row: fc.Arbitrary<Row> = fc.record(
    Object.fromEntries(tabs[tab].map(({ header }) => [header, cellFor(header)])),
  );
  return fc.tuple(fc.array(row, { maxLength: 6 }), fc.nat(12)).map(([rows, dropped]) => {
    const cells = tabCells(tab, rows);
    const headers = [...cells.columns.keys()];
    const columns = new Map(cells.columns);
    // One grid in a few has lost a column.
    if (dropped < headers.length / 3) columns.delete(headers[dropped] ?? '');
    return [tab, { ...cells, columns }] as const;
  });
};

describe('any cell at all', () => {
  const readers = [
    readHours,
    readTimeOfDay,
    readDate,
    readDecimal,
    readShare,
    readYesNo,
    readCurrency,
    readText,
  ];
  test('is read or named as a problem, and nothing throws', () => {
    fc.assert(
      fc.property(anyCell, cell => {
        for (const read of readers) {
          const value = read('Cell', cell);
          if (value && typeof value === 'object' && 'problem' in value)
            expect(value.problem).toMatch(/^Cell .{10,}\.$/su);
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('in any grid is read, settled and shown; every issue has a tab, a row and words', () => {
    fc.assert(
      fc.property(fc.tuple(...ledgerTabs.map(anyTab)), grid => {
        const ledger = readLedger({ tabs: new Map(grid), clockToday: 20_600 as CalendarDate });
        for (const { tab, row, message } of ledger.issues) {
          expect(ledgerTabs).toContain(tab);
          expect(row).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/^.{20,}\.$/su);
          expect(message.length).toBeLessThan(300);
        }
        const settled = [...settleLedger(ledger, ledger.settings.today).values()];
        const figures = settled.map(each => figuresOf(each, ledger));
        expect(summaryRows(figures).length).toBeGreaterThan(figures.length);
        for (const each of settled) {
          const due = dueLevels(each, ledger, () => false);
          if (due.length > 0)
            expect(
              htmlBody(letterTo(each, { ledger, templates: noTemplates, notices: [] }, noticeOf(due))),
            ).toContain('</div>');
          expect(explainRows({ ...ledger, client: each.client }, ledger.settings.today)[0]).toHaveLength(7);
        }
      }),
      { numRuns: 250 },
    );
  });
});
