import {
  type AccountsForm,
  type BookRules,
  bookSettings,
  isBookRules,
  readBookRules,
  type SettingProblem,
  type TypedAccounts,
} from '../../ledger/books/test-journal';
import { settingsList } from '../../ledger/sheet/settings-list';
import { decimalNumber } from '../../ledger/units/decimal';
import { foldName } from '../../ledger/units/names';
import { type Book, type Desk, openBook } from '../../workbook/open-book';
import { type Writing, writeAsSeen } from '../../workbook/seen-form';
import { type SettingValue, settingCells, settingRows } from '../set-up/write-settings';
import { readBooksTabs } from './books-tabs';

/** What stands in Settings now, and at first where nothing does. */
export function openAccountsForm({ book }: Desk): AccountsForm {
  const { ledger, tabs } = openBook(book, undefined, ['Clients', 'Blocks', 'Settings', 'Notices']);
  const rows = settingRows(tabs.get('Settings'));
  const share = decimalNumber(ledger.settings.terms.tax) * 100;
  const typed = bookSettings.map(name => {
    const initial = settingsList.find(spec => spec.name === name)?.initial ?? '';
    return [
      name,
      name === 'Tax (%)' ? `${Number(share.toFixed(6))} %` : rows.get(foldName(name))?.text || `${initial}`,
    ];
  });
  const { closed } = readBooksTabs(book);
  return { typed: Object.fromEntries(typed), terms: ledger.settings.terms, closed: closed.size };
}

/** Writes the settings of the books; what does not make sense is told beside its field and nothing is written. */
export function saveAccounts(
  { book }: Desk,
  given: unknown,
): { readonly problems: readonly SettingProblem[] } {
  const fields = Object(given) as Record<string, unknown>;
  const typed: TypedAccounts = Object.fromEntries(
    bookSettings.map(name => [name, typeof fields[name] === 'string' ? (fields[name] as string).trim() : '']),
  );
  const rules = readBookRules(typed);
  if (!isBookRules(rules)) return { problems: rules };
  const done = { problems: [] };
  const plan = () => ({ ...accountCells(book, typed, rules), what: 'accounts and tax in Settings', done });
  // Sent again it writes the same into the same cells, so it needs no name.
  return writeAsSeen({ book, title: 'Set up accounts', attempt: '', plan });
}

function accountCells(book: Book, typed: TypedAccounts, { tax }: BookRules): Writing {
  const { tabs } = openBook(book, undefined, ['Clients', 'Blocks', 'Settings', 'Notices']);
  const values = bookSettings.map((name): SettingValue => {
    if (name === 'Tax (%)') return { name, value: decimalNumber(tax), format: '0.00%' };
    return { name, value: typed[name] as string, format: '@' };
  });
  return settingCells(tabs.get('Settings'), values);
}
