import { describe, expect, it } from 'vitest';
import { isWeeklyMailDue, weeklyDay, weeklyPaper } from '../../../src/ledger/needs/weekly-mail';
import { paperText } from '../../../src/ledger/papers/paper-text';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { day, ledgerOf } from '../builders';

const settings = { ...ledgerOf({}).settings, officeManagerEmail: 'office@firm.example' };
// 23 November 2026 is a Monday.
const due = (date: string, more: object = {}, hour = 9, last = '2026-11-16', since = '') =>
  isWeeklyMailDue({ ...settings, ...more }, { date: day(date), second: hour * 3600, last, since });

it('goes out for the newest of its days, today included', () => {
  const weekOf = (date: string, on: Parameters<typeof weeklyDay>[1]) => isoDate(weeklyDay(day(date), on));
  expect(weekOf('2026-11-23', 'Monday')).toBe('2026-11-23');
  expect(weekOf('2026-11-29', 'Monday')).toBe('2026-11-23');
  expect(weekOf('2026-11-23', 'Sunday')).toBe('2026-11-22');
  expect(weekOf('2026-11-23', 'Tuesday')).toBe('2026-11-17');
});

describe('the weekly mail is due', () => {
  it('from Send hour on, once a week', () => {
    expect([due('2026-11-23', {}, 7), due('2026-11-23', {}, 8)]).toEqual([false, true]);
    expect(due('2026-11-23', {}, 8, '2026-11-23')).toBe(false);
    expect(due('2026-11-29', {}, 8, '2026-11-23')).toBe(false);
    expect(due('2026-11-30', {}, 8, '2026-11-23')).toBe(true);
  });

  it('on the day after one that was missed or is a day off', () => {
    expect(due('2026-11-24')).toBe(true);
    const off = { daysOff: { spans: [[day('2026-11-23'), day('2026-11-23')]], yearly: new Set() } };
    expect([due('2026-11-23', off), due('2026-11-24', off)]).toEqual([false, true]);
    const weekdaysOnly = { weekdaysOnly: true, weeklyMailOn: 'Saturday' };
    expect([due('2026-11-21', weekdaysOnly), due('2026-11-23', weekdaysOnly)]).toEqual([false, true]);
  });

  it('not for a day before the notices were turned on', () => {
    expect(due('2026-11-25', {}, 9, '', '2026-11-24')).toBe(false);
    expect(due('2026-11-25', {}, 9, '', '2026-11-23')).toBe(true);
  });

  it('never without an address, or where Settings says no', () => {
    expect(due('2026-11-23', { officeManagerEmail: '' })).toBe(false);
    expect(due('2026-11-23', { weeklyMail: false })).toBe(false);
  });
});

it('has a table for each reason, the worst first, and says how many there are', () => {
  const need = (kind: 'overdue' | 'no answer', text: string, weight: number) => {
    return { kind, text, weight, tab: 'Care plan', row: 2 } as const;
  };
  const clients = [
    { name: 'Acme', row: 2, needs: [need('no answer', 'Silent.', 0), need('overdue', 'Late.', 1)] },
    { name: 'Beta', row: 3, needs: [need('overdue', 'Later.', 9)] },
  ];
  expect(paperText(weeklyPaper(clients, { ...settings, today: day('2026-11-23'), firmName: 'Firm' }))).toBe(
    [
      'Who needs us, 23 Nov 2026\nFirm',
      '2 clients need us',
      'No answer to notices:\n  Acme  Silent.',
      'Care tasks that are overdue:\n  Beta  Later.\n  Acme  Late.',
      'More > Care > Who needs us leads to each row. Settings > Weekly mail turns this mail off.',
    ].join('\n\n'),
  );
});
