import { noticeLevels } from '../model/levels';
import { type NoticeFigures, type NoticeRow, noticeKey, noticeStates } from '../model/notice-row';
import { type Cell, cellSerial } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';

/** Reads Notices; rows that are none of ours (no known block, level or state) are left alone. */
export function readNotices({ columns, rows }: TabCells): NoticeRow[] {
  const notices: NoticeRow[] = [];
  for (let index = 0; index < rows; index++) {
    const cell = (header: string): Cell => (columns.get(header) || [])[index] || '';
    const text = (header: string) => String(cell(header)).trim();
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
      queuedAt: cellSerial(cell('queued at')),
      sentAt: cellSerial(cell('sent at')),
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
  return {
    hoursLeft,
    offerHours: number('offer (h)'),
    offerPrice: number('offer price'),
    offers: String(cell('offers')).trim(),
    digest,
  };
}
