import { type CareTask, careResults } from '../model/care';
import { readHours } from '../reading/hours';
import { type FieldProblem, type TypedFields, take } from '../reading/typed-fields';
import { choiceOf } from '../reading/values';
import type { NewRow } from '../reading/with-rows';
import { dayCell, isProblem } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import { hoursOf, type Seconds } from '../units/seconds';
import type { Doing } from './doing';

/** What a person types into *Care*: the text of each field. */
export const careFields = ['client', 'task', 'result', 'who', 'note', 'hours', 'what'] as const;
type CareField = (typeof careFields)[number];
export type TypedCare = TypedFields<CareField>;
export type CareProblem = FieldProblem<CareField>;

/** By which the work of a care task is known in Time. */
const careSource = 'Care plan';

/** A task as it was done, with the hours that it took; or what to mend first. */
export function readTypedCare(
  typed: TypedCare,
  task: CareTask | undefined,
  today: CalendarDate,
): { readonly doing: Doing; readonly hours: Seconds | undefined } | { readonly problems: CareProblem[] } {
  const problems: CareProblem[] = [];
  const refuse = (field: CareField, message: string) => void problems.push({ field, message });
  if (typed.client.trim() === '') refuse('client', 'Choose the client.');
  else if (!task) refuse('task', 'Choose the task that was done.');
  const result = take(typed, 'result', 'Result', choiceOf(careResults), refuse);
  const hours = workedHours(typed, refuse);
  if (problems.length > 0 || !task) return { problems };
  const [who, note] = [typed.who.trim(), typed.note.trim()];
  const resultText = result ?? '';
  const work = hours === undefined ? undefined : workRow({ ...typed, who }, task, hours, today);
  const kept = { Result: resultText, Who: who, Note: note };
  return { doing: { task, resultText, who, note, kept, ...(work && { work }) }, hours };
}

function workedHours(
  typed: TypedCare,
  refuse: (field: CareField, message: string) => void,
): Seconds | undefined {
  const hours = readHours('Hours', typed.hours);
  if (isProblem(hours)) refuse('hours', hours.problem);
  else if (hours !== undefined && hours <= 0) refuse('hours', 'Type hours above zero, or leave it blank.');
  else if (hours === undefined && typed.what.trim() !== '')
    refuse('hours', 'Type the hours, or clear what was done.');
  else return hours;
  return undefined;
}

/** The work stands in mails, so where nothing else was typed it says the task. */
function workRow(typed: TypedCare, task: CareTask, hours: Seconds, today: CalendarDate): NewRow {
  return {
    Date: dayCell(today),
    Client: task.client,
    Who: typed.who,
    Hours: hoursOf(hours),
    'What was done': typed.what.trim() || task.task,
    Source: careSource,
  };
}
