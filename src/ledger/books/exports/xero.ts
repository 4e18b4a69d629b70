import { type AccountBook, accountOf, type BookAccount } from '../../model/accounts';
import type { JournalLine } from '../../model/journal-line';
import type { Settings } from '../../model/settings';
import { isoDate } from '../../units/calendar-date';
import { plainAmount } from '../../units/money';
import { lastDay, type Month, monthText } from '../../units/month';
import { type CsvFile, csvText, openEnding, openText, textCell } from './csv';
import { partsOf, partText } from './parts';

/** The columns of Xero's template for manual journals (Add or post multiple manual journals); a file takes 300 lines. */
const columns =
  '*Narration,*Date,Description,*AccountCode,*TaxRate,*Amount,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2'.split(
    ',',
  );
const mostLines = 300;

/**
 * Manual journals for Xero: accounts by code, one signed amount, a tax rate on every line.
 *
 * Xero takes neither a bank account nor its own receivables in a journal, so both go through the clearing account;
 * and only the organisation's own currency, so each currency is a file of its own.
 */
export function xeroFiles(
  month: Month,
  lines: readonly JournalLine[],
  isOpen: boolean,
  settings: AccountBook & Pick<Settings, 'xeroTaxRate'>,
): CsvFile[] {
  const [year, count, day] = isoDate(lastDay(month)).split('-');
  const cleared = lines.map(line => {
    const [bank, receivable, clearing] = (['bank', 'receivable', 'clearing'] as const).map(role =>
      accountOf(settings, role, line.currency),
    ) as [BookAccount, BookAccount, BookAccount];
    const isRefused = line.code === bank.code || line.code === receivable.code;
    return isRefused ? { ...line, code: clearing.code, account: clearing.name } : line;
  });
  return partsOf(cleared, mostLines).map(each => {
    const { currency, part, parts } = each;
    const narration = textCell(
      `Prepaid time ${currency}, ${monthText(month)}${openText(isOpen)}${partText(each)}`,
    );
    const rows = each.lines.map(({ code, amount, client, account }) => [
      narration,
      `${day}/${count}/${year}`,
      textCell(`${client}: ${account}`),
      textCell(code),
      textCell(settings.xeroTaxRate),
      plainAmount(amount, currency),
      '',
      '',
      '',
      '',
    ]);
    const ending = parts > 1 ? `-${part}` : '';
    return {
      name: `xero-${month}-${currency}${ending}${openEnding(isOpen)}.csv`,
      text: csvText([columns, ...rows]),
    };
  });
}
