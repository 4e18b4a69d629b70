/** Rows of time as they are read from a file: those that are equal but for their day are one. */

import { type CalendarDate, parseIsoDate } from '../../src/ledger/units/calendar-date';
import { remembering, valueAt } from '../../src/ledger/units/groups';
import type { Row } from '../../src/warehouse/tables';

/** What figures depend on, as it stands in the file, and how many there are on each day. */
interface Equal {
  readonly client: string;
  readonly shape: string;
  readonly days: Map<CalendarDate, number>;
}

/** The rows of a file of time, a line of JSON each. */
export function equalRows(text: string): Row[] {
  const clients = new Map<string, Map<string, Equal>>();
  const others: Row[] = [];
  const dayOf = remembering(parseIsoDate);
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    start = end + 1;
    const cut = cutLine(line);
    const day = cut && dayOf(cut.date);
    if (!cut || day === undefined || day < 0) {
      if (line.trim() !== '') others.push(JSON.parse(line));
      continue;
    }
    const { client, shape } = cut;
    const shapes = valueAt(clients, client, () => new Map<string, Equal>());
    const { days } = valueAt(shapes, shape, () => ({ client, shape, days: new Map() }));
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...others, ...[...clients.values()].flatMap(shapes => [...shapes.values()].map(rowOf))];
}

interface CutLine {
  readonly date: string;
  /** As JSON. */
  readonly client: string;
  readonly shape: string;
}

const [dateMark, clientMark, wordsMark] = [',"date":"', '","client":', ',"what_was_done":'];

/**
 * The parts of a line as an export writes it; nothing of any other line.
 *
 * A hundred thousand lines are cut in a tenth of the time that it takes to parse them. Within a text every quotation
 * mark is escaped, so a mark that is found is no part of one.
 */
function cutLine(line: string): CutLine | undefined {
  const date = line.indexOf(dateMark) + dateMark.length;
  const client = date + '2026-11-23'.length;
  if (date < dateMark.length || !line.startsWith(clientMark, client)) return undefined;
  const name = client + clientMark.length;
  const end = line.indexOf('"', name + 1) + 1;
  if (line.charAt(name) !== '"' || line.lastIndexOf('\\', end) >= name) return undefined;
  if (line.includes('"as_typed"', end) || line.includes('"doubt"', end)) return undefined;
  const words = line.indexOf(wordsMark, end);
  return {
    date: line.slice(date, client),
    client: line.slice(name, end),
    shape: line.slice(end, words < 0 ? line.lastIndexOf('}') : words),
  };
}

function rowOf({ client, shape, days }: Equal): Row {
  const text = [...days].map(([day, count]) => (count > 1 ? `${day}*${count}` : day)).join(',');
  return { ...JSON.parse(`{"client":${client}${shape}}`), days: text };
}
