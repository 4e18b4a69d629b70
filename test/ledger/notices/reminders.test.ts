import { describe, expect, it } from 'vitest';
import { noticeKey } from '../../../src/ledger/model/notice-row';
import { dueReminders } from '../../../src/ledger/notices/reminders';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { type Book, block, dateCell, ledgerOf, type Row, settledIn, tabCells, work } from '../builders';

const low: Book = { blocks: [block(20, { Block: 'B-0001' })], time: [work('2026-12-01', 16)] };
const usedUp: Book = { ...low, time: [work('2026-12-01', 20)] };
const sent = (Level: string, iso: string, more: Row = {}): Row => ({
  Block: 'B-0001',
  Level,
  State: 'Sent',
  'Sent at': dateCell(iso, 8),
  ...more,
});

function due(book: Book, notices: readonly Row[], asOf: string, told: readonly string[] = []) {
  const ledger = ledgerOf(book);
  const rows = new Map(readNotices(tabCells('Notices', notices)).map(row => [row.key, row]));
  const found = dueReminders(
    settledIn(ledger, 'Acme', asOf),
    ledger,
    key => rows.get(key),
    (number, level) => told.includes(noticeKey(number, level)),
  );
  return found.map(({ level, block: number, why }) => `${number} ${level}: ${why}`);
}

const first = sent('low', '2026-12-10');
const reminder = 'B-0001 low reminder 1: 4 h left; no answer since 10 Dec 2026';

describe('a reminder', () => {
  it('is due after so many days without a purchase, not a day before', () => {
    expect(due(low, [first], '2026-12-16')).toEqual([]);
    expect(due(low, [first], '2026-12-17')).toEqual([reminder]);
    const slower = { ...low, settings: { 'Remind after (days)': 10 } };
    expect(due(slower, [first], '2026-12-19')).toEqual([]);
    expect(due(slower, [first], '2026-12-20')).toEqual([reminder]);
  });

  it('is none where Settings says never', () => {
    expect(due({ ...low, settings: { 'Remind after (days)': 0 } }, [first], '2026-12-31')).toEqual([]);
  });

  it('comes a second time, counted from the first, and never a third', () => {
    const told = ['B-0001 low reminder 1'];
    const second = sent('low reminder 1', '2026-12-18');
    expect(due(low, [first, second], '2026-12-24', told)).toEqual([]);
    expect(due(low, [first, second], '2026-12-25', told)).toEqual([
      'B-0001 low reminder 2: 4 h left; no answer since 10 Dec 2026',
    ]);
    const third = sent('low reminder 2', '2026-12-25');
    expect(due(low, [first, second, third], '2027-03-01', [...told, 'B-0001 low reminder 2'])).toEqual([]);
  });

  it.each([
    ['a purchase', { blocks: [...(low.blocks ?? []), block(20, { Date: '2026-12-15' })] }],
    [
      'a block that starts next month',
      {
        blocks: [...(low.blocks ?? []), block(20, { Date: '2026-12-15', Starts: '2027-02-01' })],
      },
    ],
    ['hours given back', { time: [work('2026-12-01', 2)] }],
  ])('is none after %s', (_, more) => {
    expect(due({ ...low, ...more }, [first], '2026-12-20')).toEqual([]);
  });

  it('waits where the mail has not gone out, and ends where somebody typed an outcome', () => {
    for (const State of ['Queued', 'Check', 'Failed', 'Skipped', 'Held'])
      expect(due(low, [{ ...first, State }], '2026-12-20')).toEqual([]);
    expect(due(low, [{ ...first, Outcome: 'Will call in May' }], '2026-12-20')).toEqual([]);
    expect(due(low, [{ ...first, Outcome: 'No answer' }], '2026-12-20')).toEqual([reminder]);
  });

  it('repeats what the client was told last: used up, also where it was told as expired', () => {
    expect(due(usedUp, [first], '2026-12-31')).toEqual([]);
    const line = 'B-0001 used up reminder 1: 0 h left; no answer since 12 Dec 2026';
    expect(due(usedUp, [first, sent('used up', '2026-12-12')], '2026-12-31')).toEqual([line]);
    expect(due(usedUp, [first, sent('expired', '2026-12-12')], '2026-12-31')).toEqual([line]);
    expect(due(low, [sent('used up', '2026-12-12')], '2026-12-31')).toEqual([]);
  });
});
