import type { ClientFigures, FirmFigures } from '../ledger/reports/figures';
import type { CalendarDate } from '../ledger/units/calendar-date';
import { foldName } from '../ledger/units/names';
import { findPieces, piecesOf, shardCount, shardNumber } from './kept-pieces';
import type { Cache } from './ports';
import type { Stamp } from './stamp';

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
const shape = 3;

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
  return Object.assign({}, ...shards.map(({ key, shard }) => piecesOf(key, shard)));
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
  const found = findPieces<Shard>(cache, wanted);
  if (!found) return undefined;
  const clients = found.flatMap(shard => shard.clients);
  const [{ firm }] = found as [Shard];
  return { firm, clients: new Map(clients.map(each => [foldName(each.name), each])) };
}

/** The stamp tells how many clients there are, and so how many shards. */
function shardKeys({ digest, clients }: Stamp, { asOf, from }: Scope): string[] {
  return Array.from(
    { length: shardCount(clients) },
    (_, shard) => `figures ${shape} ${digest} ${asOf} ${from} ${shard}`,
  );
}

/** The one of the shards in which the figures of a client, by its folded name, are kept. */
function shardOf<Kept>(shards: readonly Kept[], client: string): Kept {
  return shards[shardNumber(client, shards.length)] as Kept;
}
