/** Rows of time as they are read from a file: those that are equal but for their day are one. */

import { type CalendarDate, parseIsoDate } from '../../src/ledger/units/calendar-date';
import { addTo, remembering } from '../../src/ledger/units/groups';
import type { Row } from '../../src/warehouse/tables';

/** The days of equal rows, each as often as there are rows on it. */
type Days = CalendarDate[];

/** The rows of a file of time: pieces of whole lines, a line of JSON each. */
export function equalRows(pieces: Iterable<string>): Row[] {
  const equal = new Map<string, Days>();
  const others: Row[] = [];
  const dayOf = remembering(parseIsoDate);
  for (const piece of pieces) {
    const isPlain = !marksOfDoubt.some(mark => piece.includes(mark));
    for (let start = 0; start < piece.length; ) {
      const found = piece.indexOf('\n', start);
      const end = found < 0 ? piece.length : found;
      const cut = cutLine(piece, start, end, isPlain);
      const day = cut && dayOf(cut.date);
      if (cut && day !== undefined && day >= 0) addTo(equal, cut.shape, day);
      else if (end > start) others.push(JSON.parse(piece.slice(start, end)));
      start = end + 1;
    }
  }
  return [...others, ...[...equal].map(rowOf)];
}

interface CutLine {
  readonly date: string;
  /** All that figures depend on, from the name of the client on, as JSON. */
  readonly shape: string;
}

const [dateMark, clientMark, wordsMark] = [',"date":"', '","client":', ',"what_was_done":'];
const marksOfDoubt = ['"as_typed"', '"doubt"'];

/**
 * The parts of a line as an export writes it; nothing of any other line.
 *
 * A hundred thousand lines are cut in a tenth of the time that it takes to parse them. Within a text every quotation
 * mark is escaped, so a mark that is found is no part of one.
 */
function cutLine(piece: string, start: number, end: number, isPlain: boolean): CutLine | undefined {
  const date = piece.indexOf(dateMark, start) + dateMark.length;
  const client = date + '2026-11-23'.length;
  if (date < dateMark.length || date >= end || !piece.startsWith(clientMark, client)) return undefined;
  const name = client + clientMark.length;
  const nameEnd = piece.indexOf('"', name + 1) + 1;
  if (piece.charAt(name) !== '"' || nameEnd > end) return undefined;
  if (piece.slice(name, nameEnd).includes('\\')) return undefined;
  if (!isPlain && marksOfDoubt.some(mark => isIn(piece.indexOf(mark, nameEnd), end))) return undefined;
  const words = piece.indexOf(wordsMark, nameEnd);
  const shapeEnd = isIn(words, end) ? words : piece.lastIndexOf('}', end);
  return { date: piece.slice(date, client), shape: piece.slice(name, shapeEnd) };
}

function isIn(place: number, end: number): boolean {
  return place >= 0 && place < end;
}

function rowOf([shape, days]: readonly [string, Days]): Row {
  return { ...JSON.parse(`{"client":${shape}}`), days };
}
