import type { Drawing } from '../pictures/picture';
import { type Currency, type MinorUnits, moneyText } from '../units/money';

/** A document for a client: one content, shown as a page to print, as plain text and as a tab. */
export interface Paper {
  /** Such as `Statement S-0001`. */
  readonly title: string;
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
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
}

export interface PaperColumn {
  readonly header: string;
  /** Share of the page's width in percent; 0 takes what the others leave. */
  readonly width: number;
  /** Figures stand at the right. */
  readonly isFigure: boolean;
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
