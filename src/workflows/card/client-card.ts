import { unpaidIn } from '../../ledger/books/unpaid';
import type { CardAnswer, CardNews, CardSeen } from '../../ledger/card/card-answer';
import type { CardFacts, ClientCard } from '../../ledger/card/client-card';
import { makeCard } from '../../ledger/card/make-card';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import type { TabName } from '../../ledger/model/tab-names';
import { readNotices } from '../../ledger/reading/notice-row';
import { stampTabs } from '../../ledger/reading/read-ledger';
import { settleLedger } from '../../ledger/rules/settle';
import { foldHeader } from '../../ledger/sheet/headers';
import { foldName } from '../../ledger/units/names';
import { findPieces, piecesOf, shardCount, shardNumber } from '../../workbook/kept-pieces';
import { ledgerOf, readTabs } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { formerTabs } from '../../workbook/remembered-tabs';
import { type Place, selectedClient } from '../../workbook/selected-client';
import { parseStamp, type Stamp, stampOf } from '../../workbook/stamp';
import { openTab } from '../../workbook/tabs';
import type { Workbook } from '../../workbook/workbook';
import { type NewMark, readCareMark, renewCareMark } from '../care/care-mark';
import { readOpenCare } from '../care/care-tabs';
import type { CellDeps } from '../cells/look-up-figures';

/** The cards of some clients, with everybody's name to choose from. */
interface KeptCards {
  readonly names: readonly string[];
  readonly cards: readonly ClientCard[];
  /** What keeps every card from being made; blank where nothing does. */
  readonly problem: string;
}

/** Raised when a card has other parts, so that none that an earlier version kept is taken for ours. */
const shape = 4;

/** Whose card is asked for, by the folded name, and the mark of care as it stood before anything was read. */
interface CardRequest {
  readonly client: string;
  readonly care: string;
}

/** The cards kept under a stamp and a mark of care, beside which that of a client must stand. */
function findCards(cache: Cache, stamp: Stamp, wanted: CardRequest): KeptCards | undefined {
  return findPieces<KeptCards>(cache, [keyOf(stamp, wanted)])?.[0];
}

/**
 * Reads the tabs, and keeps the cards of the clients beside the one that is asked for.
 *
 * Not of all: a firm of a thousand clients would write a megabyte after every edit. It only reads, so it needs no
 * lock; what another run writes meanwhile has another stamp.
 */
function readCards({ book, cache }: Pick<CellDeps, 'book' | 'cache'>, wanted: CardRequest): KeptCards {
  const tabs = readTabs(book, stampTabs, false);
  const ledger = ledgerOf(book, tabs, 0, {}, formerTabs(book.workbook, stampTabs, book.workbook.seen()));
  const [fatal] = ledger.fatal;
  if (fatal) return { names: [], cards: [], problem: issueText(fatal) };
  const notices = tabs.get('Notices');
  const stamp = stampOf(ledger);
  const cards = cardsBeside(wanted.client, {
    ledger,
    notices: notices ? readNotices(notices.cells) : [],
    care: readOpenCare(book),
    // The archive is read only where one of them has not paid.
    whole: () => ledgerOf(book, new Map(tabs), 0, 'all work'),
  });
  const found = { names: [...ledger.clients.values()].map(({ name }) => name), cards, problem: '' };
  cache.putAll(piecesOf(keyOf(stamp, wanted), found));
  return found;
}

interface SeenByAll extends Omit<CardFacts, 'settled' | 'unpaid'> {
  readonly whole: () => Ledger;
}

function cardsBeside(client: string, { whole, ...facts }: SeenByAll): ClientCard[] {
  const { ledger } = facts;
  const shards = shardCount(ledger.clients.size);
  const wanted = shardNumber(client, shards);
  const clients = new Map([...ledger.clients].filter(([key]) => shardNumber(key, shards) === wanted));
  const settled = settleLedger({ ...ledger, clients }, ledger.settings.today);
  const blocks = ledger.blocks.filter(({ clientKey }) => clients.has(clientKey));
  const unpaid = unpaidIn({ ...ledger, blocks }, whole);
  return [...settled.values()].map(each => makeCard({ ...facts, unpaid, settled: each }));
}

function keyOf({ digest, clients }: Stamp, { client, care }: CardRequest): string {
  return `cards ${shape} ${digest} ${care} ${shardNumber(client, shardCount(clients))}`;
}

