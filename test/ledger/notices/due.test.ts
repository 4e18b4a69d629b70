import { describe, expect, it } from 'vitest';
import type { NoticeLevel } from '../../../src/ledger/model/levels';
import { dueLevels, routeOf } from '../../../src/ledger/notices/due';
import { type Book, block, ledgerOf, type Row, settledIn, work } from '../builders';

/** What is due, as `level block`; `told` likewise. */
function due(book: Book, told: readonly string[] = [], asOf?: string): string[] {
  const ledger = ledgerOf(book);
  const wasTold = (number: string, level: NoticeLevel) => told.includes(`${level} ${number}`);
  return dueLevels(settledIn(ledger, 'Acme', asOf), ledger, wasTold).map(
    ({ level, block: number }) => `${level} ${number}`,
  );
}
const low: Book = { blocks: [block(20)], time: [work('2026-02-01', 16)] };
const usedUp: Book = { blocks: [block(20)], time: [work('2026-02-01', 20)] };

describe('what is due', () => {
  it('is low or used up after work', () => {
    expect([due(low), due(usedUp)]).toEqual([['low B-0001'], ['used up B-0001']]);
  });

  it('is nothing for a client that never bought', () => {
    expect(due({ time: [work('2026-02-01', 5)] })).toEqual([]);
    const free = block(5, { Kind: 'Goodwill', Note: 'x', Expires: '2027-01-10' });
    expect(due({ blocks: [free], time: [work('2026-02-01', 5)] })).toEqual([]);
  });

  it('waits after a purchase for the first work on or after its day', () => {
    const bought = { blocks: [block(20), block(4, { Date: '2026-03-01' })], time: [work('2026-02-01', 22)] };
    expect(due(bought)).toEqual([]);
    const worked = (date: string) => due({ ...bought, time: [...bought.time, work(date, 0.5)] });
    expect(worked('2026-02-28')).toEqual([]);
    expect(worked('2026-03-01')).toEqual(['low B-0002']);
  });

  it('does not take overage that is given back for work', () => {
    const bought = { blocks: [block(20), block(4, { Date: '2026-03-01' })], time: [work('2026-02-01', 24)] };
    expect(due(bought)).toEqual([]);
    const paidBack = {
      ...bought,
      time: [...bought.time, work('2026-03-02', 1, { 'Work type': 'Under agreement' })],
    };
    expect(due(paidBack)).toEqual(['used up B-0002']);
  });

  it('does not take work after today for work', () => {
    const blocks = [block(20), block(4, { Date: '2026-03-01' })];
    const time = [work('2026-02-01', 22), work('2027-01-01', 1)];
    expect(due({ blocks, time })).toEqual([]);
    expect(due({ blocks, time, today: '2027-01-01' })).toEqual(['low B-0002']);
  });

  it('does not wait for work where hours end or have ended', () => {
    const blocks = [block(20, { Expires: '2026-06-30' })];
    expect(due({ blocks }, [], '2026-06-15')).toEqual(['expiring B-0001']);
    expect(due({ blocks }, [], '2026-07-01')).toEqual(['expired B-0001']);
  });

  it('names every level at once, the worst first', () => {
    const blocks = [
      block(20, { Expires: '2027-01-10' }),
      block(3, { Expires: '2027-01-20', Date: '2026-01-02' }),
    ];
    expect(due({ blocks, time: [work('2026-02-01', 22)] })).toEqual(['low B-0002', 'expiring B-0002']);
    expect(due({ blocks })).toEqual(['expiring B-0001', 'expiring B-0002']);
  });

  it('says the figures that decided', () => {
    const ledger = ledgerOf({ blocks: [block(20, { Expires: '2026-06-30' })] });
    const why = (asOf: string) =>
      dueLevels(settledIn(ledger, 'Acme', asOf), ledger, () => false).map(each => each.why);
    expect(why('2026-06-15')).toEqual(['20 h of B-0001 end on 30 Jun 2026']);
    expect(why('2026-07-15')).toEqual(['0 h left of 20 h; 20 h expired unused']);
    const used = ledgerOf(low);
    expect(dueLevels(settledIn(used), used, () => false)[0]?.why).toBe('4 h left of 20 h');
  });
});

