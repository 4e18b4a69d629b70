import Papa from 'papaparse';
import type { FileRow } from '../ledger/importing/read-log';
import { isTimeclock, readTimeclock, timeclockHeaders } from '../ledger/importing/timeclock';
import { withoutMark } from './decode';

/** A text as a table: its rows with the lines on which they begin, or why it is none. */
export interface FileTable {
  readonly rows: readonly FileRow[];
  readonly isTimeclock: boolean;
  readonly problem?: string;
}

const delimiters = [',', ';', '\t', '|'];
/** Google takes larger ones, a browser with patience too; no log of a year comes near. */
export const largestFile = 10 * 1024 * 1024;
const looked = 60;

/** Reads rows of separated text as RFC 4180 has them; a backslash is a letter like any other. */
export function readTable(given: string): FileTable {
  const text = withoutMark(given);
  if (text.length > largestFile)
    return {
      rows: [],
      isTimeclock: false,
      problem: 'The file has more than 10 MB. Bring in a shorter period at a time.',
    };
  if (isTimeclock(text)) return timeclock(text);
  const [first = '', own] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = text.slice(first.length);
  const delimiter = own ?? delimiterOf(body);
  const { data, errors } = parse(body, delimiter);
  const rows = withLines(data, first === '' ? 1 : 2);
  const wrong = errors.find(({ type }) => type === 'Quotes');
  if (!wrong)
    return { rows: rows.filter(({ cells }) => cells.some(cell => cell.trim() !== '')), isTimeclock: false };
  const line = rows[wrong.row ?? 0]?.line ?? 1;
  return {
    rows: [],
    isTimeclock: false,
    problem: `A quotation mark in line ${line} is not closed, or stands within a cell. Correct that line, or export the file again.`,
  };
}

function parse(text: string, delimiter: string, preview = 0) {
  return Papa.parse<string[]>(text, {
    delimiter,
    preview,
    quoteChar: '"',
    escapeChar: '"',
    skipEmptyLines: false,
  });
}

/** The mark by which most rows have the same number of cells, and of them the one that makes most. */
function delimiterOf(text: string): string {
  const scored = delimiters.map(delimiter => {
    const widths = new Map<number, number>();
    for (const row of parse(text, delimiter, looked).data)
      if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    return { delimiter, score: Math.max(0, ...[...widths].map(([width, rows]) => rows * (width - 1))) };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** A cell may hold line breaks, so a row may begin further down than its number says. */
function withLines(data: readonly string[][], from: number): FileRow[] {
  let line = from;
  return data.map(cells => {
    const row = { line, cells };
    line +=
      1 +
      cells.reduce(
        (sum, cell) =>
          sum + (cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0),
        0,
      );
    return row;
  });
}

function timeclock(text: string): FileTable {
  return { rows: [{ line: 0, cells: timeclockHeaders }, ...readTimeclock(text).rows], isTimeclock: true };
}
