import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { linesOf, withLabel } from '../papers/paper';
import type { SheetCell } from '../sheet/sheet-cell';
import { type CalendarDate, earlier, later } from '../units/calendar-date';
import type { Language } from '../units/language';
import { amountNumber } from '../units/money';
import { type Month, monthsOf } from '../units/month';
import type { Period } from '../units/period';
import { hoursOf } from '../units/seconds';
import { type CareWork, careText } from '../words/care-work';
import { wordsOf } from '../words/languages';
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

interface RepeatingBlock extends Pick<Block, 'number' | 'hours'> {
  readonly repeats: NonNullable<Block['repeats']>;
}

/** Everything that a statement says; once issued it is kept as it is, so that it reprints identically. */
export interface Statement extends PeriodAccount {
  /** Blank until it is issued. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly client: string;
  readonly contact: string;
  readonly firm: string;
  /** Below its name, and below the client's: address, tax id; nothing in those issued before they were told. */
  readonly letterhead?: readonly string[];
  readonly address?: readonly string[];
  /** English in those issued before there were others. */
  readonly language?: Language;
  readonly taxName: string;
  /** A month of it is still open, so its figures may change. */
  readonly provisional: boolean;
  /** Drawn in its paper: those issued before it was reprint as they were. */
  readonly isPictured?: true;
  /** What was looked after in its period; nothing where nothing was, and in those issued before it was told. */
  readonly care?: string;
  /** Blocks that are sold anew each period, by its end; not there where none are, and in those issued before it was told. */
  readonly repeating?: readonly RepeatingBlock[];
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
  const { from, to } = period;
  const words = wordsOf(client.language).papers;
  return {
    number: '',
    issuedOn: settings.today,
    client: client.name,
    contact: client.contact,
    firm: settings.firmName,
    letterhead: linesOf(settings.firmAddress, withLabel(settings.firmTaxId, words.taxId, words.colon)),
    address: linesOf(client.address ?? '', withLabel(client.taxId ?? '', words.taxId, words.colon)),
    language: client.language,
    taxName: settings.taxName,
    isPictured: true,
    provisional: monthsOf(period).some(month => !isClosed(month)),
    corrects: undefined,
    // Nothing is known of a day that has not come, whatever stands in Time.
    ...repeatingOf(ledger, client, to),
    ...accountOf(ledger, client, { from, to: later(from, earlier(to, settings.today)) }, words.movements),
    to,
  };
}

function repeatingOf(
  { blocks }: Ledger,
  { key, active }: Client,
  to: CalendarDate,
): Pick<Statement, 'repeating'> {
  const repeating = blocks.flatMap(({ clientKey, kind, date, number, hours, repeats }) =>
    active && clientKey === key && kind === 'Purchase' && date <= to && repeats
      ? [{ number, hours, repeats }]
      : [],
  );
  return repeating.length > 0 ? { repeating } : {};
}

/** The same, with what was looked after in its period; where nothing was, nothing is said. */
export function withCare(draft: Statement, client: Client, work: CareWork): Statement {
  const care = careText(client.key, work, draft, wordsOf(client.language).mail.care);
  return care === '' ? draft : { ...draft, care };
}
