import type { Downloaded } from '../ledger/books/exports/downloaded';
import type { Issue } from '../ledger/model/issue';
import type { SeenTab } from '../ledger/model/ledger';
import type { ToldLetters } from './told';

/** In minor units. */
export interface WrittenTax {
  readonly number: string;
  readonly net: number;
  readonly tax: number;
}

/** What must outlive rows, names and sorting: who was told what, and the highest block number ever given. */
export interface Memory {
  readonly highestBlock: number;
  readonly highestStatement: number;
  readonly highestRequest: number;
  readonly highestCredit: number;
  /** The newest period of each block that repeats which was written, by its Reference: a row that is deleted stays so. */
  readonly periods: readonly string[];
  /** Taxes that were written in lately, with the price that each was for: while somebody types on, they go with it. */
  readonly taxed: readonly WrittenTax[];
  /** The id of the workbook whose notices these are: a copy has another, and properties of its own. */
  readonly home: string;
  /** Of the add-on that set the workbook up last; blank where it was one that did not note it. */
  readonly version: string;
  /** The last day whose notices went out by themselves, as ISO text. */
  readonly lastDay: string;
  /** Whose trigger sends the daily notices, by its id, and since which day; nothing while they are off. */
  readonly daily: { readonly trigger: string; readonly since: string } | null;
  /** The last day on which the trigger ran, as ISO text. */
  readonly lastRun: string;
  /** Why the last run stopped, and when, in milliseconds; nothing where it ended well. */
  readonly problem: { readonly at: number; readonly text: string } | null;
  /** What the last run could not look after. */
  readonly housekeeping: readonly Issue[];
  /** The day of the last digest that was begun; of the last that left, its time as a day number of the sheet, and what was open in it. */
  readonly digestDay: string;
  readonly digestAt: number;
  readonly digestOpen: string;
  /** The day for which the last weekly mail was made up or had nothing to say, as ISO text. */
  readonly weeklyDay: string;
  /** Files of the books as they were last downloaded, the newest last. */
  readonly downloads: readonly Downloaded[];
  /** Care tasks that are being written down, and the last Done of a dialog that a later run has made good. */
  readonly caring: readonly CareInHand[];
  readonly cared: string;
  /** Single mails that were begun, the newest last. */
  readonly mails: readonly MailMark[];
  /** Keys of the mails that a run is sending, or was when it stopped. */
  readonly sending: readonly string[];
  /** Interrupted mails of which the office manager has not heard yet: keys of notices, or what to call the mail. */
  readonly toReport: readonly string[];
  /** The tabs of ours, and what stood in them when nothing was missing. */
  readonly seen: readonly SeenTab[];
  /** Letters of the levels, by the name of the block's property. */
  readonly told: ToldLetters;
  /** The same of the hidden tab, where it was read: what either knows was told. */
  readonly recorded: ToldLetters;
  /** Properties that hold nothing of ours, as they stand: what they were to tell begins anew. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** All but what was told is kept under its own name. */
export type PlainMemory = Omit<Memory, 'told' | 'recorded' | 'unreadable'>;

/** A care task that is being written down as done. */
export interface CareInHand {
  /** By which the task is found again. */
  readonly key: string;
  /** The day on which it was done, as ISO text. */
  readonly day: string;
  /** How often the log had it on that day before. */
  readonly times: number;
  /** How many rows of Time said the same before. */
  readonly work: number;
  /** Of the dialog; blank for a ticked box. */
  readonly attempt: string;
  /** It had been done on that day already. */
  readonly isAgain: boolean;
}

/** A mail of which memory knows, by the digest of its name: what may have left must not leave again. */
interface MailMark {
  readonly name: string;
  readonly hasLeft: boolean;
}

type Shape = (value: unknown) => boolean;

const text: Shape = value => typeof value === 'string';
const number: Shape = value => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const truth: Shape = value => typeof value === 'boolean';
const listOf =
  (shape: Shape): Shape =>
  value =>
    Array.isArray(value) && value.every(shape);
const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  value => {
    if (typeof value !== 'object' || value === null) return false;
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.entries(shapes).every(([name, shape]) => shape(fields[name]));
  };
const maybe =
  (shape: Shape): Shape =>
  value =>
    value === null || shape(value);

const caring = { key: text, day: text, times: number, work: number, attempt: text, isAgain: truth };

/** By itself, for functions in cells read nothing else. */
export function seenShape(value: unknown): boolean {
  return listOf(record({ tab: text, id: number, headers: listOf(text), rows: number }))(value);
}

/** What each property must look like: other scripts and older versions may have written anything into it. */
export const memoryShapes = (): Readonly<Record<keyof PlainMemory, Shape>> => ({
  highestBlock: number,
  highestStatement: number,
  highestRequest: number,
  highestCredit: number,
  periods: listOf(text),
  taxed: listOf(record({ number: text, net: number, tax: number })),
  home: text,
  version: text,
  lastDay: text,
  daily: maybe(record({ trigger: text, since: text })),
  lastRun: text,
  problem: maybe(record({ at: number, text })),
  housekeeping: listOf(record({ tab: text, row: number, message: text })),
  digestDay: text,
  digestAt: number,
  digestOpen: text,
  weeklyDay: text,
  downloads: listOf(record({ name: text, day: text, digest: text, rows: listOf(listOf(text)) })),
  caring: listOf(record(caring)),
  cared: text,
  mails: listOf(record({ name: text, hasLeft: truth })),
  sending: listOf(text),
  toReport: listOf(text),
  seen: seenShape,
});
