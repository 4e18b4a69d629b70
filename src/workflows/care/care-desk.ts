import {
  careOf,
  type Doing,
  dueOn,
  failedThing,
  isFailed,
  isThingOpen,
  logRow,
  nextDueAfter,
} from '../../ledger/care/doing';
import { type CareProblem, careFields, readTypedCare, type TypedCare } from '../../ledger/care/typed-care';
import type { CareTask } from '../../ledger/model/care';
import { typedFields } from '../../ledger/reading/typed-fields';
import type { NewRow } from '../../ledger/reading/with-rows';
import { cellText, isMoment } from '../../ledger/sheet/cell';
import type { TabCells } from '../../ledger/sheet/tab-cells';
import { type CalendarDate, dateText, toSheetSerial } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { hoursText, type Seconds } from '../../ledger/units/seconds';
import { appendRows } from '../../workbook/append-rows';
import { attemptName } from '../../workbook/attempts';
import { newRows, type WrittenRows } from '../../workbook/last-dialog';
import { readMemory } from '../../workbook/memory';
import { type Book, openBook } from '../../workbook/open-book';
import { changedCellsIn, type Writing, writeAsSeen } from '../../workbook/seen-form';
import { rowCells, soundTab } from '../../workbook/write-rows';
import { dayFormat, recordDone, writeKept } from './care-done';
import { type CareTab, neededCareTab, readCare } from './care-tabs';

/** What *Care* shows of a client; plain values, as a page can take them. */
export interface CareForm {
  readonly clients: readonly string[];
  readonly selected: string;
  readonly tasks: readonly CareCard[];
  readonly things: readonly ThingCard[];
}

interface CareCard {
  readonly task: string;
  /** Such as `due since 1 Nov 2026`; blank for one that does not come again. */
  readonly due: string;
  readonly isLate: boolean;
  readonly lastDone: string;
  readonly result: string;
  readonly who: string;
  readonly note: string;
}

interface ThingCard {
  readonly row: number;
  readonly what: string;
  readonly priority: string;
  readonly foundOn: string;
}

export type CareAnswer = { readonly done: string } | { readonly problems: readonly CareProblem[] };

/** What *Care* opens with; `wanted` is a client's name, blank where none was chosen. */
export function openCareForm(book: Book, wanted: string): CareForm {
  const { ledger } = openBook(book, undefined, ['Clients', 'Settings']);
  const care = readCare(book);
  const names = new Map([...ledger.clients.values()].map(({ key, name }) => [key, name]));
  for (const { clientKey, client } of [...care.tasks, ...care.things])
    if (!names.has(clientKey)) names.set(clientKey, client);
  const key = foldName(wanted);
  const today = book.now().date;
  const { tasks, things } = careOf(key, care, today);
  return {
    clients: [...names.values()],
    selected: names.get(key) ?? '',
    tasks: sortedByDay(tasks, today).map(task => cardOf(task, today)),
    things: things.map(({ row, what, priority, foundOn }) => {
      return { row, what, priority, foundOn: foundOn === undefined ? '' : dateText(foundOn) };
    }),
  };
}

function sortedByDay(tasks: readonly CareTask[], today: CalendarDate): readonly CareTask[] {
  const day = (task: CareTask) => dueOn(task, today) ?? Number.MAX_SAFE_INTEGER;
  return [...tasks].sort((a, b) => day(a) - day(b) || a.row - b.row);
}

function cardOf(task: CareTask, today: CalendarDate): CareCard {
  const on = dueOn(task, today);
  const isLate = on !== undefined && on < today;
  const due = on === undefined ? '' : `due ${isLate ? 'since ' : ''}${dateText(on)}`;
  const { lastDone, resultText, who, note } = task;
  return {
    task: task.task,
    due: on === today ? 'due today' : due,
    isLate,
    lastDone: lastDone === undefined ? '' : dateText(lastDone),
    ...{ result: resultText, who, note },
  };
}

/** Writes down that a task was done, with its hours if it took any; once an attempt. */
export function recordCare(book: Book, given: unknown, attempt: unknown): CareAnswer {
  return writeAsSeen<CareAnswer>({
    ...{ book, title: 'Care', attempt, goesOn: true },
    plan: () => {
      const typed = typedFields(given, careFields);
      const plan = neededCareTab(book, 'Care plan');
      const today = book.now().date;
      const read = readTypedCare(typed, taskIn(plan, typed), today);
      if ('problems' in read) return { instead: read };
      const { doing, hours } = read;
      const what = `${doing.task.task} for ${doing.task.client}`;
      const writing = writingOf(book, plan, doing, attemptName('Care', attempt));
      return { ...writing, what, done: { done: tellOf(doing, hours, today) } };
    },
  });
}

