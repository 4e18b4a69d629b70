import type { Accounts } from '../model/accounts';
import type { ClosedMonth, MonthWork } from '../model/closed-month';
import type { JournalLine } from '../model/journal-line';
import type { SettledClient } from '../rules/settle';
import { minus, negative, plus, sumOf } from '../units/amounts';
import { remembering, valueAt } from '../units/groups';
import { counted } from '../units/local-text';
import { type Currency, type MinorUnits, moneyText, noMoney } from '../units/money';
import { type Month, monthOf } from '../units/month';
import { hoursText, noTime, type Seconds } from '../units/seconds';

/** The work of a month, with the charged hours of each client by its name. */
export interface ClientsWork extends MonthWork {
  readonly byClient: ReadonlyMap<string, Seconds>;
}

const noWork: ClientsWork = { entries: 0, charged: noTime, byClient: new Map() };

/** What was worked in each month: told in one go, for there may be many months and a hundred thousand entries. */
export function workByMonth(settled: Iterable<SettledClient>): (month: Month) => ClientsWork {
  const months = new Map<Month, { entries: number; charged: Seconds; byClient: Map<string, Seconds> }>();
  const monthOn = remembering(monthOf);
  for (const { client, entries } of settled)
    for (const { entry, charged } of entries) {
      const none = () => ({ entries: 0, charged: noTime, byClient: new Map<string, Seconds>() });
      const sum = valueAt(months, monthOn(entry.date), none);
      sum.entries++;
      sum.charged = plus(sum.charged, charged);
      if (charged !== 0)
        sum.byClient.set(client.name, plus(sum.byClient.get(client.name) ?? noTime, charged));
    }
  return month => months.get(month) ?? noWork;
}

/** The months that are closed now: of several rows of a month the last one tells. */
export function closedNow(rows: readonly ClosedMonth[]): Map<Month, ClosedMonth> {
  const last = new Map(rows.map(each => [each.month, each]));
  return new Map([...last].filter(([, { reopenedOn }]) => reopenedOn === undefined));
}

/**
 * Tells whether a month is closed: every one up to the newest that was closed, also one without lines; only one that
 * was opened again is open.
 */
export function closedTest(rows: readonly ClosedMonth[]): (month: Month) => boolean {
  const newest = [...closedNow(rows).keys()].sort().pop();
  const reopened = new Set(rows.map(({ month }) => month).filter(month => !closedNow(rows).has(month)));
  return month => newest !== undefined && month <= newest && !reopened.has(month);
}

/** What is hashed of a closed month; sorting its rows changes nothing. */
export function digestText(lines: readonly JournalLine[], { entries, charged }: MonthWork): string {
  const texts = lines.map(({ month, currency, code, account, amount, client, block, memo }) =>
    JSON.stringify([month, currency, code, account, amount, client, block, memo]),
  );
  return [...texts.sort(), `${entries} ${charged}`].join('\n');
}

/** `2 entries came late: −1.5 h`; blank where nothing did. */
export function lateText(then: MonthWork, now: MonthWork): string {
  const [entries, charged] = [now.entries - then.entries, minus(now.charged, then.charged)];
  if (entries === 0 && charged === 0) return '';
  const left = hoursText(negative(charged));
  const change = charged < 0 ? `+${left}` : left;
  if (entries === 0) return `Entries were changed: ${change}`;
  const count = counted(Math.abs(entries), 'entry', 'entries');
  const verb = Math.abs(entries) === 1 ? 'was' : 'were';
  return entries > 0 ? `${count} came late: ${change}` : `${count} ${verb} taken out: ${change}`;
}

/** Debits by currency, such as `$2,385.00`. */
export function totalsText(lines: readonly JournalLine[]): string {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
  return currencies
    .map(currency => {
      const debits = lines.filter(line => line.currency === currency && line.amount > 0);
      return moneyText(sumOf(debits.map(({ amount }) => amount)), currency);
    })
    .join(', ');
}

/** What a sale was worth in the journals of closed months. */
export interface BookedSale {
  readonly currency: Currency;
  /** Nothing where only money of it, or only work on it, was booked. */
  readonly price: MinorUnits | undefined;
  /** Nothing where the cash side was kept out of the books, and the tax with it. */
  readonly tax: MinorUnits | undefined;
}

/** By block number in capitals, from lines as they were frozen. */
export function bookedSales(
  lines: readonly JournalLine[],
  { tax, deferred, receivable, clearing, bank }: Accounts,
): Map<string, BookedSale> {
  const sales = new Map<string, BookedSale>();
  const cash = [receivable, clearing, bank].map(({ code }) => code);
  for (const { block, currency, code, memo, amount } of lines) {
    const key = block.toUpperCase();
    const known = sales.get(key) ?? { currency, price: undefined, tax: undefined };
    if (code === deferred.code && memo === 'Sold') sales.set(key, { ...known, price: negative(amount) });
    else if (cash.includes(code)) sales.set(key, { ...known, tax: known.tax ?? noMoney });
    else if (code === tax.code) sales.set(key, { ...known, tax: minus(known.tax ?? noMoney, amount) });
  }
  return sales;
}
