import { type CalendarDate, dateOf, fromSheetSerial, parseIsoDate } from '../units/calendar-date';
import { type Decimal, decimal } from '../units/decimal';
import type { Currency } from '../units/money';
import { type Cell, cellProblem, foundText, isBlank, isFormulaError, isMoment, type Problem } from './cell';

/** A date cell that lost its format shows its day number; these are 2000 to 2099. */
const serials = { first: 36526, last: 73050 };
/** Before it a cell holds a time of day (1899) or a year with a slip of the hand. */
const earliest = dateOf(1970, 1, 1) as CalendarDate;

/** Reads a calendar date: a date cell, `2026-11-23` or `23.11.2026` as text; blank gives nothing. */
export function readDate(header: string, cell: Cell): CalendarDate | undefined | Problem {
  if (isBlank(cell)) return undefined;
  const date = dateOfCell(cell);
  return date !== undefined && date >= earliest
    ? date
    : cellProblem(header, cell, 'Type a date such as 2026-11-23.');
}

function dateOfCell(cell: Cell): CalendarDate | undefined {
  if (isMoment(cell)) return cell.date;
  if (typeof cell !== 'number') return dateOfText(String(cell).trim());
  return cell >= serials.first && cell < serials.last ? fromSheetSerial(cell) : undefined;
}

function dateOfText(text: string): CalendarDate | undefined {
  if (text.length > 12) return undefined;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return dotted ? dateOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : parseIsoDate(text);
}

/** One and eight tenths here, one thousand eight hundred there: as text it is not read as either. */
const thousands = /^[-−]?[1-9]\d{0,2}[.,]\d{3}$/;

/** Reads a number cell, or text with a decimal point or comma; blank gives nothing. */
export function readDecimal(header: string, cell: Cell): Decimal | undefined | Problem {
  if (typeof cell === 'number' && Math.abs(cell) < 1e12) return decimal(cell);
  if (typeof cell === 'string') {
    if (isBlank(cell)) return undefined;
    const text = cell.trim();
    if (thousands.test(text)) return cellProblem(header, cell, 'Type it without a mark for thousands.');
    if (/^[-−]?\d{1,12}([.,]\d{1,12})?$/.test(text)) return decimal(numberOfText(text));
  }
  return cellProblem(header, cell, 'Type a number such as 100 or 12.50.');
}

/** Reads a percentage as a share: 0.2, `20 %` and 20 all mean 20 %. */
export function readShare(header: string, cell: Cell): Decimal | undefined | Problem {
  const text = typeof cell === 'string' ? /^\s*([-−]?\d+([.,]\d+)?)\s*%\s*$/.exec(cell.slice(0, 40)) : null;
  const typed = text ? decimal(numberOfText(text[1] ?? '')) : readDecimal(header, cell);
  if (typed === undefined || 'problem' in typed) return typed;
  const inPercent = text !== null || typed.digits > 10 ** typed.scale;
  const share = inPercent ? { digits: typed.digits, scale: typed.scale + 2 } : typed;
  const sensible = share.digits >= 0 && share.digits <= 10 ** share.scale;
  return sensible ? share : cellProblem(header, cell, 'Type a percentage from 0 % to 100 %.');
}

/** Reads a box or `yes` / `no`; blank gives nothing. */
export function readYesNo(header: string, cell: Cell): boolean | undefined | Problem {
  if (typeof cell === 'boolean') return cell;
  if (isBlank(cell)) return undefined;
  const word = foundText(cell).trim().toLowerCase();
  if (['yes', 'y', 'true', 'ja', 'sí', 'si', 'oui', '1'].includes(word)) return true;
  if (['no', 'n', 'false', 'nein', 'non', '0'].includes(word)) return false;
  return cellProblem(header, cell, 'Tick the box, or type yes or no.');
}

/** Reads a currency code; blank gives nothing. */
export function readCurrency(header: string, cell: Cell): Currency | undefined | Problem {
  if (isBlank(cell)) return undefined;
  const code = typeof cell === 'string' ? cell.trim().toUpperCase() : '';
  return /^[A-Z]{3}$/.test(code)
    ? (code as Currency)
    : cellProblem(header, cell, 'Type a code such as USD or EUR.');
}

/** Reads one of a list's words, ignoring case; blank gives nothing. */
export function readChoice<Choice extends string>(
  header: string,
  cell: Cell,
  choices: readonly Choice[],
): Choice | undefined | Problem {
  if (isBlank(cell)) return undefined;
  const word = foundText(cell).trim().toLowerCase();
  const choice = choices.find(each => each.toLowerCase() === word);
  return choice ?? cellProblem(header, cell, `Choose one of: ${choices.join(', ')}.`);
}

/** Reads words: whatever stands there, without blanks around it; a formula's error is a problem. */
export function readText(header: string, cell: Cell): string | Problem {
  if (isFormulaError(cell)) return cellProblem(header, cell, '');
  if (typeof cell === 'string') return cell.trim();
  return isMoment(cell) ? foundText(cell) : String(cell);
}

function numberOfText(text: string): number {
  return Number(text.replace('−', '-').replace(',', '.'));
}
