/** `SpreadsheetApp`: the way in to the workbook. */

import { newConditionalFormatRule } from './conditional-format';
import { newDataValidation } from './data-validation';
import type { ActiveRun } from './execution';
import { type Emulates, enumeration, expose } from './expose';
import { SpreadsheetService, spreadsheetOf } from './spreadsheet';
import { UiService } from './ui';

type Google = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export class SpreadsheetAppService implements Emulates<Google, SpreadsheetAppService> {
  readonly DataValidationCriteria: Google['DataValidationCriteria'];
  readonly BooleanCriteria: Google['BooleanCriteria'];

  constructor(private readonly run: ActiveRun) {
    const criteria = ['VALUE_IN_LIST', 'VALUE_IN_RANGE', 'CHECKBOX'];
    this.DataValidationCriteria = enumeration(run, 'DataValidationCriteria', ...criteria);
    this.BooleanCriteria = enumeration(run, 'BooleanCriteria', 'CUSTOM_FORMULA');
  }

  getActive = () => spreadsheetOf(this.run);
  getActiveSpreadsheet = () => spreadsheetOf(this.run);
  getActiveSheet = () => this.book().getActiveSheet();
  getActiveRange = () => this.book().getActiveRange();
  setActiveSheet = (sheet: GoogleAppsScript.Spreadsheet.Sheet) => this.book().setActiveSheet(sheet);
  newDataValidation = () => newDataValidation(this.run);
  newConditionalFormatRule = () => newConditionalFormatRule(this.run);
  /** Writes reach the cells at once here; it still counts as the round trip it is. */
  flush(): void {}

  getUi(): GoogleAppsScript.Base.Ui {
    if (!this.run.options.hasUi) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
    return expose(this.run, 'Ui', new UiService(this.run));
  }

  private book(): SpreadsheetService {
    return new SpreadsheetService(this.run);
  }
}
