import type { Drawing } from '../pictures/picture';
import type { Language } from '../units/language';
import { type Currency, type MinorUnits, moneyText } from '../units/money';

/** A document for a client: one content, shown as a page to print, as plain text and as a tab. */
export interface Paper {
  /** Such as `Statement S-0001`. */
  readonly title: string;
  /** English where nothing is said. */
  readonly language?: Language;
  /** Between a label and its figure in plain text. */
  readonly colon?: string;
  /** Whose paper it is; blank where Settings has no firm name. */
  readonly firm: string;
  /** Below it: its address, its tax id. */
  readonly letterhead?: readonly string[];
  readonly to: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What must not be missed: provisional, corrected. */
  readonly remarks: readonly string[];
  /** The one figure that matters. */
  readonly headline: string;
  /** Above the tables of its page; a mail and a tab go without. */
  readonly picture?: Drawing;
  readonly tables: readonly PaperTable[];
  readonly closing: readonly string[];
}

export interface PaperTable {
  readonly heading: string;
  /** Above it in a page; mails and tabs go without. */
  readonly pictures?: readonly Drawing[];
  /** Below it. */
  readonly remark?: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
}

export interface PaperColumn {
  readonly header: string;
  /** Share of the page's width in percent; 0 takes what the others leave. */
  readonly width: number;
  /** Figures stand at the right. */
  readonly isFigure: boolean;
  /** Its figures say what they are, so that plain text needs no header beside them. */
  readonly isPlain?: boolean;
}

export interface PaperRow {
  readonly cells: readonly string[];
  /** A balance or a total. */
  readonly isStrong?: boolean;
}

export function words(header: string, width: number): PaperColumn {
  return { header, width, isFigure: false };
}

export function figure(header: string, width: number): PaperColumn {
  return { header, width, isFigure: true };
}

/** Money with a real minus sign, as hours have it; a hyphen would begin a formula in a tab. */
export function moneyOnPaper(amount: MinorUnits, currency: Currency): string {
  return moneyText(amount, currency).replace(/^-/, '−');
}

/** An address, a tax id: what people typed, line by line. */
export function linesOf(...texts: readonly string[]): readonly string[] {
  return texts
    .flatMap(text => text.split(/\r?\n/))
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** `Tax id: DE123`; a blank stays blank, and who has typed words before it keeps them. */
export function withLabel(text: string, label: string, colon: string): string {
  return text.trim() === '' || /[:.]/.test(text) ? text : `${label}${colon}${text}`;
}
