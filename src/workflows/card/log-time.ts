import { isWork, longWork, readWork, type Work, workRow } from '../../ledger/card/read-work';
import {
  type LoggedTime,
  type TimeAnswer,
  type TimeForm,
  type TimePreview,
  timeFields,
} from '../../ledger/card/time-form';
import { workEffect } from '../../ledger/card/work-effect';
import type { Ledger } from '../../ledger/model/ledger';
import { stampTabs } from '../../ledger/reading/read-ledger';
import { typedFields } from '../../ledger/reading/typed-fields';
import { type NewRow, withRows } from '../../ledger/reading/with-rows';
import { dateText, isoDate } from '../../ledger/units/calendar-date';
import { decimalNumber } from '../../ledger/units/decimal';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import { memoryOf, newRows, readLastDialog } from '../../workbook/last-dialog';
import { answerOnce } from '../../workbook/once';
import { type Book, ledgerOf, openBook, readTabs } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { lastFilledRow, type ReadTab } from '../../workbook/tabs';
import { rowCells, soundTab, writeRows } from '../../workbook/write-rows';
import { rowWritten } from '../blocks/undo-last-dialog';
import { discardTimer, type TimerDeps, timerOf, viewTimer } from './own-timer';

export interface TimeDeps extends TimerDeps {
  readonly book: Book;
  readonly cache: Cache;
}

const title = 'Log time';

/** What *Log time* opens with; of the tabs only those that tell of clients and work types. */
export function openTimeForm(deps: TimeDeps, client: unknown): TimeForm {
  const { book, own } = deps;
  const ledger = ledgerOf(book, readTabs(book, ['Clients', 'Work types', 'Settings'], false), 0, {});
  const name = String(client ?? '').trim();
  const known = ledger.clients.get(foldName(name));
  return {
    client: known?.name ?? name,
    today: isoDate(book.now().date),
    workTypes: workTypesOf(ledger),
    who: own.read().who ?? '',
    contact: known?.contact ?? '',
    timer: viewTimer(deps, timerOf(deps)),
  };
}

function workTypesOf({ workTypes }: Ledger): TimeForm['workTypes'] {
  return [...workTypes.values()].flatMap(type => {
    if (!type || type.name === '') return [];
    const rule = type.billable ? `×${decimalNumber(type.multiplier)}` : 'not charged';
    return [{ name: type.name, rule: rule === '×1' ? '' : rule }];
  });
}

/** What the work as typed would come to; it writes nothing. */
export function previewTime({ book }: Pick<TimeDeps, 'book'>, given: unknown): TimePreview {
  const work = readWork(typedFields(given, timeFields));
  if (!isWork(work)) return { problems: work };
  const tabs = readTabs(book, stampTabs, false);
  const time = soundTab({ ledger: ledgerOf(book, tabs, 0, {}), tabs }, 'Time');
  return { effect: effectIn(book, tabs, time, workRow(work, ''), work.client) };
}

type Tabs = ReadonlyMap<ReadTab['name'], ReadTab>;

/** The row passes the same reader as what stands in the sheet, archive and all. */
function effectIn(book: Book, tabs: Tabs, time: ReadTab, row: NewRow, client: string) {
  const longer = { ...time, cells: withRows(time.cells, [row]) as ReadTab['cells'] };
  const [before, after] = [tabs, new Map(tabs).set('Time', longer)].map(each =>
    ledgerOf(book, new Map(each), 0, {}),
  ) as [Ledger, Ledger];
  return workEffect(before, after, client, lastFilledRow(time.rows) + 1);
}

/** Writes the work, once an attempt: the same a second time, after its answer got lost, is told again. */
export function logTimeOnce(deps: TimeDeps, given: unknown, attempt: unknown): TimeAnswer {
  const isLogged = (answer: TimeAnswer) => 'logged' in answer;
  const named = attempt ? `${title} ${String(attempt).slice(0, 80)}` : '';
  return answerOnce(deps.cache, named, isLogged, () => logTime(deps, given, named));
}

function logTime(deps: TimeDeps, given: unknown, attempt: string): TimeAnswer {
  const typed = typedFields(given, [...timeFields, 'sure', 'timer']);
  const work = readWork(typed);
  if (!isWork(work)) return { problems: work };
  if (work.worked > longWork && typed.sure !== typed.hours)
    return { question: `${hoursText(work.worked)} in one go for ${work.client}. Is that right?` };
  const { tabs, ledger } = openBook(deps.book, undefined, undefined, {});
  const time = soundTab({ ledger, tabs }, 'Time');
  const known = attempt ? readLastDialog(deps.book.store) : undefined;
  // A run may have died between the row and its answer; then the row stands there as it was written.
  const stands = known?.attempt === attempt && known ? rowWritten(deps.book, known) : undefined;
  const logged =
    stands === undefined
      ? writeWork(deps, tabs, time, { work, attempt, source: typed.timer ? 'Timer' : title })
      : tellOf(work, workEffect(without(ledger, stands), ledger, work.client, stands), stands);
  settleOwn(deps, work, typed.timer);
  return { logged };
}

function without(ledger: Ledger, row: number): Ledger {
  return {
    ...ledger,
    entries: ledger.entries.filter(each => each.row !== row || each.archived !== undefined),
  };
}

interface ToWrite {
  readonly work: Work;
  readonly attempt: string;
  readonly source: string;
}

function writeWork(
  { book }: TimeDeps,
  tabs: Tabs,
  time: ReadTab,
  { work, attempt, source }: ToWrite,
): LoggedTime {
  const row = workRow(work, source);
  const cells = rowCells(time, [row]);
  const effect = effectIn(book, tabs, time, row, work.client);
  const what = `${hoursText(work.worked)} for ${work.client} on ${dateText(work.date)}`;
  // First the memory: by it a row is known again whose run died.
  book.store.write(memoryOf({ title, what, parts: [newRows('Time', [row])], attempt }));
  writeRows(time, cells);
  return tellOf(work, effect, lastFilledRow(time.rows) + 1);
}

/** Who signs is remembered; the timer that was written is done. */
function settleOwn(deps: TimeDeps, work: Work, timer: string): void {
  if (deps.own.read().who !== work.who) deps.own.write({ who: work.who });
  if (timer !== '' && String(timerOf(deps)?.startedAt) === timer) discardTimer(deps);
}

function tellOf(work: Work, effect: ReturnType<typeof workEffect>, row: number): LoggedTime {
  return {
    ...effect,
    client: work.client,
    hours: hoursText(work.worked),
    date: dateText(work.date),
    place: { tab: 'Time', row },
  };
}
