import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planArchive } from '../../../src/ledger/archive/plan';
import { postLedger } from '../../../src/ledger/books/journals';
import type { Block } from '../../../src/ledger/model/block';
import type { Ledger } from '../../../src/ledger/model/ledger';
import type { ClientTerms } from '../../../src/ledger/model/settings';
import { ordinaryWork } from '../../../src/ledger/model/time-entry';
import { dueLevels, routeOf } from '../../../src/ledger/notices/due';
import { letterTo, noticeOf } from '../../../src/ledger/notices/letter';
import { explainRows } from '../../../src/ledger/reports/explain';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { fingerprint } from '../../../src/ledger/reports/fingerprint';
import { isSealedFor } from '../../../src/ledger/rules/archive';
import { isSettledWithout, settleLedger, usedBetween } from '../../../src/ledger/rules/settle';
import { accountOf } from '../../../src/ledger/statements/period-account';
import { addDays, type CalendarDate } from '../../../src/ledger/units/calendar-date';
import type { MinorUnits } from '../../../src/ledger/units/money';
import { type Month, monthOf } from '../../../src/ledger/units/month';
import type { Seconds } from '../../../src/ledger/units/seconds';
import { noTemplates } from '../../../src/ledger/words/templates';
import { anyLedger } from '../books/any-ledger';
import { dayAfter, days } from '../rules/any-client';
import { archived } from './archived';

const everyMonth = (ledger: Ledger) => new Set<Month>(ledger.entries.map(({ date }) => monthOf(date)));

/** Two months of work, closed up to a day: `Charged` is filled there, but for a few entries that came late. */
const anyArchived = fc
  .record({ ledger: anyLedger, end: fc.nat(days), late: fc.array(fc.nat(20), { maxLength: 4 }) })
  .map(({ ledger, end, late }) => {
    const until = dayAfter(end);
    const charges = new Map(
      [...settleLedger(ledger, until).values()].flatMap(({ entries }) =>
        entries.map(({ entry, charged }) => [entry, charged] as const),
      ),
    );
    // Rows are those of one tab, as in a workbook.
    const entries = ledger.entries.map((entry, index) => ({
      ...entry,
      row: index + 2,
      what: `Work ${index}`,
      typedCharge: late.includes(index)
        ? undefined
        : entry.date <= until
          ? charges.get(entry)
          : entry.typedCharge,
    }));
    const before = { ...ledger, entries };
    const early = before.entries.filter(({ date }) => date <= until);
    const plan = planArchive({ entries: early }, everyMonth(before), monthOf(dayAfter(days + 40)));
    const moved = new Set(plan.moved);
    return { before, until, ...archived(before, entry => moved.has(entry), until) };
  });

const atDate = (ledger: Ledger, asOf: CalendarDate) => {
  const today = { ...ledger, settings: { ...ledger.settings, today: asOf } };
  return [...settleLedger(today, asOf).values()].map(settled => {
    const due = dueLevels(settled, today);
    const notice =
      due.length > 0
        ? letterTo(settled, { ledger: today, templates: noTemplates, notices: [] }, noticeOf(due))
        : undefined;
    return { figures: figuresOf(settled, today), due, route: routeOf(settled, today), notice };
  });
};

test('on any date the whole ledger says the same as before', () => {
  fc.assert(
    fc.property(anyArchived, fc.nat(days + 10), fc.nat(days), ({ before, whole }, at, from) => {
      const asOf = dayAfter(at);
      expect(atDate(whole, asOf)).toEqual(atDate(before, asOf));
      for (const client of before.clients.values()) {
        expect(explainRows({ ...whole, client }, asOf)).toEqual(explainRows({ ...before, client }, asOf));
        const period = { from: dayAfter(from), to: addDays(dayAfter(from), 20) };
        expect(accountOf(whole, client, period)).toEqual(accountOf(before, client, period));
      }
      const used = (ledger: Ledger) =>
        [...settleLedger(ledger, asOf).values()].map(each => usedBetween(each, dayAfter(from), asOf));
      expect(used(whole)).toEqual(used(before));
    }),
  );
});

test('the books of any month say the same as before', () => {
  fc.assert(
    fc.property(anyArchived, fc.nat(days + 10), ({ before, whole }, at) => {
      const postings = (ledger: Ledger) => {
        const all: unknown[] = [];
        postLedger(ledger, dayAfter(at), posting => all.push(posting));
        return all;
      };
      expect(postings(whole)).toEqual(postings(before));
    }),
  );
});

