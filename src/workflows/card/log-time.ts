import { isWork, longWork, readWork, type Work, workEffect, workRow } from '../../ledger/card/read-work';
import {
  type LoggedTime,
  type TimeAnswer,
  type TimeForm,
  type TimePreview,
  timeFields,
} from '../../ledger/card/time-form';
import type { Ledger } from '../../ledger/model/ledger';
import { stampTabs } from '../../ledger/reading/read-ledger';
import { typedFields } from '../../ledger/reading/typed-fields';
import { type NewRow, withRows } from '../../ledger/reading/with-rows';
import { dateText, isoDate } from '../../ledger/units/calendar-date';
import { decimalNumber } from '../../ledger/units/decimal';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import { expectedRow } from '../../workbook/append-rows';
import { type Book, ledgerOf, openBook, readTabs } from '../../workbook/open-book';
import { newRowsIn, type Planned, writeAsSeen } from '../../workbook/seen-form';
import type { ReadTab } from '../../workbook/tabs';
import { soundTab } from '../../workbook/write-rows';
import { discardTimer, type TimerDeps, timerOf, viewTimer } from './own-timer';

export interface TimeDeps extends TimerDeps {
  readonly book: Book;
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
  return workEffect(before, after, client, expectedRow(time));
}

/** Writes the work, once an attempt; who signs and the timer follow where it stands, also where only that is missing. */
export function logTimeOnce(deps: TimeDeps, given: unknown, attempt: unknown): TimeAnswer {
  const { book } = deps;
  const typed = typedFields(given, [...timeFields, 'sure', 'timer']);
  const work = readWork(typed);
  if (!isWork(work)) return { problems: work };
  if (work.worked > longWork && typed.sure !== typed.hours)
    return { question: `${hoursText(work.worked)} in one go for ${work.client}. Is that right?` };
  const row = workRow(work, typed.timer ? 'Timer' : title);
  const plan = () => planWork(book, work, row);
  const answer = writeAsSeen<TimeAnswer>({ book, title, attempt, plan });
  settleOwn(deps, work, typed.timer);
  return answer;
}

function planWork(book: Book, work: Work, row: NewRow): Planned<TimeAnswer> {
  const opened = openBook(book, undefined, undefined, {});
  const time = soundTab(opened, 'Time');
  const effect = effectIn(book, opened.tabs, time, row, work.client);
  return {
    ...newRowsIn([[time, [row]]]),
    what: `${hoursText(work.worked)} for ${work.client} on ${dateText(work.date)}`,
    done: { logged: tellOf(work, effect, expectedRow(time)) },
  };
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
