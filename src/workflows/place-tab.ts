import { foldHeader, headerPositions } from '../ledger/headers';
import { type TabName, tabs } from '../ledger/tabs';
import { isLedgerFormula } from './ledger-formula';
import type { Tab, Workbook } from './workbook';

/** A tab with all its columns in place. */
export interface PlacedTab {
  readonly name: TabName;
  readonly tab: Tab;
  readonly isNew: boolean;
  readonly headerRow: number;
  /** By header as in tabs.ts, counted from 1. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers that were not there before. */
  readonly added: readonly string[];
}

/** Finds or makes a tab and adds the columns that it lacks at its right end. */
export function placeTab(workbook: Workbook, name: TabName): PlacedTab {
  const found = workbook.tab(name);
  const tab = found ?? workbook.addTab(name);
  const isNew = found === undefined;
  if (name === 'Balances') return placeBalances(workbook, tab, isNew);
  const specs = tabs[name];
  const positions = headerPositions(isNew ? [] : tab.headers());
  const columns = new Map<string, number>();
  const added: string[] = [];
  const end = isNew ? 0 : tab.lastColumn();
  for (const { header } of specs) {
    const position = positions.get(foldHeader(header));
    columns.set(header, position === undefined ? end + added.push(header) : position + 1);
  }
  tab.grow(3, end + added.length);
  return { name, tab, isNew, headerRow: 1, columns, added };
}

/** Balances shows what its formula spills, so nothing is written there; its columns start at the stamp. */
function placeBalances(workbook: Workbook, tab: Tab, isNew: boolean): PlacedTab {
  const named = workbook.ledgerCell();
  const isStamp = named?.tab === tab.name && (isLedgerFormula(named.formula()) || named.value() === '');
  const stamp = named && isStamp ? named : { row: 1, column: 1 };
  const columns = new Map(tabs.Balances.map(({ header }, index) => [header, stamp.column + index]));
  tab.grow(stamp.row + 2, stamp.column + columns.size - 1);
  return { name: 'Balances', tab, isNew, headerRow: stamp.row + 1, columns, added: [] };
}
