/** The rows of Blocks that a block brings that repeats: its further periods, and the hours that move into them. */
import { type Block, blockNumber, seriesOf } from '../model/block';
import type { Client } from '../model/client';
import type { Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { type NewRow, withBlockRows } from '../reading/with-rows';
import { settleClient } from '../rules/settle';
import { type Cell, dayCell } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { lesser, sumOf } from '../units/amounts';
import { addDays, type CalendarDate, dateText } from '../units/calendar-date';
import { decimalNumber } from '../units/decimal';
import { amountNumber, noMoney } from '../units/money';
import { foldName } from '../units/names';
import { hoursOf, noTime, type Seconds } from '../units/seconds';
import { carriedReference, type Period, periodOf, periodsUntil, readRepeats, tooManyText } from './repeats';

/** References of the newest period of each block that was looked after: what is deleted later does not come back. */
export type DonePeriods = readonly string[];

/** What is to be written, in the order of the days. */
export interface PlannedPeriods {
  readonly rows: readonly NewRow[];
  readonly done: DonePeriods;
  readonly issues: readonly Issue[];
}

/** A period to look after, and the one before, whose hours may move into it. */
interface Step {
  readonly before: Period;
  readonly period: Period;
}

/** The periods that have begun and were not looked after yet. */
export function duePeriods(
  ledger: Ledger,
  cells: TabCells,
  done: DonePeriods,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const { roots, issues } = readRepeats(ledger, cells);
  const steps: Step[] = [];
  const found: Issue[] = [...issues];
  for (const root of roots) {
    const periods = periodsUntil(root, ledger.settings.today);
    const known = periods.findIndex(({ reference }) => done.includes(reference));
    const due = periods.slice(known + 1);
    const problem = tooManyText(root, due.length);
    if (problem) found.push({ tab: 'Blocks', row: root.block.row, message: problem, header: 'Date' });
    else steps.push(...due.map((period, index) => ({ period, before: periodOf(root, known + 1 + index) })));
  }
  steps.sort(
    (a, b) => a.period.from - b.period.from || a.period.root.block.order - b.period.root.block.order,
  );
  return { steps, issues: found };
}

/**
 * Plans every row that is missing, day after day, each with the ledger as it reads with those before.
 *
 * `ledger` holds all work, for what a period leaves is worked out as of its last day.
 */
export function planPeriods(ledger: Ledger, cells: TabCells, done: DonePeriods): PlannedPeriods {
  const { steps, issues } = duePeriods(ledger, cells, done);
  const written = new Set((cells.columns.get('reference') ?? []).map(cell => foldName(String(cell))));
  const isMissing = (reference: string) => !written.has(foldName(reference));
  const rows: NewRow[] = [];
  const newest = new Map<string, string>();
  const waiting = new Set<string>();
  for (const day of new Set(steps.map(({ period }) => period.from))) {
    const own = steps.filter(({ period }) => period.from === day);
    const begun = own.filter(({ period }) => isMissing(period.reference));
    rows.push(
      ...numbered(
        begun.map(({ period }) => periodRow(period, cells)),
        ledger,
        rows,
      ),
    );
    // Without every row of its work nobody knows what is left: the hours move once that is mended.
    for (const { period } of own) if (ledger.broken.has(clientOf(period))) waiting.add(nameOf(period));
    const moving = own.filter(
      ({ before, period }) =>
        period.root.carryOver !== undefined &&
        !waiting.has(nameOf(period)) &&
        isMissing(carriedReference(before)),
    );
    if (moving.length > 0) rows.push(...carriedRows({ ledger, cells, rows }, moving));
    for (const { period } of own)
      if (!waiting.has(nameOf(period))) newest.set(nameOf(period), period.reference);
  }
  const kept = done.filter(reference => !newest.has(reference.replace(/\/[^/]*$/, '')));
  return { rows, done: [...kept, ...newest.values()], issues };
}

const nameOf = ({ root: { block } }: Period) => block.number.toUpperCase();
const clientOf = ({ root: { block } }: Period) => block.clientKey;

/** Blocks as they stand with the rows that are planned so far. */
interface Planning {
  readonly ledger: Ledger;
  readonly cells: TabCells;
  readonly rows: readonly NewRow[];
}

/** The next numbers after the highest that was ever given. */
function numbered(more: readonly NewRow[], { numbers }: Ledger, before: readonly NewRow[]): NewRow[] {
  const first = numbers.highest + before.length + 1;
  return more.map((row, index) => ({ ...row, Block: blockNumber(first + index) }));
}

/** Like the block itself, at the price and with the tax at which it was sold. */
function periodRow({ root: { block }, from, to, reference }: Period, cells: TabCells): NewRow {
  const { currency, tax, typedPrice } = block;
  return {
    Date: dayCell(from),
    Client: cellAt(cells, 'client', block.row),
    Hours: hoursOf(block.hours),
    'Normal rate': decimalNumber(block.normalRate),
    'Discount / h': cellAt(cells, 'discount / h', block.row),
    Price: typedPrice ? decimalNumber(typedPrice) : '',
    Tax: amountNumber(tax, currency),
    Currency: currency,
    Starts: dayCell(from),
    Expires: dayCell(to),
    Reference: reference,
  };
}

function cellAt({ columns }: TabCells, header: string, row: number): Cell {
  return columns.get(header)?.[row - 2] ?? '';
}

/** What periods leave on their last day, each as a pair of transfers of that day with the value of what it takes. */
function carriedRows({ ledger, cells, rows }: Planning, moving: readonly Step[]): readonly NewRow[] {
  const read = (more: readonly NewRow[]) => withBlockRows(ledger, cells, [...rows, ...more]);
  const before = read([]);
  const pairs = moving.flatMap(step => {
    const hours = movedHours(before, step);
    return hours > 0 ? pairOf(step, hours, cells) : [];
  });
  const bare = numbered(pairs, ledger, rows);
  const after = bare.length > 0 ? read(bare) : before;
  return bare.map((row, index) => {
    const out = bare[index - (index % 2)] as NewRow;
    const block = after.blocks.find(({ number }) => number === out.Block);
    const worth = block ? drawnValue(after, block) : 0;
    return { ...row, Price: row === out ? 0 - worth : worth };
  });
}

/** What is left on its last day of a period and of what has come into it, up to the cap. */
function movedHours(ledger: Ledger, { period: { root, from } }: Step): Seconds {
  const { block, carryOver } = root;
  const last = addDays(from, -1);
  const { account } = settledOn(ledger, block.clientKey, last);
  const ending = account.opened.filter(
    open => open.state === 'usable' && open.expires === last && seriesOf(open.block) === seriesOf(block),
  );
  const left = sumOf(ending.map(open => open.left));
  return carryOver === 'all' ? left : lesser(left, carryOver ?? noTime);
}

function settledOn({ clients, blocks, entries, settings }: Ledger, clientKey: string, day: CalendarDate) {
  const isOwn = (row: { readonly clientKey: string }) => row.clientKey === clientKey;
  const own = { blocks: blocks.filter(isOwn), entries: entries.filter(isOwn) };
  return settleClient(clients.get(clientKey) as Client, own, settings, day);
}

function drawnValue(ledger: Ledger, block: Block): number {
  const taking = settledOn(ledger, block.clientKey, block.date).account.takings.get(block);
  return amountNumber(taking?.value ?? noMoney, block.currency);
}

function pairOf({ before, period }: Step, hours: Seconds, cells: TabCells): readonly [NewRow, NewRow] {
  const { block } = period.root;
  const last = addDays(period.from, -1);
  const shared = {
    Date: dayCell(last),
    Client: cellAt(cells, 'client', block.row),
    'Normal rate': decimalNumber(block.normalRate),
    Currency: block.currency,
    Expires: dayCell(period.to),
    Kind: 'Transfer',
    Reference: carriedReference(before),
    Note: `Left on ${dateText(last)}`,
  };
  return [
    { ...shared, Hours: 0 - hoursOf(hours) },
    { ...shared, Hours: hoursOf(hours) },
  ];
}
