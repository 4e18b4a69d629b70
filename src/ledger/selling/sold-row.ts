import type { Cell } from '../sheet/cell';
import { dayCell } from '../sheet/cell';
import { decimalNumber } from '../units/decimal';
import { hoursOf } from '../units/seconds';
import type { Sale } from './read-sale';

/**
 * The row of Blocks that a sale becomes, by header.
 *
 * Price, Tax and Kind stay blank: they follow from the rest, and go on doing so when somebody corrects it.
 */
export function soldRow(sale: Sale, number: string): Readonly<Record<string, Cell>> {
  const { client, hours, discount, terms, date, starts, expires, paidOn, reference, note } = sale;
  return {
    Block: number,
    Date: dayCell(date),
    Client: client,
    Hours: hoursOf(hours),
    'Normal rate': decimalNumber(terms.normalRate),
    'Discount / h': discount.digits === 0 ? '' : decimalNumber(discount),
    Currency: terms.currency,
    Starts: dayCell(starts),
    Expires: dayCell(expires),
    'Paid on': dayCell(paidOn),
    Reference: reference,
    Note: note,
  };
}
