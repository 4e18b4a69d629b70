import { foldHeader } from '../ledger/sheet/headers';
import { archiveTabs, hiddenTabs } from '../ledger/sheet/tab-groups';
import { placeOf } from '../workbook/formulas';
import type { FormulaArea } from '../workbook/ports';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** As many cells as one edit completes at once; the rest wait for a refresh. */
const mostEdited = 500;

/** The cells of an edit, as far as they are completed at once. */
export function editedArea(range: Range): FormulaArea {
  const columns = Math.min(range.getNumColumns(), mostEdited);
  const rows = Math.min(range.getNumRows(), Math.floor(mostEdited / columns));
  return createFormulaArea(range.offset(0, 0, rows, columns));
}

/** Large, out of sight or closed: nobody writes formulas of ours there. */
const unread = [...archiveTabs, ...hiddenTabs].map(foldHeader);

/** The cells of every tab in which people work; their formulas are read once, however often they are asked for. */
export function allAreas(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): readonly FormulaArea[] {
  const sheets = gridsOf(spreadsheet).filter(sheet => !unread.includes(foldHeader(sheet.getName())));
  return sheets.map(sheet => {
    const area = createFormulaArea(sheet.getDataRange());
    let read: ReturnType<FormulaArea['formulas']> | undefined;
    const formulas = () => {
      read ??= area.formulas();
      return read;
    };
    return { ...area, formulas };
  });
}

/** The same by the names of the tabs. */
export function areasByTab(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): ReadonlyMap<string, FormulaArea> {
  const sheets = gridsOf(spreadsheet);
  return new Map(sheets.map(sheet => [sheet.getName(), createFormulaArea(sheet.getDataRange())]));
}

/** A chart on a tab of its own has no cells, and asking for them is an error. */
function gridsOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  return spreadsheet.getSheets().filter(sheet => String(sheet.getType()) === 'GRID');
}

function createFormulaArea(range: Range): FormulaArea {
  const sheet = range.getSheet();
  const [tab, firstRow, firstColumn] = [sheet.getSheetId(), range.getRow(), range.getColumn()];
  return {
    formulas: () => range.getFormulas(),
    formulasNow: () => range.getFormulas(),
    tab: () => sheet.getName(),
    values: () => range.getValues(),
    place: (row, column) =>
      placeOf({ tab: sheet.getName(), row: firstRow + row, column: firstColumn + column }),
    key: (row, column) =>
      [tab, firstRow + row, firstColumn + column].map(number => number.toString(36)).join('.'),
    write: ({ row, column, values }) => {
      const block = range.offset(row, column, values.length, (values[0] as unknown[]).length);
      block.setFormulas(values as string[][]);
    },
  };
}
