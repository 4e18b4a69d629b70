import {
  failedThing,
  isFailed,
  isThingOpen,
  nextDueAfter,
  taskKey,
  tickedDoing,
  timesDone,
} from '../../ledger/care/doing';
import type { CareTask } from '../../ledger/model/care';
import { isBlank } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { isoDate, parseIsoDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { appendRows } from '../../workbook/append-rows';
import { boxRows, spansOf } from '../../workbook/box-rows';
import { readMemory, remember } from '../../workbook/memory';
import type { Book } from '../../workbook/open-book';
import type { CellWrite } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { dayCells, dayFormat, formulaFinder, isLogged, planKeys, recordDone } from './care-done';
import { type CareTab, neededCareTab, openCareTab } from './care-tabs';

const [planName, thingsName] = [foldHeader('Care plan'), foldHeader('Small things')];

/** What follows from edits in the tabs of care, made here, on a phone or by another script. */
export function lookAfterCare(book: Book): void {
  lookAfterCarePlan(book);
  lookAfterSmallThings(book);
}

/** The same after an edit by hand; costs nothing where another tab was edited. */
export function lookAfterCareEdit(book: Book, tab: string): void {
  const name = foldHeader(tab);
  if (name === planName) lookAfterCarePlan(book);
  if (name === thingsName) lookAfterSmallThings(book);
}

/** Whether an edit in that tab is to be looked after. */
export function isCareTab(tab: string): boolean {
  const name = foldHeader(tab);
  return name === planName || name === thingsName;
}

/** Writes down what was ticked, makes good what a run has left, and fills in when tasks are due next. */
function lookAfterCarePlan(book: Book): void {
  const plan = openCareTab(book, 'Care plan');
  if (!plan) return;
  const ticked = tickedByHand(plan);
  if (ticked.length > 0) recordDone(book, plan, ticked.map(tickedDoing));
  const others = plan.read.filter(task => !ticked.includes(task));
  const finished = finishLeft(book, plan, others);
  const waiting = others.filter(task => !finished.has(task));
  fillNextDue(plan, waiting);
  boxTyped(plan);
  noteLateFailures(book, waiting);
}

/** A box that a formula ticks would be done again at every look. */
function tickedByHand(plan: CareTab<CareTask>): readonly CareTask[] {
  const ticked = plan.read.filter(({ isTicked }) => isTicked);
  if (ticked.length === 0) return ticked;
  const isFormula = formulaFinder(plan);
  return ticked.filter(({ row }) => !isFormula(row, plan.column('Done')));
}

/**
 * Makes good what a run has left behind: where the log has it, its row gets its days.
 *
 * What a dialog has begun and the log does not have yet waits for the dialog, which is asked to try again.
 */
function finishLeft(book: Book, plan: CareTab<CareTask>, others: readonly CareTask[]): ReadonlySet<CareTask> {
  const finished = new Set<CareTask>();
  const memory = readMemory(book.store);
  if (memory.caring.length === 0) return finished;
  const log = openCareTab(book, 'Care log')?.read ?? [];
  const today = isoDate(book.now().date);
  let cared = memory.cared;
  const waiting = memory.caring.filter(step => {
    const task = others.find(each => taskKey(each) === step.key && !finished.has(each));
    const date = parseIsoDate(step.day);
    if (!task || date === undefined) return false;
    if (!isLogged(step, log, task)) return step.attempt !== '' && step.day === today;
    if (step.attempt !== '') cared = step.attempt;
    if (task.lastDone !== undefined && task.lastDone >= date) return false;
    writeUnlessFormula(plan, dayCells(plan, task, date));
    finished.add(task);
    return false;
  });
  book.workbook.flush();
  remember(book.store, memory, { caring: waiting, cared });
  return finished;
}

/** A task typed by hand gets its boxes: unticked, as a box that was never touched may read as blank or as unticked. */
function boxTyped(plan: CareTab<CareTask>): void {
  const at = ['Contact', 'Done'].map(plan.column);
  const blank = plan.read.flatMap(({ row }) =>
    at.flatMap(column =>
      column > 0 && plan.rows[row - 1]?.[column - 1] === '' ? [{ row, column, value: false }] : [],
    ),
  );
  if (blank.length === 0) return;
  writeUnlessFormula(plan, blank);
  boxRows(plan, spansOf([...new Set(blank.map(({ row }) => row))]));
}

/** Next due where it is blank or behind; a later day was typed by somebody and stays. */
function fillNextDue(plan: CareTab<CareTask>, tasks: readonly CareTask[]): void {
  const column = plan.column('Next due');
  const writes = tasks.flatMap((task): CellWrite[] => {
    const { row, lastDone, every, nextDue, isNextDueOdd } = task;
    if (lastDone === undefined || every === undefined || isNextDueOdd) return [];
    const next = nextDueAfter(task, lastDone);
    if (next === undefined || next === nextDue) return [];
    return [{ row, column, value: toSheetSerial(next), format: dayFormat }];
  });
  writeUnlessFormula(plan, writes);
}

/**
 * Who ticks Done first and chooses Failed afterwards means the same: the log is told, and the small thing written.
 *
 * Only on the day of the tick: later it is the result of the next time, chosen before its own tick.
 */
function noteLateFailures(book: Book, tasks: readonly CareTask[]): void {
  const day = book.now().date;
  const failed = tasks.filter(({ resultText, lastDone }) => isFailed(resultText) && lastDone === day);
  const log = failed.length > 0 ? openCareTab(book, 'Care log') : undefined;
  if (!log) return;
  for (const task of failed) {
    const times = timesDone(log.read, task, day);
    const last = times[times.length - 1];
    if (!last || times.some(done => isFailed(done.resultText))) continue;
    const things = neededCareTab(book, 'Small things');
    if (!isThingOpen(things.read, task))
      appendRows(things, rowCells(things, [failedThing({ task, note: task.note }, day)]));
    writeUnlessFormula(log, [{ row: last.row, column: log.column('Result'), value: 'Failed' }]);
  }
}

/** What was fixed gets its day, by which mails and statements count it. */
function lookAfterSmallThings(book: Book): void {
  const things = openCareTab(book, 'Small things');
  const column = things?.column('Fixed on') ?? 0;
  if (!things || column === 0) return;
  const today = toSheetSerial(book.now().date);
  const cells = things.cells.columns.get(foldHeader('Fixed on')) ?? [];
  const fixed = things.read.filter(({ row, state }) => state === 'fixed' && isBlank(cells[row - 2] ?? ''));
  writeUnlessFormula(
    things,
    fixed.map(({ row }) => ({ row, column, value: today, format: dayFormat })),
  );
}

function writeUnlessFormula(tab: CareTab<unknown>, writes: readonly CellWrite[]): void {
  const known = writes.filter(({ column }) => column > 0);
  if (known.length === 0) return;
  const isFormula = formulaFinder(tab);
  writeIntoRows(
    tab,
    known.filter(({ row, column }) => !isFormula(row, column)),
    tab.name === 'Care plan' ? planKeys : undefined,
  );
}
