import { type CareDone, type CareTask, type OpenCare, priorities, type SmallThing } from '../model/care';
import type { NewRow } from '../reading/with-rows';
import { dayCell } from '../sheet/cell';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { digestOf } from '../units/digest';
import { foldName } from '../units/names';

/** A task with the day on which it is due. */
export interface DueTask {
  readonly task: CareTask;
  readonly on: CalendarDate;
  /** Days since then; 0 or below while there is time. */
  readonly daysLate: number;
}

/** How a client is looked after. */
export interface ClientCare {
  /** Every task of its plan, whether it is due or not. */
  readonly tasks: readonly CareTask[];
  /** Behind, the longest first. */
  readonly overdue: readonly DueTask[];
  /** Today and in the days ahead, the soonest first. */
  readonly due: readonly DueTask[];
  /** Open small things, the most pressing first, then the oldest. */
  readonly things: readonly SmallThing[];
}

/** A visit is planned about so many days ahead. */
export const daysAhead = 14;

/** The care of one client by its folded name: what is behind, what is due next, and which small things are open. */
export function careOf(clientKey: string, care: OpenCare, today: CalendarDate): ClientCare {
  const tasks = care.tasks.filter(task => task.clientKey === clientKey);
  const all = tasks.flatMap(task => {
    const on = dueOn(task, today);
    return on === undefined ? [] : [{ task, on, daysLate: today - on }];
  });
  all.sort((a, b) => a.on - b.on || a.task.row - b.task.row);
  return {
    tasks,
    overdue: all.filter(({ on }) => on < today),
    due: all.filter(({ on }) => on >= today && on - today <= daysAhead),
    things: openThings(care.things.filter(thing => thing.clientKey === clientKey)),
  };
}

/**
 * When a task is due: nothing for one that comes once and was done.
 *
 * One that was never done and has no day is due today.
 */
export function dueOn(task: CareTask, today: CalendarDate): CalendarDate | undefined {
  const { lastDone, nextDue, every } = task;
  if (lastDone === undefined) return nextDue ?? today;
  if (every !== undefined) return nextDueAfter(task, lastDone);
  return nextDue !== undefined && nextDue > lastDone ? nextDue : undefined;
}

/** The next time after a day on which a task was done; a later day that somebody has typed stays. */
export function nextDueAfter(
  { every, nextDue }: Pick<CareTask, 'every' | 'nextDue'>,
  done: CalendarDate,
): CalendarDate | undefined {
  if (every === undefined) return nextDue;
  const worked = addDays(done, every);
  return nextDue !== undefined && nextDue > worked ? nextDue : worked;
}

function openThings(things: readonly SmallThing[]): readonly SmallThing[] {
  const rank = ({ priority }: SmallThing) => priorities.indexOf(priority);
  const open = things.filter(({ state }) => state === 'open');
  return open.sort((a, b) => rank(a) - rank(b) || (a.foundOn ?? 0) - (b.foundOn ?? 0) || a.row - b.row);
}

/** A task as it was done, with what there is to say of it. */
export interface Doing {
  readonly task: CareTask;
  /** As somebody chose or typed it; blank is well done. */
  readonly resultText: string;
  readonly who: string;
  readonly note: string;
  /** What goes into other cells of the task's row, besides its days. */
  readonly kept?: Readonly<Record<string, string>>;
  /** The row of Time that goes with it. */
  readonly work?: NewRow;
}

/** A tick says what stands in the row. */
export function tickedDoing(task: CareTask): Doing {
  const { resultText, who, note } = task;
  return { task, resultText, who, note };
}

export function isFailed(resultText: string): boolean {
  return foldName(resultText) === 'failed';
}

/** By which a task is found again, wherever its row is by then; short, as many fit into one property. */
export function taskKey({ clientKey, task }: Pick<CareDone, 'clientKey' | 'task'>): string {
  return digestOf(`${clientKey}\n${foldName(task)}`);
}

export function logRow({ task, resultText, who, note }: Doing, day: CalendarDate): NewRow {
  return {
    Date: dayCell(day),
    Client: task.client,
    Task: task.task,
    Result: resultText,
    Who: who,
    Note: note,
  };
}

/** What a failed task is called among the small things. */
function failedText(task: string): string {
  return `Failed: ${task}`;
}

export function failedThing({ task, note }: Pick<Doing, 'task' | 'note'>, day: CalendarDate): NewRow {
  return {
    'Found on': dayCell(day),
    Client: task.client,
    What: failedText(task.task),
    Priority: 'high',
    State: 'open',
    Note: note,
  };
}

/** Whether a failed task stands among the small things already, so that it is not written a second time. */
export function isThingOpen(things: readonly SmallThing[], { clientKey, task }: CareTask): boolean {
  const what = foldName(failedText(task));
  return things.some(
    thing => thing.state === 'open' && thing.clientKey === clientKey && foldName(thing.what) === what,
  );
}

/** Rows of a task on a day. */
export function timesDone(log: readonly CareDone[], task: CareTask, day: CalendarDate): readonly CareDone[] {
  const name = foldName(task.task);
  return log.filter(
    done => done.date === day && done.clientKey === task.clientKey && foldName(done.task) === name,
  );
}
