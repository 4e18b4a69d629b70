import type { Block } from '../../ledger/model/block';
import type { Client } from '../../ledger/model/client';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import type { Paper } from '../../ledger/papers/paper';
import { paperPage } from '../../ledger/papers/paper-html';
import { foldHeader } from '../../ledger/sheet/headers';
import { invoiceCount, invoiceNumbered, invoicePaper } from '../../ledger/statements/invoice';
import { hasInvoice } from '../../ledger/statements/period-account';
import { readMemory, remember } from '../../workbook/memory';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import type { Place } from '../../workbook/selected-client';
import { writeIntoRows } from '../../workbook/write-into-rows';
import type { PaperAtHand, PaperKind } from './give-paper';
import { plainName } from './printer';

/** What *Invoice for this block* shows. */
export interface InvoicePreview {
  readonly html: string;
  readonly block: string;
  readonly said: string;
}

/** The invoice of the block in whose row the cursor stands. */
export function previewInvoice(book: Book, { tab, row }: Place): InvoicePreview {
  const { ledger } = openBook(book);
  if (foldHeader(tab) !== 'blocks' || row < 2)
    throw new Error('Stand on a row of Blocks first, then choose Invoice for this block again.');
  const unread = ledger.issues.find(issue => issue.tab === 'Blocks' && issue.row === row);
  const block = ledger.blocks.find(each => each.row === row);
  if (!block)
    throw new Error(unread ? issueText(unread) : `Row ${row} of Blocks is blank. Stand on a sold block.`);
  const paper = paperOf(ledger, block, block.reference);
  return { html: paperPage(paper), block: block.number, said: `${paper.title}, ${paper.headline}.` };
}

interface InvoiceAtHand extends PaperAtHand {
  readonly opened: OpenBook;
  readonly block: Block;
}

/** An invoice with its number. */
interface NumberedInvoice {
  readonly paper: Paper;
  readonly reference: string;
  readonly keptText: string;
}

/** An invoice is kept as a number alone, given once and written into a blank Reference. */
export const invoiceKind: PaperKind<InvoiceAtHand, NumberedInvoice> = {
  lay: ({ book }, number) => layInvoice(book, number),
  keep: ({ book }, { opened, block }) => {
    const reference = block.reference || numberBlock(book, opened, block);
    const paper = paperOf(opened.ledger, block, reference);
    const where = block.reference ? '' : ` Its number stands in Reference of row ${block.row}.`;
    return { paper, reference, keptText: `${paper.title} is made.${where}` };
  },
  html: ({ paper }) => paperPage(paper),
  name: ({ paper }) => plainName(`${paper.title} ${paper.to[0]}`),
  number: ({ reference }) => reference,
  keptText: ({ keptText }) => keptText,
};

function layInvoice(book: Book, number: unknown): InvoiceAtHand {
  const opened = openBook(book);
  const { ledger } = opened;
  const block = ledger.blocks.find(each => each.number === number);
  if (!block)
    throw new Error(`Block ${String(number).slice(0, 20)} is not there any more. Choose its row again.`);
  return { opened, ledger, block, client: ledger.clients.get(block.clientKey) as Client, digest: '' };
}

function paperOf(ledger: Ledger, block: Block, reference: string) {
  if (!hasInvoice(block))
    throw new Error(`${block.number} is a ${block.kind}, and only hours that were sold have an invoice.`);
  return invoicePaper(block, ledger.clients.get(block.clientKey) as Client, ledger.settings, reference);
}

function numberBlock({ store }: Book, { ledger, tabs }: OpenBook, { row }: Block): string {
  const blocks = tabs.get('Blocks');
  const column = blocks ? blocks.column('Reference') : 0;
  if (!blocks || column === 0)
    throw new Error('Blocks has no column "Reference". Run More > Set up > Set up workbook, then try again.');
  const memory = readMemory(store);
  const given = ledger.blocks.map(({ reference }) => invoiceCount(reference));
  const count = Math.max(memory.highestInvoice, ...given) + 1;
  // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
  remember(store, memory, { highestInvoice: count });
  writeIntoRows(blocks, [{ row, column, value: invoiceNumbered(count), format: '@' }]);
  return invoiceNumbered(count);
}
