/** Groups of rows and columns, and what is hidden, in a file: `outlineLevel` and `hidden` of each line. */
import type { Column, Row, Worksheet } from 'exceljs';
import type { TabContent } from './content';
import type { KeptLineGroups, KeptLines } from './line-groups';

/** Nothing where nothing folds and nothing is hidden. */
export function readLines(sheet: Worksheet): KeptLineGroups | undefined {
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.findRow(at + 1));
  // Columns without cells do not count for exceljs.
  const width = Math.max(sheet.columnCount, sheet.columns?.length ?? 0);
  const columns = Array.from({ length: width }, (_, at) => sheet.getColumn(at + 1));
  const { summaryBelow = true, summaryRight = true } = sheet.properties.outlineProperties ?? {};
  const row = keptOf(rows, !summaryBelow);
  const column = keptOf(columns, !summaryRight);
  return [row, column].some(({ depths, hidden }) => depths.length + hidden.length > 0)
    ? { row, column }
    : undefined;
}

function keptOf(lines: readonly (Row | Column | undefined)[], isControlBefore: boolean): KeptLines {
  const depths = lines.flatMap((line, at) =>
    line?.outlineLevel ? [[at + 1, line.outlineLevel] as const] : [],
  );
  return { depths, hidden: lines.flatMap((line, at) => (line?.hidden ? [at + 1] : [])), isControlBefore };
}

export function writeLines({ lines }: TabContent, sheet: Worksheet): void {
  if (!lines) return;
  // A row without cells is left out of the file, unless it has a height.
  const rowAt = (at: number) =>
    Object.assign(sheet.getRow(at), sheet.getRow(at).hasValues ? {} : { height: 15.75 });
  write(lines.row, rowAt);
  write(lines.column, at => sheet.getColumn(at));
  const deepest = ({ depths }: KeptLines) => Math.max(0, ...depths.map(([, depth]) => depth));
  Object.assign(sheet.properties, {
    outlineLevelRow: deepest(lines.row),
    outlineLevelCol: deepest(lines.column),
    outlineProperties: {
      summaryBelow: !lines.row.isControlBefore,
      summaryRight: !lines.column.isControlBefore,
    },
  });
}

function write({ depths, hidden }: KeptLines, lineAt: (at: number) => Row | Column): void {
  for (const [at, depth] of depths) lineAt(at).outlineLevel = depth;
  for (const at of hidden) lineAt(at).hidden = true;
}
