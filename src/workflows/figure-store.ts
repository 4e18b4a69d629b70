import { foldName } from '../ledger/reading/names';
import type { ClientFigures } from '../ledger/reports/figures';
import type { Stamp } from './stamp';

/** Where settled figures are kept for a while: Google's document cache. Both verbs are one call each. */
export interface Cache {
  getAll(keys: readonly string[]): Readonly<Record<string, string>>;
  putAll(values: Readonly<Record<string, string>>): void;
}

/** What figures are asked for: as of today, of a date, or work of a period. */
export interface Scope {
  readonly asOf?: number | undefined;
  readonly from?: number | undefined;
}

const clientsAShard = 40;
/** A value may have 100 KB; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 90_000;

/** The shard in which a client's figures are kept; the stamp tells how many there are. */
function shardOf(key: string, stamp: Stamp): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) >>> 0;
  return hash % shardCount(stamp);
}

function shardCount({ clients }: Stamp): number {
  return Math.max(1, Math.ceil(clients / clientsAShard));
}

function shardKey({ digest }: Stamp, { asOf, from }: Scope, shard: number): string {
  return `figures ${digest} ${asOf ?? ''} ${from ?? ''} ${shard}`;
}

/** Keeps every client's figures under the stamp of the ledger they were settled from. */
export function keepFigures(
  cache: Cache,
  stamp: Stamp,
  scope: Scope,
  figures: Iterable<ClientFigures>,
): void {
  const shards = Array.from({ length: shardCount(stamp) }, (): ClientFigures[] => []);
  for (const each of figures) shards[shardOf(foldName(each.name), stamp)]?.push(each);
  const values: Record<string, string> = {};
  for (const [shard, content] of shards.entries())
    putPieces(values, shardKey(stamp, scope, shard), plainJson(content));
  cache.putAll(values);
}

function plainJson(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped);
}

/** A long value is cut into pieces; the key itself then holds `+` and their number. */
function putPieces(values: Record<string, string>, key: string, text: string): void {
  if (text.length <= longestPiece) {
    values[key] = text;
    return;
  }
  const pieces = Math.ceil(text.length / longestPiece);
  values[key] = `+${pieces}`;
  for (let piece = 0; piece < pieces; piece++) {
    values[`${key}.${piece}`] = text.slice(piece * longestPiece, (piece + 1) * longestPiece);
  }
}

/** The figures of clients (all of them without `keys`) by folded name; nothing where the cache has lost a shard. */
export function findFigures(
  cache: Cache,
  stamp: Stamp,
  scope: Scope,
  keys?: readonly string[],
): Map<string, ClientFigures> | undefined {
  const all = Array.from({ length: shardCount(stamp) }, (_, shard) => shard);
  const wanted = keys ? [...new Set(keys.map(key => shardOf(key, stamp)))] : all;
  const names = wanted.map(shard => shardKey(stamp, scope, shard));
  const kept = cache.getAll(names);
  const pieces = names.flatMap(name => pieceNames(name, kept[name]));
  const more = pieces.length > 0 ? cache.getAll(pieces) : {};
  const figures = new Map<string, ClientFigures>();
  for (const name of names) {
    const parts = pieceNames(name, kept[name]);
    const texts = parts.length > 0 ? parts.map(part => more[part]) : [kept[name]];
    if (texts.some(text => text === undefined)) return undefined;
    for (const each of JSON.parse(texts.join('')) as ClientFigures[]) figures.set(foldName(each.name), each);
  }
  return figures;
}

function pieceNames(name: string, value: string | undefined): string[] {
  if (!value?.startsWith('+')) return [];
  return Array.from({ length: Number(value.slice(1)) }, (_, piece) => `${name}.${piece}`);
}
