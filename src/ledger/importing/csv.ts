/** A table of separated text as rows, or the line in which a quotation mark goes wrong. */
export interface PlainTable {
  readonly rows: string[][];
  readonly wrongLine?: number;
}

/** A cell in quotation marks or without, and what ends it. */
const cellForm = (mark: string) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${mark}\\r\\n][^${mark}\\r\\n]*)?)(${mark}|\\r\\n|\\r|\\n|$)`, 'y');

/**
 * Reads what a caller without a page hands over; pages read files by papaparse, and send their rows.
 *
 * Blank lines are left out (RFC 4180 in all else); a quotation mark that is not closed refuses all of it.
 */
export function readCsv(text: string): PlainTable {
  const body = text.replace(/^\ufeff/, '');
  const [first = ''] = body.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const [, mark = ','] = [',', ';', '\t']
    .map(each => [first.split(each).length, each] as const)
    .reduce((a, b) => (b[0] > a[0] ? b : a));
  const form = cellForm(mark);
  const rows: string[][] = [[]];
  while (form.lastIndex < body.length || form.lastIndex === 0) {
    const at = form.lastIndex;
    const [match, quoted, plain = '', end] = form.exec(body) ?? [];
    if (match === undefined) return { rows: [], wrongLine: body.slice(0, at).split(/\r\n|\r|\n/).length };
    rows[rows.length - 1]?.push((quoted?.replace(/""/g, '"') ?? plain).trim());
    if (end === '') break;
    if (end !== mark) rows.push([]);
    else if (form.lastIndex === body.length) rows[rows.length - 1]?.push('');
  }
  return { rows: rows.filter(row => row.some(cell => cell !== '')) };
}
