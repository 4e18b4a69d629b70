import { blockCount } from '../ledger/block';
import type { Level } from '../ledger/notices/due';

/** Text values by name, kept beside the workbook: Google's document properties. Both verbs are one call. */
export interface PropertyStore {
  read(): Readonly<Record<string, string>>;
  write(values: Readonly<Record<string, string>>): void;
}

/** What must outlive rows, names and sorting: who was told what, and the highest block number ever given. */
export interface Memory {
  readonly highestBlock: number;
  /** The last day whose notices went out by themselves, as ISO text. */
  readonly lastDay: string;
  /** Keys of the mails that a run is sending, or was when it stopped. */
  readonly sending: readonly string[];
  /** Keys of interrupted mails of which the office manager has not heard yet. */
  readonly toReport: readonly string[];
  readonly told: ReadonlyMap<string, string>;
}

export interface MemoryChange {
  readonly lastDay?: string;
  readonly sending?: readonly string[];
  readonly toReport?: readonly string[];
  readonly told?: readonly { readonly block: string; readonly level: Level }[];
}

/** One letter a level; `expired` counts as `used up`. */
const letters: Readonly<Record<Level, string>> = { 'used up': 'u', expired: 'u', low: 'l', expiring: 'e' };
/** A property may have 9 KB: 200 blocks need about 3. */
const blocksAPage = 200;
const tellPrefix = 'told ';

export function readMemory(store: PropertyStore): Memory {
  const values = store.read();
  const told = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith(tellPrefix)) continue;
    for (const [block, levels] of Object.entries(JSON.parse(value) as Record<string, string>))
      told.set(block, levels);
  }
  return {
    highestBlock: Number(values['blocks highest'] ?? 0),
    lastDay: values['notices day'] ?? '',
    sending: JSON.parse(values['notices sending'] ?? '[]') as string[],
    toReport: JSON.parse(values['notices to report'] ?? '[]') as string[],
    told,
  };
}

/** Whether a client was told of a level of a block. */
export function wasTold({ told }: Memory, block: string, level: Level): boolean {
  return (told.get(block.toUpperCase()) ?? '').includes(letters[level]);
}

/** Writes what changed with one call, and gives the memory as it is then. */
export function remember(store: PropertyStore, memory: Memory, change: MemoryChange): Memory {
  const told = new Map(memory.told);
  const pages = new Set<string>();
  for (const { block, level } of change.told ?? []) {
    const key = block.toUpperCase();
    const before = told.get(key) ?? '';
    if (before.includes(letters[level])) continue;
    told.set(key, before + letters[level]);
    pages.add(pageOf(key));
  }
  const values: Record<string, string> = {};
  for (const page of pages) {
    values[tellPrefix + page] = JSON.stringify(
      Object.fromEntries([...told].filter(([key]) => pageOf(key) === page)),
    );
  }
  if (change.lastDay !== undefined) values['notices day'] = change.lastDay;
  if (change.sending) values['notices sending'] = JSON.stringify(change.sending);
  if (change.toReport) values['notices to report'] = JSON.stringify(change.toReport);
  if (Object.keys(values).length > 0) store.write(values);
  const { told: _written, ...rest } = change;
  return { ...memory, ...rest, told };
}

/** A number once given is never given again, even when its row is deleted. */
export function rememberHighestBlock(store: Pick<PropertyStore, 'write'>, highest: number): void {
  store.write({ 'blocks highest': String(highest) });
}

function pageOf(block: string): string {
  const count = blockCount(block);
  return count === undefined ? 'other' : String(Math.floor(count / blocksAPage));
}
