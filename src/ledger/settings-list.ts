import { noticesChoices, overageChoices, roundPerChoices } from './settings';

/** A row of Settings; what it does stands in dialogs/workbook-words.html. */
export interface SettingSpec {
  readonly name: string;
  readonly initial: string | number;
  /** Number format of the value; text is kept as typed. */
  readonly format: string;
  readonly list?: readonly string[];
}

const text = (name: string, initial = ''): SettingSpec => ({ name, initial, format: '@' });
const figure = (name: string, initial: number, format = '0'): SettingSpec => ({ name, initial, format });
/** The first word is the one that holds at first. */
const choice = (name: string, list: readonly string[]): SettingSpec => ({ ...text(name, list[0]), list });

/** Code and name. */
const accounts = [
  '1000 Bank',
  '1100 Accounts receivable',
  '1090 Receipts clearing',
  '2200 Tax payable',
  '2400 Deferred revenue',
  '3900 Opening balances',
  '4000 Service revenue',
  '4010 Overage revenue',
  '4020 Breakage revenue',
  '4030 Refund differences',
  '6900 Bad debts',
];

/** Every row of Settings, in the order in which set up writes them. */
export const settingsList: readonly SettingSpec[] = [
  { name: 'Today', initial: '', format: 'd mmm yyyy' },
  text('Firm name'),
  text('Office manager email'),
  text('Sender name'),
  text('Reply to'),
  text('Payment link'),
  figure('Normal rate', 100, '#,##0.00'),
  text('Currency', 'USD'),
  figure('Tax (%)', 0, '0.00%'),
  text('Tax name'),
  figure('Round up to (min)', 0),
  figure('Minimum (min)', 0),
  choice('Round per', roundPerChoices),
  choice('Overage', overageChoices),
  figure('Warn at (h)', 5, '0.00'),
  figure('Warn at (%)', 0.2, '0%'),
  figure('Warn before expiry (days)', 30),
  figure('Remind after (days)', 7),
  figure('Quiet after (days)', 90),
  choice('Notices', noticesChoices),
  figure('Send hour', 8),
  choice('Weekdays only', ['no', 'yes']),
  figure('Pace (weeks)', 8),
  choice('Unpaid blocks', ['use', 'wait']),
  choice('Expired hours', ['keep', 'breakage']),
  text('Rate card', '10 h: 5, 20 h: 10, 40 h: 15'),
  choice('Cash side', ['bank and receivable', 'clearing account', 'none']),
  ...accounts.map(account => text(`Account: ${account.slice('1000 '.length)}`, account)),
];
