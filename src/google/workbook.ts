import { columnLetters } from '../workbook/formulas';
import type { Place } from '../workbook/selected-client';
import type { Help, Tab, Workbook } from '../workbook/workbook';
import { asText, mayBeMisread } from './as-text';
import { guard, isGuarded } from './guard';
import { createFormulaCell, sheetNamed, tabReader, workbookReader } from './workbook-reader';

type App = Pick<
  GoogleAppsScript.Spreadsheet.SpreadsheetApp,
  | 'getActive'
  | 'flush'
  | 'newDataValidation'
  | 'newConditionalFormatRule'
  | 'ProtectionType'
  | 'GroupControlTogglePosition'
>;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The workbook that is open; it is asked for only when it is needed. */
export function createWorkbook(app: App): Workbook {
  const tab = (name: string) => {
    const sheet = sheetNamed(app.getActive(), name);
    return sheet && createTab(app, sheet);
  };
  const addPage = (name: string) => {
    const spreadsheet = app.getActive();
    return createTab(app, spreadsheet.insertSheet(name, spreadsheet.getNumSheets()));
  };
  // A sheet that is inserted is shown at once: whoever is at work stays where she stands.
  const addTab = (name: string) => {
    const cell = app.getActive().getCurrentCell();
    const made = addPage(name);
    cell?.activate();
    return made;
  };
  return {
    ...workbookReader(app),
    tab,
    addTab,
    page: tab,
    addPage,
    renamePage: (name, to) => void sheetNamed(app.getActive(), name)?.setName(to),
    removePage: name => {
      const spreadsheet = app.getActive();
      const sheet = sheetNamed(spreadsheet, name);
      // A workbook without a tab is refused.
      if (sheet && spreadsheet.getNumSheets() === 1) spreadsheet.insertSheet('Sheet1', 1);
      if (sheet) spreadsheet.deleteSheet(sheet);
    },
    nameLedger: place => {
      const spreadsheet = app.getActive();
      spreadsheet.setNamedRange('Ledger', spreadsheet.getRange(place));
    },
    flush: () => app.flush(),
  };
}

/** Where the cursor stands; nowhere while a chart or a drawing is selected. */
export function selectedPlace(spreadsheet: Spreadsheet): Place {
  const cell = spreadsheet.getCurrentCell();
  return cell ? { tab: cell.getSheet().getName(), row: cell.getRow() } : { tab: '', row: 0 };
}

/** The tint of a line: quiet, and dark text reads well on it. */
const headerGround = '#eef1f4';
/** Of a cell that nobody needs to read. */
const [quietText, quietSize] = ['#9aa4b2', 7];

