import { describe, expect, it } from 'vitest';
import { routeOf } from '../../src/ledger/notices/due';
import { readLedger } from '../../src/ledger/reading/read-ledger';
import type { Cell } from '../../src/ledger/sheet/cell';
import { balance, dateCell, day, ledgerOf, messages, type Row, settledIn, tabsOf, work } from './builders';
import { expectBroken, expectNoted, good, withTime } from './expect-issue';

it('a workbook without mistakes has no issues', () => {
  expect(messages(good)).toEqual([]);
});

describe('a row of Time that cannot be counted', () => {
  it.each<[string, Row, string]>([
    ['Hours abc', { Hours: 'abc' }, 'Hours "abc" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.'],
    [
      'Hours that became a date',
      { Hours: dateCell('2026-05-01') },
      'Hours "2026-05-01" cannot be read. It became a date, as 1.5 does in some countries. Type hours such as 1:30 or 1h 30m.',
    ],
    ['Hours #N/A', { Hours: '#N/A' }, 'Hours holds a formula that gives #N/A. Mend the formula.'],
    [
      'Charged that is no time',
      { Charged: 'free' },
      'Charged "free" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.',
    ],
    [
      'no such day',
      { Date: '2026-13-40' },
      'Date "2026-13-40" cannot be read. Type a date such as 2026-11-23.',
    ],
    ['no date', { Date: '' }, 'Date is blank. Type the day of the work.'],
    [
      'a time in place of a date',
      { Date: dateCell('1899-12-30', 1.5) },
      'Date "01:30:00" cannot be read. Type a date such as 2026-11-23.',
    ],
    [
      'Start = End',
      { Hours: '', Start: '9:00', End: '9:00' },
      'Start and End are equal. Correct one, or type Hours instead.',
    ],
    [
      'a Start that is no time of day',
      { Start: 'early' },
      'Start "early" cannot be read. Type a time of day such as 9:00 or 5:30 PM.',
    ],
    [
      '50,000 characters of Hours',
      { Hours: 'x'.repeat(50_000) },
      `Hours "${'x'.repeat(40)}… (50000 characters)" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.`,
    ],
  ])('with %s', (_, row, message) => {
    expectBroken(withTime({ ...work('2026-03-02', 1), ...row }), `Time 4: ${message}`);
  });

  it('with a work type whose row in Work types cannot be read', () => {
    const broken = withTime(work('2026-03-02', 1, { 'Work type': 'Night' }));
    const book = { ...broken, workTypes: [{ 'Work type': 'Night', Multiplier: 'double' }] };
    const mend = 'Type a number such as 100 or 12.50.';
    const [types, row] = [
      `Work types 2: Multiplier "double" cannot be read. ${mend}`,
      'Time 4: The row of "Night" in Work types cannot be read. Mend it there.',
    ];
    expect(messages(book)).toEqual([row, types]);
    expect([...ledgerOf(book).broken.keys()]).toEqual(['acme']);
  });

  it('is nobody’s with a blank for a client', () => {
    expectNoted(
      withTime({ ...work('2026-03-02', 1), Client: '' }),
      'Time 4: Client is blank. Choose the client.',
    );
  });

  it('may be anybody’s with the error of a formula for a client, so it stops every figure', () => {
    const book = withTime({ ...work('2026-03-02', 1), Client: '#N/A' });
    const message =
      'Client holds a formula that gives #N/A, so nobody knows whose figures change. Mend the formula.';
    expect(messages(book)).toEqual([`Time 4: ${message}`]);
    expect(ledgerOf(book).fatal).toEqual([{ tab: 'Time', row: 4, message }]);
    expect(routeOf(settledIn(ledgerOf(book)), ledgerOf(book))).toMatchObject({ kind: 'review' });
  });
});

