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
  | 'client'
  | 'work type'
  | 'moment';

export interface ColumnSpec {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Without this column nothing in the tab can be counted. */
  readonly needed?: true;
  /** BLOCKLEDGER reads it: a change here changes the stamp. */
  readonly counts?: true;
  readonly list?: readonly string[];
  /** Holds sentences, so it is shown wide. */
  readonly wide?: true;
  /** A number format in place of the kind's. */
  readonly format?: string;
  /** What an office manager reads on the header. */
  readonly note: string;
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

const needed = { needed: true, counts: true } as const;
const counts = { counts: true } as const;
const wide = { wide: true } as const;
const twoDecimals = { format: '0.00' } as const;

export const tabs: Readonly<Record<TabName, readonly ColumnSpec[]>> = {
  Clients: [
    { header: 'Client', kind: 'text', ...needed, note: 'The name as you write it in Blocks and Time.' },
    {
      header: 'Active',
      kind: 'checkbox',
      ...counts,
      note: 'Untick to stop notices. The client stays in the books.',
    },
    { header: 'Contact', kind: 'text', note: 'The person the notice greets.' },
    { header: 'Email', kind: 'text', note: 'Where notices and statements go.' },
    { header: 'Copy to', kind: 'text', note: 'More addresses, with commas between them.' },
    { header: 'Language', kind: 'text', note: 'Language of mails, such as en. Blank: English.' },
    {
      header: 'Normal rate',
      kind: 'money',
      ...counts,
      note: 'Price of an hour without prepayment. Blank: Settings.',
    },
    { header: 'Currency', kind: 'text', ...counts, note: 'A code such as USD. Blank: Settings.' },
    {
      header: 'Tax (%)',
      kind: 'percent',
      format: '0.00%',
      note: 'Added to prices. 0: none. Blank: Settings.',
    },
    {
      header: 'Round up to (min)',
      kind: 'number',
      ...counts,
      note: 'Work is rounded up to these minutes. 0: exact. Blank: Settings.',
    },
    {
      header: 'Minimum (min)',
      kind: 'number',
      ...counts,
      note: 'The least that is charged. 0: none. Blank: Settings.',
    },
    {
      header: 'Round per',
      kind: 'list',
      ...counts,
      list: roundPerChoices,
      note: 'Round each entry, or the sum of a day. Blank: Settings.',
    },
    {
      header: 'Overage',
      kind: 'list',
      ...counts,
      list: overageChoices,
      note: 'Time beyond the blocks: from the next block, or invoiced. Blank: Settings.',
    },
    {
      header: 'Warn at (h)',
      kind: 'number',
      ...counts,
      note: 'Notice at this many hours left. 0: never. Blank: Settings.',
    },
    {
      header: 'Warn at (%)',
      kind: 'percent',
      ...counts,
      note: 'Notice at this share of the newest purchase left. 0%: never. Blank: Settings.',
    },
    {
      header: 'Notices',
      kind: 'list',
      list: noticesChoices,
      note: 'Send by itself, Review first, or Off. Blank: Settings.',
    },
    { header: 'Agreement signed', kind: 'date', note: 'When the client signed the agreement.' },
    {
      header: 'Check in every (days)',
      kind: 'number',
      note: 'Be reminded after so many days without contact.',
    },
    { header: 'Note', kind: 'text', ...wide, note: 'For yourself. Clients never see it.' },
  ],
  Blocks: [
    { header: 'Block', kind: 'text', ...counts, note: 'Its number. Filled in for you; leave it.' },
    { header: 'Date', kind: 'date', ...needed, note: 'When it was sold.' },
    { header: 'Client', kind: 'client', ...needed, note: 'A name from Clients.' },
    { header: 'Hours', kind: 'hours', ...needed, note: 'Hours bought, such as 20. Minus takes hours out.' },
    {
      header: 'Normal rate',
      kind: 'money',
      ...counts,
      note: 'Price of an hour without prepayment. Blank: the client’s, filled in for you.',
    },
    { header: 'Discount / h', kind: 'money', ...counts, note: 'Off each hour for prepaying.' },
    {
      header: 'Price',
      kind: 'money',
      ...counts,
      note: 'Without tax. Blank: hours × (normal rate − discount).',
    },
    { header: 'Tax', kind: 'money', note: 'Blank: worked out from Tax (%).' },
    {
      header: 'Currency',
      kind: 'text',
      ...counts,
      note: 'A code such as USD. Blank: the client’s, filled in for you.',
    },
    { header: 'Starts', kind: 'date', ...counts, note: 'First day of use. Blank: Date.' },
    { header: 'Expires', kind: 'date', ...counts, note: 'Last day of use. Blank: never.' },
    { header: 'Paid on', kind: 'date', ...counts, note: 'When the money came. Blank: not paid yet.' },
    { header: 'Kind', kind: 'list', ...counts, list: kinds, note: 'Blank: Purchase.' },
    {
      header: 'Reference',
      kind: 'text',
      ...counts,
      note: 'An invoice number; for hours taken out, the block they come from.',
    },
    { header: 'Note', kind: 'text', ...counts, ...wide, note: 'The reason, where hours are given or taken.' },
  ],
  Time: [
    { header: 'Date', kind: 'date', ...needed, note: 'When the work was done.' },
    { header: 'Client', kind: 'client', ...needed, note: 'A name from Clients.' },
    { header: 'Who', kind: 'text', note: 'Who did the work. Clients never see it.' },
    {
      header: 'Hours',
      kind: 'hours',
      ...needed,
      note: 'Such as 1.5, 1:30 or 1h 30m. Blank: from Start and End.',
    },
    { header: 'Start', kind: 'clock', ...counts, note: 'Time of day, such as 9:00.' },
    { header: 'End', kind: 'clock', ...counts, note: 'Time of day. Before Start: the next day.' },
    {
      header: 'Work type',
      kind: 'work type',
      ...counts,
      note: 'A name from Work types. Blank: counted as it is.',
    },
    {
      header: 'Charged',
      kind: 'hours',
      ...counts,
      note: 'Blank: worked out. Typed: exactly that is charged.',
    },
    {
      header: 'What was done',
      kind: 'text',
      ...counts,
      ...wide,
      note: 'In words the client understands: it stands in mails.',
    },
    { header: 'Asked by', kind: 'text', note: 'Who at the client asked for it.' },
    { header: 'Internal note', kind: 'text', ...wide, note: 'For yourself. Clients never see it.' },
    { header: 'Source', kind: 'text', note: 'Where the row came from. Blank: typed.' },
  ],
  'Work types': [
    { header: 'Work type', kind: 'text', ...needed, note: 'The name to choose in Time.' },
    {
      header: 'Multiplier',
      kind: 'number',
      ...counts,
      note: '1.5 charges one and a half hours for an hour. Blank: 1.',
    },
    { header: 'Billable', kind: 'checkbox', ...counts, note: 'Untick for work that is never charged.' },
  ],
  Settings: [
    { header: 'Setting', kind: 'text', ...counts, note: 'Leave these names as they are.' },
    {
      header: 'Value',
      kind: 'number',
      ...counts,
      wide: true,
      note: 'Change what you like. A value that makes no sense is listed by Check workbook.',
    },
    { header: 'What it does', kind: 'text', ...wide, note: 'What the value is for.' },
  ],
  Balances: [
    { header: 'Client', kind: 'text', note: 'One row a client and currency, the most urgent first.' },
    {
      header: 'Hours left',
      kind: 'hours',
      ...twoDecimals,
      note: 'Below zero: worked beyond what was bought.',
    },
    { header: 'Used', kind: 'hours', ...twoDecimals, note: 'Hours charged so far.' },
    { header: 'Value', kind: 'money', note: 'Money that you still owe in work.' },
    { header: 'Currency', kind: 'text', note: 'Currency of Value and Saved.' },
    { header: 'Saved', kind: 'money', note: 'What prepaying has saved the client so far.' },
    { header: 'Runs out', kind: 'date', note: 'The day on which the hours end at the recent pace.' },
    { header: 'State', kind: 'text', note: 'fine, low, used up, expiring or expired.' },
    { header: 'Last notice', kind: 'date', note: 'When the last notice was sent.' },
    { header: 'Rows left out', kind: 'number', note: 'Rows that cannot be counted. See Check workbook.' },
  ],
  Notices: [
    { header: 'Key', kind: 'text', note: 'Filled in for you; leave it.' },
    { header: 'Client', kind: 'text', note: 'Whose notice it is.' },
    { header: 'Block', kind: 'text', ...counts, note: 'The purchase it is about.' },
    { header: 'Level', kind: 'text', ...counts, note: 'Why it is sent: low, used up, expiring or expired.' },
    { header: 'To', kind: 'text', note: 'The address it goes to.' },
    {
      header: 'State',
      kind: 'list',
      ...counts,
      list: noticeStates,
      note: 'Choose Queued to send one that waits for you.',
    },
    { header: 'Queued at', kind: 'moment', note: 'When it became due.' },
    { header: 'Sent at', kind: 'moment', ...counts, note: 'When it was sent.' },
    { header: 'Error', kind: 'text', ...wide, note: 'Why it could not be sent.' },
    { header: 'Outcome', kind: 'text', note: 'What came of it, such as Renewed after 6 days.' },
  ],
};

export const tabNames = Object.keys(tabs) as readonly TabName[];
