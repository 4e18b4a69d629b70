/** Technicians type their work into a Google Form: what it writes into its tab becomes rows of Time. */
import {
  formSource,
  isFormSource,
  planResponses,
  type ResponsePlan,
  type StandingResponse,
} from '../../ledger/importing/form-responses';
import { rowsACall } from '../../ledger/importing/hour-row';
import type { Issue } from '../../ledger/model/issue';
import type { Settings } from '../../ledger/model/settings';
import { tabNames } from '../../ledger/model/tab-names';
import { readHours } from '../../ledger/reading/hours';
import { cellSerial, cellText, quoted } from '../../ledger/sheet/cell';
import { foldName } from '../../ledger/units/names';
import type { Book } from '../../workbook/open-book';
import { readTab } from '../../workbook/tabs';
import { writeMarked } from './bring-hours';
import { cellFinder, type MarkedRow, markedRows } from './import-rows';

const setting = 'Form responses tab';

/** Writes into Time what stands in the form's tab and not there yet; gives what a person must look at. */
export function readForm(book: Book, settings: Pick<Settings, 'formTab'>): readonly Issue[] {
  const plan = planForm(book, settings);
  for (let from = 0; from < plan.rows.length; from += rowsACall)
    writeMarked(book, plan.rows.slice(from, from + rowsACall));
  return issuesOf(book, settings, plan);
}

/** The same issues, without writing anything. */
export function formIssues(book: Book, settings: Pick<Settings, 'formTab'>): readonly Issue[] {
  return issuesOf(book, settings, planForm(book, settings));
}

const nothing: ResponsePlan = { rows: [], problems: [] };

function planForm(book: Book, { formTab }: Pick<Settings, 'formTab'>): ResponsePlan {
  if (formTab === '') return nothing;
  const isOurs = tabNames.some(name => foldName(name) === foldName(formTab));
  const page = isOurs ? undefined : book.workbook.page(formTab);
  const time = readTab(book.workbook, 'Time', book.toCell, false);
  if (!page)
    return {
      rows: [],
      problems: [
        { row: 0, message: 'There is no such tab. Type its name as it stands at the foot of the sheet.' },
      ],
    };
  // Without its mark nobody could tell a response that was read from a new one.
  if (!time || time.column('Source') === 0)
    return {
      rows: [],
      problems: [{ row: 0, message: 'Time has no column "Source". Run More > Set up > Set up workbook.' }],
    };
  const cells = page.cells().map(row => row.map(book.toCell));
  return planResponses(cells, standingOf(markedRows(book, time)));
}

function standingOf(marked: ReadonlyMap<string, MarkedRow>): readonly StandingResponse[] {
  return [...marked].flatMap(([mark, { read, row, isWhole }]) => {
    const cell = (header: string) => cellFinder(read)(header, row);
    const text = (header: string) => cellText(cell(header));
    if (!isFormSource(text('Source'))) return [];
    const seconds = readHours('Hours', cell('Hours'));
    const said = {
      client: text('Client'),
      day: Math.floor(cellSerial(cell('Date')) ?? 0),
      seconds: typeof seconds === 'number' ? seconds : 0,
      what: text('What was done'),
      who: text('Who'),
    };
    return [{ mark, place: `row ${row} of ${read.name}`, isWhole, row: said }];
  });
}

/** They stand at the setting, whose tab no other part of the add-on knows. */
function issuesOf(
  { workbook, toCell }: Book,
  { formTab }: Pick<Settings, 'formTab'>,
  { problems }: ResponsePlan,
): readonly Issue[] {
  if (problems.length === 0) return [];
  const names = readTab(workbook, 'Settings', toCell, false)?.cells.columns.get('setting') ?? [];
  const row = names.findIndex(name => foldName(cellText(name)) === foldName(setting)) + 2;
  return problems.map(({ row: at, message }) => ({
    tab: 'Settings',
    row,
    message: `${place(formTab, at)}: ${message}`,
  }));
}

/** A whole tab has no row. */
function place(formTab: string, row: number): string {
  return row === 0
    ? `${setting} ${quoted(formTab)}`
    : `${formSource} response, row ${row} of ${quoted(formTab)}`;
}

/** Whether an issue tells of a form, so that it is looked for anew where it is shown. */
export function isFormIssue({ tab, message }: Issue): boolean {
  return (
    tab === 'Settings' &&
    (message.startsWith(`${formSource} response, `) || message.startsWith(`${setting} "`))
  );
}
