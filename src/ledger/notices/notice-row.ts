import { type Cell, isMoment } from '../reading/cell';
import { isFilled, type TabCells } from '../reading/tab-cells';
import { noticeStates } from '../tabs';
import { type CalendarDate, fromSheetSerial, toSheetSerial } from '../units/calendar-date';
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

export function noticeKey(block: string, level: Level): string {
  return `${block} ${level}`;
}

/** Letters that begin a formula are kept with an apostrophe before them; the name is what stands behind it. */
export function unguarded(text: string): string {
  return /^'[=+\-@\t]/.test(text) ? text.slice(1) : text;
}

/** Reads Notices; rows that are none of ours (no known level or state) are left alone. */
export function readNotices(cells: TabCells): NoticeRow[] {
  const column = (header: string): readonly Cell[] => cells.columns.get(header) ?? [];
  const [clients, blocks, levelCells, to] = [
    column('client'),
    column('block'),
    column('level'),
    column('to'),
  ];
  const [states, queued, sent, errors] = [
    column('state'),
    column('queued at'),
    column('sent at'),
    column('error'),
  ];
  const rows: NoticeRow[] = [];
  for (let index = 0; index < cells.rows; index++) {
    const text = (list: readonly Cell[]) => unguarded(String(list[index] ?? '').trim());
    const level = levels.find(each => each === text(levelCells).toLowerCase());
    const state = noticeStates.find(each => each.toLowerCase() === text(states).toLowerCase());
    if (!level || !state || !isFilled(blocks[index] ?? '')) continue;
    rows.push({
      row: index + 2,
      key: noticeKey(text(blocks), level),
      client: text(clients),
      block: text(blocks),
      level,
      to: text(to),
      state,
      queuedAt: momentSerial(queued[index] ?? ''),
      sentAt: momentSerial(sent[index] ?? ''),
      error: text(errors),
    });
  }
  return rows;
}

/** The day on which a row's mail went out. */
export function sentDay({ sentAt }: NoticeRow): CalendarDate | undefined {
  return sentAt === undefined ? undefined : fromSheetSerial(sentAt);
}

function momentSerial(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  return isMoment(cell) ? toSheetSerial(cell.date) + cell.second / 86_400 : undefined;
}
