/** `SpreadsheetApp`: the way in to the workbook. */

import type { ActiveRun } from './execution';
import { type Emulates, enumeration, expose } from './expose';
import { newConditionalFormatRule, newDataValidation } from './rule-builders';
import { spreadsheetOf } from './spreadsheet';
import { UiService } from './ui';

type Google = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export class SpreadsheetAppService implements Emulates<Google, SpreadsheetAppService> {
  readonly ProtectionType: Google['ProtectionType'];
  readonly GroupControlTogglePosition: Google['GroupControlTogglePosition'];
  readonly SheetType: Google['SheetType'];

  constructor(private readonly run: ActiveRun) {
    this.ProtectionType = enumeration(run, 'ProtectionType', 'RANGE', 'SHEET');
    this.GroupControlTogglePosition = enumeration(run, 'GroupControlTogglePosition', 'BEFORE', 'AFTER');
    this.SheetType = enumeration(run, 'SheetType', 'GRID', 'OBJECT', 'DATASOURCE');
  }

  getActive = () => spreadsheetOf(this.run);
  newDataValidation = () => newDataValidation(this.run);
  newConditionalFormatRule = () => newConditionalFormatRule(this.run);
  /** Writes reach the cells at once here; it still counts as the round trip it is. */
  flush(): void {}

  getUi(): GoogleAppsScript.Base.Ui {
    if (!this.run.options.hasUi) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
    return expose(this.run, 'Ui', new UiService(this.run));
  }
}
