import { kinds } from './block';
import { noticesChoices, overageChoices, roundPerChoices } from './settings';

export type TabName = 'Clients' | 'Blocks' | 'Time' | 'Work types' | 'Settings' | 'Balances' | 'Notices';

export type ColumnKind =
  | 'text'
  | 'date'
  | 'hours'
  | 'clock'
  | 'money'
  | 'percent'
  | 'number'
  | 'checkbox'
  | 'list'
  | 'names'
  | 'moment';

/** A column; what an office manager reads on its header stands in dialogs/workbook-words.html. */
export interface ColumnSpec {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Number format; blank leaves it to Sheets, as hours and clocks need, so that 1:30 stays a duration. */
  readonly format: string;
  /** In pixels. */
  readonly width: number;
  /** Without this column nothing in the tab can be counted. */
  readonly needed?: true;
  /** BLOCKLEDGER reads it: a change here changes the stamp. */
  readonly counts?: true;
  /** Words that are offered. */
  readonly list?: readonly string[];
  /** The tab whose first column is offered. */
  readonly namesOf?: TabName;
}

export const noticeStates = [
  'Review',
  'Held',
  'Queued',
  'Sending',
  'Sent',
  'Failed',
  'Check',
  'Skipped',
] as const;

type More = Partial<ColumnSpec>;

function columnsOf(kind: ColumnKind, format: string, width: number) {
  return (header: string, ...more: readonly More[]): ColumnSpec =>
    Object.assign({ header, kind, format, width: Math.max(width, header.length * 7 + 24) }, ...more);
}

const textual = columnsOf('text', '@', 140);
const dated = columnsOf('date', 'd mmm yyyy', 100);
const stamped = columnsOf('moment', 'yyyy-mm-dd hh:mm', 140);
const timed = columnsOf('hours', '', 80);
const clocked = columnsOf('clock', '', 80);
const numeric = columnsOf('number', '', 90);
const monetary = columnsOf('money', '#,##0.00', 100);
const percentual = columnsOf('percent', '0%', 90);
const boxed = columnsOf('checkbox', '', 80);
const chosen = columnsOf('list', '', 120);
// Sheets gives a column that somebody inserts the format of its neighbour, and a formula in a text cell stays text:
// so names, beside which people put formulas of their own, are left to Sheets.
const naming = columnsOf('names', '', 160);

const counting: More = { counts: true };
const needed: More = { needed: true, counts: true };
const wide: More = { width: 300 };
/** A cell that shows what a formula spills must not be a text cell. */
const spilled: More = { format: '' };
const twoDecimals: More = { format: '0.00' };
const offering = (list: readonly string[]): More => ({ list });
const namesFrom = (namesOf: TabName): More => ({ namesOf });

export const tabs: Readonly<Record<TabName, readonly ColumnSpec[]>> = {
  Clients: [
    naming('Client', needed),
    boxed('Active', counting),
    naming('Contact'),
    textual('Email'),
    textual('Copy to'),
    textual('Language'),
    monetary('Normal rate', counting),
    textual('Currency', counting),
    percentual('Tax (%)', { format: '0.00%' }),
    numeric('Round up to (min)', counting),
    numeric('Minimum (min)', counting),
    chosen('Round per', counting, offering(roundPerChoices)),
    chosen('Overage', counting, offering(overageChoices)),
    numeric('Warn at (h)', counting),
    percentual('Warn at (%)', counting),
    chosen('Notices', offering(noticesChoices)),
    dated('Agreement signed'),
    numeric('Check in every (days)'),
    textual('Note', wide),
  ],
  Blocks: [
    textual('Block', counting),
    dated('Date', needed),
    naming('Client', needed, namesFrom('Clients')),
    timed('Hours', needed),
    monetary('Normal rate', counting),
    monetary('Discount / h', counting),
    monetary('Price', counting),
    monetary('Tax'),
    textual('Currency', counting),
    dated('Starts', counting),
    dated('Expires', counting),
    dated('Paid on', counting),
    chosen('Kind', counting, offering(kinds)),
    textual('Reference', counting),
    textual('Note', counting, wide),
  ],
  Time: [
    dated('Date', needed),
    naming('Client', needed, namesFrom('Clients')),
    naming('Who'),
    timed('Hours', needed),
    clocked('Start', counting),
    clocked('End', counting),
    naming('Work type', counting, namesFrom('Work types')),
    timed('Charged', counting),
    textual('What was done', counting, wide),
    textual('Asked by'),
    textual('Internal note', wide),
    textual('Source'),
  ],
  'Work types': [naming('Work type', needed), numeric('Multiplier', counting), boxed('Billable', counting)],
  Settings: [textual('Setting', counting), numeric('Value', counting, wide), textual('What it does', wide)],
  Balances: [
    textual('Client', spilled),
    timed('Hours left', twoDecimals),
    timed('Used', twoDecimals),
    monetary('Value'),
    textual('Currency', spilled),
    monetary('Saved'),
    dated('Runs out'),
    textual('State', spilled),
    dated('Last notice'),
    numeric('Rows left out'),
  ],
  Notices: [
    textual('Key'),
    textual('Client'),
    textual('Block', counting),
    textual('Level', counting),
    textual('To'),
    chosen('State', counting, offering(noticeStates), { format: '@' }),
    stamped('Queued at'),
    stamped('Sent at', counting),
    textual('Error', wide),
    textual('Outcome'),
  ],
};

export const tabNames = Object.keys(tabs) as readonly TabName[];
