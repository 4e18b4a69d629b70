import type { WorkbookWords } from '../workflows/set-up/set-up-workbook';

/** What set up writes for people to read: in a page of its own, so that functions in cells start without it. */
export function readWorkbookWords(
  html: Pick<GoogleAppsScript.HTML.HtmlService, 'createHtmlOutputFromFile'>,
): WorkbookWords {
  const page = html.createHtmlOutputFromFile('workbook-words').getContent();
  return JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1));
}
