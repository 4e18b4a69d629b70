import { accountSettings } from '../model/accounts';
import { cashSides, noticesChoices, overageChoices, roundPerChoices, weekdays } from '../model/settings';

/** A row of Settings; what it does stands in dialogs/workbook-words.html. */
export interface SettingSpec {
  readonly name: string;
  readonly initial: string | number;
  /** What a new workbook begins with, where that is not what a blank cell means. */
  readonly first?: string;
  /** Number format of the value; text is kept as typed. */
  readonly format: string;
  readonly list?: readonly string[];
}

function setting(name: string, initial: string | number = '', format?: string): SettingSpec {
  return { name, initial, format: format || (typeof initial === 'string' ? '@' : '0') };
}

/** The first word is the one that holds at first. */
const choice = (name: string, list: readonly string[]): SettingSpec => ({ ...setting(name, list[0]), list });

/** Every row of Settings, in the order in which set up writes them. */
export const settingsList: readonly SettingSpec[] = [
  setting('Today', '', 'd mmm yyyy'),
  setting('Firm name'),
  setting('Office manager email'),
  setting('Sender name'),
  setting('Reply to'),
  setting('Payment link'),
  setting('Normal rate', 100, '#,##0.00'),
  setting('Currency', 'USD'),
  setting('Tax (%)', 0, '0.00%'),
  setting('Tax name'),
  setting('Round up to (min)', 0),
  setting('Minimum (min)', 0),
  choice('Round per', roundPerChoices),
  choice('Overage', overageChoices),
  setting('Warn at (h)', 5, '0.00'),
  setting('Warn at (%)', 0.2, '0%'),
  setting('Warn before expiry (days)', 30),
  setting('Warn days before run-out', 0),
  setting('Remind after (days)', 7),
  setting('Quiet after (days)', 90),
  choice('Notices', noticesChoices),
  setting('Send hour', 8),
  choice('Weekdays only', ['no', 'yes']),
  setting('Days off'),
  choice('Thank-you mail', ['no', 'yes']),
  choice('Daily digest', ['yes', 'no']),
  choice('Weekly mail', ['yes', 'no']),
  choice('Weekly mail on', weekdays),
  setting('Pace (weeks)', 8),
  choice('Unpaid blocks', ['use', 'wait']),
  choice('Expired hours', ['keep', 'breakage']),
  setting('Rate card', '10 h: 5, 20 h: 10, 40 h: 15'),
  // A journal must not book what a bank feed brings too; workbooks of earlier versions keep what they had.
  { ...choice('Cash side', cashSides), first: 'clearing account' },
  setting('Xero tax rate', 'Tax Exempt'),
  ...accountSettings.map(({ name, initial }) => setting(name, initial)),
  setting('Firm address'),
  setting('Firm tax id'),
  setting('Payment terms (days)', 14),
  setting('Sales tax rate'),
  choice('Accrue overage', ['no', 'yes']),
  choice('Payment reminders', ['no', 'yes']),
  choice('Monthly statement', ['no', 'yes']),
  setting('Form responses tab'),
  setting('Client page address'),
];
