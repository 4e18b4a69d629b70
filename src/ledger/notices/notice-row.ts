import { type Cell, isMoment, unguarded } from '../reading/cell';
import type { TabCells } from '../reading/tab-cells';
import { noticeStates } from '../tabs';
import { toSheetSerial } from '../units/calendar-date';
import { type NoticeLevel, noticeLevels } from './levels';

export type NoticeState = (typeof noticeStates)[number];

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
  readonly digest: string;
}

/** However the number is typed, as everywhere numbers are compared. */
export function noticeKey(block: string, level: NoticeLevel): string {
  return `${block.toUpperCase()} ${level}`;
}

/** Reads Notices; rows that are none of ours (no known block, level or state) are left alone. */
export function readNotices({ columns, rows }: TabCells): NoticeRow[] {
  const notices: NoticeRow[] = [];
  for (let index = 0; index < rows; index++) {
    const cell = (header: string): Cell => (columns.get(header) || [])[index] || '';
    const text = (header: string) => unguarded(String(cell(header)).trim());
    const block = text('block');
    const level = noticeLevels.find(each => each === text('level').toLowerCase());
    const state = noticeStates.find(each => each.toLowerCase() === text('state').toLowerCase());
    if (!level || !state || block === '') continue;
    notices.push({
      row: index + 2,
      key: noticeKey(block, level),
      client: text('client'),
      block,
      level,
      to: text('to'),
      state,
      queuedAt: momentSerial(cell('queued at')),
      sentAt: momentSerial(cell('sent at')),
      error: text('error'),
      outcome: text('outcome'),
      figures: figuresIn(cell),
    });
  }
  return notices;
}

function figuresIn(cell: (header: string) => Cell): NoticeFigures | undefined {
  const digest = String(cell('digest')).trim();
  if (digest === '') return undefined;
  const number = (header: string) => {
    const value = cell(header);
    return typeof value === 'number' ? value : '';
  };
  const hoursLeft = number('hours left') || 0;
  return { hoursLeft, offerHours: number('offer (h)'), offerPrice: number('offer price'), digest };
}

function momentSerial(cell: Cell): number | undefined {
  if (isMoment(cell)) return toSheetSerial(cell.date) + cell.second / 86_400;
  return typeof cell === 'number' ? cell : undefined;
}
