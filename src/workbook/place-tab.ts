import type { TabName } from '../ledger/model/tab-names';
import { tabs } from '../ledger/sheet/tabs';
import { isLedgerFormula } from './formulas';
import { columnFinder, type FindColumn, headersOf } from './tabs';
import type { Tab, Workbook } from './workbook';
import { writeCells } from './write-cells';

/** A tab with all its columns in place. */
export interface PlacedTab {
  readonly name: TabName;
  readonly tab: Tab;
  readonly isNew: boolean;
  readonly headerRow: number;
  readonly column: FindColumn;
  /** Headers that were not there before. */
  readonly added: readonly string[];
}

/** Finds or makes a tab and adds the columns that it lacks at its right end. */
export function placeTab(workbook: Workbook, name: TabName): PlacedTab {
  const found = workbook.tab(name);
  const tab = found || workbook.addTab(name);
  const isNew = found === undefined;
  const wanted = tabs[name].map(({ header }) => header);
  if (name === 'Balances') return placeBalances(workbook, { name, tab, isNew }, wanted);
  const { headerRow, headers: present } = headersOf(name, tab);
  const known = columnFinder(present);
  const added = wanted.filter(header => known(header) === 0);
  tab.grow(headerRow + 2, present.length + added.length);
  const column = columnFinder([...present, ...added]);
  const writes = added.map(value => ({ row: headerRow, column: column(value), value }));
  writeCells(tab, writes);
  return { name, tab, isNew, headerRow, column, added };
}

/** Balances shows what its formula spills, so no header is written there; its columns start at the stamp. */
function placeBalances(
  workbook: Workbook,
  balances: Pick<PlacedTab, 'name' | 'tab' | 'isNew'>,
  wanted: readonly string[],
): PlacedTab {
  const { tab, isNew } = balances;
  const named = workbook.ledgerCell();
  const isStamp =
    named && named.tab === tab.name && (isLedgerFormula(named.formula()) || named.value() === '');
  const { row, column } = isStamp ? named : { row: 1, column: 1 };
  const headers = [...Array<string>(column - 1).fill(''), ...wanted];
  tab.grow(row + 2, headers.length);
  return { ...balances, headerRow: row + 1, column: columnFinder(headers), added: isNew ? wanted : [] };
}
