import { foldName } from '../ledger/reading/names';
import type { ClientFigures, FirmFigures } from '../ledger/reports/figures';
import type { CalendarDate } from '../ledger/units/calendar-date';
import { plainJson } from './plain-json';
import type { Stamp } from './stamp';

/** Where settled figures are kept for a while: Google's document cache. Both verbs are one call each. */
export interface Cache {
  getAll(keys: readonly string[]): Readonly<Record<string, string>>;
  putAll(values: Readonly<Record<string, string>>): void;
}

/** What figures are asked for: as of today, of a date, or work of a period. */
export interface Scope {
  readonly asOf?: CalendarDate | undefined;
  readonly from?: CalendarDate | undefined;
}

/** Everything that functions in cells show; clients by folded name. */
export interface Figures {
  readonly firm: FirmFigures;
  readonly clients: ReadonlyMap<string, ClientFigures>;
}

/** What one key of the cache holds: the firm's figures stand beside each part of the clients, so that one read gives both. */
interface Shard {
  readonly firm: FirmFigures;
  readonly clients: ClientFigures[];
}

/** The key of the newest stamp that BLOCKLEDGER gave. */
export const latestStamp = 'stamp';
/** Raised when what is kept has other parts, so that nothing that an earlier version kept is taken for ours. */
const shape = 2;
const clientsAShard = 40;
/** A value may have 100 KB; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 90_000;
/** The last piece of a shard ends so; JSON has no line break of its own. */
const endMark = '\n';

/** Keeps all figures under the stamp of the ledger they were settled from. */
export function keepFigures(cache: Cache, stamp: Stamp, scope: Scope, figures: Figures): void {
  cache.putAll(pieces(stamp, scope, figures));
}

/** The same for the ledger as it stands now, whose stamp is kept too: an edit asks for it without reading a cell. */
export function keepLatestFigures(cache: Cache, stamp: Stamp, figures: Figures): void {
  cache.putAll({ ...pieces(stamp, {}, figures), [latestStamp]: stamp.text });
}

function pieces(stamp: Stamp, scope: Scope, { firm, clients }: Figures): Record<string, string> {
  const shards = shardKeys(stamp, scope).map(key => ({ key, shard: { firm, clients: [] } as Shard }));
  for (const [key, each] of clients) shardOf(shards, key).shard.clients.push(each);
  const values: Record<string, string> = {};
  for (const { key, shard } of shards) {
    const text = plainJson(shard) + endMark;
    for (let piece = 0; piece * longestPiece < text.length; piece++) {
      values[`${key} ${piece}`] = text.slice(piece * longestPiece, (piece + 1) * longestPiece);
    }
  }
  return values;
}

/** The figures of clients (all of them without `keys`) and of the firm; nothing where the cache has lost a shard. */
export function findFigures(
  cache: Cache,
  stamp: Stamp,
  scope: Scope,
  keys?: readonly string[],
): Figures | undefined {
  const shards = shardKeys(stamp, scope);
  // Where no client is asked for, any shard tells of the firm.
  const wanted = keys ? (keys.length > 0 ? keys : ['']).map(key => shardOf(shards, key)) : shards;
  const texts = new Map(wanted.map(shard => [shard, '']));
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
  const found = [...texts.values()].map((text): Shard => JSON.parse(text));
  const clients = found.flatMap(shard => shard.clients);
  const [{ firm }] = found as [Shard];
  return { firm, clients: new Map(clients.map(each => [foldName(each.name), each])) };
}

/** The stamp tells how many clients there are, and so how many shards. */
function shardKeys({ digest, clients }: Stamp, { asOf, from }: Scope): string[] {
  const count = Math.ceil(clients / clientsAShard) || 1;
  return Array.from({ length: count }, (_, shard) => `figures ${shape} ${digest} ${asOf} ${from} ${shard}`);
}

/** The one of the shards in which the figures of a client, by its folded name, are kept. */
function shardOf<Kept>(shards: readonly Kept[], client: string): Kept {
  let hash = 0;
  for (const letter of client) hash = (hash * 31 + (letter.codePointAt(0) as number)) >>> 0;
  return shards[hash % shards.length] as Kept;
}
