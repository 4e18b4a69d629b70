/** Blocks that repeat: which periods of them begin when, and what stands in the way of writing them. */
import { type Block, seriesOf } from '../model/block';
import type { Issue, Mend } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { periodDays, type RepeatWord } from '../model/period-days';
import { repeatingIn } from '../rules/standing';
import { isProblem } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { type CalendarDate, dateText, isoDate, toSheetSerial } from '../units/calendar-date';
import { type CarryOver, readCarryOver } from './carry-over';

/** One period of a block that repeats; number 0 is the block itself. */
export interface Period {
  readonly root: Repeating;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** `B-0001/2026-03`, by which its row is found again. */
  readonly reference: string;
}

/** A block that repeats, and how many of the hours that a period leaves move into the next. */
export interface Repeating {
  readonly block: Block;
  readonly repeats: RepeatWord;
  readonly carryOver: CarryOver;
}

/** More than these in one go are a slip in a year, most of the time. */
const mostPeriods = 36;

export function periodOf(root: Repeating, count: number): Period {
  const days = periodDays({ ...root.block, repeats: root.repeats }, count);
  const reference = `${root.block.number.toUpperCase()}/${isoDate(days.from).slice(0, 7)}`;
  return { root, ...days, reference };
}

/** The periods after the first that have begun by a day. */
export function periodsUntil(root: Repeating, until: CalendarDate): readonly Period[] {
  const periods: Period[] = [];
  for (let count = 1; ; count++) {
    const period = periodOf(root, count);
    if (period.from > until) return periods;
    periods.push(period);
  }
}

/** By which the rows of hours that a period leaves are found again. */
export function carriedReference({ reference }: Pick<Period, 'reference'>): string {
  return `${reference} carried over`;
}

/** What repeats, and the rows that would and cannot. */
export interface Repeats {
  readonly roots: readonly Repeating[];
  readonly issues: readonly Issue[];
}

/** What `cells`, the tab Blocks, says of the blocks that repeat. */
export function readRepeats(ledger: Ledger, cells: TabCells): Repeats {
  const issues: Issue[] = [];
  const marked = ledger.blocks.filter(({ repeats }) => repeats);
  const isRepeating = repeatingIn(marked.filter(block => seriesOf(block) === block.number.toUpperCase()));
  const roots = marked.flatMap((block): Repeating[] => {
    const carryOver = readCarryOver('', cells.columns.get('carry over (h)')?.[block.row - 2] ?? '');
    const issue = (message: string, header: string, mends: readonly Mend[] = []): Issue => {
      return { tab: 'Blocks', row: block.row, message, header, ...(mends.length > 0 && { mends }) };
    };
    const clear: Mend = { label: 'Clear Repeats', cells: [cellOf(block, 'Repeats', '')] };
    const problem =
      reasonAgainst(block, ledger, isRepeating) ?? (isProblem(carryOver) ? carryOver.problem : '');
    if (problem || isProblem(carryOver) || !block.repeats) {
      issues.push(issue(problem, isProblem(carryOver) ? 'Carry over (h)' : 'Repeats', [clear]));
      return [];
    }
    const root: Repeating = { block, repeats: block.repeats, carryOver };
    const { to } = periodOf(root, 0);
    if (block.expires === undefined) {
      const end: Mend = {
        label: `Write ${dateText(to)}`,
        cells: [cellOf(block, 'Expires', toSheetSerial(to))],
      };
      const message = `${block.number} repeats, but the hours of its first period never end. Type ${dateText(to)} into Expires if they are to end with it.`;
      issues.push(issue(message, 'Expires', [end]));
    }
    return [root];
  });
  return { roots, issues };
}

function cellOf({ row }: Block, header: string, value: string | number) {
  return { tab: 'Blocks', row, header, value } as const;
}

/** Why no period of a block is written, and how to mend it. */
function reasonAgainst(
  block: Block,
  { clients }: Ledger,
  isRepeating: (block: Block) => boolean,
): string | undefined {
  const { kind, hours, clientKey } = block;
  const client = clients.get(clientKey);
  if (kind !== 'Purchase' || hours <= 0) return `Only what is sold repeats, not a ${kind}. Clear Repeats.`;
  if (seriesOf(block) !== block.number.toUpperCase() && isRepeating(block))
    return `${seriesOf(block)} repeats already, and this is a period of it, so nothing is written for this row. Clear Repeats in one of them.`;
  if (client && !client.active)
    return `${client.name} is not active, so no further period is written. Clear Repeats, or tick Active in Clients.`;
  return undefined;
}

/** So many are missing that the first day is a slip; nothing where they are to be written. */
export function tooManyText({ block }: Repeating, missing: number): string | undefined {
  if (missing <= mostPeriods) return undefined;
  return `${block.number} repeats since ${dateText(block.date)}, so ${missing} periods are missing: too many to write at once. Correct Date, or clear Repeats.`;
}
