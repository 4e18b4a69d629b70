import type { Paper, PaperTable } from './paper';

/** The paper as plain text, for those who read mails without HTML. */
export function paperText(paper: Paper): string {
  const { title, firm, letterhead = [], to, facts, remarks, headline, tables, closing } = paper;
  const parts = [
    [title, firm, ...letterhead].filter(Boolean),
    [...to, ...facts.map(([label, value]) => `${label}: ${value}`)],
    remarks,
    [headline].filter(Boolean),
    ...tables.map(tableLines),
    closing,
  ];
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}

/** A row a line: its words, then each figure with its header, for blanks would leave figures without a place. */
function tableLines({ heading, columns, rows }: PaperTable): readonly string[] {
  return [`${heading}:`, ...rows.map(({ cells }) => `  ${rowText(cells, columns)}`)];
}

function rowText(cells: readonly string[], columns: PaperTable['columns']): string {
  const filled = columns.flatMap((column, index) =>
    cells[index] ? [{ ...column, text: cells[index] }] : [],
  );
  const said = filled.filter(({ isFigure }) => !isFigure).map(({ text }) => text);
  const figures = filled
    .filter(({ isFigure }) => isFigure)
    .map(({ header, text }) => (/^(hours)?$/i.test(header) ? text : `${header} ${text}`));
  return [said.join('  '), figures.join(', ')].filter(Boolean).join(': ');
}
