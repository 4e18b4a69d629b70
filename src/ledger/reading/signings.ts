import type { Block } from '../model/block';
import type { IssueList } from '../model/issue';
import type { Signing } from '../model/signing';
import { cellSerial, cellText, isBlank, quoted } from '../sheet/cell';
import { checkHeaders, type TabCells } from '../sheet/tab-cells';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { type RowReader, readRows } from './rows';
import { readDate } from './values';

/** Reads Agreements; what is wrong there is told, and keeps no figure from being shown. */
export function readSignings(
  cells: TabCells,
  blocks: readonly Block[],
  today: CalendarDate,
  issues: IssueList,
): Signing[] {
  const known = new Set(blocks.map(({ number }) => number.toUpperCase()));
  const signings: Signing[] = [];
  checkHeaders(cells, issues);
  readRows(cells, issues, row => {
    const block = cellText(row.cell('Block')).toUpperCase();
    if (block === '') return row.note('Block is blank. Type the number of the block, or clear the row.');
    if (!known.has(block))
      return row.note(
        `Block ${quoted(row.cell('Block'))} is not in Blocks, so this agreement is for none. Correct the number, or clear the row.`,
      );
    const terms = cellText(row.cell('Terms'));
    signings.push({
      row: row.number,
      block,
      made: cellSerial(row.cell('Made')) ?? 0,
      signed: signedBy(row, today),
      terms,
    });
  });
  return signings;
}

function signedBy(row: RowReader, today: CalendarDate): CalendarDate | undefined {
  const signed = isBlank(row.cell('Signed')) ? undefined : row.take('Signed', readDate);
  if (signed === undefined || signed <= today) return signed;
  row.note(`Signed is ${dateText(signed)}, later than today, so it does not count yet. Correct the date.`);
  return undefined;
}

/** The signature that holds for each block: the newest, and of two on one day that of the newer paper. */
export function newestSigned(signings: readonly Signing[]): ReadonlyMap<string, Signing> {
  const newest = new Map<string, Signing>();
  for (const each of signings) {
    const other = newest.get(each.block);
    if (each.signed !== undefined && (!other || isNewer(each, other))) newest.set(each.block, each);
  }
  return newest;
}

function isNewer(a: Signing, b: Signing): boolean {
  return ((a.signed ?? 0) - (b.signed ?? 0) || a.made - b.made || a.row - b.row) > 0;
}
