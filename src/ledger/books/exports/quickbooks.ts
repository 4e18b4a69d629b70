import type { JournalLine } from '../../model/journal-line';
import { negative } from '../../units/amounts';
import { isoDate } from '../../units/calendar-date';
import { type MinorUnits, plainAmount } from '../../units/money';
import { lastDay, type Month, monthText } from '../../units/month';
import { type CsvFile, csvText, openEnding, openText, textCell } from './csv';
import { partsOf, partText } from './parts';

/**
 * What Intuit's help asks of a file of journal entries (Import journal entries in QuickBooks Online): accounts by
 * name, account numbers turned off, a customer on every receivable. A file takes a thousand rows.
 */
const columns = 'Journal No,Journal Date,Currency,Memo,Account Name,Debits,Credits,Description,Name'.split(
  ',',
);
const mostLines = 999;

/** A journal for each currency; one that is too long for a file goes into several, each of which balances. */
export function quickBooksFiles(month: Month, lines: readonly JournalLine[], isOpen: boolean): CsvFile[] {
  const [year, count, day] = isoDate(lastDay(month)).split('-');
  return partsOf(lines, mostLines).map(each => {
    const { currency, part, parts } = each;
    const ending = parts > 1 ? `-${part}` : '';
    const memo = textCell(`Prepaid time, ${monthText(month)}${openText(isOpen)}${partText(each)}`);
    const rows = each.lines.map(({ account, amount, client }) => {
      const money = (size: MinorUnits) => (size > 0 ? plainAmount(size, currency) : '');
      const head = [`BL-${month}-${currency}${ending}`, `${count}/${day}/${year}`, currency, memo];
      return [
        ...head,
        textCell(account),
        money(amount),
        money(negative(amount)),
        textCell(client),
        textCell(client),
      ];
    });
    return {
      name: `quickbooks-${month}-${currency}${ending}${openEnding(isOpen)}.csv`,
      text: csvText([columns, ...rows]),
    };
  });
}
