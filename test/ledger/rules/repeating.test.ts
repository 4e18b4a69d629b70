import { describe, expect, it } from 'vitest';
import { hasAgreement } from '../../../src/ledger/model/block';
import { noticeKey } from '../../../src/ledger/model/notice-row';
import { dueThanks } from '../../../src/ledger/notices/begin';
import { dueLevels } from '../../../src/ledger/notices/due';
import { outcomeOf } from '../../../src/ledger/notices/outcome';
import { dueReminders } from '../../../src/ledger/notices/reminders';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { standingOf } from '../../../src/ledger/rules/standing';
import { type Book, block, dateCell, ledgerOf, type Row, settledIn, tabCells, work } from '../builders';

const first = (more: Row = {}) =>
  block(10, { Block: 'B-0001', Expires: '2026-01-31', Repeats: 'monthly', ...more });
const second = block(10, {
  Block: 'B-0002',
  Date: '2026-02-01',
  Expires: '2026-02-28',
  Reference: 'B-0001/2026-02',
});
const worked = [work('2026-01-05', 2), work('2026-02-05', 9)];
const firm = (blocks: readonly Row[], time: readonly Row[] = worked): Book => ({ blocks, time });
const standing = (book: Book, asOf: string) => {
  const ledger = ledgerOf(book);
  return standingOf(settledIn(ledger, 'Acme', asOf), ledger.settings);
};
const due = (book: Book, asOf: string) => {
  const ledger = ledgerOf(book);
  return dueLevels(settledIn(ledger, 'Acme', asOf), ledger).map(({ level, block: of }) =>
    noticeKey(of, level),
  );
};
const once = [first({ Repeats: '' }), second];

describe('the standing of a client whose block repeats', () => {
  it('is low by the hours of its period, told anew in each', () => {
    const thin = [work('2026-01-05', 9), work('2026-02-05', 9)];
    expect(due(firm([first(), second], thin), '2026-01-10')).toEqual(['B-0001 low']);
    expect(due(firm([first(), second], thin), '2026-02-10')).toEqual(['B-0002 low']);
  });

  it('never is that its hours are about to end, or have ended, where the next period comes by itself', () => {
    expect(standing(firm([first(), second]), '2026-01-25')).toMatchObject({ expiring: [], repeats: true });
    expect(standing(firm([first()], [work('2026-01-05', 2)]), '2026-02-01').level).toBeUndefined();
    expect(standing(firm([first(), second], [work('2026-01-05', 2)]), '2026-03-01').level).toBeUndefined();
  });

  it('is that of any other block once Repeats is cleared', () => {
    expect(due(firm(once.slice(0, 1), [work('2026-01-05', 2)]), '2026-01-25')).toEqual(['B-0001 expiring']);
    expect(standing(firm(once.slice(0, 1), [work('2026-01-05', 2)]), '2026-02-01').level).toBe('expired');
  });

  it('is used up where it worked on without hours', () => {
    expect(standing(firm([first()], [work('2026-01-05', 12)]), '2026-01-25').level).toBe('used up');
    expect(
      standing(firm([first()], [work('2026-01-05', 2), work('2026-02-02', 1)]), '2026-02-03').level,
    ).toBe('used up');
  });
});

describe('a mail to a client whose block repeats', () => {
  const sent = (of: string): Row => ({
    Block: of,
    Level: 'low',
    State: 'Sent',
    'Sent at': dateCell('2026-02-05', 8),
  });
  const row = (of: string) => {
    const [found] = readNotices(tabCells('Notices', [sent(of)]));
    if (!found) throw new Error('No row');
    return found;
  };

  it('is not repeated, and the next period is no answer to it', () => {
    const reminded = (blocks: readonly Row[]) => {
      const ledger = ledgerOf(firm(blocks));
      return dueReminders(settledIn(ledger, 'Acme', '2026-02-20'), ledger, key =>
        key === 'B-0002 low' ? row('B-0002') : undefined,
      ).length;
    };
    expect([reminded([first(), second]), reminded(once)]).toEqual([0, 1]);
    const outcome = (blocks: readonly Row[], of: string, asOf: string) =>
      outcomeOf(row(of), settledIn(ledgerOf(firm(blocks)), 'Acme', asOf), 7);
    expect(outcome([first(), second], 'B-0002', '2026-04-20')).toBe('');
    expect(outcome([first(), { ...second, Date: '2026-02-08' }], 'B-0001', '2026-04-20')).toBe('');
    expect(outcome(once, 'B-0002', '2026-04-20')).toBe('No answer');
  });

  it('thanks for what the client has bought, not for a period that came by itself', () => {
    const thanks = (blocks: readonly Row[], asOf: string) => {
      const ledger = ledgerOf({ ...firm(blocks), settings: { 'Thank-you mail': 'yes' } });
      return dueThanks(settledIn(ledger, 'Acme', asOf), ledger).map(({ block: of }) => of);
    };
    expect(thanks([first(), second], '2026-01-03')).toEqual(['B-0001']);
    expect(thanks([first(), second], '2026-02-03')).toEqual([]);
  });
});

it('the agreement of a block that repeats holds for its periods', () => {
  const { blocks } = ledgerOf(firm([first(), second]));
  expect(blocks.filter(hasAgreement).map(({ number }) => number)).toEqual(['B-0001']);
});
