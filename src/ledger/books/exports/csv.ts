/** A file to be downloaded. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe; a number is a number. */
export function textCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(harmless) || harmless.trim() !== harmless
    ? `"${harmless.replace(/"/g, '""')}"`
    : harmless;
}

export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map(cells => `${cells.join(',')}\r\n`).join('');
}

/** Behind the memo of an open month: what was imported of it may have to be imported anew. */
export function openText(isOpen: boolean): string {
  return isOpen ? ' (provisional)' : '';
}

/** The same in the name of a file. */
export function openEnding(isOpen: boolean): string {
  return isOpen ? '-provisional' : '';
}
