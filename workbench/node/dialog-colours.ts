import { readFileSync } from 'node:fs';

/** The colours of the add-on's dialogs, light and dark, as a style sheet for other pages. */
export function dialogColours(): string {
  const sheet = readFileSync(new URL('../../src/dialogs/dialog.css', import.meta.url), 'utf8');
  return sheet.slice(0, sheet.indexOf('\n* {'));
}
