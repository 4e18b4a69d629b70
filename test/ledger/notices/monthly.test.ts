import { describe, expect, it } from 'vitest';
import { dueStatement } from '../../../src/ledger/notices/monthly';
import { type Book, block, ledgerOf, type Row, settledIn, work } from '../builders';

const firm = (settings: Book['settings'] = {}, client: Row = {}): Book => ({
  clients: [{ Client: 'Acme', ...client }],
  blocks: [block(20, { Block: 'B-0007' }), block(5, { Block: 'B-0009', Date: '2026-05-01' })],
  time: [work('2026-10-05', 2)],
  settings: { 'Monthly statement': 'yes', ...settings },
});
const due = (asOf: string, book = firm(), told: readonly string[] = []) => {
  const ledger = ledgerOf(book);
  return dueStatement(settledIn(ledger, 'Acme', asOf), ledger, of => told.includes(of)).map(
    ({ block: of, level }) => `${of} ${level}`,
  );
};
const october = 'B-0007/2026-10 statement';

describe('the statement of a month', () => {
  it('is due from the first working day of the next one on, once', () => {
    expect(due('2026-10-31')).toEqual([]);
    expect(due('2026-11-01')).toEqual([october]);
    expect(due('2026-11-10')).toEqual([october]);
    expect(due('2026-11-05', firm(), ['B-0007/2026-10'])).toEqual([]);
    // 1 November 2026 is a Sunday.
    const weekdays = { 'Weekdays only': 'yes', 'Days off': '2026-11-02' };
    expect(['2026-11-01', '2026-11-02', '2026-11-03'].map(day => due(day, firm(weekdays)).length)).toEqual([
      0, 0, 1,
    ]);
  });

  it('does not begin late in the month, when somebody turns it on', () => {
    expect(due('2026-11-11')).toEqual([]);
  });

  it('is as the client has it, else as the firm has it', () => {
    expect(due('2026-11-01', firm({ 'Monthly statement': 'no' }))).toEqual([]);
    expect(due('2026-11-01', firm({ 'Monthly statement': '' }))).toEqual([]);
    expect(due('2026-11-01', firm({}, { 'Monthly statement': 'no' }))).toEqual([]);
    expect(due('2026-11-01', firm({ 'Monthly statement': 'no' }, { 'Monthly statement': 'yes' }))).toEqual([
      october,
    ]);
  });

  it('is none where nothing is left and nothing has happened', () => {
    expect(
      due('2026-02-01', {
        ...firm(),
        blocks: [block(2, { Block: 'B-0007', Date: '2025-01-01' })],
        time: [work('2025-02-01', 2)],
      }),
    ).toEqual([]);
    expect(due('2026-02-01', { ...firm(), blocks: [] })).toEqual([]);
    expect(due('2026-01-01', { ...firm(), blocks: [block(2, { Date: '2026-01-01' })], time: [] })).toEqual(
      [],
    );
  });
});
