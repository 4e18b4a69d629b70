import type { CalendarDate } from '../units/calendar-date';
import type { RowSequence } from '../units/passing-rows';
import type { Archive } from './archive';
import type { Block } from './block';
import type { BlockNumbers } from './block-numbers';
import type { Client } from './client';
import type { Issue } from './issue';
import type { SentNotice } from './notice-row';
import type { Settings } from './settings';
import type { AgreementState } from './signing';
import type { TabName } from './tab-names';
import type { TimeEntry, WorkType } from './time-entry';

/** A tab of ours as it was found when nothing was missing, so that what is gone from it is noticed. */
export interface SeenTab {
  readonly tab: TabName;
  /** By which its sheet is known under any name. */
  readonly id: number;
  /** Of ours, as we spell them; in Settings the names of settings that matter too. */
  readonly headers: readonly string[];
  /** Rows that counted. */
  readonly rows: number;
}

/** The same, as it stands now. */
export interface FormerTab extends SeenTab {
  /** As its sheet is called by now, where another one bears our name. */
  readonly elsewhere?: string | undefined;
}

/** Something that was there and is gone; what it could change is not told, and every mail waits for a person. */
export interface MissingInput {
  readonly issue: Issue;
  /** `state`: the levels of clients, but no figure of theirs; `mails`: only who gets one; `books`: journals. */
  readonly stops: 'figures' | 'state' | 'mails' | 'books';
}

/** A ledger whose work is made anew where somebody looks at it: so functions in cells go through it. */
export interface PassingLedger extends Omit<Ledger, 'entries'> {
  readonly entries: RowSequence<TimeEntry>;
  /** Of what stands in Time, where it was worked out when that was read. */
  readonly workDigest?: string;
}

/** The whole workbook as read: what counts, and what could not be counted. */
export interface Ledger {
  readonly settings: Settings;
  /** Every client by folded name: those of Clients in their order, then names found only in Blocks or Time. */
  readonly clients: ReadonlyMap<string, Client>;
  readonly blocks: readonly Block[];
  readonly entries: readonly TimeEntry[];
  /** By folded name; nothing for one whose row cannot be read. */
  readonly workTypes: ReadonlyMap<string, WorkType | undefined>;
  /** Nothing in a workbook that has none. */
  readonly archive: Archive | undefined;
  readonly numbers: BlockNumbers;
  /** By folded client name: the day the last notice went out. */
  readonly lastNotices: ReadonlyMap<string, CalendarDate>;
  /** By folded client name: the mails that went out, as far as their rows tell. */
  readonly sentNotices: ReadonlyMap<string, readonly SentNotice[]>;
  /** How each sold block stands by its agreement, by number in capitals; empty where the firm uses none. */
  readonly agreements: ReadonlyMap<string, AgreementState>;
  /** Everything a person should mend or know, in the order of the tabs. */
  readonly issues: readonly Issue[];
  /** By folded client name: the rows that cannot be counted. */
  readonly broken: ReadonlyMap<string, readonly Issue[]>;
  /** By folded client name: rows that count and are hardly meant so; until a person has looked, no mail goes by itself. */
  readonly doubtful: ReadonlyMap<string, readonly Issue[]>;
  /** What keeps every figure from being right: a missing tab or needed column, or an input that is gone. */
  readonly fatal: readonly Issue[];
  /** What keeps the books alone from being right, by folded client name; under a blank one, those of all. */
  readonly unbooked: ReadonlyMap<string, readonly Issue[]>;
  /** What was there and is gone: those that stop figures are among `fatal` too. */
  readonly missing: readonly MissingInput[];
}
