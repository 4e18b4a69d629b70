import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ClientTerms } from '../../../src/ledger/model/settings';
import type { TimeEntry } from '../../../src/ledger/model/time-entry';
import { chargeEntries, chargeOf } from '../../../src/ledger/rules/charging';
import { decimal } from '../../../src/ledger/units/decimal';
import type { Seconds } from '../../../src/ledger/units/seconds';
import { type Book, chargedHours, day, ledgerOf, messages, type Row, settled, work } from '../builders';

const charged = (settings: Row, time: readonly Row[]) => chargedHours({ settings, time });
const one = (settings: Row, hours: number | string, more: Row = {}) =>
  charged(settings, [work('2026-02-02', hours, more)])[0];

describe('an entry', () => {
  it('is charged what was worked where no rule says otherwise', () => {
    expect(one({}, '1:07:30')).toBe(1.125);
  });

  it('is rounded up to the step', () => {
    expect(one({ 'Round up to (min)': 15 }, '1:01')).toBe(1.25);
    expect(one({ 'Round up to (min)': 15 }, '0:00:01')).toBe(0.25);
  });

  it('that is an exact multiple of the step stays', () => {
    expect(one({ 'Round up to (min)': 15 }, 1.25)).toBe(1.25);
    expect(one({ 'Round up to (min)': 6 }, 0.1)).toBe(0.1);
  });

  it('is raised to the minimum after rounding, before multiplying', () => {
    const terms = { 'Round up to (min)': 15, 'Minimum (min)': 40 };
    expect(one(terms, '0:20')).toBeCloseTo(2 / 3, 10);
    expect(one(terms, '0:41')).toBe(0.75);
    expect(one(terms, '0:20', { 'Work type': 'After hours' })).toBe(1);
  });

  it('is multiplied by its work type, to the second', () => {
    expect(one({}, 2, { 'Work type': 'After hours' })).toBe(3);
    expect(one({}, '0:00:01', { 'Work type': 'After hours' })).toBe(2 / 3600);
    expect(one({ 'Round up to (min)': 30 }, '0:40', { 'Work type': 'Emergency' })).toBe(2);
  });

  it('of a work type that is not billable charges nothing, whatever the minimum', () => {
    expect(one({ 'Minimum (min)': 30 }, 2, { 'Work type': 'Under agreement' })).toBe(0);
  });

  it('without time charges nothing, whatever the minimum', () => {
    expect(one({ 'Minimum (min)': 30 }, 0)).toBe(0);
    expect(one({ 'Minimum (min)': 30 }, -1)).toBe(0);
  });

  it('with Charged typed is charged exactly that, also 0, also where nothing would be', () => {
    const terms = { 'Round up to (min)': 60, 'Minimum (min)': 60 };
    expect(one(terms, 2, { Charged: 1.1 })).toBe(1.1);
    expect(one(terms, 2, { Charged: 0 })).toBe(0);
    expect(one(terms, '', { Charged: '0:20' })).toBeCloseTo(1 / 3, 10);
    expect(one(terms, 2, { Charged: 1, 'Work type': 'Under agreement' })).toBe(1);
  });

  it('with a Charged of 0 is meant so: no issue', () => {
    expect(messages({ time: [work('2026-02-02', 2, { Charged: 0 })] })).toEqual([]);
  });

  it('takes its time from Start and End, past midnight too', () => {
    expect(one({}, '', { Start: '9:00', End: '10:30' })).toBe(1.5);
    expect(one({}, '', { Start: '23:00', End: '0:45' })).toBe(1.75);
    expect(one({}, 1, { Start: '9:00', End: '10:30' })).toBe(1);
  });

  it('keeps what was worked beside what is charged', () => {
    const [entry] = settled({
      settings: { 'Round up to (min)': 60 },
      time: [work('2026-02-02', 0.5)],
    }).entries;
    expect([entry?.entry.worked, entry?.charged]).toEqual([1800, 3600]);
  });

  it('follows its client’s rules before those of Settings, and a typed 0 there means none', () => {
    const book: Book = {
      clients: [{ Client: 'Acme', 'Round up to (min)': 0, 'Minimum (min)': 30 }],
      settings: { 'Round up to (min)': 60 },
      time: [work('2026-02-02', '0:50'), work('2026-02-03', '0:10')],
    };
    expect(chargedHours(book)).toEqual([50 / 60, 0.5]);
  });
});

