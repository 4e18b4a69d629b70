import type { Issue } from '../ledger/model/issue';
import type { NoticeLevel } from '../ledger/model/levels';
import { piecesOfText, plainJson, readJson } from '../ledger/units/plain-json';
import { type Memory, memoryShapes, type PlainMemory, seenShape } from './memory-shapes';
import type { PropertyStore } from './ports';
import { isToldName, letterOf, type Told, type ToldLetters, toldName } from './told';

export interface MemoryChange extends Partial<PlainMemory> {
  readonly told?: readonly Told[];
}

/** A property may have 9 KB: what is longer goes into several, and its own says how many. */
const longestProperty = 8_000;
const piecesMark = /^#([1-9]\d?)$/;
const longestAside = 2_000;
const atFirst: PlainMemory = {
  highestBlock: 0,
  highestStatement: 0,
  highestRequest: 0,
  highestCredit: 0,
  periods: [],
  taxed: [],
  home: '',
  version: '',
  lastDay: '',
  daily: null,
  lastRun: '',
  problem: null,
  housekeeping: [],
  digestDay: '',
  digestAt: 0,
  digestOpen: '',
  weeklyDay: '',
  downloads: [],
  caring: [],
  cared: '',
  mails: [],
  sending: [],
  toReport: [],
  seen: [],
};
/** Asked for anew each time: functions in cells do without. */
const plainNames = () => Object.keys(atFirst) as (keyof typeof atFirst)[];
const nothing: ToldLetters = new Map();

/** `recorded` is what the hidden tab knows, where it was read. */
export function readMemory(store: PropertyStore, recorded = nothing): Memory {
  const values = store.read();
  const unreadable = new Map<string, string>();
  const shapes = memoryShapes();
  const plain = plainNames().flatMap(name => {
    const text = wholeText(values, name);
    if (!text) return [];
    const value = readJson(text);
    if (shapes[name](value)) return [[name, value]];
    unreadable.set(name, text);
    return [];
  });
  const told = new Map(Object.entries(values).filter(([name]) => isToldName(name)));
  return { ...atFirst, ...Object.fromEntries(plain), told, recorded, unreadable };
}

/** The tabs of ours as they were last seen whole; all that functions in cells need. */
export function readSeen(store: PropertyStore): Memory['seen'] {
  const seen = readJson(wholeText(store.read(), 'seen'));
  return seenShape(seen) ? (seen as Memory['seen']) : [];
}

/** A property with its pieces; where one is missing it is no JSON, and so unreadable. */
function wholeText(values: Readonly<Record<string, string>>, name: string): string {
  const text = values[name] || '';
  const count = Number(piecesMark.exec(text)?.[1] ?? 0);
  const pieces = pieceNames(name, count).map(each => values[each]);
  return count === 0 || pieces.includes(undefined) ? text : pieces.join('');
}

function pieceNames(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, piece) => `${name} ${piece}`);
}

function propertiesOf(name: string, value: unknown): Record<string, string> {
  const pieces = piecesOfText(plainJson(value), longestProperty);
  if (pieces.length === 1) return { [name]: pieces[0] as string };
  const named = pieceNames(name, pieces.length).map((each, at) => [each, pieces[at] as string]);
  return { [name]: `#${pieces.length}`, ...Object.fromEntries(named) };
}

/** Pieces of memory that are part of nothing any more. */
export function loosePieces(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(values).filter(name => {
    const [, of = '', piece = ''] = /^(\w+) (\d+)$/.exec(name) ?? [];
    const count = Number(piecesMark.exec(values[of] ?? '')?.[1] ?? 0);
    return plainNames().some(each => each === of) && Number(piece) >= count;
  });
}

/** What a person must hear of properties that held nothing of ours. */
export function memoryIssues({ unreadable }: Pick<Memory, 'unreadable'>): Issue[] {
  return [...unreadable.keys()].map(name => ({
    tab: 'Settings',
    row: 1,
    message: `What Block Ledger remembered as "${name}" could not be read, so it begins anew. Look through Notices for a row that may be wrong.`,
  }));
}

/** Whether a client was told of a level of a block. */
export function wasTold(memory: Memory, block: string, level: NoticeLevel): boolean {
  return lettersOf(memory, block).includes(letterOf({ level })) || hasLeft(memory, block, level);
}

/** Whether Google took its mail. */
export function hasLeft(memory: Memory, block: string, level: NoticeLevel): boolean {
  return lettersOf(memory, block).includes(letterOf({ level, hasLeft: true }));
}

/** What either the properties or the hidden tab knows: each may be older than the other. */
function lettersOf({ told, recorded }: Memory, block: string): string {
  const name = toldName(block);
  return (told.get(name) ?? '') + (recorded.get(name) ?? '');
}

/** Writes what differs with one call, if anything does, and gives the memory as it is then. */
export function remember(
  store: PropertyStore,
  memory: Memory,
  { told = [], ...change }: MemoryChange,
): Memory {
  const now = { ...memory, ...change, told: new Map(memory.told), unreadable: new Map<string, string>() };
  const values: Record<string, string> = {};
  for (const [name, text] of memory.unreadable) {
    values[`set aside ${name}`] = text.slice(0, longestAside);
    Object.assign(values, propertiesOf(name, now[name as keyof PlainMemory]));
  }
  for (const name of plainNames())
    if (JSON.stringify(now[name]) !== JSON.stringify(memory[name]))
      Object.assign(values, propertiesOf(name, now[name]));
  for (const each of told) {
    const { block, level, hasLeft: isCertain = false } = each;
    if (isCertain ? hasLeft(now, block, level) : wasTold(now, block, level)) continue;
    const name = toldName(block);
    values[name] = (now.told.get(name) || '') + letterOf(each);
    now.told.set(name, values[name]);
  }
  if (Object.keys(values).length > 0) store.write(values);
  return now;
}
