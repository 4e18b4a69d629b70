/** Start and End of an entry: by the clock, or by date and clock where both carry a date. */

import { describe, expect, it } from 'vitest';
import { clockSpan } from '../../../src/ledger/reading/clock-span';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { balance, block, dateCell, durationCell, messages, work } from '../builders';

describe('Start to End', () => {
  it.each<[string, Cell, Cell, number]>([
    ['by the clock', '9:00', '10:30', 1.5],
    ['over midnight', '22:00', '1:00', 3],
    ['up to midnight', durationCell(22), durationCell(24), 2],
    ['from midnight', durationCell(0), durationCell(1.5), 1.5],
    ['beyond 24:00', durationCell(22), durationCell(26), 4],
    ['by date and clock', dateCell('2026-11-23', 11), dateCell('2026-11-24', 17), 30],
    ['by date and clock for whole days', dateCell('2026-11-23', 11), dateCell('2026-11-25', 11), 48],
  ])('counts %s', (_, start, end, hours) => {
    expect(clockSpan(start, end)).toBe(hours * 3600);
  });

  it.each<[string, Cell, Cell, RegExp]>([
    ['equal times', '9:00', durationCell(9), /^Start and End are equal\./],
    ['equal moments', dateCell('2026-11-23', 9), dateCell('2026-11-23', 9), /^Start and End are equal\./],
    ['a date in Start alone', dateCell('2026-11-23', 9), '10:00', /^Start carries a date and End does not\./],
    ['a date in End alone', 9, dateCell('2026-11-23', 10), /^End carries a date and Start does not\./],
    [
      'an End on an earlier day',
      dateCell('2026-11-23', 9),
      dateCell('2026-11-22', 10),
      /^End "2026-11-22 10:00:00" lies before Start "2026-11-23 09:00:00"\./,
    ],
    ['an End earlier that day', dateCell('2026-11-23', 9), dateCell('2026-11-23', 8), /lies before Start/],
  ])('is refused with %s', (_, start, end, problem) => {
    expect(clockSpan(start, end)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

it('an entry of more than a day counts whole, and one that makes no sense stops its client', () => {
  const long = { Start: dateCell('2026-11-23', 11), End: dateCell('2026-11-24', 17) };
  expect(balance({ blocks: [block(40)], time: [work('2026-11-23', '', long)] })).toBe(10);
  const wrong = { ...long, End: dateCell('2026-11-22', 17) };
  expect(messages({ blocks: [block(40)], time: [work('2026-11-23', '', wrong)] })).toEqual([
    'Time 2: End "2026-11-22 17:00:00" lies before Start "2026-11-23 11:00:00". Correct one.',
  ]);
});
