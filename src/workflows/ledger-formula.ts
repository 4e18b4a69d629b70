import { foldHeader, headerPositions } from '../ledger/headers';
import { type TabName, tabs } from '../ledger/tabs';
import type { FormulaCell, Workbook } from './workbook';

/** The tabs whose columns make the stamp. */
const ledgerTabs: readonly TabName[] = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Notices'];

/** The formula of the stamp: each column that counts by itself, wherever it stands, so that no other is read. */
export function ledgerFormula(workbook: Workbook): string {
  const columns = ledgerTabs.flatMap(name => {
    const tab = workbook.tab(name);
    if (!tab) return [];
    const positions = headerPositions(tab.headers());
    const references = tabs[name].flatMap(({ header, counts }) => {
      const position = counts && positions.get(foldHeader(header));
      if (position === undefined) return [];
      const letters = columnLetters(position + 1);
      return [`${quoted(tab.name)}!${letters}:${letters}`];
    });
    return [`"${name}"`, ...references];
  });
  return `=BLOCKLEDGER(${columns.join('; ')})`;
}

/** The cell that the name `Ledger` stands for, if the formula there is ours. */
export function ownLedgerCell(workbook: Pick<Workbook, 'ledgerCell'>): FormulaCell | undefined {
  const cell = workbook.ledgerCell();
  return cell && isLedgerFormula(cell.formula()) ? cell : undefined;
}

export function isLedgerFormula(formula: string): boolean {
  return /^=\s*BLOCKLEDGER\s*\(/i.test(formula);
}

/** Writes the stamp's formula anew from the headers as they stand now; says whether it had to. */
export function refreshLedger(workbook: Workbook): boolean {
  const cell = ownLedgerCell(workbook);
  return cell !== undefined && writeLedger(workbook, cell);
}

export function writeLedger(workbook: Workbook, cell: FormulaCell): boolean {
  const formula = ledgerFormula(workbook);
  if (sameFormula(cell.formula(), formula)) return false;
  cell.write(formula);
  return true;
}

/** Sheets gives a formula back in its own spelling: other separators, other blanks, quotes only where needed. */
function sameFormula(one: string, other: string): boolean {
  return plainSpelling(one) === plainSpelling(other);
}

export function plainSpelling(formula: string): string {
  return formula.replace(/[\s']/g, '').replace(/;/g, ',').toUpperCase();
}

/** `A` is 1, `AA` is 27. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}

function quoted(tab: string): string {
  return /^[A-Za-z_]\w*$/.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;
}
