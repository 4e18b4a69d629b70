import { blockCount } from '../ledger/model/block';
import { type NoticeLevel, noticeLevels } from '../ledger/model/levels';
import { readTab, type ToCell } from './tabs';
import type { Workbook } from './workbook';

/** What clients were told: by the name of a block's property, a letter for each level. */
export type ToldLetters = ReadonlyMap<string, string>;

/** A level of a block that is settled: `hasLeft` where Google took the mail, whatever the sheet says later. */
export interface Told {
  readonly block: string;
  readonly level: NoticeLevel;
  readonly hasLeft?: boolean;
}

/** A workbook by its id, and as it is called. */
export interface Original {
  readonly id: string;
  readonly name: string;
}

/** What the hidden tab says, which goes where the cells go: into a copy, and back with an older version. */
export interface ToldRecord {
  readonly told: ToldLetters;
  /** The workbook whose notices these are; nothing where no run has noted it yet. */
  readonly owner: Original | undefined;
}

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
  unpaid: 'p',
  'unpaid reminder 1': 'q',
  statement: 's',
};
/** The same level, of which a mail has left for certain. */
const certain: Readonly<Record<string, string>> = {
  u: 'U',
  l: 'L',
  e: 'E',
  t: 'T',
  p: 'P',
  q: 'Q',
  s: 'S',
  1: 'A',
  2: 'B',
  3: 'C',
  4: 'D',
};
/** In the column `Mail` of the hidden tab. */
export const leftMark = 'left';
export const ownerMark = 'workbook';
const prefix = 'told ';
const longestNumber = 100;

/** Each block has a property of its own: with one for all, 9 KB would be its end. */
export function toldName(block: string): string {
  return prefix + block.toUpperCase().slice(0, longestNumber);
}

export function isToldName(name: string): boolean {
  return name.startsWith(prefix);
}

/** The number of the block whose property it is. */
export function blockOfName(name: string): string {
  return name.slice(prefix.length);
}

export function letterOf({ level, hasLeft = false }: Pick<Told, 'level' | 'hasLeft'>): string {
  return hasLeft ? (certain[letters[level]] as string) : letters[level];
}

/** What a letter says; nothing where it is none of ours. */
export function toldBy(letter: string): Pick<Told, 'level' | 'hasLeft'> | undefined {
  const level = noticeLevels.find(each => letters[each] === letter || certain[letters[each]] === letter);
  return level && { level, hasLeft: letters[level] !== letter };
}

/** The workbook as a run sees it. */
interface Cells {
  readonly workbook: Workbook;
  readonly toCell: ToCell;
}

/** Reads the hidden tab; anybody may have written into it, so what is none of ours is left alone. */
export function readToldTab({ workbook, toCell }: Cells): ToldRecord {
  const cells = readTab(workbook, 'Told notices', toCell, false)?.cells;
  const told = new Map<string, string>();
  let owner: Original | undefined;
  const text = (header: string, at: number) => String(cells?.columns.get(header)?.[at] ?? '').trim();
  for (let at = 0; at < (cells?.rows ?? 0); at++) {
    const [block, mail, id] = [text('block', at), text('mail', at), text('workbook', at)];
    if (mail === ownerMark && id !== '') owner = { id, name: text('called', at) };
    const word = text('level', at);
    const level = noticeLevels.find(each => each === word);
    if (block === '' || !level) continue;
    const name = toldName(block);
    told.set(name, (told.get(name) ?? '') + letterOf({ level, hasLeft: mail === leftMark }));
  }
  return { told, owner };
}

/** The highest number of a block of which anybody was told: where the properties did not come along it is not given again. */
export function highestTold({ told }: ToldRecord): number {
  const counts = [...told.keys()].map(name => blockCount(blockOfName(name)) ?? 0);
  return counts.reduce((highest, count) => Math.max(highest, count), 0);
}