interface CardDeps extends Pick<CellDeps, 'book' | 'cache'> {
  readonly newMark: NewMark;
}

/**
 * What the card is to show now, for a page that shows `seen`.
 *
 * It is asked every few seconds: while the cursor stands where it was it makes one call, for the stamp of the ledger or
 * for the mark of care, in turn as the page says; so a change is seen at the second look at the latest. Where the cursor
 * has moved somebody may have typed, and both are asked for. For another client the kept cards answer; only where
 * ledger or care have changed are the tabs read.
 */
export function lookAtClient(deps: CardDeps, place: Place, given: unknown): CardAnswer {
  const seen = readSeen(given);
  const same = { same: true, ...place } as const;
  const isChosen = seen.chosen !== '';
  const hasStayed = isSamePlace(place, seen);
  const stands = isChosen ? sameName(seen.client, seen.chosen) : seen.client !== '' && hasStayed;
  const asksCare = stands && hasStayed && seen.asks === 'care';
  if (asksCare && readCareMark(deps.cache) === seen.care) return same;
  const { workbook } = deps.book;
  const stamp = String(workbook.ledgerCell()?.value() ?? '');
  // While the stamp is being worked out, the card on the page is the best there is.
  const isSettled = seen.stamp === stamp || (seen.stamp !== '' && !parseStamp(stamp));
  if (stands && hasStayed && isSettled && !asksCare) return same;
  const client = isChosen ? seen.chosen : selectedClient(workbook, place).trim();
  const care = readCareMark(deps.cache);
  const isShown = seen.stamp !== '' && sameName(client, seen.client);
  if (isSettled && care === seen.care && (stands || isShown)) return same;
  return newsOf(deps, place, { client, stamp, care, hasNames: seen.stamp !== '' && seen.stamp === stamp });
}

interface CardLook extends CardRequest {
  readonly stamp: string;
  /** Whether the page has the names under this stamp already. */
  readonly hasNames: boolean;
}

function newsOf(deps: CardDeps, place: Place, { client, stamp, care, hasNames }: CardLook): CardNews {
  // Without a mark, or with one that is lost, nothing could be told from what was kept before.
  const known = care || renewCareMark(deps.cache, deps.newMark);
  const news = { same: false, ...place, stamp, care: known, client } as const;
  const nothing = { ...news, card: null, names: null, said: '' };
  if (client === '' && hasNames) return nothing;
  const found = cardsFor(deps, stamp, { client: foldName(client), care: known });
  if (found.problem !== '') return { ...nothing, said: found.problem };
  const card = found.cards.find(each => sameName(each.name, client)) ?? null;
  const names = hasNames ? null : found.names;
  return { ...news, card, names, said: whyNone(client, card) };
}

function whyNone(client: string, card: ClientCard | null): string {
  if (client === '' || card) return '';
  return `“${client.slice(0, 60)}” is not in Clients, and has no block and no hours. Check the spelling.`;
}

function cardsFor(deps: CardDeps, text: string, wanted: CardRequest): KeptCards {
  const stamp = parseStamp(text);
  return (stamp && findCards(deps.cache, stamp, wanted)) || readCards(deps, wanted);
}

function sameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

function isSamePlace(place: Place, seen: CardSeen): boolean {
  return place.row === seen.row && foldHeader(place.tab) === foldHeader(seen.tab);
}

/** A page may send anything; what is missing is blank. */
function readSeen(given: unknown): CardSeen {
  const values = Object(given) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    tab: text(values.tab),
    row: Number(values.row) || 0,
    client: text(values.client),
    stamp: text(values.stamp),
    care: text(values.care),
    asks: values.asks === 'care' ? 'care' : 'ledger',
    chosen: text(values.chosen).trim(),
  };
}

/** The row of Clients that names a client; 0 where none does. */
export function rowOfClient(workbook: Workbook, client: string): number {
  return rowNaming(workbook, ['Clients', 'Client'], client);
}

/** The row of Blocks that has a number; 0 where none does. */
export function rowOfBlock(workbook: Workbook, number: string): number {
  return rowNaming(workbook, ['Blocks', 'Block'], number);
}

function rowNaming(workbook: Workbook, [tab, header]: readonly [TabName, string], name: string): number {
  const open = openTab(workbook, tab);
  const at = open ? open.column(header) - 1 : -1;
  const index =
    open?.rows.findIndex((row, number) => number > 0 && sameName(String(row[at] ?? ''), name)) ?? -1;
  return index + 1;
}
