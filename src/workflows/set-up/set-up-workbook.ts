import { type TabName, tabNames } from '../../ledger/model/tab-names';
import type { State } from '../../ledger/reports/figures';
import { firstTabs, hiddenTabs, type LaterTabs, laterTabs } from '../../ledger/sheet/tab-groups';
import { tabs } from '../../ledger/sheet/tabs';
import { columnLetters, isLedgerFormula, ownLedgerCell, placeOf, writeLedger } from '../../workbook/formulas';
import { type PlacedTab, placeTab } from '../../workbook/place-tab';
import { type OpenTab, openTab } from '../../workbook/tabs';
import type { Colour, Workbook } from '../../workbook/workbook';
import { tickRows } from '../typing/tick-new-rows';
import { doubtsOf } from './doubtful-names';
import { createAttempt, dressTab, type Refusal, refusalLines, type Words } from './dress-tab';
import { fillClauses, fillTemplates, fillWorkTypes, type WorkType } from './fill-rows';
import { fillSettings } from './fill-settings';
import { strangeTabs, strangeWords } from './strange-tabs';

/** The colour of a word in State, on a light ground of its own. */
interface StateColour extends Omit<Colour, 'formula'> {
  readonly state: string;
}

/** What only set up needs, so that it stands outside the script. */
export interface WorkbookWords {
  /** The version of the add-on. */
  readonly version: string;
  readonly columns: Readonly<Record<TabName, Words>>;
  readonly settings: Words;
  readonly workTypes: readonly WorkType[];
  readonly stateColours: readonly StateColour[];
}

/**
 * Makes the tabs, or mends and upgrades them; a second run finds nothing to write.
 *
 * Of the other tabs those of `later` are made, and those of which one is there are mended.
 *
 * Where a tab or a column seems to be there under another name, it asks, and writes nothing.
 *
 * Gives what was added and what stands in the way, in sentences for the person who asked for it.
 */
export function setUpWorkbook(
  workbook: Workbook,
  words: WorkbookWords,
  later: readonly LaterTabs[] = [],
): readonly string[] {
  const doubts = [...strangeTabs(workbook).map(strangeWords), ...doubtsOf(workbook)];
  if (doubts.length > 0) return doubts;
  const wanted = wantedTabs(workbook, later);
  const placed = new Map(wanted.map(name => [name, placeTab(workbook, name)]));
  // As they are before boxes are put in, which may make blank cells read as unticked.
  const open = (name: TabName) => openTab(workbook, name) as OpenTab;
  const [clients, workTypes, settings] = [open('Clients'), open('Work types'), open('Settings')];
  const refusals: Refusal[] = [];
  for (const [name, each] of placed)
    dressTab(each, placed, words.columns[name], createAttempt(each.tab.name, refusals));
  for (const name of hiddenTabs) hideNew(placed.get(name));
  const addedTypes = fillWorkTypes(workTypes, words.workTypes);
  const addedSettings = fillSettings(settings, words.settings, createAttempt(settings.tab.name, refusals));
  const addedTexts = placed.has('Templates') ? fillTemplates(open('Templates')) : 0;
  const addedClauses = placed.has('Clauses') ? fillClauses(open('Clauses')) : 0;
  const ticked = tickRows(clients) + (addedTypes ? 0 : tickRows(workTypes));
  const lines = [
    ...additions([...placed.values()]),
    addedTypes ? 'Added the usual work types.' : '',
    addedSettings ? `Added ${addedSettings} settings.` : '',
    addedTexts ? `Added ${addedTexts} texts to Templates.` : '',
    addedClauses ? `Added ${addedClauses} texts to Clauses.` : '',
    ticked ? `Ticked ${ticked} boxes.` : '',
    ...refusalLines(refusals),
    setUpBalances(workbook, placed.get('Balances') as PlacedTab, words.stateColours),
  ];
  return lines.filter(Boolean);
}

function wantedTabs(workbook: Workbook, later: readonly LaterTabs[]): readonly TabName[] {
  const groups = Object.entries(laterTabs) as readonly [LaterTabs, readonly TabName[]][];
  const isWanted = ([group, names]: (typeof groups)[number]) =>
    later.includes(group) || names.some(name => workbook.tab(name) !== undefined);
  const wanted = new Set<TabName>([...firstTabs, ...groups.filter(isWanted).flatMap(([, names]) => names)]);
  return tabNames.filter(name => wanted.has(name));
}

