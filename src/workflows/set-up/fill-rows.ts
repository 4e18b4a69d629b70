import { lastFilledRow, type OpenTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { type CellWrite, writeCells } from '../../workbook/write-cells';

/** A row that set up writes, by header; `key` is how it is found again, wherever it stands. */
export interface UsualRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** Adds rows and cells that are missing, never touching what somebody typed; gives how many cells. */
export function fillRows(
  open: OpenTab,
  usual: readonly UsualRow[],
  keyOf: (text: (header: string) => string) => string | undefined,
): number {
  const { tab, rows, column } = open;
  const known = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    const key = keyOf(header => String(cells[column(header) - 1] ?? ''));
    // Of two equal rows the first counts.
    if (key !== undefined && !known.has(key)) known.set(key, index + 1);
  }
  let last = lastFilledRow(open);
  const writes = usual.flatMap(({ key, cells: values }) => {
    const row = known.get(key) ?? ++last;
    const cells = rows[row - 1] ?? [];
    return Object.entries(values).flatMap(([header, value]): CellWrite[] => {
      const at = column(header);
      const isFilled = at === 0 || String(cells[at - 1] ?? '').trim() !== '';
      const format = typeof value === 'string' ? '@' : 'General';
      return isFilled || value === '' ? [] : [{ row, column: at, value, format }];
    });
  });
  if (writes.length > 0) tab.grow(last, 1);
  writeCells(tab, writes);
  return writes.length;
}