function taskIn({ read }: CareTab<CareTask>, { client, task }: TypedCare): CareTask | undefined {
  return read.find(each => each.clientKey === foldName(client) && foldName(each.task) === foldName(task));
}

/** Every cell is made before the first is written: what is missing is told while nothing has happened yet. */
function writingOf(book: Book, plan: CareTab<CareTask>, doing: Doing, attempt: string): Writing {
  const time = doing.work && soundTab(openBook(book, undefined, undefined, {}), 'Time');
  const cells = time && doing.work ? rowCells(time, [doing.work]) : [];
  const sameWork = time && doing.work ? countSame(time.cells, doing.work) : 0;
  const writeWork = () => {
    if (time && cells.length > 0) appendRows(time, cells);
  };
  const isMadeGood = attempt !== '' && readMemory(book.store).cared === attempt;
  return {
    parts: partsOf(book, doing),
    write: () => {
      if (isMadeGood) writeKept(plan, doing);
      else recordDone(book, plan, [doing], { attempt, sameWork, writeWork });
    },
  };
}

/** Rows of Time that say the same as the one that is to be written. */
function countSame({ columns, rows }: TabCells, work: NewRow): number {
  let same = 0;
  const headers = ['Date', 'Client', 'Hours', 'What was done', 'Source'];
  for (let index = 0; index < rows; index++)
    if (
      headers.every(header => {
        const [cell, wanted] = [columns.get(foldName(header))?.[index] ?? '', work[header] ?? ''];
        return isMoment(cell) && isMoment(wanted)
          ? cell.date === wanted.date
          : foldName(cellText(cell)) === foldName(cellText(wanted));
      })
    )
      same++;
  return same;
}

/** What is written, for *Undo the last dialog*. */
function partsOf(book: Book, doing: Doing): readonly WrittenRows[] {
  const today = book.now().date;
  const { task } = doing;
  const isNewThing =
    isFailed(doing.resultText) && !isThingOpen(neededCareTab(book, 'Small things').read, task);
  const serial = (day: CalendarDate | undefined) => (day === undefined ? '' : toSheetSerial(day));
  const headers = ['Client', 'Task', 'Last done', 'Next due', 'Result', 'Who', 'Note'];
  const row = (last: CalendarDate | undefined, next: CalendarDate | undefined, words: readonly string[]) => [
    task.client,
    task.task,
    serial(last),
    ...(task.isNextDueOdd ? [] : [serial(next)]),
    ...words,
  ];
  return [
    {
      tab: 'Care plan',
      headers: task.isNextDueOdd ? headers.filter(header => header !== 'Next due') : headers,
      rows: [row(today, nextDueAfter(task, today), [doing.resultText, doing.who, doing.note])],
      before: [row(task.lastDone, task.nextDue, [task.resultText, task.who, task.note])],
    },
    newRows('Care log', [logRow(doing, today)]),
    ...(isNewThing ? [newRows('Small things', [failedThing(doing, today)])] : []),
    ...(doing.work ? [newRows('Time', [doing.work])] : []),
  ];
}

function tellOf({ task, resultText, work }: Doing, hours: Seconds | undefined, today: CalendarDate): string {
  const next = nextDueAfter(task, today);
  const again = next === undefined ? '' : ` It is due again on ${dateText(next)}.`;
  const failed = isFailed(resultText) ? ' It stands among the small things, with high priority.' : '';
  const time = work && hours !== undefined ? ` ${hoursText(hours)} stand in Time.` : '';
  return `${task.task} for ${task.client} is written down.${again}${failed}${time}`;
}

/** Notes that a small thing was fixed today; the page says which one it saw in that row. */
export function fixSmallThing(book: Book, row: unknown, what: unknown): string {
  const things = neededCareTab(book, 'Small things');
  const alike = things.read.filter(each => each.what === what);
  // Where only one is called so it may have moved; of two the person has to look again.
  const found = alike.find(each => each.row === row) ?? (alike.length === 1 ? alike[0] : undefined);
  if (!found) throw new Error('This small thing has moved or was changed. Look again.');
  const cell = (header: string, value: string | number, format: string) => {
    return { row: found.row, column: things.column(header), value, format };
  };
  const today = toSheetSerial(book.now().date);
  const cells = [cell('State', 'fixed', 'General'), cell('Fixed on', today, dayFormat)];
  const writing = changedCellsIn(things, ['Client', 'What'], cells);
  const planned = { ...writing, what: found.what, done: `Fixed: ${found.what}` };
  // Sent again it writes the same into the same cells, so it needs no name.
  return writeAsSeen({ book, title: 'Small things', attempt: '', plan: () => planned });
}
