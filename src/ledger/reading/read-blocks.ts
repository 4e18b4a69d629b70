import { type Block, blockCount, kinds } from '../block';
import type { Client } from '../client';
import { type Decimal, decimal } from '../units/decimal';
import { amountOf, type Currency, isCountable, type MinorUnits, noMoney, priceOf } from '../units/money';
import type { Seconds } from '../units/seconds';
import { readHours } from './hours';
import { addBroken, type IssueList } from './issue';
import { foldName } from './names';
import type { BlockNumbers, RowNumber } from './number-blocks';
import { choiceOf, readRate } from './read-settings';
import { type RowReader, readRows, type TabCells } from './tab-cells';
import { readCurrency, readDate, readDecimal, readText } from './values';

/** Finds the client of a name, making one for a name that is not in Clients. */
export type FindClient = (name: string, row: RowReader) => Client;

/** A block with what its partner needs to know. */
interface ReadBlock {
  readonly block: Block;
  readonly typedPrice: Decimal | undefined;
}

/** Reads Blocks; a row that cannot be counted is an issue of its client, and the others still count. */
export function readBlocks(
  cells: TabCells,
  numbers: BlockNumbers,
  find: FindClient,
  issues: IssueList,
): Block[] {
  const read: ReadBlock[] = [];
  readRows(cells, row => {
    const name = row.take('Client', readText) ?? '';
    const key = foldName(name);
    if (key !== '') {
      const block = readBlock(row, find(name, row), numbers.rows.get(row.number()));
      if (block && !row.broken()) read.push(block);
    } else if (!row.broken()) row.fail('Client is blank. Choose the client who bought the block.');
    const { notes, failures } = row.problems();
    issues.all.push(...notes, ...failures);
    for (const failure of failures) if (key !== '') addBroken(issues, key, failure);
  });
  const blocks = priceTransfers(read, issues);
  noteReferences(blocks, issues);
  return blocks;
}

function readBlock(row: RowReader, client: Client, own: RowNumber | undefined): ReadBlock | undefined {
  const kind = row.take('Kind', choiceOf(kinds)) ?? 'Purchase';
  const date = row.take('Date', readDate);
  const hours = row.take('Hours', readHours);
  const normalRate = row.take('Normal rate', readRate) ?? client.terms.normalRate;
  const discount = row.take('Discount / h', readRate) ?? decimal(0);
  const typedPrice = row.take('Price', readDecimal);
  const currency = row.take('Currency', readCurrency) ?? client.terms.currency;
  const starts = row.take('Starts', readDate);
  const expires = row.take('Expires', readDate);
  const paidOn = row.take('Paid on', readDate);
  const reference = row.takeAside('Reference', readText) ?? '';
  const reason = row.takeAside('Note', readText) ?? '';
  noteNumber(row, own);
  if (row.broken()) return undefined;
  if (date === undefined) return void row.fail('Date is blank. Type the day on which the block was sold.');
  if (hours === undefined)
    return void row.fail('Hours is blank. Type how many hours were bought, such as 20.');
  const wrong = wrongHours(kind, hours);
  if (wrong) return void row.fail(wrong);
  if (expires !== undefined && expires < (starts ?? date)) {
    row.note('Expires is before the block can be used, so its hours are never usable. Correct Expires.');
  }
  if ((kind === 'Goodwill' || kind === 'Correction') && reason === '')
    row.note(`A ${kind} needs its reason in Note.`);
  const price = priceOfRow(row, { kind, hours, normalRate, discount, typedPrice, currency });
  if (price === undefined) return undefined;
  const { number, order } = own ?? { number: '', order: 0 };
  const clientKey = client.key;
  const block: Block = {
    number,
    order,
    row: row.number(),
    clientKey,
    date,
    hours,
    kind,
    normalRate,
    price,
    currency,
    starts,
    expires,
    paidOn,
    reference,
  };
  return { block, typedPrice };
}

function noteNumber(row: RowReader, own: RowNumber | undefined): void {
  if (!own) return;
  if (own.copyOf) {
    const copied = String(row.cell('Block')).trim().slice(0, 40);
    row.note(
      `Block "${copied}" stands in row ${own.copyOf} too (a copied row?). Both count; Refresh gives this row a new number.`,
    );
  } else if (blockCount(own.number) === undefined) {
    row.note(
      `Block "${own.number.slice(0, 40)}" is not a number such as B-0001. Clear the cell to be given one.`,
    );
  }
}

