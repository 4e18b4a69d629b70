import type { KeptClient, Seal } from '../model/archive';
import { cellText } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import { cellPieces, isPiece, joinPieces } from '../sheet/kept-content';
import type { TabCells } from '../sheet/tab-cells';
import { digestOf } from '../units/digest';
import { valueAt } from '../units/groups';
import { foldName } from '../units/names';
import { plainJson } from '../units/plain-json';

/** What stands in `Archive state`. */
export interface ArchiveState {
  readonly seal: Seal | undefined;
  readonly kept: ReadonlyMap<string, KeptClient>;
}

/** A row of `Archive state`: a piece of what is kept of one client, or, without a client, the seal. */
export interface StateRow {
  readonly client: string;
  readonly part: number;
  readonly state: string;
  readonly digest: string;
}

export function stateRows(seal: Seal, kept: Iterable<KeptClient>): StateRow[] {
  const clients = [...kept].flatMap(each => rowsOf(each.name, plainJson(each)));
  return [...rowsOf('', plainJson(seal)), ...clients];
}

function rowsOf(client: string, text: string): StateRow[] {
  const digest = digestOf(text);
  return cellPieces(text).map((state, index) => ({
    client,
    part: index + 1,
    state,
    digest: index === 0 ? digest : '',
  }));
}

/** An earlier version may have folded names in another way. */
function refolded(kept: KeptClient): readonly [string, KeptClient] {
  const key = foldName(kept.key);
  return [key, { ...kept, key }];
}

/** Reads it back; where a piece is gone or was changed there is no seal, and the archive itself is read. */
export function readArchiveState({ columns, rows }: TabCells): ArchiveState {
  const text = (header: string, index: number) => cellText(columns.get(foldHeader(header))?.[index] ?? '');
  const pieces = new Map<string, { digest: string; parts: Map<number, string> }>();
  for (let index = 0; index < rows; index++) {
    const state = text('State', index);
    if (!isPiece(state)) continue;
    const client = foldName(text('Client', index));
    const found = valueAt(pieces, client, () => ({ digest: '', parts: new Map<number, string>() }));
    const part = Number(text('Part', index));
    if (part === 1) found.digest = text('Digest', index);
    found.parts.set(part, joinPieces([state]));
  }
  const whole = [...pieces.values()].flatMap(({ digest, parts }) => {
    const joined = [...parts].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    return digestOf(joined.join('')) === digest ? [JSON.parse(joined.join(''))] : [];
  });
  const seal: Seal | undefined = whole.find(each => 'until' in each);
  const kept = new Map(whole.filter(each => 'account' in each).map(refolded));
  const isWhole = seal !== undefined && kept.size === seal.clients;
  return isWhole ? { seal, kept } : { seal: undefined, kept: new Map() };
}
