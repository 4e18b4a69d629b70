import type { TabName } from '../../ledger/model/tab-names';
import { contentHeaders } from '../../ledger/sheet/columns';
import { contentOf, joinPieces, keptIn, piecesOf } from '../../ledger/sheet/kept-content';
import { tabs } from '../../ledger/sheet/tabs';
import { type CalendarDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { appendRows } from '../../workbook/append-rows';
import { readMemory, remember } from '../../workbook/memory';
import type { PlainMemory } from '../../workbook/memory-shapes';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import type { Hash } from '../../workbook/ports';
import { type OpenTab, openTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { writeIntoRows } from '../../workbook/write-into-rows';

/** A paper that reprints as it was issued. */
export interface Numbered {
  /** Such as `S-0001`; blank until it is issued. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
}

/** Papers of one kind: where they are kept, and how they are numbered. */
export interface PaperSeries<Paper extends Numbered> {
  readonly tab: Extract<TabName, 'Statements' | 'Payment requests'>;
  /** Before the number. */
  readonly letter: string;
  /** Where memory keeps the highest number ever given. */
  readonly highest: Extract<keyof PlainMemory, `highest${string}`>;
  /** By which a kept text is known to be one of them. */
  readonly part: keyof Paper & string;
  readonly tooLong: string;
  /** What stands in its row beside number, time, digest and content. */
  row(paper: Paper): Readonly<Record<string, CellValue>>;
}

/** A paper as it was issued, and its row. */
export interface KeptPaper<Paper extends Numbered> {
  readonly row: number;
  readonly paper: Paper;
  /** Whose it is now: a renamed client has its new name in the row and its old one in the paper. */
  readonly client: string;
}

/** What was found of one kind. */
interface KeptPapers<Paper extends Numbered> {
  /** By number, the oldest first: rows may be sorted. */
  readonly papers: readonly KeptPaper<Paper>[];
  /** Those whose content somebody has changed, so that they cannot be reprinted. */
  readonly damaged: readonly string[];
}

const digestDigits = 16;

export function digestOf(content: string, hash: Hash): string {
  return hash(content).slice(0, digestDigits);
}

/** The papers whose rows are wanted, by the texts that stand under their headers. */
export function findPapers<Paper extends Numbered>(
  { workbook }: Book,
  hash: Hash,
  { tab, part }: PaperSeries<Paper>,
  isWanted: (textOf: (header: string) => string) => boolean,
): KeptPapers<Paper> {
  const open = openTab(workbook, tab);
  const damaged: string[] = [];
  const papers: KeptPaper<Paper>[] = [];
  for (const [index, cells] of (open ? open.rows : []).entries()) {
    if (!open || index === 0) continue;
    const textOf = (header: string) => textIn(open, cells, header);
    if (!isWanted(textOf)) continue;
    const content = joinPieces(contentHeaders.map(textOf));
    const isIntact = digestOf(content, hash) === textOf('Digest');
    const paper = isIntact ? keptIn<Paper>(content, part) : undefined;
    if (paper) papers.push({ row: index + 1, paper, client: textOf('Client') });
    else damaged.push(textOf('Number'));
  }
  const countOf = ({ paper }: KeptPaper<Paper>) => countIn(paper.number);
  papers.sort((a, b) => countOf(a) - countOf(b));
  return { papers, damaged };
}

export function damagedText(tab: PaperSeries<Numbered>['tab'], number: string): string {
  return `${number} was changed in the tab ${tab}, so it cannot be reprinted as it was.`;
}

/** 0 for the number of another series, where one is asked for. */
function countIn(number: string, letter?: string): number {
  const [, start, digits] = /^([A-Z])-(\d{1,9})$/.exec(number.trim()) || [];
  return letter === undefined || start === letter ? Number(digits) || 0 : 0;
}

/** Gives a draft its number and keeps it; the one that it replaces says so. */
export function issuePaper<Paper extends Numbered>(
  book: Book,
  hash: Hash,
  series: PaperSeries<Paper>,
  { draft, replaced }: { readonly draft: Paper; readonly replaced: string | undefined },
): KeptPaper<Paper> {
  const { workbook, store, now } = book;
  const { column } = placeTab(workbook, series.tab);
  const open = openTab(workbook, series.tab) as OpenTab;
  const memory = readMemory(store);
  const given = open.rows.map(cells => countIn(textIn(open, cells, 'Number'), series.letter));
  const count = Math.max(memory[series.highest], ...given) + 1;
  const { date, second } = now();
  const paper = { ...draft, number: `${series.letter}-${String(count).padStart(4, '0')}`, issuedOn: date };
  const values = rowOf(paper, series, hash, toSheetSerial(date) + second / 86_400);
  const cells = tabs[series.tab].map(({ header, format }) => ({
    column: column(header),
    value: values[header] ?? '',
    format: format || 'General',
  }));
  // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
  remember(store, memory, { [series.highest]: count });
  const row = appendRows(open, [cells]);
  if (replaced) noteIn(book, series.tab, replaced, { State: 'Replaced' });
  return { row, paper, client: String(values.Client ?? '') };
}

function rowOf<Paper extends Numbered>(
  paper: Paper,
  series: PaperSeries<Paper>,
  hash: Hash,
  issuedAt: number,
): Readonly<Record<string, CellValue>> {
  const content = contentOf(paper);
  const pieces = piecesOf(content, series.tooLong).map((piece, index) => [contentHeaders[index], piece]);
  return {
    Number: paper.number,
    'Issued at': issuedAt,
    ...series.row(paper),
    Digest: digestOf(content, hash),
    ...Object.fromEntries(pieces),
  };
}

/** By its number, for the row may have moved. */
export function noteIn(
  { workbook }: Book,
  tab: PaperSeries<Numbered>['tab'],
  number: string,
  values: Readonly<Record<string, CellValue>>,
): void {
  const open = openTab(workbook, tab);
  const row = open ? open.rows.findIndex(cells => textIn(open, cells, 'Number') === number) + 1 : 0;
  if (!open || row === 0) return;
  const cells = Object.entries(values).map(([header, value]) => ({
    row,
    column: open.column(header),
    value,
  }));
  writeIntoRows(open, cells);
}

function textIn({ column }: OpenTab, cells: readonly unknown[], header: string): string {
  return String(cells[column(header) - 1] ?? '');
}
