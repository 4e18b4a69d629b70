/**
 * Decides what Univer is given for a formula: its English form, or an error that Univer would not have shown itself.
 */
import { type Reads, readsOf } from './formula-references';
import { decimalMark, FormulaParseError, type Token, toEnglish, tokens } from './formula-text';

export interface FormulaPlan {
  /** What Univer works out. */
  readonly univer: string;
  readonly reads: Reads;
}

/** Registered by the engine: shows its first argument as an error, its second as what a person sees on hovering. */
export const SHOW_ERROR = 'BLOCKLEDGERSHOWERROR';
export const CIRCULAR =
  'Circular dependency detected. To resolve with iterative calculation, see File > Settings.';

/** In Sheets but not in Univer; without this list they would show `#NAME?`, which says that Sheets has none of them. */
const SHEETS_ONLY = new Set(
  (
    'ARRAYFORMULA ARRAY_CONSTRAIN COUNTUNIQUE COUNTUNIQUEIFS DETECTLANGUAGE FLATTEN GOOGLEFINANCE GOOGLETRANSLATE ' +
    'IMPORTDATA IMPORTFEED IMPORTHTML IMPORTRANGE IMPORTXML JOIN QUERY SORTN SPLIT TO_DATE'
  ).split(' '),
);
const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);
const NOTHING: Reads = { areas: [], names: [] };

export interface KnownWords {
  readonly locale: string;
  /** Is it a function of the add-on? */
  isOurs(functionName: string): boolean;
  /** The cells that a defined name stands for, such as `Balances!$B$1`. */
  cellsOf(name: string): string | undefined;
}

/**
 * Names are replaced before Univer sees them: it keeps parsed formulas, by their text alone and for all workbooks of the
 * process, with the names already looked up.
 */
export function planFormula(typed: string, words: KnownWords): FormulaPlan {
  const { locale } = words;
  try {
    const parts = tokens(typed.slice(1), decimalMark(locale));
    const missing = notInTheWorkbench(parts);
    if (missing) return { univer: showError('#ERROR!', `Not in the workbench: ${missing}`), reads: NOTHING };
    if (volatileArgument(parts, words)) return { univer: '="Loading..."', reads: NOTHING };
    return { univer: toEnglish(typed, locale, name => words.cellsOf(name)), reads: readsOf(parts) };
  } catch (error) {
    if (!(error instanceof FormulaParseError)) throw error;
    return { univer: showError('#ERROR!', error.message), reads: NOTHING };
  }
}

export function showError(code: string, message: string): string {
  return `=${SHOW_ERROR}("${code}","${message.replaceAll('"', '""')}")`;
}

function notInTheWorkbench(parts: readonly Token[]): string | undefined {
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind === 'open-ended') return `the open-ended range ${text}`;
    if (kind !== 'function') continue;
    const name = text.toUpperCase();
    if (SHEETS_ONLY.has(name)) return name;
    if (name === 'FILTER' && argumentsOf(parts, index).separators > 1)
      return 'FILTER with several conditions';
  }
  return undefined;
}

/** Sheets never answers a function of an add-on that is handed `NOW()` and the like. */
function volatileArgument(parts: readonly Token[], words: KnownWords): boolean {
  return parts.some(
    ({ kind, text }, index) =>
      kind === 'function' &&
      words.isOurs(text) &&
      argumentsOf(parts, index).functions.some(name => VOLATILE.has(name.toUpperCase())),
  );
}

function argumentsOf(parts: readonly Token[], call: number) {
  const functions: string[] = [];
  let separators = 0;
  let depth = 0;
  for (const { kind, text } of parts.slice(call + 1)) {
    if (kind === 'open') depth++;
    if (kind === 'close' && --depth === 0) break;
    if (kind === 'function') functions.push(text);
    if (kind === 'separator' && depth === 1) separators++;
  }
  return { functions, separators };
}
