import type { SheetCell } from '../sheet/sheet-cell';
import { amountNumber } from '../units/money';
import { hoursOf } from '../units/seconds';
import type { PeriodAccount } from './period-account';
import { termLines } from './term-words';

const headers = ['Date', 'What', 'Worked', 'Charged', 'Hours', 'Left after', 'Amount', 'Currency'];
const blank = headers.map(() => '');

/**
 * What BLOCKSTATEMENT spills: the account, whose Hours down to the closing balance add up; then what happened, line by
 * line, whose last "Left after" is the closing balance too.
 *
 * Amounts are net; a second currency has its account in lines of its own, for currencies are never added up.
 */
export function statementRows(account: PeriodAccount): SheetCell[][] {
  const { money, movements } = account;
  const lines = termLines(account);
  const accounts = [...Array(Math.max(money.length, 1)).keys()].flatMap(index => {
    const currency = money[index]?.currency;
    return lines.map(({ date, words, hours, amounts }): SheetCell[] => {
      const amount = amounts[index];
      const cells = currency && amount !== undefined ? [amountNumber(amount, currency), currency] : ['', ''];
      return [{ date }, words, '', '', index === 0 ? hoursOf(hours) : '', '', ...cells];
    });
  });
  const told = movements.map(({ date, what, worked, charged, change, left }): SheetCell[] => [
    { date },
    what,
    worked === undefined ? '' : hoursOf(worked),
    charged === undefined ? '' : hoursOf(charged),
    hoursOf(change),
    hoursOf(left),
    '',
    '',
  ]);
  return [headers, ...accounts, blank, ...told];
}
