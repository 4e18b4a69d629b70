import { readFileSync } from 'node:fs';
import { readWorkbookWords } from '../../src/google/workbook-words';

const page = readFileSync(new URL('../../src/dialogs/workbook-words.html', import.meta.url), 'utf8');
type Html = Parameters<typeof readWorkbookWords>[0];

/** The words that set up writes, read as the add-on reads them. */
export const workbookWords = readWorkbookWords({
  createHtmlOutputFromFile: () => ({ getContent: () => page }),
} as unknown as Html);
