import type { TabName } from '../ledger/model/tab-names';
import { lostColumns } from '../ledger/reading/missing-inputs';
import { stampTabs } from '../ledger/reading/read-ledger';
import { foldHeader } from '../ledger/sheet/headers';
import { tabs } from '../ledger/sheet/tabs';
import { headersOf, type OpenTab } from './tabs';
import type { FormulaCell, Workbook } from './workbook';

/** Tabs whose headers are known already. */
type ReadTabs = ReadonlyMap<TabName, Pick<OpenTab, 'rows'>>;

/** The formula of the stamp: each column that counts by itself, wherever it stands, so that no other is read. */
export function ledgerFormula(workbook: Workbook, read: ReadTabs = new Map()): string {
  const columns = stampTabs.flatMap(name => {
    const tab = workbook.tab(name);
    // Where an archive has lost what is kept beside it, BLOCKLEDGER must know that there is one.
    if (!tab) return name === 'Archive state' && workbook.tab('Time archive') ? [`"${name}"`] : [];
    const headers = (read.get(name)?.rows[0] ?? headersOf(name, tab).headers).map(header =>
      foldHeader(String(header ?? '')),
    );
    // A header that stands twice goes along twice, so that BLOCKLEDGER sees it.
    const references = tabs[name]
      .filter(({ counts }) => counts)
      .flatMap(({ header }) => positionsOf(foldHeader(header), headers))
      .map(columnLetters)
      .map(letters => `${quoted(tab.name)}!${letters}:${letters}`);
    return [`"${name}"`, ...references];
  });
  return `=BLOCKLEDGER(${columns.join('; ')})`;
}

/** Where a header stands, counted from 1. */
function positionsOf(wanted: string, headers: readonly string[]): number[] {
  return headers.flatMap((header, index) => (header === wanted ? [index + 1] : []));
}

/** The cell that the name `Ledger` stands for, if the formula there is ours. */
export function ownLedgerCell(workbook: Pick<Workbook, 'ledgerCell'>): FormulaCell | undefined {
  const cell = workbook.ledgerCell();
  return cell && isLedgerFormula(cell.formula()) ? cell : undefined;
}

export function isLedgerFormula(formula: string): boolean {
  return /^=\s*BLOCKLEDGER\s*\(/i.test(formula);
}

/**
 * Writes the stamp's formula anew from the headers as they stand now; says whether it had to.
 *
 * Whoever has not `read` the book does not know whether a header is gone: then the formula, which still names its
 * column, stays.
 */
export function refreshLedger(workbook: Workbook, read?: ReadTabs): boolean {
  const cell = ownLedgerCell(workbook);
  if (!cell || (!read && lostByFormula(workbook).size > 0)) return false;
  return writeLedger(workbook, cell, read);
}

/** What a formula of ours names: the sheet of each tab as it is called, and its columns, counted from 1. */
export interface NamedTab {
  readonly page: string;
  /** 0 where a column was deleted. */
  readonly columns: readonly number[];
}

/** Sheets follows a renaming in the references of a formula, also in a copy, which has no memory of its own. */
export function tabsInFormula(formula: string): ReadonlyMap<TabName, NamedTab> {
  const found = new Map<TabName, { page: string; columns: number[] }>();
  let tab: TabName | undefined;
  // es2019 has no matchAll.
  formula.replace(argument, (all, text?: string, sheet = '', letters?: string) => {
    if (text !== undefined) tab = stampTabs.find(name => name === text);
    else if (tab) {
      const named = found.get(tab) ?? { page: '', columns: [] };
      found.set(tab, named);
      if (letters) named.page = sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
      named.columns.push(letters ? columnNumber(letters) : 0);
    }
    return all;
  });
  return found;
}

const argument =
  /"([^"]*)"|(?:('(?:[^']|'')+'|[^\s'"!;,()]+)!)?(?:\$?([A-Z]{1,3})(?:\$?\d+)?:\$?[A-Z]{1,3}|#REF!)/gi;

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** By tab: what each column that the stamp's formula names may have been, where its header is gone. */
export function lostByFormula(
  workbook: Workbook,
  read: ReadTabs = new Map(),
): ReadonlyMap<TabName, readonly (readonly string[])[]> {
  const named = tabsInFormula(ownLedgerCell(workbook)?.formula() ?? '');
  const lost = [...named].map(([tab, { page, columns }]) => {
    const sheet = read.has(tab) ? undefined : workbook.page(page);
    const headers = read.get(tab)?.rows[0] ?? (sheet ? headersOf(tab, sheet).headers : []);
    return [
      tab,
      lostColumns(
        tab,
        columns.map(column => String(headers[column - 1] ?? '')),
      ),
    ] as const;
  });
  return new Map(lost.filter(([, columns]) => columns.length > 0));
}

export function writeLedger(
  workbook: Workbook,
  cell: FormulaCell,
  read?: ReadTabs,
  turn = turnOf(cell),
): boolean {
  const plain = ledgerFormula(workbook, read);
  const formula = turn > 0 ? plain.replace(/\)$/, `; ${turn})`) : plain;
  const differs = plainSpelling(cell.formula()) !== plainSpelling(formula);
  if (differs) cell.write(formula);
  return differs;
}

/**
 * Has the stamp worked out anew though no cell has changed.
 *
 * What Google once failed to work out stays failed for the same arguments, so a number that means nothing is
 * counted up behind them.
 */
export function renewLedger(workbook: Workbook, cell: FormulaCell, read?: ReadTabs): void {
  writeLedger(workbook, cell, read, turnOf(cell) + 1);
}

function turnOf(cell: FormulaCell): number {
  const [, turn] = /[;,]\s*(\d+)\s*\)\s*$/.exec(cell.formula()) || [];
  return Number(turn || 0);
}

/** Sheets gives a formula back in its own spelling: other separators, other blanks, quotes only where needed. */
export function plainSpelling(formula: string): string {
  return formula.replace(/[\s']/g, '').replace(/;/g, ',').toUpperCase();
}

/** Such as `'Work types'!B2`. */
export function placeOf({ tab, row, column }: Pick<FormulaCell, 'tab' | 'row' | 'column'>): string {
  return `${quoted(tab)}!${columnLetters(column)}${row}`;
}

/** `A` is 1, `AA` is 27. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}

function quoted(tab: string): string {
  return /^[A-Za-z_]\w*$/.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;
}
