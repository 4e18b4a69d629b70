import { type TabName, tabNames } from '../ledger/tabs';
import { dressTab } from './dress-tab';
import { fillSettings, fillWorkTypes } from './fill-settings';
import { columnLetters, isLedgerFormula, ownLedgerCell, writeLedger } from './ledger-formula';
import { type PlacedTab, placeTab } from './place-tab';
import { tickRows } from './tick-new-rows';
import type { Colour, Workbook } from './workbook';

/**
 * Makes the tabs, or mends and upgrades them; a second run finds nothing to write.
 *
 * Gives what was added and what stands in the way, in sentences for the person who asked for it.
 */
export function setUpWorkbook(workbook: Workbook): readonly string[] {
  const placed = new Map<TabName, PlacedTab>();
  for (const name of tabNames) placed.set(name, placeTab(workbook, name));
  const cells = new Map(filledTabs.map(name => [name, cellsOf(placed.get(name))]));
  for (const each of placed.values()) dressTab(each, placed);
  const filled = filledTabs.flatMap(name => fillTab(placed.get(name), cells.get(name) ?? []));
  return [...additions(placed), ...filled, ...setUpBalances(workbook, placed)];
}

const filledTabs: readonly TabName[] = ['Clients', 'Work types', 'Settings'];

/** As they are before boxes are put in, which may make blank cells read as unticked. */
function cellsOf(placed: PlacedTab | undefined): readonly (readonly unknown[])[] {
  return placed && !placed.isNew ? placed.tab.cells() : [];
}

function fillTab(placed: PlacedTab | undefined, cells: readonly (readonly unknown[])[]): readonly string[] {
  if (!placed) return [];
  const { name, tab, columns } = placed;
  if (name === 'Work types' && fillWorkTypes(placed, cells)) return ['Added the usual work types.'];
  const settings = name === 'Settings' ? fillSettings(placed, cells) : 0;
  const box = columns.get('Active') ?? columns.get('Billable');
  const ticked = box ? tickRows(tab, cells, box) : 0;
  return [
    ...(settings > 0 ? [`Added ${settings} settings.`] : []),
    ...(ticked > 0 ? [`Ticked ${ticked} rows of ${name}.`] : []),
  ];
}

function additions(placed: ReadonlyMap<TabName, PlacedTab>): readonly string[] {
  const all = [...placed.values()];
  const made = all.filter(each => each.isNew).map(each => each.name);
  const extended = all.filter(each => !each.isNew && each.added.length > 0);
  return [
    ...(made.length > 0 ? [`Added the tabs ${made.join(', ')}.`] : []),
    ...extended.map(({ name, added }) => `Added to ${name}: ${added.join(', ')}.`),
  ];
}

/** Colours of States, each on a light ground of its own. */
const stateColours: readonly (readonly [string, string, string])[] = [
  ['low', '#b25e09', '#f7efe6'],
  ['used up', '#b3261e', '#f7e9e9'],
  ['expired', '#b3261e', '#f7e9e9'],
  ['expiring', '#4a4fb5', '#ededf8'],
];

/** The stamp, its name, the overview below it, and the colours; a cell that holds something else is left alone. */
function setUpBalances(workbook: Workbook, placed: ReadonlyMap<TabName, PlacedTab>): readonly string[] {
  const balances = placed.get('Balances');
  if (!balances) return [];
  const { tab, headerRow, columns } = balances;
  const named = workbook.ledgerCell();
  const first = columns.get('Client') ?? 1;
  const stamp = ownLedgerCell(workbook) ?? tab.formulaCell(headerRow - 1, first);
  if (named && (named.tab !== stamp.tab || named.row !== stamp.row || named.column !== stamp.column)) {
    return [`The name Ledger belongs to ${placeOf(named)}. Rename it, then run Set up workbook again.`];
  }
  if (!isLedgerFormula(stamp.formula()) && stamp.value() !== '') {
    return [`${placeOf(stamp)} holds something else. Move it, then run Set up workbook again.`];
  }
  if (!named) workbook.nameLedger(stamp);
  writeLedger(workbook, stamp);
  if (stamp.tab !== tab.name) return [];
  const overview = tab.formulaCell(headerRow, first);
  if (overview.formula() === '' && overview.value() === '') overview.write('=BLOCKSUMMARY(Ledger)');
  colourStates(balances);
  return [];
}

function colourStates({ tab, headerRow, columns }: PlacedTab): void {
  const state = columns.get('State') ?? 1;
  const known = new Set(tab.colours());
  const colours = stateColours
    .map(
      ([word, text, ground]): Colour => ({
        formula: `=$${columnLetters(state)}${headerRow + 1}="${word}"`,
        text,
        ground,
      }),
    )
    .filter(({ formula }) => !known.has(formula));
  if (colours.length > 0) tab.colour(colours, headerRow + 1, [columns.get('Hours left') ?? 1, state]);
}

function placeOf({ tab, row, column }: { tab: string; row: number; column: number }): string {
  return `${tab}!${columnLetters(column)}${row}`;
}
