import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import type { SheetCell } from '../sheet/sheet-cell';
import type { CalendarDate } from '../units/calendar-date';
import { amountNumber } from '../units/money';
import { type Month, monthsOf } from '../units/month';
import type { Period } from '../units/period';
import { hoursOf } from '../units/seconds';
import { type CareWork, careText } from '../words/care-work';
import { englishCare } from '../words/english/care';
import { accountOf, type PeriodAccount } from './period-account';
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

/** Everything that a statement says; once issued it is kept as it is, so that it reprints identically. */
export interface Statement extends PeriodAccount {
  /** Blank until it is issued. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly client: string;
  readonly contact: string;
  readonly firm: string;
  readonly taxName: string;
  /** A month of it is still open, so its figures may change. */
  readonly provisional: boolean;
  /** Drawn in its paper: those issued before it was reprint as they were. */
  readonly isPictured?: true;
  /** What was looked after in its period; nothing where nothing was, and in those issued before it was told. */
  readonly care?: string;
  /** The one it stands in place of, and what has become of its figures. */
  readonly corrects: { readonly number: string; readonly differences: readonly string[] } | undefined;
}

/** The statement as the ledger stands now; internal notes and names of staff are not even at hand here. */
export function draftStatement(
  ledger: Ledger,
  client: Client,
  period: Period,
  isClosed: (month: Month) => boolean,
): Statement {
  const { settings } = ledger;
  return {
    number: '',
    issuedOn: settings.today,
    client: client.name,
    contact: client.contact,
    firm: settings.firmName,
    taxName: settings.taxName,
    isPictured: true,
    provisional: monthsOf(period).some(month => !isClosed(month)),
    corrects: undefined,
    ...accountOf(ledger, client, period),
  };
}

/** The same, with what was looked after in its period; where nothing was, nothing is said. */
export function withCare(draft: Statement, client: Client, work: CareWork): Statement {
  const care = careText(client.key, work, draft, englishCare);
  return care === '' ? draft : { ...draft, care };
}
