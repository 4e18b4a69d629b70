import { blockNumber } from '../model/block';
import type { Client } from '../model/client';
import type { NewRow } from '../reading/with-rows';
import { never } from '../rules/open-block';
import { dayCell } from '../sheet/cell';
import { negative } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { type Decimal, decimalNumber } from '../units/decimal';
import { amountNumber, type Currency, type MinorUnits } from '../units/money';
import { hoursOf, type Seconds } from '../units/seconds';
import type { Change } from './read-change';

/** What the hours of a change draw, as the replay shows it. */
export interface DrawnHours {
  readonly currency: Currency;
  readonly value: MinorUnits;
  /** The earliest end of what was taken; `never` where it has none. */
  readonly expires: CalendarDate;
  /** Of the first block from which hours were taken. */
  readonly normalRate: Decimal;
}

/** The cells that every row of a change has. */
function rowOf(count: number, { date, note }: Change, client: Client, hours: Seconds): NewRow {
  return {
    Block: blockNumber(count),
    Date: dayCell(date),
    Client: client.name,
    Hours: hoursOf(hours),
    Note: note,
  };
}

/** A row that takes hours out, from one block or in draw order. */
export function takingRow(change: Change, count: number, kind: string, currency: Currency): NewRow {
  const own = rowOf(count, change, change.client, negative(change.hours));
  return { ...own, Kind: kind, Currency: currency, Reference: change.block };
}

/** A refund with the money that is given back. */
export function refundRow(
  change: Change,
  count: number,
  { currency }: DrawnHours,
  amount: MinorUnits,
): NewRow {
  const price = 0 - amountNumber(amount, currency);
  return { ...takingRow(change, count, 'Refund', currency), Price: price };
}

/** Both rows of a transfer: the same amount, the same end and the same Reference. */
export function transferRows(
  change: Change,
  count: number,
  { currency, value, ...drawn }: DrawnHours,
): NewRow[] {
  const reference = change.block || blockNumber(count).replace('B', 'T');
  const shared = {
    Kind: 'Transfer',
    Currency: currency,
    Expires: dayCell(drawn.expires < never ? drawn.expires : undefined),
    Reference: reference,
  };
  const amount = amountNumber(value, currency);
  const arrives = rowOf(count + 1, change, change.toClient as Client, change.hours);
  return [
    { ...rowOf(count, change, change.client, negative(change.hours)), ...shared, Price: 0 - amount },
    { ...arrives, ...shared, 'Normal rate': decimalNumber(drawn.normalRate), Price: amount },
  ];
}

/** A row that gives hours: free ones, a correction, or an invoice of overage. */
export function givingRow(change: Change, count: number, kind: string, price: number | ''): NewRow {
  const { normalRate, currency } = change.client.terms;
  return {
    ...rowOf(count, change, change.client, change.hours),
    Kind: kind,
    'Normal rate': decimalNumber(normalRate),
    Currency: currency,
    Price: price,
    Reference: change.reference,
  };
}
