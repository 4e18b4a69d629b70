import type { CardAnswer, CardNews, CardSeen } from '../ledger/card/card-answer';
import type { ClientCard } from '../ledger/card/client-card';
import { foldHeader } from '../ledger/headers';
import { foldName } from '../ledger/reading/names';
import { findCards, type KeptCards, readCards } from './kept-cards';
import type { CellDeps } from './look-up-figures';
import { openTab } from './open-tabs';
import { type Place, selectedClient } from './selected-client';
import { parseStamp } from './stamp';
import type { Workbook } from './workbook';

type CardDeps = Pick<CellDeps, 'book' | 'cache' | 'hash'>;

/**
 * What the card is to show now, for a page that shows `seen`.
 *
 * It is asked every few seconds: while cursor and ledger stand where they were it reads one cell, the stamp; for
 * another client the kept cards answer, and only a ledger that has changed has the tabs read.
 */
export function lookAtClient(deps: CardDeps, place: Place, given: unknown): CardAnswer {
  const seen = readSeen(given);
  const { workbook } = deps.book;
  const stamp = String(workbook.ledgerCell()?.value() ?? '');
  const isChosen = seen.chosen !== '';
  const stands = isChosen
    ? sameName(seen.client, seen.chosen)
    : seen.client !== '' && isSamePlace(place, seen);
  // While the stamp is being worked out, the card on the page is the best there is.
  const isSettled = seen.stamp === stamp || (seen.stamp !== '' && !parseStamp(stamp));
  if (stands && isSettled) return { same: true, ...place };
  const client = isChosen ? seen.chosen : selectedClient(workbook, place).trim();
  if (isSettled && seen.stamp !== '' && sameName(client, seen.client)) return { same: true, ...place };
  return newsOf(deps, place, { client, stamp, hasNames: seen.stamp !== '' && seen.stamp === stamp });
}

interface Looked {
  readonly client: string;
  readonly stamp: string;
  /** Whether the page has the names under this stamp already. */
  readonly hasNames: boolean;
}

function newsOf(deps: CardDeps, place: Place, { client, stamp, hasNames }: Looked): CardNews {
  const news = { same: false, ...place, stamp, client } as const;
  const nothing = { ...news, card: null, names: null, said: '' };
  if (client === '' && hasNames) return nothing;
  const found = cardsFor(deps, stamp, foldName(client));
  if (found.problem !== '') return { ...nothing, said: found.problem };
  const card = found.cards.find(each => sameName(each.name, client)) ?? null;
  const names = hasNames ? null : found.names;
  return { ...news, card, names, said: whyNone(client, card) };
}

function whyNone(client: string, card: ClientCard | null): string {
  if (client === '' || card) return '';
  return `“${client.slice(0, 60)}” is not in Clients, and has no block and no hours. Check the spelling.`;
}

function cardsFor(deps: CardDeps, text: string, key: string): KeptCards {
  const stamp = parseStamp(text);
  return (stamp && findCards(deps.cache, stamp, key)) || readCards(deps, key);
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
    chosen: text(values.chosen).trim(),
  };
}

/** The row of Clients that names a client; 0 where none does. */
export function rowOfClient(workbook: Workbook, client: string): number {
  const open = openTab(workbook, 'Clients');
  const at = open ? open.column('Client') - 1 : -1;
  const index =
    open?.rows.findIndex((row, number) => number > 0 && sameName(String(row[at] ?? ''), client)) ?? -1;
  return index + 1;
}
