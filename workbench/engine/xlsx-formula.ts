/**
 * Formulas as they stand in an .xlsx file: in English, and those that only Sheets knows wrapped for Excel's sake.
 */
import { FormulaParseError, fromEnglish, toEnglish } from './formula-text';

const WRAPPED = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)\s*,(.*)\)$/s;

/** The formula as typed in `locale`; null for a cell that was spilled into, which Sheets writes as a formula as well. */
export function formulaFromFile(text: string, locale: string): string | null {
  const wrapped = WRAPPED.exec(text)?.[1]?.replaceAll('""', '"');
  if (wrapped === '"COMPUTED_VALUE"') return null;
  const english = `=${(wrapped ?? text).replace(/^=/, '').replaceAll('_xlfn.', '').replaceAll('_xlws.', '')}`;
  return translated(english, formula => fromEnglish(formula, locale));
}

/** Without the leading `=`. */
export function formulaForFile(typed: string, locale: string): string {
  return translated(`=${typed.replace(/^=/, '')}`, formula => toEnglish(formula, locale)).slice(1);
}

/** A formula that does not parse is kept as it is. */
function translated(formula: string, translate: (formula: string) => string): string {
  try {
    return translate(formula);
  } catch (error) {
    if (error instanceof FormulaParseError) return formula;
    throw error;
  }
}
