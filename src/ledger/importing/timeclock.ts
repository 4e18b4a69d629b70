/** An hledger timeclock file as rows of a table, so that what follows knows one form only. */

export const timeclockHeaders = [
  'Start date',
  'Start time',
  'End date',
  'End time',
  'Client',
  'Project',
  'Description',
];

export interface ClockTable {
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly problem?: string;
  }[];
}

const entry =
  /^([io])\s+(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s*[+-]\d{4})?(?:\s+(.*))?$/i;

/** Whether a text is such a file: its first line that says something begins with `i`, a day and a time. */
export function isTimeclock(text: string): boolean {
  const first = text.split(/\r\n|\r|\n/).find(line => line.trim() !== '' && !/^\s*[;#*]/.test(line));
  return first !== undefined && /^[io]\s+\d{4}[-/]\d/i.test(first);
}

type Mutable = { line: number; cells: string[]; problem?: string };

/** Reads it; an `o` without an `i`, or one before it, is refused with its line, and an open `i` has no end. */
export function readTimeclock(text: string): ClockTable {
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
