import { type CareTask, type OpenCare, priorities, type SmallThing } from '../model/care';
import { addDays, type CalendarDate } from '../units/calendar-date';

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
