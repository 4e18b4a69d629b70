import type { KeptClient, Seal } from '../model/archive';
import { cellText } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import type { TabCells } from '../sheet/tab-cells';
import { digestOf } from '../units/digest';
import { foldName } from '../units/names';

/** What stands in `Archive state`. */
export interface ArchiveState {
  readonly seal: Seal | undefined;
  readonly kept: ReadonlyMap<string, KeptClient>;
}

/** A cell takes 50,000 characters; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 45_000;
/** Begins each piece, so that none looks like a number or a formula. */
const mark = '|';

/** A row of `Archive state`: a piece of what is kept of one client, or, without a client, the seal. */
export interface StateRow {
  readonly client: string;
  readonly part: number;
  readonly state: string;
  readonly digest: string;
}

export function stateRows(seal: Seal, kept: Iterable<KeptClient>): StateRow[] {
  const clients = [...kept].flatMap(each => rowsOf(each.name, plainText(each)));
  return [...rowsOf('', plainText(seal)), ...clients];
}

function rowsOf(client: string, text: string): StateRow[] {
  const rows: StateRow[] = [];
  for (let start = 0; start < text.length; start += longestPiece) {
    const part = rows.length + 1;
    const state = mark + text.slice(start, start + longestPiece);
    rows.push({ client, part, state, digest: part === 1 ? digestOf(text) : '' });
  }
  return rows;
}

function plainText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Reads it back; where a piece is gone or was changed there is no seal, and the archive itself is read. */
export function readArchiveState({ columns, rows }: TabCells): ArchiveState {
  const text = (header: string, index: number) => cellText(columns.get(foldHeader(header))?.[index] ?? '');
  const pieces = new Map<string, { digest: string; parts: Map<number, string> }>();
  for (let index = 0; index < rows; index++) {
    const state = text('State', index);
    if (!state.startsWith(mark)) continue;
    const client = foldName(text('Client', index));
    const found = pieces.get(client) || { digest: '', parts: new Map<number, string>() };
    const part = Number(text('Part', index));
    if (part === 1) found.digest = text('Digest', index);
    found.parts.set(part, state.slice(mark.length));
    pieces.set(client, found);
  }
  const whole = [...pieces.values()].flatMap(({ digest, parts }) => {
    const joined = [...parts].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    return digestOf(joined.join('')) === digest ? [JSON.parse(joined.join(''))] : [];
  });
  const seal: Seal | undefined = whole.find(each => 'until' in each);
  const kept = new Map(whole.filter(each => 'account' in each).map((each: KeptClient) => [each.key, each]));
  const isWhole = seal !== undefined && kept.size === seal.clients;
  return isWhole ? { seal, kept } : { seal: undefined, kept: new Map() };
}
