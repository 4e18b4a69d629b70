import { blockNumber } from '../../ledger/model/block';
import type { Ledger } from '../../ledger/model/ledger';
import { isWithoutAnswer } from '../../ledger/model/levels';
import type { NoticeFigures, NoticeRow } from '../../ledger/model/notice-row';
import { acceptedText, isAnsweredByHand } from '../../ledger/notices/outcome';
import { readNotices } from '../../ledger/reading/notice-row';
import { typedFields } from '../../ledger/reading/typed-fields';
import type { NewRow } from '../../ledger/reading/with-rows';
import { balanceOf, settleOne } from '../../ledger/rules/settle';
import type { PriceTerms } from '../../ledger/selling/offer';
import { type OfferedSale, offeredSale } from '../../ledger/selling/offered-sale';
import { promisedUntil, readPromise } from '../../ledger/selling/promise';
import { buyerNamed, isSale, readSale, type Sale, soldRow } from '../../ledger/selling/read-sale';
import { draftsIn } from '../../ledger/selling/renewal-draft';
import { type SaleAnswer, type SaleForm, type SoldBlock, saleForm } from '../../ledger/selling/sale-form';
import { saleFields } from '../../ledger/selling/typed-sale';
import { foldHeader } from '../../ledger/sheet/headers';
import { isoDate } from '../../ledger/units/calendar-date';
import { amountNumber } from '../../ledger/units/money';
import { foldName } from '../../ledger/units/names';
import { hoursOf, hoursText, noTime } from '../../ledger/units/seconds';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import { changedCellsIn, type Planned, type Writing, writeAsSeen } from '../../workbook/seen-form';
import { type Place, selectedClient } from '../../workbook/selected-client';
import type { ReadTab } from '../../workbook/tabs';
import { rowCells } from '../../workbook/write-rows';
import { newBlockRows } from './new-block-rows';

/** What the dialog opens with; of the tabs only those that tell of clients, blocks and prices. */
export function openSaleForm(book: Book, place: Place): SaleForm {
  const { ledger, tabs } = openBook(book, undefined, ['Clients', 'Blocks', 'Settings', 'Notices']);
  const form = saleForm(ledger, selectedClient(book.workbook, place));
  const buyer = buyerNamed(form.selected, form);
  const notice = noticeIn(tabs.get('Notices'), place);
  if (!buyer || notice?.sentAt === undefined || !notice.figures) return form;
  const until = promisedUntil(notice.sentAt);
  const sizes = until < ledger.settings.today ? [] : sizesIn(notice.figures, buyer.terms);
  return { ...form, offered: { key: notice.key, sizes, until: isoDate(until) } };
}

function noticeIn(notices: ReadTab | undefined, { tab, row }: Place): NoticeRow | undefined {
  if (!notices || foldHeader(tab) !== foldHeader(notices.name)) return undefined;
  return readNotices(notices.cells).find(each => each.row === row);
}

/** Mails of earlier versions have kept the one size that they proposed. */
function sizesIn(
  { offers, offerHours, offerPrice }: NoticeFigures,
  terms: PriceTerms,
): readonly OfferedSale[] {
  const { currency } = terms;
  const promised = readPromise(offers).filter(each => each.currency === currency);
  const sizes = promised.map(({ hours, price }) => [hoursOf(hours), amountNumber(price, currency)] as const);
  const all = offers === '' ? [[offerHours, offerPrice] as const] : sizes;
  return all.flatMap(([hours, price]) => offeredSale(hours, price, terms) ?? []);
}

/** Writes a block below the last filled row of Blocks; what does not make sense is told beside its field. */
export function sellOnce(book: Book, typed: unknown, attempt: unknown, answers?: unknown): SaleAnswer {
  const plan = () => planSale(book, typed, String(answers ?? ''));
  return writeAsSeen({ book, title: 'Sell a block', attempt, plan });
}

function planSale(
  book: Book,
  typed: unknown,
  answers: string,
): Planned<SaleAnswer> | { readonly instead: SaleAnswer } {
  const opened = openBook(book);
  const sale = readSale(typedFields(typed, saleFields), saleForm(opened.ledger, ''));
  if (!isSale(sale)) return { instead: { problems: sale } };
  const number = blockNumber(opened.ledger.numbers.highest + 1);
  const row = soldRow(sale, number);
  const { after, ...sold } = newBlockRows(opened, [row]);
  const writing = { ...sold, ...draftTaken(opened, answers, row) };
  const what = `${number}, ${hoursText(sale.hours)} for ${sale.client}`;
  const both = together(writing, acceptance(opened, answers, sale.client));
  return { ...writing, ...both, what, done: { sold: tellOf(sale, number, after) } };
}

/** The draft that waits for this yes becomes the block: one sale stands there once. */
function draftTaken(opened: OpenBook, key: string, row: NewRow): Writing | undefined {
  const blocks = opened.tabs.get('Blocks');
  const [block = ''] = key.split(' ');
  const draft = blocks && draftsIn(blocks.cells, block).find(({ isOpen }) => isOpen);
  if (!blocks || !draft) return undefined;
  const name = String(blocks.cells.columns.get('client')?.[draft.row - 2] ?? '');
  if (foldName(name) !== foldName(String(row.Client))) return undefined;
  const [cells = []] = rowCells(blocks, [row]);
  const writes = cells.map(({ column, value }) => ({ row: draft.row, column, value }));
  return changedCellsIn(blocks, ['Client'], writes);
}

/** What a client has said yes to is answered, and no reminder of it goes out; the block comes first. */
function acceptance({ ledger, tabs }: OpenBook, key: string, client: string): Writing | undefined {
  const notices = tabs.get('Notices');
  const rows = notices ? readNotices(notices.cells) : [];
  const answered = rows.find(each => each.key === key);
  if (!notices || !answered) return undefined;
  const number = answered.block.toUpperCase();
  const block = ledger.blocks.find(each => each.number.toUpperCase() === number);
  if (block?.clientKey !== foldName(client)) return undefined;
  const { today } = ledger.settings;
  const formulas = notices.tab.formulas();
  const column = notices.column('Outcome');
  const open = rows.filter(each => isOpenAbout(each, number) && !formulas[each.row - 1]?.[column - 1]);
  const value = acceptedText(today);
  return changedCellsIn(
    notices,
    ['Block', 'Level'],
    open.map(({ row }) => ({ row, column, value })),
  );
}

function isOpenAbout(row: NoticeRow, number: string): boolean {
  return (
    row.block.toUpperCase() === number &&
    row.state === 'Sent' &&
    !isWithoutAnswer(row.level) &&
    !isAnsweredByHand(row)
  );
}

function together(first: Writing, second: Writing | undefined): Writing {
  if (!second) return first;
  return {
    parts: [...first.parts, ...second.parts],
    write: () => {
      first.write();
      second.write();
    },
  };
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
