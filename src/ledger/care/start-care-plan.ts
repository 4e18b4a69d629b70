import { type CareTask, type StarterTask, starterTasks } from '../model/care';
import { readDays } from '../reading/read-care';
import type { FieldProblem } from '../reading/typed-fields';
import { readDate } from '../reading/values';
import type { NewRow } from '../reading/with-rows';
import { dayCell, isProblem } from '../sheet/cell';
import { addDays, type CalendarDate, isoDate } from '../units/calendar-date';
import { foldName } from '../units/names';

/** What *Start a care plan* opens with; days as ISO text, as a page can take them. */
export interface CarePlanForm {
  readonly clients: readonly {
    readonly name: string;
    /** What its plan has already. */
    readonly tasks: readonly string[];
  }[];
  readonly selected: string;
  readonly starters: readonly StarterTask[];
  readonly firstDue: string;
}

/** What a person has ticked: the tasks with their days, as typed. */
export interface TypedCarePlan {
  readonly client: string;
  readonly firstDue: string;
  readonly tasks: readonly { readonly task: string; readonly every: string }[];
}

/** A field of the page: the client, the first day, the list, or the days of a task by its name. */
export type CarePlanProblem = FieldProblem<string>;

/** A new plan begins with a visit in about two weeks. */
const daysToFirst = 14;

export function carePlanForm(
  names: readonly string[],
  plan: readonly CareTask[],
  selected: string,
  today: CalendarDate,
): CarePlanForm {
  const tasksOf = (name: string) => plan.filter(({ clientKey }) => clientKey === foldName(name));
  return {
    clients: names.map(name => ({ name, tasks: tasksOf(name).map(({ task }) => task) })),
    selected: names.find(name => foldName(name) === foldName(selected)) ?? '',
    starters: starterTasks,
    firstDue: isoDate(addDays(today, daysToFirst)),
  };
}

/** The rows of Care plan for what was ticked; a task that the client has already is not added again. */
export function readCarePlanTyped(
  given: unknown,
  { clients }: Pick<CarePlanForm, 'clients'>,
): { readonly client: string; readonly rows: readonly NewRow[] } | { readonly problems: CarePlanProblem[] } {
  const typed = typedPlan(given);
  const problems: CarePlanProblem[] = [];
  const client = clients.find(({ name }) => foldName(name) === foldName(typed.client));
  if (!client)
    problems.push({
      field: 'client',
      message: typed.client ? 'This client is not in Clients.' : 'Choose the client.',
    });
  const firstDue = readDate('First due', typed.firstDue);
  if (firstDue === undefined) problems.push({ field: 'firstDue', message: 'Choose the day.' });
  else if (isProblem(firstDue)) problems.push({ field: 'firstDue', message: firstDue.problem });
  const had = new Set((client?.tasks ?? []).map(foldName));
  const rows: NewRow[] = [];
  for (const { task, every } of typed.tasks) {
    if (had.has(foldName(task))) continue;
    had.add(foldName(task));
    const days = readDays('Every (days)', every);
    if (isProblem(days)) problems.push({ field: task, message: days.problem });
    else if (client && typeof firstDue === 'number') rows.push(rowOf(client.name, task, days, firstDue));
  }
  if (problems.length === 0 && rows.length === 0)
    problems.push({ field: 'tasks', message: 'Tick a task that the client does not have yet.' });
  return client && problems.length === 0 ? { client: client.name, rows } : { problems };
}

function rowOf(client: string, task: string, every: number | undefined, firstDue: CalendarDate): NewRow {
  const isContact = starterTasks.some(each => each.task === task && each.isContact);
  return {
    Client: client,
    Task: task,
    'Every (days)': every ?? '',
    'Next due': dayCell(firstDue),
    Contact: isContact,
    Done: false,
  };
}

const longestTask = 200;

/** A page may send anything. */
function typedPlan(given: unknown): TypedCarePlan {
  const { client, firstDue, tasks } = Object(given) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const list = Array.isArray(tasks) ? tasks : [];
  return {
    client: text(client),
    firstDue: text(firstDue),
    tasks: list
      .map(each => Object(each) as Record<string, unknown>)
      .map(each => ({ task: text(each.task).slice(0, longestTask), every: text(each.every) }))
      .filter(({ task }) => task !== ''),
  };
}
