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

function column(kind: ColumnKind, format: string, width: number) {
  return (header: string, ...more: readonly More[]): ColumnSpec =>
    Object.assign({ header, kind, format, width: Math.max(width, header.length * 7 + 24) }, ...more);
}

const text = column('text', '@', 140);
const date = column('date', 'd mmm yyyy', 100);
const moment = column('moment', 'yyyy-mm-dd hh:mm', 140);
const hours = column('hours', '', 80);
const clock = column('clock', '', 80);
const number = column('number', '', 90);
const money = column('money', '#,##0.00', 100);
const percent = column('percent', '0%', 90);
const box = column('checkbox', '', 80);
const choice = column('list', '@', 120);
const names = column('names', '@', 160);

const counts: More = { counts: true };
const needed: More = { needed: true, counts: true };
const wide: More = { width: 300 };
/** A cell that shows what a formula spills must not be a text cell. */
const spilled: More = { format: '' };
const twoDecimals: More = { format: '0.00' };
const of = (list: readonly string[]): More => ({ list });
const from = (namesOf: TabName): More => ({ namesOf });

export const tabs: Readonly<Record<TabName, readonly ColumnSpec[]>> = {
  Clients: [
    text('Client', needed),
    box('Active', counts),
    text('Contact'),
    text('Email'),
    text('Copy to'),
    text('Language'),
    money('Normal rate', counts),
    text('Currency', counts),
    percent('Tax (%)', { format: '0.00%' }),
    number('Round up to (min)', counts),
    number('Minimum (min)', counts),
    choice('Round per', counts, of(roundPerChoices)),
    choice('Overage', counts, of(overageChoices)),
    number('Warn at (h)', counts),
    percent('Warn at (%)', counts),
    choice('Notices', of(noticesChoices)),
    date('Agreement signed'),
    number('Check in every (days)'),
    text('Note', wide),
  ],
  Blocks: [
    text('Block', counts),
    date('Date', needed),
    names('Client', needed, from('Clients')),
    hours('Hours', needed),
    money('Normal rate', counts),
    money('Discount / h', counts),
    money('Price', counts),
    money('Tax'),
    text('Currency', counts),
    date('Starts', counts),
    date('Expires', counts),
    date('Paid on', counts),
    choice('Kind', counts, of(kinds)),
    text('Reference', counts),
    text('Note', counts, wide),
  ],
  Time: [
    date('Date', needed),
    names('Client', needed, from('Clients')),
    text('Who'),
    hours('Hours', needed),
    clock('Start', counts),
    clock('End', counts),
    names('Work type', counts, from('Work types')),
    hours('Charged', counts),
    text('What was done', counts, wide),
    text('Asked by'),
    text('Internal note', wide),
    text('Source'),
  ],
  'Work types': [text('Work type', needed), number('Multiplier', counts), box('Billable', counts)],
  Settings: [text('Setting', counts), number('Value', counts, wide), text('What it does', wide)],
  Balances: [
    text('Client', spilled),
    hours('Hours left', twoDecimals),
    hours('Used', twoDecimals),
    money('Value'),
    text('Currency', spilled),
    money('Saved'),
    date('Runs out'),
    text('State', spilled),
    date('Last notice'),
    number('Rows left out'),
  ],
  Notices: [
    text('Key'),
    text('Client'),
    text('Block', counts),
    text('Level', counts),
    text('To'),
    choice('State', counts, of(noticeStates)),
    moment('Queued at'),
    moment('Sent at', counts),
    text('Error', wide),
    text('Outcome'),
  ],
};

export const tabNames = Object.keys(tabs) as readonly TabName[];
