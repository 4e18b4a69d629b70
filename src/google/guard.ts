type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Types = Pick<GoogleAppsScript.Spreadsheet.SpreadsheetApp, 'ProtectionType'>;

/** By which a protection of ours is known among those of other people. */
const guardName = 'Block Ledger writes this tab';

/** Of the tab as a whole it has one at most; one of somebody's own stays as it is, and one half made is finished. */
export function isGuarded({ ProtectionType }: Types, sheet: Sheet): boolean {
  return sheet
    .getProtections(ProtectionType.SHEET)
    .some(each => each.getDescription() !== guardName || each.isWarningOnly());
}

/** Asks whoever types into the tab whether it is meant so, but in the open columns from `row` on; it refuses nobody. */
export function guard(sheet: Sheet, open: readonly number[], row: number): void {
  const rows = sheet.getMaxRows() - row + 1;
  const cells = open.map(column => sheet.getRange(row, column, rows, 1));
  sheet.protect().setDescription(guardName).setUnprotectedRanges(cells).setWarningOnly(true);
}