test('twelve weeks after its end nobody needs the archive, and what is kept says the same as the whole', () => {
  fc.assert(
    fc.property(anyArchived, fc.nat(days), ({ before, unread, until }, more) => {
      const asOf = addDays(until, 85 + more);
      expect(isSettledWithout(unread, asOf)).toBe(true);
      expect(atDate(unread, asOf)).toEqual(atDate(before, asOf));
    }),
  );
});

type Edit = (ledger: Ledger) => Ledger;
const onBlocks =
  (at: number, change: (block: Block) => Partial<Block>, isMeant = (_: Block) => true): Edit =>
  ledger => {
    const meant = ledger.blocks.filter(isMeant);
    const edited = meant[at % Math.max(1, meant.length)];
    return {
      ...ledger,
      blocks: ledger.blocks.map(block => (block === edited ? { ...block, ...change(block) } : block)),
    };
  };
const onTerms =
  (change: (terms: ClientTerms) => Partial<ClientTerms>): Edit =>
  ledger => {
    const clients = [...ledger.clients].map(([key, client]) => {
      return [key, { ...client, terms: { ...client.terms, ...change(client.terms) } }] as const;
    });
    return { ...ledger, clients: new Map(clients) };
  };

/** What somebody may edit, sell or type late after the work was archived; days and places are the test's. */
const edits: Readonly<Record<string, (at: number, day: CalendarDate) => Edit>> = {
  expires: (at, day) => onBlocks(at, () => ({ expires: day })),
  starts: (at, day) => onBlocks(at, () => ({ starts: day })),
  'paid on': (at, day) =>
    onBlocks(
      at,
      () => ({ paidOn: day }),
      ({ kind }) => kind === 'Purchase',
    ),
  date: (at, day) => onBlocks(at, () => ({ date: day })),
  hours: at => onBlocks(at, ({ hours }) => ({ hours: (hours + 3600 * Math.sign(hours)) as Seconds })),
  price: at => onBlocks(at, ({ price, hours }) => ({ price: (price + (hours > 0 ? 100 : 0)) as MinorUnits })),
  reference: (at, day) => onBlocks(at, () => ({ reference: `B-${String(day % 20).padStart(4, '0')}` })),
  overage: () => onTerms(({ overage }) => ({ overage: overage === 'invoice' ? 'next block' : 'invoice' })),
  'unpaid blocks': () => ledger => {
    const unpaidBlocks = ledger.settings.unpaidBlocks === 'use' ? 'wait' : 'use';
    return { ...ledger, settings: { ...ledger.settings, unpaidBlocks } };
  },
  rounding: () => onTerms(() => ({ roundUpTo: 3600 as Seconds })),
  'a late entry': (_, date) => ledger => {
    const [key = ''] = ledger.clients.keys();
    const work = { worked: 5400 as Seconds, typedCharge: undefined, workType: ordinaryWork, what: 'late' };
    const late = { row: 9999, clientKey: key, date, start: -1, ...work };
    return { ...ledger, entries: [...ledger.entries, late] };
  },
};

test.each(Object.keys(edits))(
  'after an edit of %s what is kept says the same as the whole, or is not used',
  name => {
    const edit = edits[name] as (typeof edits)[string];
    let refused = 0;
    fc.assert(
      fc.property(anyArchived, fc.nat(30), fc.nat(days), ({ before, unread, until }, at, day) => {
        const change = edit(at, dayAfter(day));
        const asOf = addDays(until, 100);
        if (isSettledWithout(change(unread), asOf)) {
          expect(atDate(change(unread), asOf)).toEqual(atDate(change(before), asOf));
        } else refused++;
      }),
      // A payment and a rounding rarely reach back so far.
      { numRuns: name === 'paid on' || name === 'rounding' ? 400 : 100 },
    );
    expect(refused).toBeGreaterThan(0);
  },
);

test('before that day it is needed, and to ask without it is refused', () => {
  fc.assert(
    fc.property(anyArchived, fc.nat(84), ({ unread, until }, more) => {
      const asOf = addDays(until, more);
      expect(isSealedFor(unread, asOf)).toBe(false);
      expect(isSettledWithout(unread, asOf)).toBe(false);
      expect(() => settleLedger(unread, asOf)).toThrow('Time archive was not read');
    }),
  );
});

test('the fingerprint is the same whether the archive was read or not', () => {
  const parts = (ledger: Ledger) => {
    const all: unknown[] = [];
    fingerprint(ledger, part => all.push(part));
    return all;
  };
  fc.assert(
    fc.property(anyArchived, ({ whole, unread }) => {
      expect(parts(unread)).toEqual(parts(whole));
    }),
  );
});
