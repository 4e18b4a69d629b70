import { describe, expect, it } from 'vitest';
import { outcomeOf, renewalsOf } from '../../../src/ledger/notices/outcome';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { block, dateCell, ledgerOf, type Row, settledIn, tabCells } from '../builders';

const first = block(20, { Block: 'B-0001', Date: '2026-01-01' });
const mail = (more: Row = {}): Row => ({
  Block: 'B-0001',
  Level: 'low',
  State: 'Sent',
  'Sent at': dateCell('2026-11-10', 8),
  ...more,
});

function outcome(more: readonly Row[], asOf: string, notice: Row = {}, remindAfter = 7): string {
  const ledger = ledgerOf({ blocks: [first, ...more] });
  const [row] = readNotices(tabCells('Notices', [mail(notice)]));
  if (!row) throw new Error('No row');
  return outcomeOf(row, settledIn(ledger, 'Acme', asOf), remindAfter);
}
const bought = (on: string, more: Row = {}) => block(20, { Date: on, ...more });

describe('what came of a mail', () => {
  it('is the days until the purchase that followed', () => {
    expect(outcome([bought('2026-11-16')], '2026-11-16')).toBe('Renewed after 6 days');
    expect(outcome([bought('2026-11-11')], '2026-11-16')).toBe('Renewed after 1 day');
    expect(outcome([bought('2026-11-10')], '2026-11-16')).toBe('Renewed the same day');
    expect(outcome([bought('2026-12-01'), bought('2026-11-16')], '2026-12-31')).toBe('Renewed after 6 days');
    expect(outcome([bought('2026-11-16')], '2026-11-15')).toBe('');
  });

  it('is a renewal too where it was typed late, for a day before the mail', () => {
    expect(outcome([bought('2026-11-08')], '2026-11-16')).toBe('Renewed the same day');
    expect(outcome([bought('2025-11-08')], '2026-11-16')).toBe('');
  });

  it('is none of goodwill or of the block that the mail was about', () => {
    expect(outcome([bought('2026-11-16', { Kind: 'Goodwill' })], '2026-11-16')).toBe('');
    expect(outcome([], '2026-11-16')).toBe('');
    // Used up on the day of its purchase: that purchase is no renewal.
    expect(outcome([bought('2026-11-10', { Block: 'B-0002' })], '2026-11-16', { Block: 'B-0002' })).toBe('');
  });

  it('is no answer once the reminders have had their time', () => {
    expect([outcome([], '2026-11-30'), outcome([], '2026-12-01')]).toEqual(['', 'No answer']);
    const second = { Level: 'low reminder 2' };
    expect([outcome([], '2026-11-16', second), outcome([], '2026-11-17', second)]).toEqual(['', 'No answer']);
    expect([outcome([], '2026-11-30', {}, 0), outcome([], '2026-12-01', {}, 0)]).toEqual(['', 'No answer']);
    expect(outcome([bought('2026-12-20')], '2026-12-31', { Outcome: 'No answer' })).toBe(
      'Renewed after 40 days',
    );
  });

  it('stays what a person typed, and is nothing for what did not go out or asks for nothing', () => {
    expect(outcome([bought('2026-11-16')], '2026-12-31', { Outcome: 'Gone to a rival' })).toBe(
      'Gone to a rival',
    );
    for (const notice of [{ State: 'Queued' }, { 'Sent at': '' }, { Level: 'thank you' }])
      expect(outcome([bought('2026-11-16')], '2026-12-31', notice)).toBe('');
  });
});

describe('the share renewed', () => {
  it('counts each purchase once, and none that may still be answered', () => {
    const blocks = [
      first,
      bought('2026-11-16', { Block: 'B-0002' }),
      bought('2026-12-01', { Block: 'B-0003' }),
    ];
    const notices = [
      mail(),
      mail({ Level: 'used up', 'Sent at': dateCell('2026-11-12') }),
      mail({ Block: 'b-0003', 'Sent at': dateCell('2026-12-05') }),
      mail({ Block: 'B-0002', Level: 'expiring', 'Sent at': dateCell('2026-11-20') }),
    ];
    const renewals = (asOf: string) => {
      const ledger = ledgerOf({ blocks, notices });
      return figuresOf(settledIn(ledger, 'Acme', asOf), ledger).renewals;
    };
    expect(renewals('2026-12-20')).toEqual({ asked: 1, renewed: 1 });
    expect(renewals('2026-12-26')).toEqual({ asked: 2, renewed: 1 });
  });

  it('is nothing for a row whose level nobody can read', () => {
    const ledger = ledgerOf({ blocks: [first] });
    const sent = [{ block: 'B-0001', level: undefined, sentAt: ledger.settings.today }];
    expect(renewalsOf(sent, settledIn(ledger, 'Acme'), 7)).toEqual({ asked: 0, renewed: 0 });
  });
});
