import { foldHeader } from '../ledger/headers';
import type { TabName } from '../ledger/tabs';
import { columnLetters } from '../workflows/ledger-formula';
import type { FormulaCell, Help, Tab, Workbook } from '../workflows/workbook';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
/** The part of SpreadsheetApp that makes rules. */
export type Builders = Pick<
  GoogleAppsScript.Spreadsheet.SpreadsheetApp,
  'newDataValidation' | 'newConditionalFormatRule'
>;

export const ledgerName = 'Ledger';

export function createWorkbook(spreadsheet: Spreadsheet, builders: Builders): Workbook {
  return {
    tab: name => optional(sheetNamed(spreadsheet, name), sheet => createTab(sheet, builders)),
    addTab: name => createTab(spreadsheet.insertSheet(name, spreadsheet.getNumSheets()), builders),
    ledgerCell: () => optional(ledgerRange(spreadsheet), createFormulaCell),
    nameLedger: ({ tab, row, column }) => {
      const sheet = spreadsheet.getSheetByName(tab);
      if (sheet) spreadsheet.setNamedRange(ledgerName, sheet.getRange(row, column));
    },
  };
}

/** The tab of that name, in whatever case the user writes it. */
export function sheetNamed(spreadsheet: Spreadsheet, name: TabName): Sheet | undefined {
  const exact = spreadsheet.getSheetByName(name);
  return exact ?? spreadsheet.getSheets().find(sheet => foldHeader(sheet.getName()) === foldHeader(name));
}

/** The first cell that the name `Ledger` stands for; nothing without the name, or where its cell was deleted. */
export function ledgerRange(spreadsheet: Spreadsheet): Range | undefined {
  try {
    return spreadsheet.getRangeByName(ledgerName)?.getCell(1, 1);
  } catch {
    return undefined;
  }
}

function optional<T, U>(value: T | undefined, map: (value: T) => U): U | undefined {
  return value === undefined ? undefined : map(value);
}

export function createFormulaCell(range: Range): FormulaCell {
  return {
    tab: range.getSheet().getName(),
    row: range.getRow(),
    column: range.getColumn(),
    formula: () => range.getFormula(),
    value: () => range.getValue(),
    write: formula => void range.setFormula(formula),
  };
}

function createTab(sheet: Sheet, builders: Builders): Tab {
  /** A column from `row` down to the end of the tab, or for so many rows. */
  const column = (row: number, at: number, rows = sheet.getMaxRows() - row + 1) =>
    sheet.getRange(row, at, rows, 1);
  const width = () => sheet.getLastColumn() || 1;
  return {
    name: sheet.getName(),
    cells: () => sheet.getDataRange().getValues(),
    headers: () => sheet.getRange(1, 1, 1, width()).getValues()[0] ?? [],
    lastColumn: () => sheet.getLastColumn(),
    look: headerRow => {
      const columns = sheet.getMaxColumns();
      const below = sheet.getRange(headerRow + 1, 1, 1, columns);
      return {
        notes: sheet.getRange(headerRow, 1, 1, columns).getNotes()[0] ?? [],
        formats: below.getNumberFormats()[0] ?? [],
        formulas: (below.getFormulas()[0] ?? []).map(formula => formula !== ''),
        helped: (below.getDataValidations()[0] ?? []).map(rule => rule !== null),
        frozenRows: sheet.getFrozenRows(),
      };
    },
    colours: () =>
      sheet
        .getConditionalFormatRules()
        .flatMap(rule => (rule.getBooleanCondition()?.getCriteriaValues() ?? []).map(String)),
    formulaCell: (row, at) => createFormulaCell(sheet.getRange(row, at)),

    grow: (rows, columns) => {
      const missing = { rows: rows - sheet.getMaxRows(), columns: columns - sheet.getMaxColumns() };
      if (missing.rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing.rows);
      if (missing.columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing.columns);
    },
    write: (row, at, cells) => {
      sheet.getRange(row, at, cells.length, cells[0]?.length ?? 1).setValues(cells.map(each => [...each]));
    },
    embolden: (row, at, columns) => void sheet.getRange(row, at, 1, columns).setFontWeight('bold'),
    setNotes: (row, at, notes) => void sheet.getRange(row, at, 1, notes.length).setNotes([[...notes]]),
    setWidth: (at, pixels) => void sheet.setColumnWidth(at, pixels),
    setFormat: (format, row, at, rows) => void column(row, at, rows).setNumberFormat(format),
    setHelp: (help, row, at, rows) =>
      void column(row, at, rows).setDataValidation(helpRule(help, sheet, builders)),
    freeze: rows => void sheet.setFrozenRows(rows),
    colour: (colours, row, columns) => {
      const ranges = columns.map(at => column(row, at));
      const rules = colours.map(({ formula, text, ground }) =>
        builders
          .newConditionalFormatRule()
          .whenFormulaSatisfied(formula)
          .setFontColor(text)
          .setBackground(ground)
          .setRanges(ranges)
          .build(),
      );
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
    },
  };
}

function helpRule(help: Help, sheet: Sheet, builders: Builders) {
  const rule = builders.newDataValidation().setAllowInvalid(true).setHelpText(help.text);
  switch (help.kind) {
    case 'box':
      return rule.requireCheckbox().build();
    case 'words':
      return rule.requireValueInList([...help.words], true).build();
    case 'names':
      return rule.requireValueInRange(namesBelow(sheet, help.tab.name, help.column), true).build();
  }
}

/** A column below its header, open-ended, so that names added later are offered too. */
function namesBelow(sheet: Sheet, tab: string, column: number): Range {
  const letters = columnLetters(column);
  return sheet.getParent().getRange(`'${tab.replace(/'/g, "''")}'!${letters}2:${letters}`);
}
