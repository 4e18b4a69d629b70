import { describe, expect, it } from 'vitest';
import { workByMonth } from '../../../src/ledger/books/closed-month';
import { lateNews } from '../../../src/ledger/books/late-changes';
import type { ClosedMonth } from '../../../src/ledger/model/closed-month';
import { lateIssues } from '../../../src/ledger/reports/all-issues';
import type { Month } from '../../../src/ledger/units/month';
import { block, h, settled, work } from '../builders';

const closed = (entries: number, hours: number): ClosedMonth => ({
  month: '2026-01' as Month,
  row: 5,
  digest: '',
  work: { entries, charged: h(hours) },
  hours: undefined,
  late: '',
  reopenedOn: undefined,
});
const firm = settled({
  blocks: [block(20)],
  time: [work('2026-01-05', 1, { Charged: 1 }), work('2026-01-20', 1.5), work('2026-02-02', 3)],
});

const now = { blocks: [], settled: [firm], workIn: workByMonth([firm]), replayed: new Map() };

describe('what came late into a closed month', () => {
  it('is an issue of that month, with the rows in Time and how to mend it', () => {
    expect(lateIssues([lateNews(closed(1, 1), [], now)])).toEqual([
      {
        tab: 'Closed months',
        row: 5,
        message:
          'Jan 2026 is closed. 1 entry came late: −1.5 h (Time row 3). It stands in the journal of the first open month; to book it in its own, reopen the month (More > Books > Close month).',
      },
    ]);
  });

  it('is none where the month is as it was closed', () => {
    expect(lateIssues([lateNews(closed(2, 2.5), [], now)])).toEqual([]);
  });
});
