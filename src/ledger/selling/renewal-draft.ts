/** The draft of a renewal: a row of Blocks that counts nothing until its Kind is cleared. */
import type { Client } from '../model/client';
import type { NewRow } from '../reading/with-rows';
import { type Cell, dayCell } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import type { CalendarDate } from '../units/calendar-date';
import { decimalNumber } from '../units/decimal';
import { amountNumber } from '../units/money';
import { foldName } from '../units/names';
import { hoursOf } from '../units/seconds';
import type { Offer } from './offer';
import { offeredSale } from './offered-sale';

/** By its words a draft is known again, whatever becomes of it: nobody gets a second one. */
function draftReference(block: string): string {
  return `${block.toUpperCase()} renewal`;
}

/** As `Sell a block` would write it, at the price of the mail. */
export function draftRow(
  { hours, price }: Offer,
  { name, terms }: Client,
  { block, today }: { readonly block: string; readonly today: CalendarDate },
): NewRow {
  const { currency, normalRate } = terms;
  const [size, amount] = [hoursOf(hours), amountNumber(price, currency)];
  const sale = offeredSale(size, amount, terms);
  return {
    Date: dayCell(today),
    Client: name,
    Hours: size,
    'Normal rate': decimalNumber(normalRate),
    ...(sale ? { 'Discount / h': sale.discount === '0' ? '' : Number(sale.discount) } : { Price: amount }),
    Currency: currency,
    Kind: 'Offer',
    Reference: draftReference(block),
    Note: 'Clear Kind once the client has said yes. Until then it counts nothing.',
  };
}

/** The rows whose Reference is that of the draft, as the sheet counts; `open` ones are offers still. */
export function draftsIn(
  { columns, rows }: TabCells,
  block: string,
): readonly { readonly row: number; readonly isOpen: boolean }[] {
  const wanted = foldName(draftReference(block));
  const cell = (header: string, index: number): Cell => columns.get(header)?.[index] ?? '';
  const found = Array.from({ length: rows }, (_, index) => index).filter(
    index => foldName(String(cell('reference', index))) === wanted,
  );
  return found.map(index => ({ row: index + 2, isOpen: foldName(String(cell('kind', index))) === 'offer' }));
}
