import { reconcile } from '../../ledger/books/reconcile';
import {
  balancesOf,
  revenueByMonth,
  rollForwardByClient,
  rollForwardByMonth,
} from '../../ledger/books/reports/journal-reports';
import { openOverage, taxByRate, whoHasNotPaid } from '../../ledger/books/reports/owed-reports';
import { type Report, reportRows, reportTable } from '../../ledger/books/reports/report';
import { unpaidBlocks } from '../../ledger/books/unpaid';
import type { Paper } from '../../ledger/papers/paper';
import { paperPage } from '../../ledger/papers/paper-html';
import { addMonths, dateText } from '../../ledger/units/calendar-date';
import { firstDay, monthOf, monthsBetween, monthText } from '../../ledger/units/month';
import type { Desk } from '../../workbook/open-book';
import type { Printer } from '../../workbook/ports';
import type { Workbook } from '../../workbook/workbook';
import { type CellWrite, writeCells } from '../../workbook/write-cells';
import type { PaperAnswer } from '../papers/give-paper';
import { freeTab } from '../papers/give-statement';
import { downloadOf, plainName } from '../papers/printer';
import { monthArgument, monthEnd, type OpenBooks, openBooks } from './month-end';

/** What *Reports* shows of the books up to a month. */
export interface BooksOverview {
  readonly html: string;
  readonly month: string;
  /** To choose from, the newest first. */
  readonly months: readonly (readonly [month: string, title: string])[];
}

const overviewTab = 'Books overview';
/** So many months stand beside each other. */
const shownMonths = 12;

/** Without a month the running one. */
export function viewOverview(desk: Desk, given: unknown): BooksOverview {
  const books = openBooks(desk, monthOf(desk.book.now().date));
  const shown = given ? openBooks(desk, monthArgument(given)) : books;
  const [first = books.month] = [...books.journals.keys()];
  return {
    html: paperPage(overviewPaper(shown)),
    month: shown.month,
    months: monthsBetween(first, books.month)
      .reverse()
      .map(month => [month, monthText(month)]),
  };
}

/** Its PDF. */
export function saveOverview(desk: Desk, printer: Printer, given: unknown): PaperAnswer {
  const paper = overviewPaper(openBooks(desk, monthArgument(given)));
  const file = downloadOf(printer.print(paperPage(paper), plainName(paper.title)));
  return { said: `${paper.title} is made.`, file };
}

/** Writes it into its tab, which *Month end* writes anew from then on. */
export function writeOverview(desk: Desk, given: unknown): PaperAnswer {
  const name = writeTab(desk.book.workbook, openBooks(desk, monthArgument(given)));
  return { said: `The reports stand in the tab ${name}. Month end writes them anew.` };
}

/** *Month end*; where somebody has the reports in the workbook, they are written anew. */
export function endMonth(desk: Desk, given: unknown): string {
  const said = monthEnd(desk, given);
  const { workbook } = desk.book;
  if (workbook.page(overviewTab)) writeTab(workbook, openBooks(desk, monthArgument(given)));
  return said;
}

function overviewPaper(books: OpenBooks): Paper {
  const { settings } = books.opened.ledger;
  return {
    title: titleOf(books),
    firm: settings.firmName,
    to: [],
    facts: [['As of', dateText(books.until)]],
    remarks: books.tabs.isClosed(books.month) ? [] : ['Provisional: this month is not closed yet.'],
    headline: '',
    tables: reportsOf(books).map(reportTable),
    closing: [],
  };
}

function titleOf({ month }: OpenBooks): string {
  return `${overviewTab}, ${monthText(month)}`;
}

function reportsOf(books: OpenBooks): readonly Report[] {
  const { month, journals, opened, settled, until: asOf } = books;
  const { ledger } = opened;
  const { settings, blocks } = ledger;
  const from = monthOf(addMonths(firstDay(month), 1 - shownMonths));
  const shown = { journals, from, settings, blocks };
  const { totals } = reconcile(settled.values(), [...journals.values()].flat(), settings, asOf);
  const byHours = new Map(totals.map(({ currency, byHours: owed }) => [currency, owed]));
  const open = (role: 'receivable' | 'accrued') => ({ asOf, settings, inJournal: balancesOf(shown, role) });
  const all = [
    rollForwardByMonth(shown, byHours),
    rollForwardByClient(shown),
    revenueByMonth(shown),
    whoHasNotPaid(unpaidBlocks(ledger, asOf), open('receivable')),
    taxByRate(shown),
    openOverage(settled.values(), open('accrued')),
  ];
  // What has no row and nothing to say would only be a heading.
  return all.filter(({ rows, heading }) => rows.length > 0 || /paid/.test(heading));
}

/** Over what an earlier one has left there, never over what somebody else has put there. */
function writeTab(workbook: Workbook, books: OpenBooks): string {
  const title = titleOf(books);
  const tab = freeTab(workbook, overviewTab, { title });
  const lines = [[{ value: title, format: '@' }], ...reportsOf(books).flatMap(reportRows)];
  const old = tab.cells();
  const rows = Math.max(lines.length, old.length);
  const columns = Math.max(...lines.map(line => line.length), ...old.map(row => row.length));
  tab.grow(rows, columns);
  const cells = Array.from({ length: rows * columns }, (_, at): CellWrite => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const { value, format } = lines[row]?.[column] ?? { value: '', format: '@' };
    return { row: row + 1, column: column + 1, value, format };
  });
  writeCells(tab, cells);
  return tab.name;
}
