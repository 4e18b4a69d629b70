import type { CalendarDate } from '../units/calendar-date';
import type { NoticeLevel } from './levels';

export const noticeStates = [
  'Review',
  'Held',
  'Queued',
  'Sending',
  'Sent',
  'Failed',
  'Check',
  'Skipped',
] as const;

type NoticeState = (typeof noticeStates)[number];

/** A row of Notices: one level of one block of which a client is, was or will be told, or a reminder of one. */
export interface NoticeRow {
  /** As the sheet counts; 0 before it is written. */
  readonly row: number;
  /** Block number and level, such as `B-0007 low`. */
  readonly key: string;
  readonly client: string;
  readonly block: string;
  readonly level: NoticeLevel;
  to: string;
  state: NoticeState;
  /** Day number of the sheet with its time; nothing where a person, not a run, set `Queued`. */
  queuedAt: number | undefined;
  sentAt: number | undefined;
  error: string;
  /** What came of it: our words, or a person's. */
  outcome: string;
  /** What the mail said: the hours left, the offer, and a digest of its text; nothing before it was written. */
  figures?: NoticeFigures | undefined;
}

/** The figures of a mail, as numbers that a cell shows. */
export interface NoticeFigures {
  readonly hoursLeft: number;
  /** Blank where nothing was offered. */
  readonly offerHours: number | '';
  readonly offerPrice: number | '';
  /** Every size that was offered, with its price; blank where nothing was. */
  readonly offers: string;
  readonly digest: string;
}

/** However the number is typed, as everywhere numbers are compared. */
export function noticeKey(block: string, level: NoticeLevel): string {
  return `${block.toUpperCase()} ${level}`;
}

/** What the row of a month's statement says in place of a block: `B-0001/2026-10`, the client's first. */
export function statementBlock(first: string, month: string): string {
  return `${first}/${month}`;
}

/** The block by which the client of a row is known, in capitals. */
export function ownerBlock(block: string): string {
  return block.toUpperCase().replace(/\/\d{4}-\d\d$/, '');
}

/** A mail that went out, as far as its row tells. */
export interface SentNotice {
  readonly block: string;
  /** Nothing where somebody has typed another word. */
  readonly level: NoticeLevel | undefined;
  readonly sentAt: CalendarDate;
}
