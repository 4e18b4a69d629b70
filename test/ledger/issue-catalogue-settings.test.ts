import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/ledger/sheet/cell';
import { type Book, balance, block, ledgerOf, messages, work } from './builders';

const good: Book = { blocks: [block(20)], time: [work('2026-02-02', 4)] };

describe('Settings', () => {
  it.each<[string, Cell, string]>([
    [
      'Today',
      'soon',
      'Today "soon" cannot be read. Type a date such as 2026-11-23. Until then 2026-12-31 holds.',
    ],
    [
      'Normal rate',
      '-5',
      'Normal rate "-5" cannot be read. Type a number such as 100, not below zero. Until then 100 holds.',
    ],
    [
      'Currency',
      'dollars',
      'Currency "dollars" cannot be read. Type a code such as USD or EUR. Until then USD holds.',
    ],
    [
      'Warn at (h)',
      'few',
      'Warn at (h) "few" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m. Until then 5 holds.',
    ],
    [
      'Warn at (%)',
      300,
      'Warn at (%) "300" cannot be read. Type a percentage from 0 % to 100 %. Until then 20 % holds.',
    ],
    ['Send hour', 24, 'Send hour "24" cannot be read. Type a whole number from 0 to 23. Until then 8 holds.'],
    [
      'Pace (weeks)',
      0,
      'Pace (weeks) "0" cannot be read. Type a whole number from 1 to 520. Until then 8 holds.',
    ],
    [
      'Weekdays only',
      'often',
      'Weekdays only "often" cannot be read. Tick the box, or type yes or no. Until then no holds.',
    ],
    [
      'Unpaid blocks',
      'ask',
      'Unpaid blocks "ask" cannot be read. Choose one of: use, wait. Until then use holds.',
    ],
    [
      'Expired hours',
      'gone',
      'Expired hours "gone" cannot be read. Choose one of: keep, breakage. Until then keep holds.',
    ],
    [
      'Cash side',
      'pocket',
      'Cash side "pocket" cannot be read. Choose one of: bank and receivable, clearing account, none. Until then bank and receivable holds.',
    ],
    [
      'Account: Deferred revenue',
      'Prepaid',
      'Account: Deferred revenue "Prepaid" cannot be read. Type a code and a name, such as 2400 Deferred revenue. Until then 2400 Deferred revenue holds.',
    ],
    [
      'Remind after (days)',
      -1,
      'Remind after (days) "-1" cannot be read. Type a whole number from 0 to 36600. Until then 7 holds.',
    ],
    [
      'Firm name',
      '#N/A',
      'Firm name holds a formula that gives #N/A. Mend the formula. Until then nothing holds.',
    ],
    [
      'Send hours',
      9,
      'Setting "Send hours" is not known, so it changes nothing. Correct the name, or delete the row.',
    ],
    ['', 9, 'Setting "" is not known, so it changes nothing. Correct the name, or delete the row.'],
  ])('%s %j makes no sense', (name, cell, message) => {
    const row = name === 'Today' ? 2 : 3;
    const book: Book = { ...good, settings: { [name]: cell } };
    expect(messages(book)).toEqual([`Settings ${row}: ${message}`]);
    expect(ledgerOf(book).broken.size).toBe(0);
    expect(balance(book)).toBe(16);
  });

  it('of two rows of one setting the first holds', () => {
    const book: Book = { ...good, settings: { 'Send hour': 7, 'send hour': 9 } };
    expect(messages(book)).toEqual([
      'Settings 4: "send hour" stands in row 3 already, and that row counts. Delete one.',
    ]);
    expect(ledgerOf(book).settings.sendHour).toBe(7);
  });

  it('a heading without a value is left alone', () => {
    expect(messages({ ...good, settings: { 'Mail:': '' } })).toEqual([]);
  });
});

describe('Work types', () => {
  it('of two rows of one work type the first counts', () => {
    const workTypes = [
      { 'Work type': 'Night', Multiplier: 2 },
      { 'Work type': 'night', Multiplier: 3 },
    ];
    const book: Book = { ...good, time: [work('2026-02-02', 1, { 'Work type': 'NIGHT' })], workTypes };
    expect(messages(book)).toEqual([
      'Work types 3: "night" stands in row 2 already, and that row counts. Delete one.',
    ]);
    expect(balance(book)).toBe(18);
  });

  it.each([-1, 101])('a multiplier of %d makes no sense', Multiplier => {
    expect(messages({ workTypes: [{ 'Work type': 'Night', Multiplier }] })).toEqual([
      `Work types 2: Multiplier "${Multiplier}" cannot be read. Type a number such as 1.5, from 0 to 100.`,
    ]);
  });

  it('a row without a name is an issue', () => {
    expect(messages({ workTypes: [{ Multiplier: 2 }] })).toEqual([
      'Work types 2: Work type is blank. Type the name, or clear the row.',
    ]);
  });
});
