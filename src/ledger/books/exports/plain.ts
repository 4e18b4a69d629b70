import type { JournalLine } from '../../model/journal-line';
import { negative } from '../../units/amounts';
import { isoDate } from '../../units/calendar-date';
import { type MinorUnits, plainAmount } from '../../units/money';
import { lastDay, type Month } from '../../units/month';
import { type CsvFile, csvText, openEnding, openText, textCell } from './csv';

const columns = 'Month,Date,Currency,Account,Code,Debit,Credit,Client,Block,Memo'.split(',');

/** The journal as it stands in the sheet, for any other accounting. */
export function plainFiles(month: Month, lines: readonly JournalLine[], isOpen: boolean): CsvFile[] {
  const rows = lines.map(({ currency, account, code, amount, client, block, memo }) => {
    const money = (size: MinorUnits) => (size > 0 ? plainAmount(size, currency) : '');
    const texts = [client, block, memo + openText(isOpen)].map(textCell);
    const names = [account, code].map(textCell);
    return [
      month,
      isoDate(lastDay(month)),
      currency,
      ...names,
      money(amount),
      money(negative(amount)),
      ...texts,
    ];
  });
  return [{ name: `journal-${month}${openEnding(isOpen)}.csv`, text: csvText([columns, ...rows]) }];
}
