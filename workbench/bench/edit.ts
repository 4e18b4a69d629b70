/** What one edit costs in a large workbook: BLOCKLEDGER gets every cell that counts, and keeps the figures. */
import { createSheetClock } from '../../src/google/cells';
import { tabs } from '../../src/ledger/sheet/tabs';
import { blockLedger } from '../../src/workflows/cells/cell-functions';
import { best } from './processor';

const day = 86_400_000;
const today = Date.UTC(2026, 10, 23);
/** As Sheets hands over a whole column: a row of one cell each, down to the end of the grid. */
type Column = readonly (readonly unknown[])[];

/** The columns that count of a tab with so many rows, and blanks below them. */
function columnsOf(
  tab: keyof typeof tabs,
  rows: number,
  cell: Readonly<Record<string, (row: number) => unknown>>,
) {
  return tabs[tab]
    .filter(({ counts }) => counts)
    .map(({ header }): Column => {
      const filled = Array.from({ length: rows }, (_, row) => [cell[header]?.(row) ?? '']);
      return [[header], ...filled, ...Array.from({ length: 1000 }, () => [''])];
    });
}

/** The arguments of BLOCKLEDGER. */
function argumentsFor(entries: number, blocks: number, clients: number): unknown[] {
  const client = (row: number) => `Client ${row % clients}`;
  const date = (row: number, rows: number) => new Date(today - (720 - Math.floor((row * 700) / rows)) * day);
  return [
    'Clients',
    ...columnsOf('Clients', clients, { Client: client, Active: () => true }),
    'Blocks',
    ...columnsOf('Blocks', blocks, {
      Block: row => `B-${row}`,
      Date: row => date(row, blocks),
      Client: client,
      Hours: () => 20,
      'Normal rate': () => 100,
      Price: () => 1800,
      Currency: () => 'USD',
    }),
    'Time',
    ...columnsOf('Time', entries, {
      Date: row => date(row, entries),
      Client: row => client(row * 7),
      Hours: row => (1 + (row % 6)) / 4,
      'What was done': row => `Mended the printer of desk ${row}`,
    }),
    'Work types',
    ...columnsOf('Work types', 1, {
      'Work type': () => 'On site',
      Multiplier: () => 1,
      Billable: () => true,
    }),
    'Settings',
    [['Setting'], ['Today']],
    [['Value'], [new Date(today)]],
    'Notices',
    ...columnsOf('Notices', 0, {}),
  ];
}

/** Reads each cell once, which is the least that anything can do with them. */
function touch(given: readonly unknown[]): number {
  let filled = 0;
  for (const column of given)
    if (typeof column === 'object') for (const [cell] of column as Column) if (cell !== '') filled++;
  return filled;
}

const utilities = {
  formatDate: (at: Date) => at.toISOString().slice(0, 19).replace('T', ' '),
  parseDate: (text: string) => new Date(`${text}T00:00:00Z`),
};

export function measureEdit(): void {
  const given = argumentsFor(100_000, 5_000, 1_000);
  const cache = { getAll: () => ({}), putAll: () => {} };
  let stamp = '';
  const edit = best(7, () => {
    const clock = createSheetClock(utilities, () => 'Etc/UTC');
    stamp = blockLedger({ book: { ...clock, now: () => clock.momentOf(today) } as never, cache }, given);
  });
  const touched = best(7, () => void touch(given));
  console.log(
    `An edit at 100000 entries: ${edit.toFixed(0)} ms (at most 150), ${(edit / touched).toFixed(0)} times touching each cell once (at most 25; ${touched.toFixed(1)} ms)\n  ${stamp}`,
  );
}
