import { type Cell, isMoment, unguarded } from '../reading/cell';
import type { TabCells } from '../reading/tab-cells';
import { noticeStates } from '../tabs';
import { toSheetSerial } from '../units/calendar-date';
import { type Level, levels } from './due';

export type NoticeState = (typeof noticeStates)[number];

/** A row of Notices: one level of one block of which a client is, was or will be told. */
export interface NoticeRow {
  /** As the sheet counts; 0 before it is written. */
  readonly row: number;
  /** Block number and level, such as `B-0007 low`. */
  readonly key: string;
  readonly client: string;
  readonly block: string;
  readonly level: Level;
  to: string;
  state: NoticeState;
  /** Day number of the sheet with its time; nothing where a person, not a run, set `Queued`. */
  queuedAt: number | undefined;
  sentAt: number | undefined;
  error: string;
}

/** However the number is typed, as everywhere numbers are compared. */
export function noticeKey(block: string, level: Level): string {
  return `${block.toUpperCase()} ${level}`;
}

/** Reads Notices; rows that are none of ours (no known block, level or state) are left alone. */
export function readNotices({ columns, rows }: TabCells): NoticeRow[] {
  const notices: NoticeRow[] = [];
  for (let index = 0; index < rows; index++) {
    const cell = (header: string): Cell => (columns.get(header) || [])[index] || '';
    const text = (header: string) => unguarded(String(cell(header)).trim());
    const block = text('block');
    const level = levels.find(each => each === text('level').toLowerCase());
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
    });
  }
  return notices;
}

function momentSerial(cell: Cell): number | undefined {
  if (isMoment(cell)) return toSheetSerial(cell.date) + cell.second / 86_400;
  return typeof cell === 'number' ? cell : undefined;
}
