import type { TabName } from '../model/tab-names';
import { remembering } from '../units/groups';
import { foldName } from '../units/names';
import { tabs } from './tabs';

/** The form in which headers match: trimmed, inner white space folded, case ignored. */
export const foldHeader = remembering(foldName);

/** Where each header stands, counted from 0; of two equal ones the first counts. */
export function headerPositions(headers: readonly unknown[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [position, header] of headers.entries()) {
    const folded = foldHeader(String(header ?? ''));
    if (folded !== '' && !positions.has(folded)) positions.set(folded, position);
  }
  return positions;
}

/** Headers of a tab that stand in more than one of its columns. */
export function headersTwice(tab: TabName, headers: readonly unknown[]): readonly string[] {
  const folded = headers.map(header => foldHeader(String(header ?? '')));
  const times = (wanted: string) => folded.filter(header => header === foldHeader(wanted)).length;
  return tabs[tab].map(({ header }) => header).filter(header => times(header) > 1);
}

/** A title, an address or a hint may stand above the headers, in so many rows at most. */
export const headerSearch = 20;

/**
 * The row of a tab's headers, counted from 1: the first that has all that are needed.
 *
 * Where none has, it is the one with the most of them, so that what is missing there can be named.
 */
export function headerRowIn(tab: TabName, rows: readonly (readonly unknown[])[]): number {
  const found = rows.slice(0, headerSearch).map(headerPositions);
  const needed = tabs[tab].filter(spec => spec.needed).map(({ header }) => foldHeader(header));
  const whole = found.findIndex(positions => needed.every(header => positions.has(header)));
  if (whole >= 0 && needed.length > 0) return whole + 1;
  const known = tabs[tab].map(({ header }) => foldHeader(header));
  const counts = found.map(positions => known.filter(header => positions.has(header)).length);
  return Math.max(0, counts.indexOf(Math.max(...counts))) + 1;
}

/**
 * What stands from a header row on, the headers first; what stands between row 1 and the headers is made blank.
 *
 * So a row keeps the place that it has in the sheet, and a title is no row of ours.
 */
export function fromHeaderRow<Row>(rows: readonly Row[], headerRow: number, blank: Row): readonly Row[] {
  const header = rows[headerRow - 1];
  if (headerRow === 1 || header === undefined) return rows;
  return [header, ...Array<Row>(headerRow - 1).fill(blank), ...rows.slice(headerRow)];
}