function createTab(app: App, sheet: Sheet): Tab {
  /** A column from `row` down to the end of the tab, or for so many rows. */
  const below = (row: number, column: number, rows = sheet.getMaxRows() - row + 1) =>
    sheet.getRange(row, column, rows, 1);
  return {
    ...tabReader(sheet),
    formulas: () => sheet.getDataRange().getFormulas(),
    numberFormats: (row, count) => {
      const width = sheet.getLastColumn();
      return width > 0 ? sheet.getRange(row, 1, count, width).getNumberFormats() : [];
    },
    look: headerRow => {
      const headers = sheet.getRange(headerRow, 1, 1, sheet.getMaxColumns());
      const first = headers.offset(1, 0);
      return {
        notes: headers.getNotes()[0] as string[],
        formats: first.getNumberFormats()[0] as string[],
        formulas: first.getFormulas()[0] as string[],
        helps: first.getDataValidations()[0] as unknown[],
        frozenRows: sheet.getFrozenRows(),
        frozenColumns: sheet.getFrozenColumns(),
      };
    },
    colours: () =>
      sheet.getConditionalFormatRules().flatMap(rule => {
        const condition = rule.getBooleanCondition();
        return condition ? condition.getCriteriaValues().map(String) : [];
      }),
    cell: (row, column) => createFormulaCell(sheet.getRange(row, column)),

    grow: (rows, columns) => {
      const [lastRow, lastColumn] = [sheet.getMaxRows(), sheet.getMaxColumns()];
      if (rows > lastRow) sheet.insertRowsAfter(lastRow, rows - lastRow);
      if (columns > lastColumn) sheet.insertColumnsAfter(lastColumn, columns - lastColumn);
    },
    write: ({ row, column, values, formats }, look = () => true) => {
      const range = sheet.getRange(row, column, values.length, (values[0] as unknown[]).length);
      // First: in a text cell no name can turn into a date or a formula.
      const stand = formats && setFormats(range, formats) && formats;
      const known = stand || (values.flat().some(mayBeMisread) ? range.getNumberFormats() : []);
      const may = look();
      if (may)
        range.setValues(
          values.map((line, row) => line.map((value, at) => asText(value, (known[row] || [])[at]))),
        );
      return may;
    },
    fill: (spans, column, value, format) => {
      const letter = columnLetters(column);
      const notations = spans.map(({ row, count }) => `${letter}${row}:${letter}${row + count - 1}`);
      if (notations.length === 0) return;
      const list = sheet.getRangeList(notations);
      const stands = unlessTyped(() => list.setNumberFormat(format));
      list.setValue(asText(value, stands ? format : undefined));
    },
    empty: spans => {
      const last = Math.max(1, sheet.getLastColumn());
      const notations = spans.map(({ row, count }) => `A${row}:${columnLetters(last)}${row + count - 1}`);
      if (notations.length > 0) sheet.getRangeList(notations).clearContent();
    },
    remove: ({ row, count }) => sheet.deleteRows(row, count),
    removeColumn: column => sheet.deleteColumns(column, 1),
    hide: () => void sheet.hideSheet(),
    embolden: (row, column, columns) => sheet.getRange(row, column, 1, columns).setFontWeight('bold'),
    dressHeaders: (row, column, columns) =>
      sheet.getRange(row, column, 1, columns).setFontWeight('bold').setBackground(headerGround),
    setNotes: (row, notes) => sheet.getRange(row, 1, 1, notes.length).setNotes([[...notes]]),
    setWidth: (column, pixels) => sheet.setColumnWidth(column, pixels),
    setFormat: (format, row, column) => below(row, column).setNumberFormat(format),
    setHelp: (help, row, column, rows) =>
      below(row, column, rows).setDataValidation(helpRule(app, sheet, help)),
    wrap: (row, column) => below(row, column).setWrap(true),
    box: (row, column, rows) => unlessTyped(() => below(row, column, rows).setDataValidation(boxRule(app))),
    freeze: rows => sheet.setFrozenRows(rows),
    freezeColumns: columns => sheet.setFrozenColumns(columns),
    foldRows: (row, count) => {
      sheet.setRowGroupControlPosition(app.GroupControlTogglePosition.BEFORE);
      sheet.getRange(row, 1, count, 1).shiftRowGroupDepth(1);
      sheet.getRowGroup(row, 1)?.collapse();
    },
    foldColumns: (column, count) => {
      sheet.setColumnGroupControlPosition(app.GroupControlTogglePosition.BEFORE);
      sheet.getRange(1, column, 1, count).shiftColumnGroupDepth(1);
      sheet.getColumnGroup(column, 1)?.collapse();
    },
    isGuarded: () => isGuarded(app, sheet),
    guard: (open, headerRow) => guard(sheet, open, headerRow + 1),
    mute: (row, column) => void sheet.getRange(row, column).setFontColor(quietText).setFontSize(quietSize),
    colour: (colours, row, columns) => {
      const ranges = columns.map(column => below(row, column));
      const rules = colours.map(({ formula, text, ground }) => {
        const rule = app.newConditionalFormatRule().whenFormulaSatisfied(formula).setRanges(ranges);
        return rule.setFontColor(text).setBackground(ground).build();
      });
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
    },
  };
}

/** A typed column of a table has its own format and may refuse another; false then. What is written stands all the same. */
function unlessTyped(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!/typed column/i.test((error as Error).message)) throw error;
    return false;
  }
}

/** Where one column refuses its format the others still get theirs; whether all have got it. */
function setFormats(range: Range, formats: string[][]): boolean {
  if (unlessTyped(() => range.setNumberFormats(formats))) return true;
  for (const at of (formats[0] as string[]).keys()) {
    const own = range.offset(0, at, formats.length, 1);
    unlessTyped(() => own.setNumberFormats(formats.map(line => [line[at] as string])));
  }
  return false;
}

function helpRule(app: App, sheet: Sheet, { text, words, names }: Help) {
  const rule = app.newDataValidation().setAllowInvalid(true).setHelpText(text);
  if (words) return rule.requireValueInList([...words], true).build();
  return rule.requireValueInRange(sheet.getParent().getRange(names ?? ''), true).build();
}

function boxRule(app: App) {
  return app.newDataValidation().setAllowInvalid(true).requireCheckbox().build();
}