/** Why hours of this sign do not fit the kind of row. */
function wrongHours(kind: Block['kind'], hours: Seconds): string | undefined {
  if (hours === 0) return 'Hours is 0. Type how many hours were bought, such as 20.';
  const minusOnly = kind === 'Refund' || kind === 'Write-off';
  if (minusOnly && hours > 0) return `A ${kind} takes hours out, so its Hours must be below zero.`;
  const either = minusOnly || kind === 'Opening' || kind === 'Correction' || kind === 'Transfer';
  if (either || hours > 0) return undefined;
  return `Hours is below zero. To take hours out, choose the Kind Correction, Refund or Transfer.`;
}

interface PriceTerms {
  readonly kind: Block['kind'];
  readonly hours: Seconds;
  readonly normalRate: Decimal;
  readonly discount: Decimal;
  readonly typedPrice: Decimal | undefined;
  readonly currency: Currency;
}

/** The price as typed, else hours × (normal rate − discount); free and moved hours have none of their own. */
function priceOfRow(row: RowReader, terms: PriceTerms): MinorUnits | undefined {
  const { kind, hours, normalRate, typedPrice, currency } = terms;
  if (kind === 'Goodwill') {
    if (typedPrice && typedPrice.digits !== 0)
      row.note('Goodwill hours are free, so the Price is not counted. Clear it.');
    return noMoney;
  }
  const normal = priceOf(hours, normalRate, decimal(0), currency);
  const price = typedPrice ? amountOf(typedPrice, currency) : workedOutPrice(terms, normal);
  if (!isCountable(price) || !isCountable(normal)) {
    return void row.fail('The price is too large to be counted. Correct Hours, Normal rate or Price.');
  }
  if (hours < 0 || price >= 0) return price;
  return void row.fail(
    typedPrice
      ? 'Price is below zero. Type what the client pays.'
      : 'Discount / h is more than the normal rate. Correct one of them.',
  );
}

function workedOutPrice({ kind, hours, normalRate, discount, currency }: PriceTerms, normal: MinorUnits) {
  if (hours < 0 || kind === 'Correction' || kind === 'Transfer') return noMoney;
  return kind === 'Overage invoice' ? normal : priceOf(hours, normalRate, discount, currency);
}

/** An incoming transfer without a price takes the amount typed on the other client's row of the same Reference. */
function priceTransfers(read: readonly ReadBlock[], issues: IssueList): Block[] {
  const partners = new Map<string, ReadBlock>();
  for (const each of read) {
    const reference = foldName(each.block.reference);
    if (each.block.kind !== 'Transfer' || each.block.hours > 0 || reference === '') continue;
    if (!partners.has(reference)) partners.set(reference, each);
  }
  return read.map(({ block, typedPrice }) => {
    if (block.kind !== 'Transfer' || block.hours < 0) return block;
    const partner = partners.get(foldName(block.reference));
    const note = (message: string) => void issues.all.push({ tab: 'Blocks', row: block.row, message });
    if (partner && partner.block.currency !== block.currency) {
      const { currency, row } = partner.block;
      note(`This transfer is in ${block.currency} but row ${row} is in ${currency}. Make both one currency.`);
    } else if (!typedPrice && partner?.typedPrice) {
      return { ...block, price: Math.abs(partner.block.price) as MinorUnits };
    } else if (!typedPrice) {
      note(
        'This transfer has no Price on either row, so its hours are worth 0. Type the amount that was moved.',
      );
    }
    return block;
  });
}

/** Hours are taken from the block that Reference names; one that the client did not have by then is a slip. */
function noteReferences(blocks: readonly Block[], issues: IssueList): void {
  const key = (number: string, { clientKey }: Block) => `${number.toUpperCase()} ${clientKey}`;
  const sold = new Map(blocks.map(block => [key(block.number, block), block.date]));
  for (const block of blocks) {
    const { hours, reference, date, row } = block;
    if (hours > 0 || blockCount(reference) === undefined) continue;
    if ((sold.get(key(reference, block)) ?? Number.POSITIVE_INFINITY) <= date) continue;
    const message = `Reference "${reference}" is not a block that this client had by then, so the hours are taken in draw order. Correct it, or clear it.`;
    issues.all.push({ tab: 'Blocks', row, message });
  }
}