describe('what was told', () => {
  it('is not due again for the same purchase', () => {
    expect(due(low, ['low B-0001'])).toEqual([]);
    expect(due(usedUp, ['used up B-0001'])).toEqual([]);
  });

  it('of low leaves used up due, and of used up leaves no low', () => {
    expect(due(usedUp, ['low B-0001'])).toEqual(['used up B-0001']);
    expect(due(low, ['used up B-0001'])).toEqual([]);
    expect(due(low, ['expired B-0001'])).toEqual([]);
  });

  it('counts expired and used up as one', () => {
    const expired = { blocks: [block(20, { Expires: '2026-06-30' })] };
    expect(due(expired, ['used up B-0001'])).toEqual([]);
    expect(due(usedUp, ['expired B-0001'])).toEqual([]);
  });

  it('is told anew for the next purchase', () => {
    const again = {
      blocks: [block(20), block(20, { Date: '2026-03-01' })],
      time: [work('2026-02-01', 20), work('2026-04-01', 16)],
    };
    expect(due(again, ['low B-0001', 'used up B-0001'])).toEqual(['low B-0002']);
  });

  it('of expiring is once a block, whatever else was told', () => {
    const blocks = [block(20, { Expires: '2027-01-10' })];
    expect(due({ blocks }, ['low B-0001', 'used up B-0001'])).toEqual(['expiring B-0001']);
    expect(due({ blocks, time: [work('2026-02-01', 18)] }, ['expiring B-0001'])).toEqual(['low B-0001']);
  });

  it('is by number and level: a new name or another row asks for no second mail', () => {
    const renamed = {
      blocks: [block(1, { Client: 'Bolt' }), block(20, { Block: 'B-0001' })],
      time: low.time ?? [],
    };
    expect(due(renamed, ['low B-0001'])).toEqual([]);
  });
});

describe('the way of a notice', () => {
  const route = (client: Row, more: Book = {}) => {
    const ledger = ledgerOf({
      blocks: [block(20, { Date: '2026-12-01' })],
      ...more,
      clients: [{ Client: 'Acme', ...client }],
    });
    const found = routeOf(settledIn(ledger), ledger);
    return found.kind === 'send' ? 'send' : `${found.kind}: ${found.reason}`;
  };

  it('is by itself by default', () => {
    expect(route({})).toBe('send');
  });

  it('is nowhere for an inactive client or one whose notices are off', () => {
    expect(route({ Active: false })).toBe('off: The client is not active.');
    expect(route({ Notices: 'Off' })).toBe('off: Notices is Off for this client.');
    expect(route({}, { settings: { Notices: 'Off' } })).toBe('off: Notices is Off for this client.');
    expect(route({ Active: '', Notices: 'send' }, { settings: { Notices: 'Off' } })).toBe('send');
  });

  it('is past a person where the client or a broken row asks for it', () => {
    expect(route({ Notices: 'Review' })).toBe('review: Notices is Review for this client.');
    expect(route({}, { time: [work('2026-12-02', 'abc')] })).toBe(
      'review: Time row 2 cannot be counted: see Check workbook.',
    );
    expect(route({ Notices: 'Off' }, { time: [work('2026-12-02', 'abc')] })).toBe(
      'off: Notices is Off for this client.',
    );
  });

  it('is past a person where neither work nor a purchase was lately', () => {
    const quiet = 'review: Neither work nor a purchase in 90 days.';
    const bought = (date: string, more: Row = {}) =>
      route({}, { blocks: [block(20), block(1, { Date: date, ...more })] });
    expect([bought('2026-10-02'), bought('2026-10-03')]).toEqual([quiet, 'send']);
    expect(bought('2026-12-01', { Kind: 'Goodwill', Note: 'x' })).toBe(quiet);
    expect(bought('2027-01-01')).toBe(quiet);
    const worked = (date: string) => route({}, { blocks: [block(20)], time: [work(date, 1)] });
    expect([worked('2026-10-02'), worked('2026-10-03'), worked('2027-01-01')]).toEqual([
      quiet,
      'send',
      quiet,
    ]);
  });

  it('asks nobody about a quiet client where the days are 0', () => {
    expect(route({}, { settings: { 'Quiet after (days)': 0 }, blocks: [block(20)] })).toBe('send');
  });
});
