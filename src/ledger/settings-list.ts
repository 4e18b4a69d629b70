import { noticesChoices, overageChoices, roundPerChoices } from './settings';

/** A row of Settings; what it does stands in dialogs/workbook-words.html. */
export interface SettingSpec {
  readonly name: string;
  readonly initial: string | number;
  /** Number format of the value; text is kept as typed. */
  readonly format: string;
  readonly list?: readonly string[];
}

const wordSetting = (name: string, initial = ''): SettingSpec => ({ name, initial, format: '@' });
const figureSetting = (name: string, initial: number, format = '0'): SettingSpec => ({
  name,
  initial,
  format,
});
/** The first word is the one that holds at first. */
const choiceSetting = (name: string, list: readonly string[]): SettingSpec => ({
  ...wordSetting(name, list[0]),
  list,
});

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
  wordSetting('Firm name'),
  wordSetting('Office manager email'),
  wordSetting('Sender name'),
  wordSetting('Reply to'),
  wordSetting('Payment link'),
  figureSetting('Normal rate', 100, '#,##0.00'),
  wordSetting('Currency', 'USD'),
  figureSetting('Tax (%)', 0, '0.00%'),
  wordSetting('Tax name'),
  figureSetting('Round up to (min)', 0),
  figureSetting('Minimum (min)', 0),
  choiceSetting('Round per', roundPerChoices),
  choiceSetting('Overage', overageChoices),
  figureSetting('Warn at (h)', 5, '0.00'),
  figureSetting('Warn at (%)', 0.2, '0%'),
  figureSetting('Warn before expiry (days)', 30),
  figureSetting('Remind after (days)', 7),
  figureSetting('Quiet after (days)', 90),
  choiceSetting('Notices', noticesChoices),
  figureSetting('Send hour', 8),
  choiceSetting('Weekdays only', ['no', 'yes']),
  figureSetting('Pace (weeks)', 8),
  choiceSetting('Unpaid blocks', ['use', 'wait']),
  choiceSetting('Expired hours', ['keep', 'breakage']),
  wordSetting('Rate card', '10 h: 5, 20 h: 10, 40 h: 15'),
  choiceSetting('Cash side', ['bank and receivable', 'clearing account', 'none']),
  ...accounts.map(account => wordSetting(`Account: ${account.slice('1000 '.length)}`, account)),
];
