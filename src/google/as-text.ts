import type { CellValue } from '../workbook/workbook';

/** Words of letters only, which no country's Sheets takes for a number, a date, a formula or a truth. */
const plain = /^\p{L}[\p{L} ]*$/u;
/** One or more of them: with an @ inside nothing is a number, a date or a formula. */
const address = /^\p{L}[\p{L}\d ._+,-]*@[\p{L}\d ._+,@-]*$/u;
const truths = /^(true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|waar|onwaar|sant|falskt?|sand)$/i;

/** Whether Sheets may make something else of a text that is written into a cell. */
export function mayBeMisread(value: CellValue): boolean {
  if (typeof value !== 'string' || value === '') return false;
  const isText = plain.test(value) || address.test(value);
  return !isText || truths.test(value.trim());
}

/**
 * What to hand to Sheets so that a text stands in a cell of that number format as it is.
 *
 * A text cell takes every text as it comes. Elsewhere Sheets takes an apostrophe off the front and leaves the rest
 * alone, so there each text that it might read as something else gets one, also one that begins with its own.
 */
export function asText(value: CellValue, format: string | undefined): CellValue {
  return mayBeMisread(value) && String(format).trim() !== '@' ? `'${value}` : value;
}
