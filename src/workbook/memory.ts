import type { Issue } from '../ledger/model/issue';
import type { NoticeLevel } from '../ledger/model/levels';
import { readJson } from '../ledger/units/plain-json';
import { type Memory, memoryShapes } from './memory-shapes';
import type { PropertyStore } from './ports';

type PlainMemory = Omit<Memory, 'told' | 'unreadable'>;

export interface MemoryChange extends Partial<PlainMemory> {
  readonly told?: readonly Told[];
}

/** A level of a block that is settled: `hasLeft` where Google took the mail, whatever the sheet says later. */
interface Told {
  readonly block: string;
  readonly level: NoticeLevel;
  readonly hasLeft?: boolean;
}

/** A property may have 9 KB. */
const longestAside = 2_000;
/** All but what was told is kept under its own name. */
const atFirst: PlainMemory = {
  highestBlock: 0,
  highestStatement: 0,
  highestInvoice: 0,
  lastDay: '',
  daily: null,
  lastRun: '',
  problem: null,
  housekeeping: [],
  digestDay: '',
  digestAt: 0,
  digestOpen: '',
  weeklyDay: '',
  caring: [],
  cared: '',
  mails: [],
  sending: [],
  toReport: [],
  seen: [],
};
const plainNames = Object.keys(atFirst) as (keyof typeof atFirst)[];
/** One letter a level; `expired` counts as `used up`. */
const letters: Readonly<Record<NoticeLevel, string>> = {
  'used up': 'u',
  expired: 'u',
  low: 'l',
  'used up reminder 1': '1',
  'used up reminder 2': '2',
  'low reminder 1': '3',
  'low reminder 2': '4',
  expiring: 'e',
  'thank you': 't',
};
/** The same level, of which a mail has left for certain. */
const certain: Readonly<Record<string, string>> = {
  u: 'U',
  l: 'L',
  e: 'E',
  t: 'T',
  1: 'A',
  2: 'B',
  3: 'C',
  4: 'D',
};
const certainLetter = (level: NoticeLevel) => certain[letters[level]] as string;
/** Each block has a property of its own: with one for all, 9 KB would be its end. */
const toldName = (block: string) => `told ${block.toUpperCase().slice(0, 100)}`;

export function readMemory(store: PropertyStore): Memory {
  const values = store.read();
  const unreadable = new Map<string, string>();
  const plain = plainNames.flatMap(name => {
    const text = values[name];
    if (!text) return [];
    const value = readJson(text);
    if (memoryShapes[name](value)) return [[name, value]];
    unreadable.set(name, text);
    return [];
  });
  return { ...atFirst, ...Object.fromEntries(plain), told: new Map(Object.entries(values)), unreadable };
}

/** What a person must hear of properties that held nothing of ours. */
export function memoryIssues({ unreadable }: Pick<Memory, 'unreadable'>): readonly Issue[] {
  return [...unreadable.keys()].map(name => ({
    tab: 'Settings',
    row: 1,
    message: `What Block Ledger remembered as "${name}" could not be read, so it begins anew. Look through Notices for a row that may be wrong.`,
  }));
}

/** Whether a client was told of a level of a block. */
export function wasTold(memory: Memory, block: string, level: NoticeLevel): boolean {
  return (memory.told.get(toldName(block)) || '').includes(letters[level]) || hasLeft(memory, block, level);
}

/** Whether Google took its mail. */
export function hasLeft({ told }: Memory, block: string, level: NoticeLevel): boolean {
  return (told.get(toldName(block)) || '').includes(certainLetter(level));
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
    values[name] = JSON.stringify(now[name as keyof PlainMemory]);
  }
  for (const name of plainNames) {
    const text = JSON.stringify(now[name]);
    if (text !== JSON.stringify(memory[name])) values[name] = text;
  }
  for (const { block, level, hasLeft: isCertain = false } of told) {
    if (isCertain ? hasLeft(now, block, level) : wasTold(now, block, level)) continue;
    const name = toldName(block);
    values[name] = (now.told.get(name) || '') + (isCertain ? certainLetter(level) : letters[level]);
    now.told.set(name, values[name]);
  }
  if (Object.keys(values).length > 0) store.write(values);
  return now;
}
