import { type TabName, tabNames } from '../ledger/tabs';
import { dressTab, type Words } from './dress-tab';
import { fillSettings, fillWorkTypes } from './fill-settings';
import { columnLetters, isLedgerFormula, ownLedgerCell, placeOf, writeLedger } from './ledger-formula';
import { type OpenTab, openTab } from './open-tabs';
import { type PlacedTab, placeTab } from './place-tab';
import { tickRows } from './tick-new-rows';
import type { Workbook } from './workbook';

/** The texts that only set up needs, so that they stand outside the script. */
export interface WorkbookWords {
  readonly columns: Readonly<Record<TabName, Words>>;
  readonly settings: Words;
}

/**
 * Makes the tabs, or mends and upgrades them; a second run finds nothing to write.
 *
 * Gives what was added and what stands in the way, in sentences for the person who asked for it.
 */
export function setUpWorkbook(workbook: Workbook, words: WorkbookWords): readonly string[] {
  const placed = new Map(tabNames.map(name => [name, placeTab(workbook, name)]));
  // As they are before boxes are put in, which may make blank cells read as unticked.
  const open = (name: TabName) => openTab(workbook, name) as OpenTab;
  const [clients, workTypes, settings] = [open('Clients'), open('Work types'), open('Settings')];
  for (const [name, each] of placed) dressTab(each, placed, words.columns[name]);
  const addedTypes = fillWorkTypes(workTypes);
  const addedSettings = fillSettings(settings, words.settings);
  const ticked = tickRows(clients) + (addedTypes ? 0 : tickRows(workTypes));
  const lines = [
    ...additions([...placed.values()]),
    addedTypes ? 'Added the usual work types.' : '',
    addedSettings ? `Added ${addedSettings} settings.` : '',
    ticked ? `Ticked the boxes of ${ticked} rows.` : '',
    setUpBalances(workbook, placed.get('Balances') as PlacedTab),
  ];
  return lines.filter(line => line !== '');
}

function additions(placed: readonly PlacedTab[]): readonly string[] {
  const made = placed.filter(({ isNew }) => isNew).map(({ name }) => name);
  const extended = placed.filter(({ isNew, added }) => !isNew && added.length > 0);
  return [
    made.length > 0 ? `Added the tabs ${made.join(', ')}.` : '',
    ...extended.map(({ name, added }) => `Added to ${name}: ${added.join(', ')}.`),
  ];
}

/** The stamp, its name, the overview below it, and the colours; a cell that holds something else is left alone. */
function setUpBalances(workbook: Workbook, balances: PlacedTab): string {
  const { tab, headerRow, column } = balances;
  const again = 'then run Set up workbook again.';
  const named = workbook.ledgerCell();
  const stamp = ownLedgerCell(workbook) || tab.cell(headerRow - 1, column('Client'));
  const place = placeOf(stamp);
  if (named && placeOf(named) !== place)
    return `The name Ledger belongs to ${placeOf(named)}. Rename it, ${again}`;
  if (!isLedgerFormula(stamp.formula()) && stamp.value() !== '')
    return `${place} holds something else. Move it, ${again}`;
  if (!named) workbook.nameLedger(place);
  writeLedger(workbook, stamp);
  // A user may have moved the stamp to another tab.
  if (stamp.tab !== tab.name) return '';
  const overview = tab.cell(headerRow, column('Client'));
  if (overview.formula() === '' && overview.value() === '') overview.write('=BLOCKSUMMARY(Ledger)');
  colourStates(balances);
  return '';
}

/** Colours of States, each on a light ground of its own. */
const stateColours = [
  { state: 'low', text: '#b25e09', ground: '#f7efe6' },
  { state: 'used up', text: '#b3261e', ground: '#f7e9e9' },
  { state: 'expired', text: '#b3261e', ground: '#f7e9e9' },
  { state: 'expiring', text: '#4a4fb5', ground: '#ededf8' },
];

function colourStates({ tab, headerRow, column }: PlacedTab): void {
  const cell = `$${columnLetters(column('State'))}${headerRow + 1}`;
  const known = tab.colours();
  const missing = stateColours
    .map(({ state, text, ground }) => ({ formula: `=${cell}="${state}"`, text, ground }))
    .filter(({ formula }) => !known.includes(formula));
  if (missing.length > 0) tab.colour(missing, headerRow + 1, [column('Hours left'), column('State')]);
}
