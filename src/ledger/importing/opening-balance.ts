import { type Block, blockNumber } from '../model/block';
import type { ClientTerms } from '../model/settings';
import type { NewRow } from '../reading/with-rows';
import { dayCell } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import { decimal, decimalNumber } from '../units/decimal';
import { amountNumber, amountOf, isCountable, moneyText, priceOf } from '../units/money';
import { foldName } from '../units/names';
import { hoursOf, hoursText, secondsOfHours } from '../units/seconds';
import type { ReadLine } from './import-columns';

/** What is known here of clients; a ledger is more than that. */
export interface ClientGrounds {
  readonly settings: { readonly today: CalendarDate; readonly terms: OwnTerms };
  readonly clients: ReadonlyMap<
    string,
    { readonly key: string; readonly row: number; readonly terms: OwnTerms }
  >;
  readonly blocks: readonly Pick<Block, 'kind' | 'clientKey'>[];
  readonly numbers: { readonly highest: number };
}
type OwnTerms = Pick<ClientTerms, 'normalRate' | 'currency'>;

interface PlannedOpening {
  readonly row?: NewRow;
  readonly says: string;
  readonly problem?: string;
}

/** The hours that a client brings, at what is still owed for them; blank is the normal rate. */
export function openingOf(
  read: ReadLine,
  name: string,
  ledger: ClientGrounds,
  earlier: number,
): PlannedOpening | undefined {
  const { date = ledger.settings.today, expires, paid } = read;
  const ownRate =
    read.normalRate ?? (ledger.clients.get(foldName(name))?.terms ?? ledger.settings.terms).normalRate;
  // Money that was paid ahead buys hours at the normal rate.
  const bought =
    paid && paid.digits > 0 && ownRate.digits > 0
      ? secondsOfHours(decimal(decimalNumber(paid) / decimalNumber(ownRate)))
      : undefined;
  const { hours = bought, value = bought && paid } = read;
  if (paid && paid.digits < 0)
    return {
      says: '',
      problem:
        'The money paid ahead is below zero: it is owed. Choose Money owed for the column, or correct it.',
    };
  if (!hours)
    return value?.digits
      ? { says: '', problem: 'It has a Value but no Hours. Type both, or clear Value.' }
      : undefined;
  const own = ledger.clients.get(foldName(name))?.terms ?? ledger.settings.terms;
  const [currency, normalRate] = [read.currency ?? own.currency, read.normalRate ?? own.normalRate];
  const price = value ? amountOf(value, currency) : priceOf(hours, normalRate, decimal(0), currency);
  if (!isCountable(price)) return { says: '', problem: 'The value is too large to be counted. Correct it.' };
  if (hours < 0 && value?.digits)
    return { says: '', problem: 'Hours below zero are worked already, so they have no Value. Clear it.' };
  if (expires !== undefined && expires < date)
    return { says: '', problem: 'It expires before its Date. Correct one of them.' };
  const row = {
    Block: blockNumber(ledger.numbers.highest + 1 + earlier),
    Date: dayCell(date),
    Client: name,
    Hours: hoursOf(hours),
    'Normal rate': decimalNumber(normalRate),
    Price: hours < 0 ? '' : amountNumber(price, currency),
    Currency: currency,
    Expires: dayCell(expires),
    Kind: 'Opening',
    Note: 'Imported',
  };
  const worth = hours > 0 ? ` worth ${moneyText(price, currency)}` : '';
  return { row, says: `Opening balance: ${hoursText(hours)}${worth}.` };
}
