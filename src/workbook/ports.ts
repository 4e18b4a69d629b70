/** What workflows ask of Google, in their own words; the adapters are in `google`. */
import type { Area } from './workbook';

/** A mail, in the words of MailApp; what is blank or missing is left to Google. */
export interface Mail {
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly name?: string;
  readonly replyTo?: string;
  /** Files as Google has them. */
  readonly attachments?: readonly unknown[];
}

/** Where settled figures are kept for a while: Google's document cache. Both verbs are one call each. */
export interface Cache {
  getAll(keys: readonly string[]): Readonly<Record<string, string>>;
  putAll(values: Readonly<Record<string, string>>): void;
}

/** Text values by name, kept beside the workbook: Google's document properties. */
export interface PropertyStore {
  /** All of them, with one call. */
  read(): Readonly<Record<string, string>>;
  /** With one call. */
  write(values: Readonly<Record<string, string>>): void;
  /** With a call for each. */
  forget(names: readonly string[]): void;
}

/** A cryptographic hash of a text, in hexadecimal digits. */
export type Hash = (text: string) => string;

/** A file that was made of a page: a PDF, or the page itself where nothing could print it. */
export interface PrintedFile {
  readonly name: string;
  readonly type: string;
  /** As Google's mail takes it. */
  readonly blob: unknown;
  base64(): string;
}

export interface Printer {
  /** `name` without its ending. */
  print(html: string, name: string): PrintedFile;
}

/** Cells next to each other, addressed from the first one, which is 0, 0. */
export interface FormulaArea {
  /** Blank where a cell holds no formula; of whole tabs as they were read first. */
  formulas(): readonly (readonly string[])[];
  /** The same as they stand now. */
  formulasNow(): readonly (readonly string[])[];
  /** As its tab is called. */
  tab(): string;
  /** What the cells show. */
  values(): readonly (readonly unknown[])[];
  /** Such as `Mine!B3`. */
  place(row: number, column: number): string;
  /** Names a cell for good, whatever its tab is called. */
  key(row: number, column: number): string;
  write(block: Area): void;
}
