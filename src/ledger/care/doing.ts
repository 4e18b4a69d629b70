import type { CareDone, CareTask, SmallThing } from '../model/care';
import type { NewRow } from '../reading/with-rows';
import { dayCell } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import { digestOf } from '../units/digest';
import { foldName } from '../units/names';

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
