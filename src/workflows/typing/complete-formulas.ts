import { ownLedgerCell, plainSpelling } from '../../workbook/formulas';
import type { FormulaArea, PropertyStore } from '../../workbook/ports';
import type { Workbook } from '../../workbook/workbook';
import { blocksOf, type CellWrite } from '../../workbook/write-cells';
import { completeFormula, hasLiveFunction } from './complete-formula';

export interface CompletionPorts {
  readonly workbook: Pick<Workbook, 'ledgerCell'>;
  readonly store: PropertyStore;
}

/** The property in which completed cells are remembered; it holds 9 KB, and this is plain ASCII. */
const property = 'completed formulas';
const mostRemembered = 9000;

/** What was completed, by cell. */
interface Marks {
  readonly known: ReadonlyMap<string, string>;
  readonly kept: Map<string, string>;
  /** These are what the memory is for, so they are the last to go. */
  readonly takenBack: Map<string, string>;
  /** The areas are the whole workbook. */
  readonly isWhole: boolean;
}

/**
 * Completes plain formulas of ours, so that they stay live, but not again where the user took it back.
 *
 * What was completed is remembered by cell: a formula that would become the same again is one that was taken back.
 * With `everywhere` the areas are the whole workbook, and what stands nowhere in it is forgotten.
 */
export function completeFormulas(
  areas: readonly FormulaArea[],
  { workbook, store }: CompletionPorts,
  everywhere = false,
): number {
  const read = areas.map(area => ({ area, formulas: area.formulas() }));
  const isOurs = read.some(({ formulas }) => formulas.some(row => row.some(hasLiveFunction)));
  if ((!isOurs && !everywhere) || !ownLedgerCell(workbook)) return 0;
  const before = store.read()[property] || '';
  const entries = before.split(' ').filter(Boolean);
  const known = new Map(entries.map(entry => entry.split('=') as [string, string]));
  const marks: Marks = {
    known,
    kept: new Map(everywhere ? [] : known),
    takenBack: new Map(),
    isWhole: everywhere,
  };
  let completed = 0;
  for (const { area, formulas } of read) {
    const writes = completions(area, formulas, marks);
    // What stands elsewhere by now waits for a refresh.
    completed += writeWhereStill(area, formulas, writes).length;
  }
  const after = remembered(marks);
  if (after !== before) store.write({ [property]: after });
  return completed;
}

/** Gives those that are written: somebody may have typed or moved cells since they were read. */
export function writeWhereStill(
  area: FormulaArea,
  read: readonly (readonly string[])[],
  writes: readonly CellWrite[],
): readonly CellWrite[] {
  if (writes.length === 0) return [];
  const now = area.formulasNow();
  const still = writes.filter(({ row, column }) => now[row]?.[column] === read[row]?.[column]);
  for (const block of blocksOf(still)) area.write(block);
  return still;
}

function completions(area: FormulaArea, formulas: readonly (readonly string[])[], marks: Marks): CellWrite[] {
  return formulas.flatMap((cells, row) =>
    cells.flatMap((formula, column) => {
      // In a whole workbook only what is found is kept: its many blank cells need no look.
      if (formula === '' && marks.isWhole) return [];
      const value = completeFormula(formula);
      const isNews = keepInMind(area.key(row, column), value, value !== formula, marks);
      return isNews ? [{ row, column, value }] : [];
    }),
  );
}

/** Whether a cell is to be completed; what was completed there is kept in mind, and what is gone is forgotten. */
function keepInMind(
  key: string,
  complete: string,
  isPlain: boolean,
  { known, kept, takenBack }: Marks,
): boolean {
  const mark = markOf(complete);
  const isKnown = known.get(key) === mark;
  kept.delete(key);
  if (isKnown && isPlain) takenBack.set(key, mark);
  else if (isKnown || isPlain) kept.set(key, mark);
  return isPlain && !isKnown;
}

/** A formula that the add-on has put in the place of another: what was remembered of that one holds for this. */
export interface ReplacedFormula {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** Keeps in mind of replaced formulas that they were completed, so that what a person took back stays so. */
export function carryMarks(store: PropertyStore, replaced: readonly ReplacedFormula[]): void {
  const before = store.read()[property] || '';
  const marks = new Map(
    replaced.map(({ key, before: old, after }) => [
      `${key}=${markOf(completeFormula(old))}`,
      `${key}=${markOf(completeFormula(after))}`,
    ]),
  );
  const after = fitting(before.split(' ').map(entry => marks.get(entry) ?? entry));
  if (after !== before) store.write({ [property]: after });
}

function remembered({ kept, takenBack }: Marks): string {
  return fitting([...kept, ...takenBack].map(([key, mark]) => `${key}=${mark}`));
}

/** The newest come last; the oldest go when there is no room. */
function fitting(entries: string[]): string {
  while (entries.join(' ').length > mostRemembered) entries.splice(0, Math.ceil(entries.length / 10));
  return entries.join(' ');
}

/** 32 bits of FNV-1a over the formula: two formulas in one cell must differ, nothing more. */
function markOf(formula: string): string {
  let hash = 0x811c9dc5;
  for (const character of plainSpelling(formula)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
