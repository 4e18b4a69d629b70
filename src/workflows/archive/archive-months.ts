import { type ArchivePlan, planArchive, usualUntil } from '../../ledger/archive/plan';
import { sealArchive } from '../../ledger/archive/seal-archive';
import type { Moving, Seal } from '../../ledger/model/archive';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import type { TimeEntry } from '../../ledger/model/time-entry';
import { archiveDigest } from '../../ledger/rules/archive-digest';
import { type CalendarDate, earlier, later } from '../../ledger/units/calendar-date';
import { counted } from '../../ledger/units/local-text';
import { type Month, monthOf, monthText } from '../../ledger/units/month';
import type { Period } from '../../ledger/units/period';
import { staysForItsFormula } from '../../workbook/formula-rows';
import { refreshLedger } from '../../workbook/formulas';
import { appendMoved, movedRows } from '../../workbook/moved-rows';
import { type Book, ledgerOf, type OpenBook, openBook } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import { emptyRows } from '../../workbook/take-out-rows';
import type { RowSpan } from '../../workbook/workbook';
import { rowsOfSpans, spansOf } from '../../workbook/write-cells';
import { soundTab } from '../../workbook/write-rows';
import { readBooksTabs } from '../books/books-tabs';
import { monthArgument } from '../books/month-end';
import { archiveTab, letGo, writeState } from './archive-tabs';
import { healMove } from './heal-archive';

/** What archiving would do, or why there is nothing to archive. */
export type MonthArchiving =
  | { readonly until: Month; readonly question: string }
  | { readonly refusal: string };

interface MonthMove extends ArchivePlan {
  readonly month: Month;
  readonly opened: OpenBook;
  readonly time: ReadTab;
  /** Somebody has typed in the archive, or what was kept beside it is gone. */
  readonly needsSeal: boolean;
}

const mostSpans = 500;

export function askToArchiveMonths(book: Book, given: unknown): MonthArchiving {
  healMove(book);
  const planned = plan(book, given);
  if ('refusal' in planned) return planned;
  const { month, moved, stay, needsSeal } = planned;
  const words = [
    moved.length > 0 ? `${whatMoves(planned)} No figure changes, on any date.` : '',
    stay > 0
      ? `${stay} stay in Time: they came late and have no Charged yet, are of such a day, or hold a formula that fills other cells.`
      : '',
    moved.length > 0 ? 'What formulas in columns of your own show is kept, not the formulas.' : '',
    needsSeal ? 'Time archive was changed by hand; what stands there now will hold.' : '',
  ];
  return { until: month, question: `${words.filter(Boolean).join('\n\n')}\n\nArchive?` };
}

function whatMoves({ moved }: Pick<ArchivePlan, 'moved'>): string {
  const months = new Set(moved.map(({ date }) => monthOf(date)));
  const { from, to } = spanOf(moved);
  const span = [...new Set([from, to].map(day => monthText(monthOf(day))))].join(' to ');
  const count = counted(moved.length, 'entry', 'entries');
  const verb = moved.length === 1 ? 'moves' : 'move';
  return `${count} of ${months.size === 1 ? 'the closed month' : `${months.size} closed months`} (${span}) ${verb} from Time to Time archive.`;
}

function plan(book: Book, given: unknown): MonthMove | { readonly refusal: string } {
  const opened = openBook(book);
  const { ledger } = opened;
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const closed = new Set(readBooksTabs(book).closed.keys());
  const month =
    given === undefined || given === '' ? usualUntil(closed, ledger.settings) : monthArgument(given);
  const seal = ledger.archive?.seal;
  const needsSeal = ledger.archive !== undefined && (!seal || seal.digest !== ledger.archive.digest);
  if (!month || !closed.has(month)) {
    if (!seal || !needsSeal) return { refusal: whyNot(month, closed) };
    return {
      month: monthOf(seal.until),
      opened,
      time: soundTab(opened, 'Time'),
      needsSeal,
      until: seal.until,
      moved: [],
      stay: 0,
    };
  }
  const time = soundTab(opened, 'Time');
  const mustStay = staysForItsFormula(time);
  const planned = planArchive(ledger, closed, month, ({ row }) => mustStay(row));
  if (planned.moved.length === 0 && !needsSeal)
    return {
      refusal: `No entry of the closed months up to ${monthText(month)} is left in Time to be archived.`,
    };
  if (spansOf(planned.moved.map(({ row }) => row)).length > mostSpans)
    return {
      refusal:
        'The entries of these months stand far apart in Time. Sort Time by Date (Data > Sort range), then archive again.',
    };
  return { ...planned, month, opened, time, needsSeal };
}

