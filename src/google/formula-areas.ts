import type { FormulaArea, Memory } from '../workflows/complete-formulas';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** As many cells as one edit completes at once; the rest wait for a refresh. */
const mostEdited = 500;

/** The cells of an edit, as far as they are completed at once. */
export function editedArea(range: Range): FormulaArea {
  const columns = Math.min(range.getNumColumns(), mostEdited);
  const rows = Math.min(range.getNumRows(), Math.max(1, Math.floor(mostEdited / columns)));
  return createFormulaArea(range.offset(0, 0, rows, columns));
}

/** Every tab's cells. */
export function allAreas(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): readonly FormulaArea[] {
  return spreadsheet.getSheets().map(sheet => createFormulaArea(sheet.getDataRange()));
}

function createFormulaArea(range: Range): FormulaArea {
  let place: { tab: number; row: number; column: number } | undefined;
  const at = () => {
    place = place ?? { tab: range.getSheet().getSheetId(), row: range.getRow(), column: range.getColumn() };
    return place;
  };
  return {
    formulas: () => range.getFormulas(),
    key: (row, column) =>
      [at().tab, at().row + row, at().column + column].map(number => number.toString(36)).join('.'),
    write: (row, column, formulas) =>
      void range.offset(row, column, formulas.length, 1).setFormulas(formulas.map(formula => [formula])),
  };
}

/** Asked for only when there is something to complete: an edit should cost as little as it can. */
export function createMemory(service: GoogleAppsScript.Properties.PropertiesService, name: string): Memory {
  return {
    read: () => service.getDocumentProperties().getProperty(name) ?? '',
    write: text => void service.getDocumentProperties().setProperty(name, text),
  };
}