describe('a row of Time that counts, with an issue', () => {
  it.each<[string, Row, string, number]>([
    ['0 hours', { Hours: 0 }, 'Hours is 0 h, so it counts as none. Type hours above zero.', 16],
    ['hours below zero', { Hours: -2 }, 'Hours is −2 h, so it counts as none. Type hours above zero.', 16],
    [
      '0 hours and a typed charge',
      { Hours: 0, Charged: 1 },
      'Hours is 0 h, so it counts as none. Type hours above zero.',
      15,
    ],
    [
      'a charge below zero',
      { Charged: '-1:00' },
      'Charged is −1 h, so it counts as none. Type hours above zero.',
      16,
    ],
    [
      'nothing typed yet',
      { Hours: '' },
      'No hours yet: the row counts nothing. Type Hours, or Start and End.',
      16,
    ],
    [
      'nothing but a date that cannot be read yet',
      { Hours: '', Date: 'soon' },
      'No hours yet: the row counts nothing. Type Hours, or Start and End.',
      16,
    ],
    [
      'a Start and no End yet',
      { Hours: '', Start: '9:00' },
      'No hours yet: the row counts nothing. Type Hours, or Start and End.',
      16,
    ],
    [
      'Hours that are not End − Start',
      { Hours: 1.67, Start: '9:00', End: '10:40' },
      'Hours says 1:40:12 but Start to End is 1:40. Hours counts; correct one.',
      14.33,
    ],
    [
      'Hours beside Start = End',
      { Start: '9:00', End: '9:00' },
      'Start and End are equal. Correct one, or type Hours instead.',
      15,
    ],
    [
      'an unknown work type',
      { 'Work type': 'Remot' },
      'Work type "Remot" is not in Work types, so it counts once (×1). Did you mean Remote? Choose one from the list.',
      15,
    ],
    [
      'words that are an error',
      { 'What was done': '#REF!' },
      'What was done holds a formula that gives #REF!. Mend the formula.',
      15,
    ],
    [
      '50,000 characters of words',
      { 'What was done': 'x'.repeat(50_000) },
      'What was done holds 50000 characters. Shorten it to what people read.',
      15,
    ],
    [
      'a date after today',
      { Date: '2027-01-01' },
      'Dated 1 Jan 2027, later than today (31 Dec 2026), so it does not count yet.',
      16,
    ],
  ])('with %s', (_, row, message, hours) => {
    expectNoted(withTime({ ...work('2026-03-02', 1), ...row }), `Time 4: ${message}`, hours);
  });

  it('with a client that is not in Clients, once at its first row', () => {
    const rows = [work('2026-03-02', 1, { Client: 'Acne' }), work('2026-03-03', 1, { Client: 'acne' })];
    expectNoted(
      withTime(...rows),
      'Time 4: Client "Acne" is not in Clients. Did you mean Acme? Its rows count; correct the name, or add it there.',
    );
    expect(balance(withTime(...rows), undefined, 'Acne')).toBe(-2);
  });
});

it('reads every 1899 duration where hours stand, and none where a date stands', () => {
  const cells: Cell[] = [dateCell('1899-12-30', 1.5), dateCell('1899-12-31', 1)];
  const book = withTime(...cells.map(cell => work('2026-03-02', cell)));
  expect(messages(book)).toEqual([expect.stringContaining('25 h in one row')]);
  expect(balance(book)).toBe(16 - 1.5 - 25);
});

it('an empty workbook is one issue a tab, and no figure', () => {
  const ledger = readLedger({ tabs: new Map(), clockToday: day('2026-12-31') });
  expect(ledger.issues.map(({ tab, row, message }) => `${tab} ${row}: ${message}`)).toEqual(
    ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Notices'].map(
      tab =>
        `${tab} 1: The tab "${tab}" is missing, or has none of its headers in its first 20 rows. Run More > Set up > Set up workbook.`,
    ),
  );
  expect(ledger.fatal.map(({ tab }) => tab)).toEqual(['Blocks', 'Time']);
  expect(tabsOf(good).size).toBe(6);
});
