import type { TabName } from '../model/tab-names';

/** A column; what an office manager reads on its header stands in dialogs/workbook-words.html. */
export interface ColumnSpec {
  readonly header: string;
  /** Number format; blank leaves it to Sheets, as hours and clocks need, so that 1:30 stays a duration. */
  readonly format: string;
  /** In pixels. */
  readonly width: number;
  /** Without this column nothing in the tab can be counted. */
  readonly needed?: true;
  /** BLOCKLEDGER reads it: a change here changes the stamp. */
  readonly counts?: true;
  /** Its texts go on in further lines of their cell. */
  readonly wrap?: true;
  /** Its cells are checkboxes. */
  readonly box?: true;
  /** Most firms never fill it in: it is folded away at first. */
  readonly rare?: true;
  /** Words that are offered. */
  readonly list?: readonly string[];
  /** The tab whose first column is offered. */
  readonly namesOf?: TabName;
}

type More = Partial<ColumnSpec>;

function columnsOf(format: string, width: number) {
  return (header: string, ...more: readonly More[]): ColumnSpec =>
    Object.assign({ header, format, width: Math.max(width, header.length * 7 + 24) }, ...more);
}

export const textual = columnsOf('@', 140);
export const dated = columnsOf('d mmm yyyy', 100);
export const stamped = columnsOf('yyyy-mm-dd hh:mm', 140);
export const numeric = columnsOf('', 80);
export const monetary = columnsOf('#,##0.00', 100);
export const percentual = columnsOf('0%', 90);
export const chosen = columnsOf('', 140);
// Sheets gives a column that somebody inserts the format of its neighbour, and a formula in a text cell stays text:
// so names, beside which people put formulas of their own, are left to Sheets.
export const naming = columnsOf('', 160);

export const counting: More = { counts: true };
export const needed: More = { needed: true, counts: true };
export const rare: More = { rare: true };
export const wide: More = { width: 300, wrap: true };
/** A cell that shows what a formula spills must not be a text cell. */
export const spilled: More = { format: '' };
/** Most clients have none: a zero there would only hide the others. */
// A space in place of nothing, for the grid of the workbench takes nothing for no format.
export const [quietHours, quietCount] = ['0.00;-0.00;" "', '0;-0;" "'];
export const twoDecimals: More = { format: '0.00' };
export const boxed: More = { box: true, counts: true };
export const clientNames = naming('Client', needed, { namesOf: 'Clients' });

/** What a statement or an agreement says, as text; a cell holds no more than 50,000 characters of it. */
export const contentHeaders = ['Content', 'Content 2', 'Content 3', 'Content 4'] as const;
export const keptPaper = ['Corrects', 'Digest', ...contentHeaders].map(header => textual(header));

/** Of work, wherever it is kept. */
export const timeColumns: readonly ColumnSpec[] = [
  dated('Date', needed),
  clientNames,
  naming('Who', counting),
  numeric('Hours', needed),
  numeric('Start', counting, rare),
  numeric('End', counting, rare),
  naming('Work type', counting, { namesOf: 'Work types' }),
  numeric('Charged', counting, rare),
  textual('What was done', counting, wide),
  textual('Asked by', rare),
  textual('Internal note', wide, rare),
  textual('Source', rare),
];
