import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { needWholeLedger } from '../rules/archive';
import { settleClient } from '../rules/settle';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { type Currency, type MinorUnits, noMoney } from '../units/money';
import type { Period } from '../units/period';
import { noTime, type Seconds } from '../units/seconds';
import { englishMovements } from '../words/english/movements';
import type { MovementWords } from '../words/movement-words';
import { type MoneyAccount, moneyAccounts } from './money-account';
import { createMovements, type Movement, type ToldMovement } from './movements';
import { type HourAccount, noTerms, plusTerms } from './terms';

/** A block that was sold or invoiced in the period. */
export interface InvoicedBlock {
  readonly date: CalendarDate;
  readonly number: string;
  readonly hours: Seconds;
  readonly currency: Currency;
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  /** By the end of the period. */
  readonly paidOn: CalendarDate | undefined;
}

/** A client's dated account of a period, which adds up to the second and to the cent. */
export interface PeriodAccount extends Period {
  readonly hours: HourAccount;
  /** One a currency. */
  readonly money: readonly MoneyAccount[];
  readonly movements: readonly Movement[];
  readonly invoiced: readonly InvoicedBlock[];
}

/** Draws the account from the one replay: what is told of it up to `to`, and how it stood the day before `from`. */
export function accountOf(
  ledger: Ledger,
  client: Client,
  { from, to }: Period,
  words: MovementWords = englishMovements,
): PeriodAccount {
  needWholeLedger(ledger);
  const isOwn = ({ clientKey }: { readonly clientKey: string }) => clientKey === client.key;
  const blocks = ledger.blocks.filter(isOwn);
  const { all, tell } = createMovements(blocks, client.terms, words);
  const settled = (asOf: CalendarDate, teller?: typeof tell) => {
    const rows = { blocks, entries: ledger.entries.filter(isOwn) };
    return settleClient(client, rows, ledger.settings, asOf, { tell: teller });
  };
  const [after, before] = [settled(to, tell), settled(addDays(from, -1))];
  const earlier = all.filter(({ date }) => date < from);
  const own = all.filter(({ date }) => date >= from);
  return {
    from,
    to,
    hours: hourAccount(leftAfter(earlier, noTime), own),
    money: moneyAccounts(before, after),
    movements: own.map(({ terms: _, ...movement }) => movement),
    invoiced: blocks.filter(block => isInvoiced(block, { from, to })).map(block => invoicedOf(block, to)),
  };
}

function hourAccount(opening: Seconds, movements: readonly ToldMovement[]): HourAccount {
  const terms = movements.reduce((sum, each) => plusTerms(sum, each.terms), noTerms);
  return { opening, ...terms, closing: leftAfter(movements, opening) };
}

function leftAfter(movements: readonly Movement[], otherwise: Seconds): Seconds {
  return movements[movements.length - 1]?.left ?? otherwise;
}

/** What the client gets an invoice for; free, moved and brought-forward hours have none. */
export function hasInvoice({ kind, hours }: Block): boolean {
  return hours > 0 && (kind === 'Purchase' || kind === 'Overage invoice');
}

function isInvoiced(block: Block, { from, to }: Period): boolean {
  return hasInvoice(block) && block.date >= from && block.date <= to;
}

function invoicedOf(block: Block, to: CalendarDate): InvoicedBlock {
  const { date, number, hours, currency, price, tax, paidOn } = block;
  const isPaid = price === noMoney ? false : paidOn !== undefined && paidOn <= to;
  return { date, number, hours, currency, net: price, tax, paidOn: isPaid ? paidOn : undefined };
}