/** Only when it is made: whoever shows it again has a reason. */
function hideNew(placed: PlacedTab | undefined): void {
  if (placed?.isNew) placed.tab.hide();
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
function setUpBalances(workbook: Workbook, balances: PlacedTab, colours: readonly StateColour[]): string {
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
  if (balances.isNew) tab.mute(stamp.row, stamp.column);
  // A user may have moved the stamp to another tab.
  if (stamp.tab !== tab.name) return '';
  const overview = tab.cell(headerRow, column('Client'));
  if (overview.formula() === '' && overview.value() === '') overview.write('=BLOCKSUMMARY(Ledger)');
  makeRoom(balances);
  placeTotals(balances);
  placeBars(balances);
  colourStates(balances, colours);
  return '';
}

const [hours, money] = ['0.00', '#,##0.00'];
/** Number formats of the columns that BLOCKTOTALS spills; the first holds the currency. */
const totalFormats = ['', hours, money, money, money, money, hours, '0%'];

/** The totals of an earlier version stand where the wider overview and its bars go: they move, for only we write them. */
function makeRoom({ tab, headerRow, column }: PlacedTab): void {
  const [first, end] = [column('Client'), column('Client') + tabs.Balances.length + 1];
  const formulas = tab.formulas()[headerRow - 1] ?? [];
  const at = formulas.findIndex((formula, index) => index >= first && isTotals(String(formula))) + 1;
  if (at > 0 && at <= end) tab.write({ row: headerRow, column: at, values: [['']], formats: undefined });
}

function isTotals(formula: string): boolean {
  return /^=\s*BLOCKTOTALS\(\s*Ledger\s*\)$/i.test(formula);
}

/** The totals stand beside the overview and its bars, a blank column between; where somebody keeps something, it stays alone. */
function placeTotals({ tab, headerRow, column }: PlacedTab): void {
  const at = column('Client') + tabs.Balances.length + 2;
  const isTaken = tab
    .cells()
    .some(row => row.slice(at - 1, at - 1 + totalFormats.length).some(cell => cell !== ''));
  if (isTaken) return;
  tab.grow(headerRow + 1, at + totalFormats.length - 1);
  const cell = tab.cell(headerRow, at);
  if (cell.formula() !== '') return;
  cell.write('=BLOCKTOTALS(Ledger)');
  for (const [index, format] of totalFormats.entries())
    if (format !== '') tab.setFormat(format, headerRow + 1, at + index);
  tab.dressHeaders(headerRow, at, totalFormats.length);
}

function colourStates({ tab, headerRow, column }: PlacedTab, stateColours: readonly StateColour[]): void {
  const cell = `$${columnLetters(column('State'))}${headerRow + 1}`;
  const known = tab.colours();
  const missing = stateColours
    .map(({ state, text, ground }) => ({ formula: `=${cell}="${state}"`, text, ground }))
    .filter(({ formula }) => !known.includes(formula));
  if (missing.length > 0) tab.colour(missing, headerRow + 1, [column('Hours left'), column('State')]);
}

const barsHeader = 'Left';
const barsWidth = 120;
const usualColour = '#137a4b';
const barColours: Partial<Record<State, string>> = {
  'used up': '#b3261e',
  expired: '#b3261e',
  low: '#b25e09',
  expiring: '#4a4fb5',
  check: '#8a1c7c',
};

/**
 * A column of bars right behind the overview; where something stands there it gets none.
 *
 * The overview's own columns are spilled by one formula, so no bar can stand among them.
 */
function placeBars({ tab, headerRow, column, isNew }: PlacedTab): void {
  const at = column('Client') + tabs.Balances.length;
  const isTaken = tab.cells().some(row => (row[at - 1] ?? '') !== '');
  if (isTaken) return;
  tab.grow(headerRow + 1, at);
  const cell = tab.cell(headerRow + 1, at);
  if (cell.formula() !== '') return;
  tab.write({ row: headerRow, column: at, values: [[barsHeader]], formats: undefined });
  cell.write(barsFormula(name => columnLetters(column(name)), headerRow + 1, tab.rowCount()));
  tab.dressHeaders(headerRow, at, 1);
  if (isNew) tab.setWidth(at, barsWidth);
}

/**
 * Options of a sparkline stand in stacked pairs: what parts the columns of `{…}` differs from country to country.
 *
 * Only rows with a client are taken, so that the tab ends where its clients do.
 */
function barsFormula(letters: (header: string) => string, first: number, last: number): string {
  const cells = (name: string) => `${letters(name)}${first}:${letters(name)}${last}`;
  const filled = (name: string) => `FILTER(${cells(name)};${cells('Client')}<>"")`;
  const pairs = Object.entries(barColours).map(([state, colour]) => `"${state}";"${colour}"`);
  const colour = `SWITCH(state;${pairs.join(';')};"${usualColour}")`;
  const options = `VSTACK(HSTACK("charttype";"bar");HSTACK("max";1);HSTACK("color1";${colour}))`;
  const bar = `LAMBDA(share;state;IF(share="";"";SPARKLINE(share;${options})))`;
  return `=IF(${letters('Client')}${first}="";"";MAP(${filled('Left (%)')};${filled('State')};${bar}))`;
}
