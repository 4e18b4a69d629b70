/** The marks that may part the cells of a line; the one that the first line has most of does. */
const separators = [',', ';', '\t'] as const;

/**
 * Reads a table of comma-, semicolon- or tab-separated text: cells in quotation marks may hold separators, line breaks
 * and doubled quotation marks (RFC 4180). Blank lines are left out; nothing throws.
 */
export function readCsv(text: string): string[][] {
  const body = text.replace(/^\ufeff/, '');
  const separator = separatorOf(body);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= body.length) {
    const [cell, end] = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at, separator);
    row.push(cell.trim());
    at = end + 1;
    if (body[end] === separator) continue;
    // A line ends in CR, LF or both.
    if (body[end] === '\r' && body[at] === '\n') at++;
    if (row.some(each => each !== '')) rows.push(row);
    row = [];
  }
  return rows;

  function quotedCell(from: string, start: number): [string, number] {
    let close = from.indexOf('"', start + 1);
    while (close >= 0 && from[close + 1] === '"') close = from.indexOf('"', close + 2);
    const end = close < 0 ? from.length : close;
    // What stands between the closing mark and the separator belongs to nobody.
    const [, next] = plainCell(from, Math.min(end + 1, from.length), separator);
    return [from.slice(start + 1, end).replace(/""/g, '"'), next];
  }
}

function plainCell(text: string, start: number, separator: string): [string, number] {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return [text.slice(start, end), end];
}

function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counts = separators.map(mark => first.split(mark).length);
  return separators[counts.indexOf(Math.max(...counts))] as string;
}
