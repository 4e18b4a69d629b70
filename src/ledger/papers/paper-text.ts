import type { Paper, PaperTable } from './paper';

/** The paper as plain text, for those who read mails without HTML. */
export function paperText(paper: Paper): string {
  const { title, colon = ': ', firm, letterhead = [], to, facts, remarks, headline, tables, closing } = paper;
  const parts = [
    [title, firm, ...letterhead].filter(Boolean),
    [...to, ...facts.map(([label, value]) => label + colon + value)],
    remarks,
    [headline].filter(Boolean),
    ...tables.map(table => tableLines(table, colon)),
    closing,
  ];
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}

/** A row a line: its words, then each figure with its header, for blanks would leave figures without a place. */
function tableLines({ heading, columns, rows }: PaperTable, colon: string): readonly string[] {
  return [(heading + colon).trim(), ...rows.map(({ cells }) => `  ${rowText(cells, columns, colon)}`)];
}

function rowText(cells: readonly string[], columns: PaperTable['columns'], colon: string): string {
  const filled = columns.flatMap((column, index) =>
    cells[index] ? [{ ...column, text: cells[index] }] : [],
  );
  const said = filled.filter(({ isFigure }) => !isFigure).map(({ text }) => text);
  const figures = filled
    .filter(({ isFigure }) => isFigure)
    .map(({ header, text, isPlain }) => (header === '' || isPlain ? text : `${header} ${text}`));
  return [said.join('  '), figures.join(', ')].filter(Boolean).join(colon);
}
