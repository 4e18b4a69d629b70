/** What a web app shows a client, and its press of Yes. Nothing but that press writes anything. */
import { openRows, type PageFacts, pageFacts } from '../../ledger/client-page/page-facts';
import { clientPageHtml, nothingHere } from '../../ledger/client-page/page-html';
import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import { acceptedOnPage } from '../../ledger/notices/accepted-on-page';
import { readNotices } from '../../ledger/reading/notice-row';
import { stampTabs } from '../../ledger/reading/read-ledger';
import { figuresOf } from '../../ledger/reports/figures';
import { settleOne } from '../../ledger/rules/settle';
import { standingOf } from '../../ledger/rules/standing';
import { hoursInput } from '../../ledger/selling/suggestions';
import { localText } from '../../ledger/words/local-text';
import { type Book, ledgerOf, readTabs } from '../../workbook/open-book';
import { formerTabs } from '../../workbook/remembered-tabs';
import type { ReadTab } from '../../workbook/tabs';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { clientOfToken, tokenIn } from './page-links';

interface PageBook {
  readonly ledger: Ledger;
  readonly clients: ReadTab | undefined;
  readonly notices: ReadTab | undefined;
}

function readPageBook(book: Book): PageBook {
  const tabs = readTabs(book, stampTabs, false);
  const ledger = ledgerOf(
    book,
    tabs,
    0,
    'all work',
    formerTabs(book.workbook, stampTabs, book.workbook.seen()),
  );
  return { ledger, clients: tabs.get('Clients'), notices: tabs.get('Notices') };
}

/** The page of whoever's token it is; every other token gets the same answer, after the same work. */
export function showClientPage(book: Book, given: unknown): string {
  const read = readPageBook(book);
  const token = tokenIn(given);
  const own = ownClient(read, token);
  const [anybody] = read.ledger.clients.values();
  const facts = factsOf(read, own ?? anybody);
  const html = facts ? clientPageHtml(facts, read.ledger.settings, token) : nothingHere;
  return own ? html : nothingHere;
}

function ownClient({ ledger, clients }: PageBook, token: string): Client | undefined {
  const { settings, fatal, missing } = ledger;
  const isOff =
    settings.clientPage === '' || fatal.length > 0 || missing.some(({ stops }) => stops === 'figures');
  const own = clients && clientOfToken(ledger, clients, token);
  return isOff || !own?.active ? undefined : own;
}

/** Nothing where figures may be wrong: none leave the house that a person would have to look at first. */
function factsOf({ ledger, notices }: PageBook, client: Client | undefined): PageFacts | undefined {
  if (!client || ledger.broken.has(client.key)) return undefined;
  const settled = settleOne(ledger, client);
  if (figuresOf(settled, ledger).state === 'check') return undefined;
  return pageFacts(settled, ledger, notices ? readNotices(notices.cells) : []);
}

/**
 * Notes that a client says yes to a size that its page offers, for a person to confirm; it sells nothing.
 *
 * Asked anew from the sheet: once it is noted there is no offer any more, so a second press finds it done.
 */
export function acceptOffer(book: Book, given: unknown, hours: unknown): boolean {
  const read = readPageBook(book);
  const own = ownClient(read, tokenIn(given));
  const facts = own && factsOf(read, own);
  if (!facts || !read.notices) return false;
  if (facts.acceptedOn !== undefined) return true;
  const size = facts.sizes.find(each => hoursInput(each.hours) === hours);
  if (!size) return false;
  writeYes(
    read.notices,
    facts,
    acceptedOnPage(facts.settled.asOf, localText('en').hours(size.hours)),
    read.ledger,
  );
  book.workbook.flush();
  return true;
}

/** Into every mail that waits for the answer; a formula that somebody keeps there stays. */
function writeYes(notices: ReadTab, { settled }: PageFacts, value: string, { settings }: Ledger): void {
  const { newest } = standingOf(settled, settings);
  const [column, formulas] = [notices.column('Outcome'), notices.tab.formulas()];
  const open = openRows(readNotices(notices.cells), newest?.number ?? '');
  const free = open.filter(({ row }) => !formulas[row - 1]?.[column - 1]);
  writeIntoRows(
    notices,
    free.map(({ row }) => ({ row, column, value })),
    ['Block', 'Level'],
  );
}
