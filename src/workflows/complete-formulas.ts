import { completeFormula, hasLiveFunction } from './complete-formula';
import { ownLedgerCell, plainSpelling } from './ledger-formula';
import type { Workbook } from './workbook';

/** Cells next to each other, addressed from the first one, which is 0, 0. */
export interface FormulaArea {
  /** Blank where a cell holds no formula. */
  formulas(): readonly (readonly string[])[];
  /** Names a cell for good, whatever its tab is called. */
  key(row: number, column: number): string;
  /** From this cell down. */
  write(row: number, column: number, formulas: readonly string[]): void;
}

/** One text that outlives the run, at most 9 KB. */
export interface Memory {
  read(): string;
  write(text: string): void;
}

export interface CompletionPorts {
  readonly workbook: Pick<Workbook, 'ledgerCell'>;
  readonly memory: Memory;
}

/** Properties hold 9 KB; what is remembered is plain ASCII. */
const mostRemembered = 9000;

/**
 * Completes plain formulas of ours, so that they stay live, but not again where the user took it back.
 *
 * What was completed is remembered by cell: a formula that would become the same again is one that was taken back.
 * With `everywhere` the areas are the whole workbook, and what stands nowhere in it is forgotten.
 */
export function completeFormulas(
  areas: readonly FormulaArea[],
  ports: CompletionPorts,
  everywhere = false,
): number {
  const read = areas.map(area => ({ area, formulas: area.formulas() }));
  const isOurs = read.some(({ formulas }) => formulas.some(row => row.some(hasLiveFunction)));
  if ((!isOurs && !everywhere) || !ownLedgerCell(ports.workbook)) return 0;
  const before = ports.memory.read();
  const known = new Map(
    before.split(' ').flatMap(entry => (entry ? [entry.split('=') as [string, string]] : [])),
  );
  const marks: Marks = { known, kept: new Map(everywhere ? [] : known), takenBack: new Map() };
  const completed = read.reduce((sum, { area, formulas }) => sum + completeArea(area, formulas, marks), 0);
  const after = remembered(marks);
  if (after !== before) ports.memory.write(after);
  return completed;
}

/** What was completed, by cell. */
interface Marks {
  readonly known: ReadonlyMap<string, string>;
  readonly kept: Map<string, string>;
  /** These are what the memory is for, so they are the last to go. */
  readonly takenBack: Map<string, string>;
}

/** Column by column, so that neighbours below each other are one write. */
function completeArea(area: FormulaArea, formulas: readonly (readonly string[])[], marks: Marks): number {
  let completed = 0;
  const width = formulas[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    let run: string[] = [];
    for (let row = 0; row <= formulas.length; row++) {
      const formula = formulas[row]?.[column] ?? '';
      const wanted = row < formulas.length ? completionOf(formula, area.key(row, column), marks) : undefined;
      if (wanted !== undefined) run.push(wanted);
      else if (run.length > 0) {
        area.write(row - run.length, column, run);
        completed += run.length;
        run = [];
      }
    }
  }
  return completed;
}

/** What to write into a cell, if anything; keeps in mind what was completed there, and forgets what is gone. */
function completionOf(formula: string, key: string, { known, kept, takenBack }: Marks): string | undefined {
  const complete = completeFormula(formula);
  const mark = markOf(complete);
  const isKnown = known.get(key) === mark;
  kept.delete(key);
  if (complete === formula) {
    if (isKnown) kept.set(key, mark);
    return undefined;
  }
  (isKnown ? takenBack : kept).set(key, mark);
  return isKnown ? undefined : complete;
}

/** The newest come last; the oldest go when there is no room. */
function remembered({ kept, takenBack }: Marks): string {
  const entries = [...kept, ...takenBack].map(([key, mark]) => `${key}=${mark}`);
  while (entries.join(' ').length > mostRemembered) entries.splice(0, Math.ceil(entries.length / 10));
  return entries.join(' ');
}

/** 32 bits of FNV-1a over the formula: two formulas in one cell must differ, nothing more. */
function markOf(formula: string): string {
  let hash = 0x811c9dc5;
  for (const character of plainSpelling(formula)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
