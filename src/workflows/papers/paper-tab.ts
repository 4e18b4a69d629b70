import type { Paper, PaperTable } from '../../ledger/papers/paper';
import type { CellValue, Tab, Workbook } from '../../workbook/workbook';
import { writeCells } from '../../workbook/write-cells';

/** Date, what, and figures. */
const widths = [120, 320, 90, 90, 90, 90, 90];

/** Writes a paper into a tab of its own and gives its name; one of an earlier paper is written over. */
export function writePaper(workbook: Workbook, name: string, paper: Paper): string {
  const tab = freeTab(workbook, name, paper);
  const lines = linesOf(paper);
  const old = tab.cells();
  const columns = Math.max(widths.length, ...old.map(row => row.length));
  const rows = Math.max(lines.length, old.length);
  tab.grow(rows, columns);
  const cells = [...Array(rows).keys()].flatMap(row =>
    [...Array(columns).keys()].map(column => ({
      row: row + 1,
      column: column + 1,
      value: (lines[row]?.cells[column] ?? '') as CellValue,
      format: '@',
    })),
  );
  writeCells(tab, cells);
  for (const [index, { isStrong }] of lines.entries())
    if (isStrong) tab.embolden(index + 1, 1, widths.length);
  for (const [index, width] of widths.entries()) tab.setWidth(index + 1, width);
  return tab.name;
}

/** Never a tab that holds something else: a user may have given it the same name. */
function freeTab(workbook: Workbook, name: string, { title }: Paper, count = 1): Tab {
  const wanted = count === 1 ? name : `${name} (${count})`;
  const found = workbook.page(wanted);
  if (!found) return workbook.addPage(wanted);
  const [kind = ''] = title.split(' ');
  const begin = String(found.top(1)[0]?.[0] ?? '');
  return begin === '' || begin.startsWith(`${kind} `)
    ? found
    : freeTab(workbook, name, { title } as Paper, count + 1);
}

interface Line {
  readonly cells: readonly string[];
  readonly isStrong?: boolean | undefined;
}

function linesOf({ title, firm, to, facts, remarks, headline, tables, closing }: Paper): readonly Line[] {
  const single = (texts: readonly string[]): Line[] => texts.filter(Boolean).map(text => ({ cells: [text] }));
  const blank: Line = { cells: [] };
  return [
    { cells: [title], isStrong: true },
    ...single([firm, ...to]),
    ...facts.map(([label, value]) => ({ cells: [label, value] })),
    ...single(remarks),
    blank,
    { cells: [headline], isStrong: true },
    ...tables.flatMap(table => [blank, ...tableLines(table)]),
    blank,
    ...single(closing),
  ];
}

/** Words stand in the first two columns, so that figures are below each other in every table. */
function tableLines({ heading, columns, rows }: PaperTable): readonly Line[] {
  const isShort = columns[1]?.isFigure;
  const placed = (cells: readonly string[]) => (isShort ? [cells[0] ?? '', '', ...cells.slice(1)] : cells);
  return [
    { cells: [heading], isStrong: true },
    { cells: placed(columns.map(({ header }) => header)) },
    ...rows.map(({ cells, isStrong }) => ({ cells: placed(cells), isStrong })),
  ];
}
