import {
  type AccountsForm,
  type BookRules,
  bookSettings,
  isBookRules,
  readBookRules,
  type SettingProblem,
  type TypedAccounts,
} from '../../ledger/books/test-journal';
import { cellText } from '../../ledger/sheet/cell';
import { settingsList } from '../../ledger/sheet/settings-list';
import { decimalNumber } from '../../ledger/units/decimal';
import { foldName } from '../../ledger/units/names';
import { type Book, type Desk, openBook } from '../../workbook/open-book';
import { changedCellsIn, type Writing, writeAsSeen } from '../../workbook/seen-form';
import type { ReadTab } from '../../workbook/tabs';
import type { CellWrite } from '../../workbook/write-cells';
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
  const settings = tabs.get('Settings');
  const rows = settingRows(settings);
  const missing = bookSettings.find(name => !rows.has(foldName(name)));
  if (!settings || missing)
    throw new Error(`Settings has no row "${missing}". Run More > Set up > Set up workbook, then try again.`);
  const column = settings.column('Value');
  const writes = bookSettings.map((name): CellWrite => {
    const { row } = rows.get(foldName(name)) as SettingRow;
    if (name === 'Tax (%)') return { row, column, value: decimalNumber(tax), format: '0.00%' };
    return { row, column, value: typed[name] as string, format: '@' };
  });
  return changedCellsIn(settings, ['Setting'], writes);
}

interface SettingRow {
  readonly row: number;
  readonly text: string;
}

/** By folded name; of two rows of one setting the first counts. */
function settingRows(settings: ReadTab | undefined): Map<string, SettingRow> {
  const rows = new Map<string, SettingRow>();
  const values = settings?.cells.columns.get('value') || [];
  for (const [index, cell] of (settings?.cells.columns.get('setting') || []).entries()) {
    const key = foldName(cellText(cell));
    if (key !== '' && !rows.has(key)) rows.set(key, { row: index + 2, text: cellText(values[index] ?? '') });
  }
  return rows;
}
