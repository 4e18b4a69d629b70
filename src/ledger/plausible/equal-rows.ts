import type { Block } from '../model/block';
import type { TimeEntry } from '../model/time-entry';
import { foldName } from '../units/names';
import type { Doubt, ReadRows } from './doubt';
import { isConfirmed } from './doubtful-work';

/** Rows that say the same as one above: typed or pasted twice, most of the time. */
export function equalRows({ clients, blocks, entries }: ReadRows): Doubt[] {
  const sold = blocks.filter(({ kind }) => kind === 'Purchase');
  return [
    ...twins(sold, saleOf, 'say so in Reference').map(pair => doubtOf('Blocks', pair)),
    ...twins(
      entries.filter(entry => entry.worked > 0),
      workOf,
      'say in What was done how they differ, or type the hours into Charged too',
    )
      .filter(({ row: entry }) => !isConfirmed(entry, clients.get(entry.clientKey)))
      .map(pair => doubtOf('Time', pair)),
  ];
}

interface Twin<Row> {
  readonly row: Row;
  readonly first: Row;
  readonly mend: string;
}

function twins<Row>(rows: readonly Row[], wordsOf: (row: Row) => string, mend: string): Twin<Row>[] {
  const firsts = new Map<string, Row>();
  return rows.flatMap(row => {
    const words = wordsOf(row);
    const first = firsts.get(words);
    if (first === undefined) firsts.set(words, row);
    return first === undefined ? [] : [{ row, first, mend }];
  });
}

function workOf({ date, clientKey, start, worked, what, who = '' }: TimeEntry): string {
  return `${date} ${start} ${worked} ${clientKey}\n${who && foldName(who)}\n${what && foldName(what)}`;
}

function saleOf({ date, clientKey, hours, price, starts, expires, reference }: Block): string {
  return `${date} ${hours} ${price} ${starts} ${expires} ${clientKey}\n${reference && foldName(reference)}`;
}

function doubtOf(
  tab: 'Blocks' | 'Time',
  { row, first, mend }: Twin<{ readonly row: number; readonly clientKey: string }>,
): Doubt {
  const message = `Says the same as row ${first.row}: typed twice? Both count. Delete one; if both are right, ${mend}.`;
  return { clientKey: row.clientKey, issue: { tab, row: row.row, message } };
}
