import type { Parse, Problem } from '../sheet/cell';
import { type Cell, cellProblem, cellText, isFormulaError, isMoment, isProblem, parser } from '../sheet/cell';
import { type CalendarDate, fromSheetSerial, parseIsoDate } from '../units/calendar-date';
import { type Decimal, decimal, decimalNumber } from '../units/decimal';
import { currencyOf } from '../units/money';

/** Takes the value of a setting, which is read like its default. */
export type Take = <T>(name: string, parse: Parse<T>) => T;

/** A date cell that lost its format shows its day number; these are 2000 to 2099. */
const serials = { first: 36526, last: 73050 };

/** Reads a calendar date: a date cell, `2026-11-23` or `23.11.2026` as text. */
export const readDate = parser('Type a date such as 2026-11-23.', cell => {
  const date = dateOfCell(cell);
  // Before 1970 a cell holds a time of day (1899) or a year with a slip of the hand.
  return date !== undefined && date >= 0 ? date : undefined;
});

function dateOfCell(cell: Cell): CalendarDate | undefined {
  if (isMoment(cell)) return cell.date;
  if (typeof cell === 'number')
    return cell >= serials.first && cell < serials.last ? fromSheetSerial(cell) : undefined;
  return parseIsoDate(cellText(cell).replace(/^(\d\d?)\.(\d\d?)\.(\d{4})$/, '$3-$2-$1'));
}

/** One and eight tenths here, one thousand eight hundred there: as text it is not read as either. */
const thousands = /^[-−+]?\s*[1-9]\d{0,2}[.,]\d{3}(?!\d)/;

export function mayBeThousand(text: string): boolean {
  return thousands.test(text);
}

/** Reads a number cell, or text with a decimal point or comma. */
export const readDecimal = parser('Type a number such as 100 or 12.50.', (cell, header) => {
  if (typeof cell === 'number') return Math.abs(cell) < 1e12 ? decimal(cell) : undefined;
  const text = cellText(cell);
  if (mayBeThousand(text)) return cellProblem(header, cell, 'Type it without a mark for thousands.');
  return /^[-−]?\d{1,12}([.,]\d{1,12})?$/.test(text) ? decimal(numberOfText(text)) : undefined;
});

export function numberOfText(text: string): number {
  return Number(text.replace('−', '-').replace(',', '.'));
}

/** Reads a number from 0 to `most`; where `convert` makes nothing of it, it makes no sense either. */
export function upTo<T>(most: number, mend: string, convert: (value: Decimal) => T | undefined): Parse<T> {
  return parser(mend, (cell, header) => {
    const value = readDecimal(header, cell);
    if (value === undefined || isProblem(value)) return value;
    const size = decimalNumber(value);
    return size >= 0 && size <= most ? convert(value) : undefined;
  });
}

/** Reads a percentage as a share: 0.2, `20 %` and 20 all mean 20 %. */
export const readShare = parser('Type a percentage from 0 % to 100 %.', (cell, header) => {
  const [, percent] = /^([-−]?\d{1,12}(?:[.,]\d{1,12})?)\s*%$/.exec(cellText(cell)) || [];
  const typed = percent ? decimal(numberOfText(percent)) : readDecimal(header, cell);
  if (typed === undefined || isProblem(typed)) return undefined;
  const { digits, scale } = typed;
  const share = percent || decimalNumber(typed) > 1 ? { digits, scale: scale + 2 } : typed;
  return digits >= 0 && decimalNumber(share) <= 1 ? share : undefined;
});

/** Reads a box or `yes` / `no`. */
export const readYesNo = parser('Tick the box, or type yes or no.', cell => {
  const text = cellText(cell);
  if (/^(yes|y|true|ja|sí|si|oui|1)$/i.test(text)) return true;
  return /^(no|n|false|nein|non|0)$/i.test(text) ? false : undefined;
});

/** Reads a currency code. */
export const readCurrency = parser('Type a code such as USD or EUR.', cell => {
  return currencyOf(cellText(cell).toUpperCase());
});

/** Reads one of a list's words, ignoring case. */
export function choiceOf<Choice extends string>(choices: readonly Choice[]): Parse<Choice> {
  return parser(`Choose one of: ${choices.join(', ')}.`, cell => {
    const word = cellText(cell).toLowerCase();
    return choices.find(each => each.toLowerCase() === word);
  });
}

/** Reads words: whatever stands there, blank too; a formula's error is a problem. */
export function readText(header: string, cell: Cell): string | Problem {
  return isFormulaError(cell) ? cellProblem(header, cell, '') : cellText(cell);
}
