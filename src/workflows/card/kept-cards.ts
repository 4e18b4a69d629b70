import type { CardFacts, ClientCard } from '../../ledger/card/client-card';
import { makeCard } from '../../ledger/card/make-card';
import { issueText } from '../../ledger/model/issue';
import { readNotices } from '../../ledger/reading/notice-row';
import { stampTabs } from '../../ledger/reading/read-ledger';
import { settleLedger } from '../../ledger/rules/settle';
import { findPieces, piecesOf, shardCount, shardNumber } from '../../workbook/kept-pieces';
import { ledgerOf, readTabs } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { type Stamp, stampOf } from '../../workbook/stamp';
import { readOpenCare } from '../care/care-tabs';
import type { CellDeps } from '../cells/look-up-figures';

/** The cards of some clients, with everybody's name to choose from. */
export interface KeptCards {
  readonly names: readonly string[];
  readonly cards: readonly ClientCard[];
  /** What keeps every card from being made; blank where nothing does. */
  readonly problem: string;
}

/** Raised when a card has other parts, so that none that an earlier version kept is taken for ours. */
const shape = 2;

/** Whose card is asked for, by the folded name, and the mark of care as it stood before anything was read. */
export interface CardRequest {
  readonly client: string;
  readonly care: string;
}

/** The cards kept under a stamp and a mark of care, beside which that of a client must stand. */
export function findCards(cache: Cache, stamp: Stamp, wanted: CardRequest): KeptCards | undefined {
  return findPieces<KeptCards>(cache, [keyOf(stamp, wanted)])?.[0];
}

/**
 * Reads the tabs, and keeps the cards of the clients beside the one that is asked for.
 *
 * Not of all: a firm of a thousand clients would write a megabyte after every edit. It only reads, so it needs no
 * lock; what another run writes meanwhile has another stamp.
 */
export function readCards(
  { book, cache, hash }: Pick<CellDeps, 'book' | 'cache' | 'hash'>,
  wanted: CardRequest,
): KeptCards {
  const tabs = readTabs(book, stampTabs, false);
  const ledger = ledgerOf(book, tabs, 0, {});
  const [fatal] = ledger.fatal;
  if (fatal) return { names: [], cards: [], problem: issueText(fatal) };
  const notices = tabs.get('Notices');
  const stamp = stampOf(ledger, hash);
  const cards = cardsBeside(wanted.client, {
    ledger,
    notices: notices ? readNotices(notices.cells) : [],
    care: readOpenCare(book),
  });
  const found = { names: [...ledger.clients.values()].map(({ name }) => name), cards, problem: '' };
  cache.putAll(piecesOf(keyOf(stamp, wanted), found));
  return found;
}

function cardsBeside(client: string, facts: Omit<CardFacts, 'settled'>): ClientCard[] {
  const { ledger } = facts;
  const shards = shardCount(ledger.clients.size);
  const wanted = shardNumber(client, shards);
  const clients = new Map([...ledger.clients].filter(([key]) => shardNumber(key, shards) === wanted));
  const settled = settleLedger({ ...ledger, clients }, ledger.settings.today);
  return [...settled.values()].map(each => makeCard({ ...facts, settled: each }));
}

function keyOf({ digest, clients }: Stamp, { client, care }: CardRequest): string {
  return `cards ${shape} ${digest} ${care} ${shardNumber(client, shardCount(clients))}`;
}
