import Papa from 'papaparse';
import type { FileRow } from '../ledger/importing/read-log';
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

/** An hledger timeclock file becomes rows of a table, so that what follows knows one form only. */
const timeclockHeaders = [
  'Start date',
  'Start time',
  'End date',
  'End time',
  'Client',
  'Project',
  'Description',
];

interface ClockTable {
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly problem?: string;
  }[];
}

const entry =
  /^([io])\s+(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s*[+-]\d{4})?(?:\s+(.*))?$/i;

/** Whether a text is such a file: its first line that says something begins with `i`, a day and a time. */
function isTimeclock(text: string): boolean {
  const first = text.split(/\r\n|\r|\n/).find(line => line.trim() !== '' && !/^\s*[;#*]/.test(line));
  return first !== undefined && /^[io]\s+\d{4}[-/]\d/i.test(first);
}

type Mutable = { line: number; cells: string[]; problem?: string };

/** Reads it; an `o` without an `i`, or one before it, is refused with its line, and an open `i` has no end. */
function readTimeclock(text: string): ClockTable {
  const rows: Mutable[] = [];
  let open: Mutable | undefined;
  const refuse = (line: number, problem: string) => void rows.push({ line, cells: [], problem });
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    if (raw.trim() === '' || /^\s*[;#*]/.test(raw)) continue;
    const [match, letter = '', day = '', time = '', rest = ''] = entry.exec(raw.trim()) ?? [];
    if (!match) {
      refuse(line, 'The line is none of a timeclock file: i DATE TIME ACCOUNT, or o DATE TIME.');
    } else if (letter.toLowerCase() === 'i') {
      // Clocked in again without an end: the one before stays open.
      open = { line, cells: [day, time, '', '', ...accountOf(rest)] };
      rows.push(open);
    } else if (!open) {
      refuse(line, 'It ends work that was not begun: there is no i before it.');
    } else {
      if (stamp(day, time) < stamp(open.cells[0] ?? '', open.cells[1] ?? ''))
        open.problem = `It ends in line ${line}, before it begins.`;
      open.cells[2] = day;
      open.cells[3] = time;
      open = undefined;
    }
  }
  return { rows };
}

/** Sorts as time does. */
function stamp(day: string, time: string): string {
  const pad = (text: string, mark: RegExp) =>
    text
      .split(mark)
      .map(part => part.padStart(2, '0'))
      .join('');
  return pad(day, /[-/]/) + pad(time, /:/).padEnd(6, '0');
}

/** The first part of the account is the client, the rest the project; two blanks part it from what was done. */
function accountOf(rest: string): [client: string, project: string, description: string] {
  const [text = ''] = rest.split(/\s*;/, 1);
  const [account = '', ...words] = text.trim().split(/\s{2,}|\t/);
  const [client = '', ...project] = account.split(':');
  return [client, project.join(':'), words.join(' ')];
}
