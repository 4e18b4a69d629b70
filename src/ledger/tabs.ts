import { kinds } from './block';
import { careResults, priorities, thingStates } from './care/care-lists';
import {
  boxed,
  type ColumnSpec,
  chosen,
  clientNames,
  counting,
  dated,
  monetary,
  naming,
  needed,
  numeric,
  percentual,
  spilled,
  stamped,
  textual,
  timeColumns,
  twoDecimals,
  wide,
} from './columns';
import { mailKinds, mailParts } from './notices/templates/mail-kinds';
import { noticesChoices, overageChoices, roundPerChoices } from './settings';

export type TabName =
  | 'Clients'
  | 'Blocks'
  | 'Time'
  | 'Work types'
  | 'Settings'
  | 'Balances'
  | 'Notices'
  | 'Notice texts'
  | 'Templates'
  | 'Journal'
  | 'Closed months'
  | 'Statements'
  | 'Clauses'
  | 'Agreements'
  | 'Care plan'
  | 'Small things'
  | 'Care log'
  | 'Time archive'
  | 'Archive state';

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

/** Made only when work is archived for the first time: a small firm never needs them. */
export const archiveTabs: readonly TabName[] = ['Time archive', 'Archive state'];
/** Out of sight: nobody reads what they hold there. */
export const hiddenTabs: readonly TabName[] = ['Notice texts'];

export const contentHeaders = ['Content', 'Content 2', 'Content 3', 'Content 4'] as const;

export const tabs: Readonly<Record<TabName, readonly ColumnSpec[]>> = {
  Clients: [
    naming('Client', needed),
    numeric('Active', boxed),
    naming('Contact'),
    textual('Email'),
    textual('Copy to'),
    textual('Language'),
    monetary('Normal rate', counting),
    textual('Currency', counting),
    percentual('Tax (%)', counting, { format: '0.00%' }),
    numeric('Round up to (min)', counting),
    numeric('Minimum (min)', counting),
    chosen('Round per', counting, { list: roundPerChoices }),
    chosen('Overage', counting, { list: overageChoices }),
    numeric('Warn at (h)', counting),
    percentual('Warn at (%)', counting),
    chosen('Notices', { list: noticesChoices }),
    dated('Agreement signed'),
    numeric('Check in every (days)'),
    textual('Note', wide),
  ],
  Blocks: [
    textual('Block', counting),
    dated('Date', needed),
    clientNames,
    numeric('Hours', needed),
    monetary('Normal rate', counting),
    monetary('Discount / h', counting),
    monetary('Price', counting),
    monetary('Tax', counting),
    textual('Currency', counting),
    dated('Starts', counting),
    dated('Expires', counting),
    dated('Paid on', counting),
    chosen('Kind', counting, { list: kinds }),
    textual('Reference', counting),
    textual('Note', counting, wide),
  ],
  Time: timeColumns,
  'Work types': [naming('Work type', needed), numeric('Multiplier', counting), numeric('Billable', boxed)],
  Settings: [textual('Setting', counting), numeric('Value', counting, wide), textual('What it does', wide)],
  Balances: [
    textual('Client', spilled),
    numeric('Hours left', twoDecimals),
    numeric('Used', twoDecimals),
    monetary('Value'),
    textual('Currency', spilled),
    monetary('Saved'),
    dated('Runs out', { width: 140 }),
    textual('State', spilled),
    dated('Last notice'),
    numeric('Rows left out'),
    monetary('Deferred revenue'),
    monetary('Expired value'),
    numeric('Overage to invoice', twoDecimals),
    textual('Agreement', spilled),
  ],
  Notices: [
    textual('Key'),
    textual('Client'),
    textual('Block', counting),
    textual('Level', counting),
    textual('To'),
    chosen('State', counting, { list: noticeStates }, { format: '@' }),
    stamped('Queued at'),
    stamped('Sent at', counting),
    textual('Error', wide),
    textual('Outcome'),
    numeric('Hours left', twoDecimals),
    numeric('Offer (h)', twoDecimals),
    monetary('Offer price'),
    textual('Digest'),
  ],
  'Notice texts': [textual('Digest'), textual('Key'), ...contentHeaders.map(header => textual(header))],
  Templates: [
    textual('Level', { list: mailKinds, width: 90 }),
    textual('Language', { width: 90 }),
    ...mailParts.map(part => textual(part, wide)),
    textual('Placeholders', wide),
  ],
  Journal: [
    textual('Month', { width: 80 }),
    dated('Date'),
    textual('Currency', { width: 80 }),
    textual('Account', { width: 200 }),
    textual('Code', { width: 80 }),
    monetary('Debit'),
    monetary('Credit'),
    textual('Client'),
    textual('Block', { width: 90 }),
    textual('Memo', wide),
  ],
  'Closed months': [
    textual('Month', { width: 80 }),
    dated('Closed on'),
    numeric('Entries'),
    numeric('Charged (h)', twoDecimals),
    textual('Totals', wide),
    textual('Digest'),
    textual('Came late', wide),
    dated('Reopened on'),
    textual('Reason', wide),
  ],
  Statements: [
    textual('Number'),
    textual('Client'),
    dated('From'),
    dated('To'),
    stamped('Issued at'),
    textual('State'),
    numeric('Hours left', twoDecimals),
    textual('Sent to'),
    textual('Corrects'),
    textual('Digest'),
    ...contentHeaders.map(header => textual(header)),
  ],
  Clauses: [
    textual('Clause', { width: 180 }),
    textual('Language', { width: 90 }),
    numeric('Order'),
    textual('Heading', { width: 200 }),
    textual('Text', { width: 460 }),
    textual('Placeholders', wide),
  ],
  Agreements: [
    textual('Client'),
    textual('Block', counting, { width: 90 }),
    textual('Language', { width: 90 }),
    stamped('Made', counting),
    stamped('Sent'),
    textual('Sent to'),
    dated('Signed', counting),
    textual('Note', wide),
    textual('Terms', counting),
    textual('Digest'),
    ...contentHeaders.map(header => textual(header)),
  ],
  'Care plan': [
    naming('Client', { needed: true, namesOf: 'Clients' }),
    textual('Task', { needed: true, width: 220 }),
    numeric('Every (days)'),
    dated('Last done'),
    dated('Next due'),
    chosen('Result', { list: careResults, width: 90 }),
    numeric('Contact', { box: true }),
    numeric('Done', { box: true }),
    naming('Who'),
    textual('Note', wide),
  ],
  'Small things': [
    dated('Found on'),
    naming('Client', { needed: true, namesOf: 'Clients' }),
    textual('What', { needed: true }, wide),
    chosen('Priority', { list: priorities, width: 90 }),
    chosen('State', { list: thingStates, width: 90 }),
    dated('Fixed on'),
    textual('Note', wide),
  ],
  'Care log': [
    dated('Date', { needed: true }),
    naming('Client', { needed: true }),
    textual('Task', { needed: true, width: 220 }),
    chosen('Result', { list: careResults, width: 90 }),
    naming('Who'),
    textual('Note', wide),
  ],
  'Time archive': [...timeColumns, numeric('Archive place', counting)],
  'Archive state': [
    textual('Client', counting),
    numeric('Part', counting),
    textual('State', counting, wide),
    textual('Digest', counting),
  ],
};

export const tabNames = Object.keys(tabs) as readonly TabName[];
