import { blockNumber } from '../../ledger/model/block';
import type { Ledger } from '../../ledger/model/ledger';
import { typedFields } from '../../ledger/reading/typed-fields';
import { balanceOf, settleOne } from '../../ledger/rules/settle';
import { offeredSale } from '../../ledger/selling/offered-sale';
import { buyerNamed, isSale, readSale, type Sale, soldRow } from '../../ledger/selling/read-sale';
import { type SaleAnswer, type SaleForm, type SoldBlock, saleForm } from '../../ledger/selling/sale-form';
import { saleFields } from '../../ledger/selling/typed-sale';
import { foldName } from '../../ledger/units/names';
import { hoursText, noTime } from '../../ledger/units/seconds';
import { type Book, openBook } from '../../workbook/open-book';
import { type Planned, writeAsSeen } from '../../workbook/seen-form';
import { type Place, selectedCells } from '../../workbook/selected-client';
import { newBlockRows } from './new-block-rows';

/** What the dialog opens with; of the tabs only those that tell of clients, blocks and prices. */
export function openSaleForm(book: Book, place: Place): SaleForm {
  const { ledger } = openBook(book, undefined, ['Clients', 'Blocks', 'Settings', 'Notices']);
  const [client, hours, price] = selectedCells(book.workbook, place, ['Client', 'Offer (h)', 'Offer price']);
  const form = saleForm(ledger, String(client));
  const buyer = buyerNamed(form.selected, form);
  const offered = buyer && offeredSale(hours, price, buyer.terms);
  return offered ? { ...form, offered } : form;
}

/** Writes a block below the last filled row of Blocks; what does not make sense is told beside its field. */
export function sellOnce(book: Book, typed: unknown, attempt: unknown): SaleAnswer {
  return writeAsSeen({ book, title: 'Sell a block', attempt, plan: () => planSale(book, typed) });
}

function planSale(book: Book, typed: unknown): Planned<SaleAnswer> | { readonly instead: SaleAnswer } {
  const opened = openBook(book);
  const sale = readSale(typedFields(typed, saleFields), saleForm(opened.ledger, ''));
  if (!isSale(sale)) return { instead: { problems: sale } };
  const number = blockNumber(opened.ledger.numbers.highest + 1);
  const { after, ...writing } = newBlockRows(opened, [soldRow(sale, number)]);
  const what = `${number}, ${hoursText(sale.hours)} for ${sale.client}`;
  return { ...writing, what, done: { sold: tellOf(sale, number, after) } };
}

/** What the page says of the sale; a client with a row that cannot be counted has no figure to tell. */
function tellOf({ client, hours, offer, terms }: Sale, number: string, ledger: Ledger): SoldBlock {
  const sold = { number, client, hours, price: offer.price, currency: terms.currency };
  const known = ledger.clients.get(foldName(client));
  if (!known || ledger.fatal.length > 0 || ledger.broken.has(known.key))
    return { ...sold, left: null, later: noTime };
  const settled = settleOne(ledger, known);
  return { ...sold, left: balanceOf(settled), later: settled.account.notYetUsable };
}
