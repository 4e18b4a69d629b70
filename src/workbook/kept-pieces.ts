import { piecesOfText, plainJson } from '../ledger/units/plain-json';
import type { Cache } from './ports';

const clientsAShard = 40;
/** A value may have 100 KB; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 90_000;
/** The last piece of a text ends so; JSON has no line break of its own. */
const endMark = '\n';

/** The values under which the cache keeps something of any length. */
export function piecesOf(key: string, kept: unknown): Record<string, string> {
  const pieces = piecesOfText(plainJson(kept) + endMark, longestPiece);
  return Object.fromEntries(pieces.map((text, piece) => [`${key} ${piece}`, text]));
}

/** What is kept under keys; nothing where the cache has lost a piece. As many calls as the longest has pieces. */
export function findPieces<Kept>(cache: Cache, keys: readonly string[]): Kept[] | undefined {
  const texts = new Map(keys.map(key => [key, '']));
  for (let piece = 0; ; piece++) {
    const open = [...texts].filter(([, text]) => !text.endsWith(endMark));
    if (open.length === 0) break;
    const found = cache.getAll(open.map(([key]) => `${key} ${piece}`));
    for (const [key, text] of open) {
      const next = found[`${key} ${piece}`];
      if (next === undefined) return undefined;
      texts.set(key, text + next);
    }
  }
  return [...texts.values()].map((text): Kept => JSON.parse(text));
}

/** Into how many parts the clients are split, so that asking for one reads little. */
export function shardCount(clients: number): number {
  return Math.ceil(clients / clientsAShard) || 1;
}

/** The number of the part in which a client, by its folded name, is kept. */
export function shardNumber(client: string, shards: number): number {
  let hash = 0;
  for (const letter of client) hash = (hash * 31 + (letter.codePointAt(0) as number)) >>> 0;
  return hash % shards;
}
