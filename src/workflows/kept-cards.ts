import type { ClientCard } from '../ledger/card/client-card';
import { makeCard } from '../ledger/card/make-card';
import type { Ledger } from '../ledger/ledger';
import { type NoticeRow, readNotices } from '../ledger/notices/notice-row';
import { issueText } from '../ledger/reading/issue';
import { stampTabs } from '../ledger/reading/read-ledger';
import { settleLedger } from '../ledger/rules/settle';
import type { Cache } from './figure-store';
import { findPieces, piecesOf, shardCount, shardNumber } from './kept-pieces';
import type { CellDeps } from './look-up-figures';
import { ledgerOf, readTabs } from './open-book';
import { type Stamp, stampOf } from './stamp';

/** The cards of some clients, with everybody's name to choose from. */
export interface KeptCards {
  readonly names: readonly string[];
  readonly cards: readonly ClientCard[];
  /** What keeps every card from being made; blank where nothing does. */
  readonly problem: string;
}

/** Raised when a card has other parts, so that none that an earlier version kept is taken for ours. */
const shape = 1;

/** The cards kept under a stamp beside which that of a client, by its folded name, must stand. */
export function findCards(cache: Cache, stamp: Stamp, client: string): KeptCards | undefined {
  return findPieces<KeptCards>(cache, [keyOf(stamp, client)])?.[0];
}

/**
 * Reads the tabs, and keeps the cards of the clients beside the one that is asked for.
 *
 * Not of all: a firm of a thousand clients would write a megabyte after every edit. It only reads, so it needs no
 * lock; what another run writes meanwhile has another stamp.
 */
export function readCards(
  { book, cache, hash }: Pick<CellDeps, 'book' | 'cache' | 'hash'>,
  client: string,
): KeptCards {
  const tabs = readTabs(book, stampTabs, false);
  const ledger = ledgerOf(book, tabs, 0, {});
  const [fatal] = ledger.fatal;
  if (fatal) return { names: [], cards: [], problem: issueText(fatal) };
  const notices = tabs.get('Notices');
  const stamp = stampOf(ledger, hash);
  const cards = cardsBeside(ledger, client, notices ? readNotices(notices.cells) : []);
  const found = { names: [...ledger.clients.values()].map(({ name }) => name), cards, problem: '' };
  cache.putAll(piecesOf(keyOf(stamp, client), found));
  return found;
}

function cardsBeside(ledger: Ledger, client: string, notices: readonly NoticeRow[]): ClientCard[] {
  const shards = shardCount(ledger.clients.size);
  const wanted = shardNumber(client, shards);
  const settled = settleLedger(ledger, ledger.settings.today);
  return [...settled]
    .filter(([key]) => shardNumber(key, shards) === wanted)
    .map(([, each]) => makeCard({ settled: each, ledger, notices }));
}

function keyOf({ digest, clients }: Stamp, client: string): string {
  return `cards ${shape} ${digest} ${shardNumber(client, shardCount(clients))}`;
}