describe('rounding per day', () => {
  const perDay = { 'Round per': 'day', 'Round up to (min)': 60 };

  it('rounds the sum of a date and work type once; the last by Start takes the rest', () => {
    const time = [
      work('2026-02-02', 0.25, { Start: '15:00' }),
      work('2026-02-02', 0.25, { Start: '9:00' }),
      work('2026-02-02', 0.25, { Start: '11:00' }),
    ];
    expect(charged(perDay, time)).toEqual([0.25, 0.25, 0.5]);
    expect(settled({ settings: perDay, time }).entries.map(({ entry }) => entry.row)).toEqual([3, 4, 2]);
  });

  it('puts entries without a Start first, in the order of their rows', () => {
    const time = [
      work('2026-02-02', 0.5, { Start: '9:00' }),
      work('2026-02-02', 0.2),
      work('2026-02-02', 0.1),
    ];
    expect(charged(perDay, time)).toEqual([0.2, 0.1, 0.7]);
  });

  it('keeps dates, work types and clients apart', () => {
    const time = [
      work('2026-02-02', 0.5),
      work('2026-02-03', 0.5),
      work('2026-02-03', 0.5, { 'Work type': 'Remote' }),
      work('2026-02-03', 0.5, { 'Work type': 'Remote', Client: 'Bolt' }),
      work('2026-02-03', 0.5, { 'Work type': 'Not listed' }),
    ];
    expect(charged(perDay, time)).toEqual([1, 1, 1, 1]);
  });

  it('charges each entry but the last the difference that it makes to the multiplied running total', () => {
    const time = [1, 1, 1].map(() => work('2026-02-02', '0:00:01', { 'Work type': 'After hours' }));
    expect(charged({ 'Round per': 'day' }, time).map(each => each * 3600)).toEqual([2, 1, 2]);
  });

  it('raises the sum, not each entry, to the minimum', () => {
    const time = [work('2026-02-02', 0.1), work('2026-02-02', 0.1)];
    expect(charged({ 'Round per': 'day', 'Minimum (min)': 60 }, time)).toEqual([0.1, 0.9]);
  });

  it('leaves entries with Charged typed out of the sum', () => {
    const time = [work('2026-02-02', 0.5), work('2026-02-02', 3, { Charged: 0.2 }), work('2026-02-02', 0.25)];
    expect(charged(perDay, time)).toEqual([0.5, 0.2, 0.5]);
  });

  it('goes on with the sum of a day that closing has filled, and never charges its minimum twice', () => {
    const rules = { ...perDay, 'Minimum (min)': 60 };
    const short = [work('2026-02-02', 0.25), work('2026-02-02', 0.25)];
    const filled = charged(rules, short).map((each, at) => ({ ...(short[at] as Row), Charged: each }));
    expect(filled.map(({ Charged }) => Charged)).toEqual([0.25, 0.75]);
    const late = (hours: number, start = '') => work('2026-02-02', hours, { Start: start });
    expect(charged(rules, [...filled, late(0.25)])).toEqual([0.25, 0.75, 0]);
    expect(charged(rules, [...filled, late(0.25), late(0.5)])).toEqual([0.25, 0.75, 0, 1]);
    const done = [
      ...filled,
      work('2026-02-02', 0.25, { Charged: 0 }),
      work('2026-02-02', 0.5, { Charged: 1 }),
    ];
    expect(charged(rules, [...done, late(0.25)])).toEqual([0.25, 0.75, 0, 1, 0]);
    expect(charged(rules, [...done, work('2026-02-03', 0.25)])).toEqual([0.25, 0.75, 0, 1, 1]);
  });

  it('leaves entries without time and not billable ones at nothing', () => {
    const time = [
      work('2026-02-02', 0.5),
      work('2026-02-02', -1),
      work('2026-02-02', 2, { 'Work type': 'Under agreement' }),
      work('2026-02-02', 1, { 'Work type': 'Under agreement' }),
    ];
    expect(charged({ ...perDay, 'Minimum (min)': 60 }, time)).toEqual([1, 0, 0, 0]);
  });

  const { terms } = ledgerOf({ settings: { 'Round per': 'day' } }).settings;
  const types = [decimal(1), decimal(1.5), decimal(0.333)].map(multiplier => ({
    name: '',
    multiplier,
    billable: true,
  }));
  const jobs = fc.array(
    fc.record({ type: fc.nat(2), worked: fc.integer({ min: 1, max: 40_000 }), date: fc.nat(2) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );

  test('comes to exactly the charge of each day’s sum, and no entry is charged below zero', () => {
    fc.assert(
      fc.property(jobs, fc.nat(3600), fc.nat(3600), (all, roundUpTo, minimum) => {
        const own: ClientTerms = { ...terms, roundUpTo: roundUpTo as Seconds, minimum: minimum as Seconds };
        const sorted = all.sort((a, b) => a.date - b.date);
        const entries = sorted.map(({ type, worked, date }, row): TimeEntry => {
          const workType = types[type] ?? types[0];
          if (!workType) throw new Error('No work type');
          const at = {
            row,
            clientKey: 'acme',
            date: (day('2026-01-01') + date) as TimeEntry['date'],
            start: -1,
          };
          return { ...at, worked: worked as Seconds, typedCharge: undefined, workType, what: '' };
        });
        const sums = new Map<string, { worked: number; charged: number; entry: TimeEntry }>();
        for (const each of chargeEntries(entries, own)) {
          expect(each.charged).toBeGreaterThanOrEqual(0);
          const key = `${each.entry.date} ${types.indexOf(each.entry.workType)}`;
          const sum = sums.get(key) ?? { worked: 0, charged: 0, entry: each.entry };
          sums.set(key, {
            ...sum,
            worked: sum.worked + each.entry.worked,
            charged: sum.charged + each.charged,
          });
        }
        for (const { worked, charged: sum, entry } of sums.values()) {
          expect(sum).toBe(chargeOf(worked as Seconds, entry.workType, own));
        }
      }),
      { numRuns: 200 },
    );
  });
});
