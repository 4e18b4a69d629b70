/** Settings that stand together in the tab, in the order in which set up writes them. */
export interface SettingGroup {
  /** On a row of its own, from which the group folds; blank: it is always in sight, without a heading. */
  readonly heading: string;
  readonly names: readonly string[];
  /** Written by *Set up accounts…*, not by set up: whoever keeps no journal never needs them. */
  readonly isLater?: true;
}

/** The first settings keep the place that they have always had; no heading may be the name of a setting. */
export const settingGroups: readonly SettingGroup[] = [
  {
    heading: '',
    names: [
      'Today',
      'Firm name',
      'Office manager email',
      'Sender name',
      'Reply to',
      'Normal rate',
      'Currency',
      'Tax (%)',
      'Tax name',
      'Rate card',
    ],
  },
  {
    heading: 'Renewal notices',
    names: [
      'Warn at (h)',
      'Warn at (%)',
      'Warn before expiry (days)',
      'Warn days before run-out',
      'Remind after (days)',
      'Quiet after (days)',
      'Notices',
      'Send hour',
      'Weekdays only',
      'Days off',
      'Thank-you mail',
      'Payment reminders',
      'Monthly statement',
      'Daily digest',
      'Weekly mail',
      'Weekly mail on',
      'Pace (weeks)',
    ],
  },
  {
    heading: 'Rules',
    // What a new workbook begins with is a choice that has to stand in it before any month is written.
    names: [
      'Round up to (min)',
      'Minimum (min)',
      'Round per',
      'Overage',
      'Unpaid blocks',
      'Expired hours',
      'Cash side',
      'Form responses tab',
    ],
  },
  {
    heading: 'Papers',
    names: ['Firm address', 'Firm tax id', 'Payment terms (days)', 'Payment link', 'Client page address'],
  },
  {
    heading: 'Accounting',
    isLater: true,
    names: [
      'Xero tax rate',
      'Sales tax rate',
      'Account: Bank',
      'Account: Accounts receivable',
      'Account: Receipts clearing',
      'Account: Tax payable',
      'Account: Deferred revenue',
      'Account: Opening balances',
      'Account: Service revenue',
      'Account: Overage revenue',
      'Account: Breakage revenue',
      'Account: Refund differences',
      'Account: Bad debts',
      'Account: Accrued overage',
      'Accrue overage',
    ],
  },
];
