import { blockCount } from '../model/block';
import type { BlockNumbers } from '../model/block-numbers';
import type { IssueList } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { type Cell, cellText } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import { isFilled, type TabCells } from '../sheet/tab-cells';
import { readBlocks } from './read-blocks';

/** A row to be written, by header. */
export type NewRow = Readonly<Record<string, Cell>>;

/** The tab as it would read with rows below its last filled one. */
export function withRows(cells: TabCells, rows: readonly NewRow[]): TabCells {
  const first = lastFilled(cells) + 1;
  const columns = [...cells.columns].map(([header, column]) => {
    const longer = [...column];
    for (const row of rows.keys()) longer[first + row] = '';
    return [header, longer] as const;
  });
  const known = new Map(columns);
  for (const [index, row] of rows.entries())
    for (const [header, cell] of Object.entries(row)) {
      const column = known.get(foldHeader(header));
      if (column) column[first + index] = cell;
    }
  return { ...cells, columns: known, rows: Math.max(cells.rows, first + rows.length) };
}

function lastFilled({ columns, rows }: TabCells): number {
  let last = rows - 1;
  while (last >= 0 && ![...columns.values()].some(column => isFilled(column[last]))) last--;
  return last;
}

/** The ledger as it would read with more rows of Blocks: they pass the same reader as what stands in the sheet. */
export function withBlockRows(ledger: Ledger, blocks: TabCells, rows: readonly NewRow[]): Ledger {
  const cells = withRows(blocks, rows);
  const issues: IssueList = { all: [], broken: new Map(), fatal: [] };
  const numbers = withNumbers(ledger.numbers, lastFilled(blocks) + 3, rows);
  const clients = new Map(ledger.clients);
  const read = readBlocks(cells, numbers, { clients, settings: ledger.settings, issues });
  return { ...ledger, clients, numbers, blocks: read };
}

/** What stands there keeps the numbers that it has, in its cells or not yet; new rows come with theirs. */
function withNumbers(
  { rows, highest }: BlockNumbers,
  firstRow: number,
  added: readonly NewRow[],
): BlockNumbers {
  const numbers = new Map(rows);
  let most = highest;
  for (const [index, { Block = '' }] of added.entries()) {
    const number = cellText(Block);
    const order = blockCount(number) ?? 0;
    most = Math.max(most, order);
    numbers.set(firstRow + index, { number, order, isNew: false, copyOf: undefined });
  }
  return { rows: numbers, highest: most };
}
