/** Pages, and questions. */

import { readMemory } from '../workbook/memory';
import { overdueText } from '../workflows/notices/daily-notices';
import { here } from './services';

/** A word beside the work is a kindness: where it fails, nobody is bothered with it. */
export function sayBeside(news: () => string | undefined): void {
  try {
    const text = news();
    if (text) SpreadsheetApp.getActive().toast(text, 'Block Ledger');
  } catch (error) {
    console.warn(error);
  }
}

/** Nobody hears of a timer that does not run; whoever uses the menu does. */
export function sayWhereOverdue(): void {
  const book = here();
  sayBeside(() => overdueText(readMemory(book.store), book.now()));
}

/** In a sidebar, beside the rows that it is about. */
export function showBeside(page: GoogleAppsScript.HTML.HtmlOutput): void {
  sayWhereOverdue();
  SpreadsheetApp.getUi().showSidebar(page);
}

export function show(page: GoogleAppsScript.HTML.HtmlOutput, title: string, height = 480): void {
  sayWhereOverdue();
  SpreadsheetApp.getUi().showModelessDialog(page.setWidth(680).setHeight(height), title);
}

/** A form, which is filled in before anything else goes on. */
export function ask(
  page: GoogleAppsScript.HTML.HtmlOutput,
  title: string,
  [width, height] = [420, 640],
): void {
  sayWhereOverdue();
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(width).setHeight(height), title);
}

export function tell(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

export function confirms(title: string, question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, question, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
}
