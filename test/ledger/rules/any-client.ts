import fc from 'fast-check';
import { type Block, blockNumber, type Kind } from '../../../src/ledger/model/block';
import type { ClientTerms } from '../../../src/ledger/model/settings';
import type { TimeEntry, WorkType } from '../../../src/ledger/model/time-entry';
import { type SettledClient, settleClient } from '../../../src/ledger/rules/settle';
import { addDays, type CalendarDate } from '../../../src/ledger/units/calendar-date';
import { decimal } from '../../../src/ledger/units/decimal';
import type { MinorUnits } from '../../../src/ledger/units/money';
import type { Seconds } from '../../../src/ledger/units/seconds';
import { day, ledgerOf, usd } from '../builders';

const firstDay = day('2026-01-01');
export const days = 60;

/** The day so many days after the first one. */
export function dayAfter(count: number): CalendarDate {
  return addDays(firstDay, count);
}

export interface AnyClient {
  readonly blocks: readonly Block[];
  readonly entries: readonly TimeEntry[];
  readonly terms: ClientTerms;
  readonly unpaidBlocks: 'use' | 'wait';
}

const someDay = fc.nat(days);
const maybeDay = fc.option(someDay, { nil: undefined, freq: 2 });
const plusKinds: readonly Kind[] = [
  'Purchase',
  'Opening',
  'Goodwill',
  'Correction',
  'Transfer',
  'Overage invoice',
];
const minusKinds: readonly Kind[] = ['Opening', 'Correction', 'Refund', 'Transfer', 'Write-off'];
/** Odd seconds as well as whole hours, so that rounding is at work. */
const someTime = fc.oneof(
  fc.integer({ min: 1, max: 60_000 }),
  fc.integer({ min: 1, max: 12 }).map(hours => hours * 3600),
);

const anyRow = fc.record({
  date: someDay,
  starts: maybeDay,
  expires: maybeDay,
  paidOn: maybeDay,
  time: someTime,
  minus: fc.nat(3).map(each => each === 0),
  kind: fc.nat(30),
  price: fc.integer({ min: 0, max: 1e12 }),
  reference: fc.nat(14),
});

const workTypes: readonly WorkType[] = [
  { name: 'Remote', multiplier: decimal(1), billable: true },
  { name: 'After hours', multiplier: decimal(1.5), billable: true },
  { name: 'Under agreement', multiplier: decimal(1), billable: false },
];

const anyEntry = fc.record({
  date: someDay,
  start: fc.constantFrom(-1, 28_800, 50_400),
  worked: fc.oneof({ weight: 9, arbitrary: someTime }, { weight: 1, arbitrary: fc.constant(0) }),
  typed: fc.option(fc.nat(20_000), { nil: undefined, freq: 6 }),
  type: fc.nat(workTypes.length - 1),
});

const { terms } = ledgerOf({}).settings;
const anyTerms = fc.record({
  overage: fc.constantFrom('next block' as const, 'invoice' as const),
  roundPer: fc.constantFrom('entry' as const, 'day' as const),
  roundUpTo: fc.constantFrom(0, 900, 3600),
  minimum: fc.constantFrom(0, 1800),
});

const choose = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const on = (count: number | undefined) => (count === undefined ? undefined : dayAfter(count));

function blockOf(row: typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never, index: number): Block {
  const kind = choose(row.minus ? minusKinds : plusKinds, row.kind);
  return {
    number: blockNumber(index + 1),
    order: index + 1,
    row: index + 2,
    clientKey: 'acme',
    date: dayAfter(row.date),
    hours: (row.minus ? -row.time : row.time) as Seconds,
    kind,
    normalRate: decimal(100),
    price: (kind === 'Goodwill' || row.minus ? 0 : row.price) as MinorUnits,
    tax: 0 as MinorUnits,
    currency: usd,
    starts: on(row.starts),
    expires: on(row.expires),
    paidOn: on(row.paidOn),
    reference: row.minus && row.reference > 6 ? blockNumber(row.reference - 6) : '',
  };
}

function entryOf(
  entry: typeof anyEntry extends fc.Arbitrary<infer Entry> ? Entry : never,
  index: number,
): TimeEntry {
  return {
    row: index + 2,
    clientKey: 'acme',
    date: dayAfter(entry.date),
    start: entry.start,
    worked: entry.worked as Seconds,
    typedCharge: entry.typed as Seconds | undefined,
    workType: choose(workTypes, entry.type),
    what: '',
  };
}

/** A client with anything that may stand in Blocks and Time over two months. */
export const anyClient: fc.Arbitrary<AnyClient> = fc
  .record({
    rows: fc.array(anyRow, { maxLength: 10 }),
    work: fc.array(anyEntry, { maxLength: 25 }),
    own: anyTerms,
    unpaidBlocks: fc.constantFrom('use' as const, 'wait' as const),
  })
  .map(({ rows, work, own, unpaidBlocks }) => ({
    blocks: rows.map(blockOf),
    entries: work.map(entryOf),
    terms: { ...terms, ...own, roundUpTo: own.roundUpTo as Seconds, minimum: own.minimum as Seconds },
    unpaidBlocks,
  }));

export function settle(
  { blocks, entries, terms: own, unpaidBlocks }: AnyClient,
  asOf: CalendarDate,
): SettledClient {
  const [acme] = ledgerOf({}).clients.values();
  if (!acme) throw new Error('No client');
  return settleClient({ ...acme, terms: own }, { blocks, entries: [...entries] }, { unpaidBlocks }, asOf);
}
