import { describe, expect, it } from 'vitest';
import { careOf } from '../../../src/ledger/care/doing';
import { day } from '../builders';
import { careIn, task, thing } from './cares';

const today = day('2026-11-23');
const tasksOf = (plan: Parameters<typeof careIn>[0]['plan']) => {
  const { overdue, due } = careOf('acme', careIn({ plan: plan ?? [] }), today);
  return [overdue, due].map(list => list.map(each => `${each.task.task} ${each.daysLate}`));
};

describe('the care of a client', () => {
  it('is overdue from the day after Next due on, and due up to two weeks ahead', () => {
    expect(
      tasksOf([
        task('A', { 'Next due': '2026-11-22' }),
        task('B', { 'Next due': '2026-11-23' }),
        task('C', { 'Next due': '2026-12-07' }),
        task('D', { 'Next due': '2026-12-08' }),
        task('E', { 'Next due': '2026-10-23' }),
        task('F', { Client: 'Beta', 'Next due': '2026-10-23' }),
      ]),
    ).toEqual([
      ['E 31', 'A 1'],
      ['B 0', 'C -14'],
    ]);
  });

  it('goes by Last done and Every where Next due is blank or behind, and by a later day that was typed', () => {
    const done = { 'Last done': '2026-11-01', 'Every (days)': 10 };
    expect(
      tasksOf([
        task('A', done),
        task('B', { ...done, 'Next due': '2026-11-05' }),
        task('C', { ...done, 'Next due': '2026-11-25' }),
      ]),
    ).toEqual([['A 12', 'B 12'], ['C -2']]);
  });

  it('a task that was never done and has no day is due today; one that comes once is not due again', () => {
    expect(
      tasksOf([
        task('A', { 'Every (days)': 30 }),
        task('B', { 'Last done': '2026-11-01' }),
        task('C', { 'Last done': '2026-11-01', 'Next due': '2026-11-01' }),
      ]),
    ).toEqual([[], ['A 0']]);
  });

  it('lists open small things, the most pressing first, then the oldest', () => {
    const things = [
      thing('1', { Priority: 'low', 'Found on': '2026-01-01' }),
      thing('2', { 'Found on': '2026-11-01' }),
      thing('3', { Priority: 'High', 'Found on': '2026-11-02' }),
      thing('4', { Priority: 'high', State: 'fixed' }),
      thing('5', { 'Found on': '2026-10-01' }),
    ];
    expect(careOf('acme', careIn({ things }), today).things.map(({ what }) => what)).toEqual([
      '3',
      '5',
      '2',
      '1',
    ]);
  });
});
