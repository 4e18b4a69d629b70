import type { TabName } from '../model/tab-names';
import { type Cell, cellText } from '../sheet/cell';
import { tabs } from '../sheet/tabs';
import { remembering } from '../units/groups';
import { foldName } from '../units/names';

/** The tabs whose rows name a client in a column `Client` that a renaming changes. */
export const namingTabs = [
  'Clients',
  'Blocks',
  'Time',
  'Time archive',
  'Notices',
  'Statements',
  'Payment requests',
  'Agreements',
  'Care plan',
  'Small things',
  'Care log',
  'Journal',
  'Import names',
  'Import rows',
] as const satisfies readonly TabName[];
export type NamingTab = (typeof namingTabs)[number];

/** Rows of a tab that name the client, as the sheet counts them. */
export interface NamedRows {
  /** Those whose cell is typed, and written otherwise than the new name. */
  readonly typed: readonly number[];
  /** Those whose cell a formula fills. */
  readonly byFormula: readonly number[];
}

/** The folded name in a cell of the column `Client`, as those who look for it there read it. */
export function createKeyOf(): (cell: Cell) => string {
  const keyOf = remembering(foldName);
  return cell => keyOf(cellText(cell));
}

/** The number format of a tab's column `Client`; blank leaves it to Sheets. */
export function clientFormat(tab: TabName): string {
  return tabs[tab].find(({ header }) => header === 'Client')?.format ?? '';
}

/** `cells` is the column `Client`, from row 2 on; `isByFormula` takes rows as the sheet counts them. */
export function namedRows(
  cells: readonly Cell[],
  { key, to }: { readonly key: string; readonly to: string },
  isByFormula: (row: number) => boolean,
): NamedRows {
  const keyOf = createKeyOf();
  const [typed, byFormula]: [number[], number[]] = [[], []];
  for (const [index, cell] of cells.entries()) {
    if (keyOf(cell) !== key) continue;
    const row = index + 2;
    if (isByFormula(row)) byFormula.push(row);
    else if (cell !== to) typed.push(row);
  }
  return { typed, byFormula };
}
