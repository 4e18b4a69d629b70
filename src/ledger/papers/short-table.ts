import type { PaperTable } from './paper';

/** A mail is read at a glance; the rest stands in the workbook. */
const mostLines = 20;

/** A table that says how many more there are, instead of all of them. */
export function shortTable(
  heading: string,
  columns: PaperTable['columns'],
  lines: readonly (readonly string[])[],
): PaperTable {
  const shown = lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [[`and ${rest} more`, ...columns.slice(1).map(() => '')]] : [];
  return { heading, columns, rows: [...shown, ...more].map(cells => ({ cells })) };
}
