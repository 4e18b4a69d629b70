/** Pages, and questions. */

export function show(page: GoogleAppsScript.HTML.HtmlOutput, title: string, height = 480): void {
  SpreadsheetApp.getUi().showModelessDialog(page.setWidth(680).setHeight(height), title);
}

/** A form, which is filled in before anything else goes on. */
export function ask(page: GoogleAppsScript.HTML.HtmlOutput, title: string): void {
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(420).setHeight(640), title);
}

export function tell(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

export function confirms(title: string, question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, question, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
}
