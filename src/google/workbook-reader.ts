import { foldHeader } from '../ledger/sheet/headers';
import type { FormulaCell, Tab, Workbook } from '../workbook/workbook';

type App = Pick<GoogleAppsScript.Spreadsheet.SpreadsheetApp, 'getActive'>;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What is asked of the workbook without writing; it is asked for only when it is needed. */
export function workbookReader(app: App) {
  return {
    id: () => app.getActive().getId(),
    title: () => app.getActive().getName(),
    pageIds: () => {
      const sheets = app.getActive().getSheets();
      return new Map(sheets.map(sheet => [sheet.getName(), sheet.getSheetId()]));
    },
    seen: () => [],
    ledgerCell: () => ledgerCell(app.getActive()),
  };
}

/** What is asked of the cells of a tab. */
export function tabReader(sheet: Sheet) {
  const rows = (row: number, count: number): unknown[][] => {
    const width = sheet.getLastColumn();
    return width > 0 ? sheet.getRange(row, 1, count, width).getValues() : [];
  };
  return {
    name: sheet.getName(),
    cells: () => {
      const read = () => sheet.getDataRange().getValues();
      const values = read();
      // A row put in right before they were read has pushed the last one out.
      return sheet.getLastRow() > values.length ? read() : values;
    },
    rows,
    top: (count: number) => rows(1, Math.min(count, sheet.getMaxRows())),
    rowCount: () => sheet.getMaxRows(),
    lastRow: () => sheet.getLastRow(),
  };
}

/** Of a tab and of a workbook, what no function in a cell asks for: such a function may write nothing. */
const tabRefusals = refuse([
  'formulas',
  'numberFormats',
  'look',
  'colours',
  'cell',
  'grow',
  'write',
  'fill',
  'empty',
  'remove',
  'removeColumn',
  'hide',
  'embolden',
  'dressHeaders',
  'setNotes',
  'setWidth',
  'setFormat',
  'setHelp',
  'wrap',
  'box',
  'freeze',
  'freezeColumns',
  'foldRows',
  'foldColumns',
  'isGuarded',
  'guard',
  'mute',
  'colour',
]);
const refusals = refuse(['addTab', 'addPage', 'renamePage', 'removePage', 'nameLedger', 'flush']);

/** The workbook for functions in cells, whose script is loaded anew for each: it has nothing with which to write. */
export function createCellWorkbook(app: App): Workbook {
  const tab = (name: string): Tab | undefined => {
    const sheet = sheetNamed(app.getActive(), name);
    return sheet && { ...tabReader(sheet), ...tabRefusals };
  };
  return { ...workbookReader(app), tab, page: tab, ...refusals };
}

function refuse<Name extends string>(names: readonly Name[]): Readonly<Record<Name, () => never>> {
  const refusing = (name: Name) => () => {
    throw new Error(`Functions in cells have no ${name}.`);
  };
  return Object.fromEntries(names.map(name => [name, refusing(name)])) as Record<Name, () => never>;
}

/** The tab of that name, in whatever case the user writes it. */
export function sheetNamed(spreadsheet: Spreadsheet, name: string): Sheet | undefined {
  const isWanted = (sheet: Sheet) => foldHeader(sheet.getName()) === foldHeader(name);
  return spreadsheet.getSheetByName(name) || spreadsheet.getSheets().find(isWanted);
}

/** Asking for a name whose cell was deleted is an error. */
function ledgerCell(spreadsheet: Spreadsheet): FormulaCell | undefined {
  try {
    const range = spreadsheet.getRangeByName('Ledger');
    return range ? createFormulaCell(range.getCell(1, 1)) : undefined;
  } catch {
    return;
  }
}

export function createFormulaCell(range: Range): FormulaCell {
  return {
    tab: range.getSheet().getName(),
    row: range.getRow(),
    column: range.getColumn(),
    formula: () => range.getFormula(),
    value: () => range.getValue(),
    write: formula => range.setFormula(formula),
  };
}