function whyNot(month: Month | undefined, closed: ReadonlySet<Month>): string {
  if (month) return `${monthText(month)} is not closed. Close it first with More > Books > Close month.`;
  if (closed.size === 0) return 'No month is closed yet. Close months first with More > Books > Close month.';
  return 'The closed months are too recent: work of the last twelve weeks stays in Time, for the pace is measured there.';
}

/**
 * Moves the entries of closed months into the archive.
 *
 * Each step stands before the next begins. First `Archive state` says that a move is under way, then the rows are
 * written and read back, and only then taken out of Time in one call; a run that dies in between is finished by the
 * next one, and until then every reader counts each entry once.
 */
export function archiveMonths(book: Book, given: unknown): string {
  healMove(book);
  const planned = plan(book, given);
  if ('refusal' in planned) return planned.refusal;
  // What is kept must stand among the stamp's arguments before anything leaves Time.
  refreshLedger(book.workbook);
  const { opened, moved } = planned;
  const until = later(opened.ledger.archive?.seal?.until ?? planned.until, planned.until);
  if (moved.length === 0) {
    const { seal, kept } = sealArchive(opened.ledger, until);
    writeState(book, seal, kept);
    return 'Time archive holds as it stands now.';
  }
  move(book, planned, until);
  return `${whatMoves(planned).replace(/ moves? from/, ' moved from')} No figure has changed.`;
}

function move(book: Book, { opened, moved, time }: MonthMove, until: CalendarDate): void {
  const { ledger } = opened;
  const before: Seal = sealArchive(ledger, until).seal;
  const moving = movingOf(moved, before.nextPlace);
  writeState(book, { ...before, clients: 0, moving }, []);
  const archive = archiveTab(book, 'Time archive');
  const rows = moved.map(({ row }) => row);
  const spans = writeArchived(book, { archive, time, rows, place: before.nextPlace });
  const after = asMoved(book, opened, rows);
  const expected = moved.map((entry, index) => ({ ...entry, archived: before.nextPlace + index }));
  const earlier = ledger.entries.filter(({ archived }) => archived !== undefined);
  if (after.archive?.digest !== archiveDigest([...earlier, ...expected])) {
    emptyRows(archiveTab(book, 'Time archive'), rowsOfSpans(spans));
    writeState(book, before, []);
    throw new Error(
      'The entries did not arrive in Time archive as they stand in Time, so nothing was moved.',
    );
  }
  letGo(book, time, rows, sealArchive(after, until));
}

function movingOf(moved: readonly TimeEntry[], place: number): Moving {
  return { ...spanOf(moved), place };
}

/** The first and the last day of entries, of which there is at least one. */
function spanOf(entries: readonly TimeEntry[]): Period {
  const dates = entries.map(({ date }) => date);
  return { from: dates.reduce(earlier), to: dates.reduce(later) };
}

/** So many that Google takes them in one write. */
const rowsAWrite = 5_000;

interface Writing {
  readonly archive: ReadTab;
  readonly time: ReadTab;
  readonly rows: readonly number[];
  readonly place: number;
}

/** Writes rows of Time below those of the archive, with their places; gives where they stand. */
function writeArchived(
  { workbook, toCell }: Book,
  { archive, time, rows, place }: Writing,
): readonly RowSpan[] {
  const taken = movedRows({ from: time, to: archive, rows, toCell, leave: [] });
  const at = archive.column('Archive place') - 1;
  for (const [index, line] of taken.values.entries()) line[at] = place + index;
  const spans = appendMoved(archive, taken, rowsAWrite);
  workbook.flush();
  return spans;
}

/** The ledger as it reads from the archive as it stands now, and from Time without the rows. */
function asMoved(book: Book, opened: OpenBook, rows: readonly number[]): Ledger {
  const tabs = new Map(opened.tabs);
  const time = tabs.get('Time') as ReadTab;
  const columns = [...time.cells.columns].map(([header, column]) => {
    const left = [...column];
    for (const row of rows) left[row - 2] = '';
    return [header, left] as const;
  });
  tabs.set('Time', { ...time, cells: { ...time.cells, columns: new Map(columns) } });
  for (const name of ['Time archive', 'Archive state'] as const) tabs.set(name, archiveTab(book, name));
  return ledgerOf(book, tabs, opened.ledger.numbers.highest, 'all work');
}
