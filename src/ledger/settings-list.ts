import { noticesChoices, overageChoices, roundPerChoices } from './settings';

export interface SettingSpec {
  readonly name: string;
  readonly initial: string | number | boolean;
  /** Number format of the value; blank for text, which is kept as typed. */
  readonly format: string;
  readonly list?: readonly string[];
  /** Plain words for the person who may change it. */
  readonly what: string;
}

const yesNo = ['yes', 'no'] as const;
const text = (name: string, initial: string, what: string): SettingSpec => ({
  name,
  initial,
  format: '',
  what,
});
const choice = (name: string, list: readonly string[], initial: string, what: string): SettingSpec => ({
  ...text(name, initial, what),
  list,
});
const figure = (name: string, initial: number, what: string, format = '0'): SettingSpec => ({
  name,
  initial,
  format,
  what,
});
const account = (name: string, initial: string): SettingSpec =>
  text(`Account: ${name}`, initial, `Code and name of the account for ${name.toLowerCase()}.`);

/** Every row of Settings, in the order in which set up writes them. */
export const settingsList: readonly SettingSpec[] = [
  {
    name: 'Today',
    initial: '',
    format: 'd mmm yyyy',
    what: 'The day up to which everything counts; kept up to date for you.',
  },
  text('Firm name', '', 'Your firm as clients know it; it stands in mails.'),
  text('Office manager email', '', 'Where reports of problems go.'),
  text('Sender name', '', 'The name mails come from; blank: the firm name.'),
  text('Reply to', '', 'The address that answers to notices go to.'),
  text('Payment link', '', 'A web address at which clients can pay; blank: none.'),
  figure('Normal rate', 100, 'Price of an hour without prepayment.', '#,##0.00'),
  text('Currency', 'USD', 'The currency of prices, as a code such as USD or EUR.'),
  figure('Tax (%)', 0, 'Added to every price; 0%: none.', '0.00%'),
  text('Tax name', '', 'What the tax is called, such as VAT.'),
  figure('Round up to (min)', 0, 'Work is rounded up to so many minutes; 0: exact.'),
  figure('Minimum (min)', 0, 'The least that is charged for an entry, in minutes; 0: none.'),
  choice('Round per', roundPerChoices, 'entry', 'Whether each entry is rounded, or the sum of a day.'),
  choice(
    'Overage',
    overageChoices,
    'next block',
    'Time beyond the blocks waits for the next block, or is invoiced.',
  ),
  figure('Warn at (h)', 5, 'A notice is due at so many hours left; 0: never.', '0.00'),
  figure('Warn at (%)', 0.2, 'A notice is due at this share of the newest purchase left; 0%: never.', '0%'),
  figure('Warn before expiry (days)', 30, 'A notice is due so many days before unused hours expire.'),
  figure(
    'Remind after (days)',
    7,
    'Without a purchase the notice is repeated after so many days, at most twice; 0: never.',
  ),
  figure(
    'Quiet after (days)',
    90,
    'Clients without work or purchase for so many days get no mail before you have looked.',
  ),
  choice(
    'Notices',
    noticesChoices,
    'Send',
    'Whether notices are sent by themselves, wait for your review, or are off.',
  ),
  figure('Send hour', 8, 'Notices are sent from this hour of the day on, 0 to 23.'),
  choice('Weekdays only', yesNo, 'no', 'Whether notices wait from Saturday and Sunday until Monday.'),
  figure('Pace (weeks)', 8, 'How many weeks back the pace is measured for the day on which hours run out.'),
  choice('Unpaid blocks', ['use', 'wait'], 'use', 'Whether a block may be used before it is paid.'),
  choice(
    'Expired hours',
    ['keep', 'breakage'],
    'keep',
    'Whether unused hours stay owed or become revenue; ask your accountant.',
  ),
  text(
    'Rate card',
    '10 h: 5, 20 h: 10, 40 h: 15',
    'Off an hour from so many hours on; add rows such as Rate card EUR for other currencies.',
  ),
  choice(
    'Cash side',
    ['bank and receivable', 'clearing account', 'none'],
    'bank and receivable',
    'Where the journal books payments; none: your invoices are in your accounting already.',
  ),
  account('Bank', '1000 Bank'),
  account('Accounts receivable', '1100 Accounts receivable'),
  account('Receipts clearing', '1090 Receipts clearing'),
  account('Tax payable', '2200 Tax payable'),
  account('Deferred revenue', '2400 Deferred revenue'),
  account('Opening balances', '3900 Opening balances'),
  account('Service revenue', '4000 Service revenue'),
  account('Overage revenue', '4010 Overage revenue'),
  account('Breakage revenue', '4020 Breakage revenue'),
  account('Refund differences', '4030 Refund differences'),
  account('Bad debts', '6900 Bad debts'),
];
