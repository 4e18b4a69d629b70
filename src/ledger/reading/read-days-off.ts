import type { DaysOff } from '../model/settings';
import { type Cell, cellProblem, cellText, isMoment, type Parse } from '../sheet/cell';
import { type CalendarDate, dateOf, monthNames, parseIsoDate } from '../units/calendar-date';

const mend =
  'Type days as 2026-12-25 or 25 Dec 2026, 25 Dec for every year, or 2026-12-24 to 2026-12-31; a comma between them.';

/** Days on which no mail goes out: a list, with spans, and days of every year without the year. */
export const readDaysOff: Parse<DaysOff> = (header: string, cell: Cell) => {
  if (isMoment(cell)) return { spans: [[cell.date, cell.date]], yearly: new Set() };
  const parts = cellText(cell)
    .split(/[,;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
  const spans: [CalendarDate, CalendarDate][] = [];
  const yearly = new Set<string>();
  for (const part of parts) {
    const everyYear = yearlyDay(part);
    const [first, last = first, ...more] = part.split(/\s+to\s+|\s*–\s*|\s*\.\.\s*/i).map(dayIn);
    if (everyYear) yearly.add(everyYear);
    else if (first !== undefined && last !== undefined && last >= first && more.length === 0)
      spans.push([first, last]);
    else return cellProblem(header, part, mend);
  }
  return { spans, yearly };
};

function dayIn(text: string): CalendarDate | undefined {
  const iso = parseIsoDate(text);
  if (iso !== undefined) return iso;
  const [, day, name = '', year] = /^(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})$/i.exec(text) || [];
  return day ? dateOf(Number(year), monthOf(name), Number(day)) : undefined;
}

/** `25 Dec` or `12-25`, as `12-25`; a leap day is one. */
function yearlyDay(text: string): string | undefined {
  const [, day, name = ''] = /^(\d{1,2})\.? ([a-z]{3,9})\.?$/i.exec(text) || [];
  const [, month, second] = /^(\d{1,2})-(\d{1,2})$/.exec(text) || [];
  const date = day ? [monthOf(name), Number(day)] : [Number(month), Number(second)];
  const [inMonth, onDay] = date as [number, number];
  if (dateOf(2024, inMonth, onDay) === undefined) return undefined;
  return `${String(inMonth).padStart(2, '0')}-${String(onDay).padStart(2, '0')}`;
}

/** From 1; 0 is no month, and there is no such day. */
function monthOf(name: string): number {
  return monthNames.findIndex(each => name.toLowerCase().startsWith(each.toLowerCase())) + 1;
}
