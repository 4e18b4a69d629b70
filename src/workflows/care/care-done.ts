import {
  type Doing,
  failedThing,
  isFailed,
  isThingOpen,
  logRow,
  nextDueAfter,
  taskKey,
  timesDone,
} from '../../ledger/care/doing';
import type { CareDone, CareTask } from '../../ledger/model/care';
import type { NewRow } from '../../ledger/reading/with-rows';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { type CalendarDate, isoDate, parseIsoDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { appendRows } from '../../workbook/append-rows';
import { readMemory, remember } from '../../workbook/memory';
import type { CareInHand } from '../../workbook/memory-shapes';
import type { Book } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import type { CellWrite } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { type CareTab, neededCareTab } from './care-tabs';

/** So many are remembered in one property. */
const batchSize = 75;

/** What comes with a Done in a dialog. */
export interface FromDialog {
  /** One name for one Done, however often it is sent. */
  readonly attempt: string;
  /** How many rows of Time say the same as the one that is to be written. */
  readonly sameWork: number;
  readonly writeWork: () => void;
}

/** Something that is being written down: how often it stood in the log before, by which a second run sees what is missing. */
interface Step extends CareInHand {
  readonly doing: Doing;
  readonly date: CalendarDate;
}

/**
 * Writes down that tasks were done: a small thing where one has failed, the work, the log, then the task's row.
 *
 * Memory names them first. A run that dies at any line is made good by the next: the box is still ticked, or memory
 * says what was in hand, and the rows that stand are counted, so nothing is written twice and nothing is lost.
 */
export function recordDone(
  book: Book,
  plan: CareTab<CareTask>,
  doings: readonly Doing[],
  dialog?: FromDialog,
): void {
  for (let first = 0; first < doings.length; first += batchSize)
    recordBatch(book, plan, doings.slice(first, first + batchSize), dialog);
}

function recordBatch(
  book: Book,
  plan: CareTab<CareTask>,
  doings: readonly Doing[],
  dialog?: FromDialog,
): void {
  const memory = readMemory(book.store);
  const log = neededCareTab(book, 'Care log');
  const { steps, left } = stepsOf(doings, memory.caring, log.read, book.now().date, dialog);
  const known = remember(book.store, memory, { caring: [...left, ...steps.map(inHand)] });
  writeThings(book, steps);
  const [work] = steps;
  if (dialog && work && dialog.sameWork <= work.work) dialog.writeWork();
  appendNew(
    log,
    steps
      .filter(step => !isLogged(step, log.read, step.doing.task))
      .map(({ doing, date }) => logRow(doing, date)),
  );
  writePlan(plan, steps);
  // What memory forgets must stand in the sheet.
  book.workbook.flush();
  remember(book.store, known, { caring: left, ...(dialog && { cared: dialog.attempt }) });
}

function inHand({ doing: _, date: __, ...kept }: Step): CareInHand {
  return kept;
}

/** Takes up what a run before has left in hand, and begins the others. */
function stepsOf(
  doings: readonly Doing[],
  before: readonly CareInHand[],
  log: readonly CareDone[],
  today: CalendarDate,
  dialog: FromDialog | undefined,
): { readonly steps: readonly Step[]; readonly left: readonly CareInHand[] } {
  const left = [...before];
  const steps = doings.map((doing): Step => {
    const key = taskKey(doing.task);
    const at = left.findIndex(each => each.key === key && isUnfinished(each, doing.task, log, dialog));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    const date = found && parseIsoDate(found.day);
    if (found && date !== undefined) return { ...found, doing, date };
    const times = timesDone(log, doing.task, today).length;
    const isAgain = doing.task.lastDone === today;
    const [work, attempt] = [dialog?.sameWork ?? 0, dialog?.attempt ?? ''];
    return { key, day: isoDate(today), times, work, attempt, isAgain, doing, date: today };
  });
  return { steps, left };
}

/** Whether the row still waits for what was in hand; one that has its day was done, and is done once more now. */
function isUnfinished(
  step: CareInHand,
  task: CareTask,
  log: readonly CareDone[],
  dialog: FromDialog | undefined,
): boolean {
  if (dialog && step.attempt === dialog.attempt) return true;
  const isWritten = task.lastDone !== undefined && isoDate(task.lastDone) === step.day && !step.isAgain;
  return !(isLogged(step, log, task) && isWritten);
}

export function isLogged(
  { day, times }: Pick<CareInHand, 'day' | 'times'>,
  log: readonly CareDone[],
  task: CareTask,
): boolean {
  const date = parseIsoDate(day);
  return date !== undefined && timesDone(log, task, date).length > times;
}

/** A small thing of high priority for each task that has failed, unless it is open already. */
function writeThings(book: Book, steps: readonly Pick<Step, 'doing' | 'date'>[]): void {
  const failed = steps.filter(({ doing }) => isFailed(doing.resultText));
  if (failed.length === 0) return;
  const things = neededCareTab(book, 'Small things');
  const seen = new Set<string>();
  const missing = failed.filter(({ doing: { task } }) => {
    const isNew = !isThingOpen(things.read, task) && !seen.has(taskKey(task));
    seen.add(taskKey(task));
    return isNew;
  });
  appendNew(
    things,
    missing.map(({ doing, date }) => failedThing(doing, date)),
  );
}

function appendNew(tab: ReadTab, rows: readonly NewRow[]): void {
  appendRows(tab, rowCells(tab, rows));
}

/** What nobody but a person changes in a row of the plan. */
export const planKeys = ['Client', 'Task', 'Every (days)', 'Contact'];

/** First the boxes, then the days: between the two the log tells the next run what is missing. */
function writePlan(plan: CareTab<CareTask>, steps: readonly Step[]): void {
  const isFormula = formulaFinder(plan);
  const write = (cells: readonly CellWrite[]) =>
    writeIntoRows(
      plan,
      cells.filter(({ row, column }) => column > 0 && !isFormula(row, column)),
      planKeys,
    );
  const ticked = steps.filter(({ doing }) => doing.task.isTicked);
  write(ticked.map(({ doing: { task } }) => ({ row: task.row, column: plan.column('Done'), value: false })));
  write(steps.flatMap(({ doing, date }) => dayCells(plan, doing.task, date)));
  write(steps.flatMap(({ doing }) => keptCells(plan, doing)));
}

/** What a dialog says of a task whose Done another run has made good: only the dialog knows it. */
export function writeKept(plan: CareTab<CareTask>, doing: Doing): void {
  const isFormula = formulaFinder(plan);
  const cells = keptCells(plan, doing);
  writeIntoRows(
    plan,
    cells.filter(({ row, column }) => column > 0 && !isFormula(row, column)),
    planKeys,
  );
}

/** Last done, and Next due where that follows; what stands there and is no day is left to its writer. */
export function dayCells(plan: ReadTab, task: CareTask, date: CalendarDate): CellWrite[] {
  const next = task.isNextDueOdd ? undefined : nextDueAfter(task, date);
  const cells = [{ row: task.row, column: plan.column('Last done'), value: toSheetSerial(date) }];
  if (next !== undefined && next !== task.nextDue)
    cells.push({ row: task.row, column: plan.column('Next due'), value: toSheetSerial(next) });
  return cells.map(cell => ({ ...cell, format: dayFormat }));
}

export const dayFormat = 'd mmm yyyy';

function keptCells(plan: ReadTab, { task: { row }, kept = {} }: Doing): CellWrite[] {
  return Object.entries(kept).map(([header, text]) => {
    const spec = tabSpecs['Care plan'].find(each => each.header === header);
    const format = spec?.format || 'General';
    return { row, column: plan.column(header), value: text, format };
  });
}

/** Whether a formula stands in a cell; asked of Google only where something is to be written. */
export function formulaFinder({ tab }: Pick<ReadTab, 'tab'>): (row: number, column: number) => boolean {
  const formulas = tab.formulas();
  return (row, column) => (formulas[row - 1]?.[column - 1] ?? '') !== '';
}
