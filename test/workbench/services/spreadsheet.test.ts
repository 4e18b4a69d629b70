/** Tabs, names and colour rules of the workbook. */

import { describe, expect, it } from 'vitest';
import { openSmall, script } from './small-bundle';

describe('the spreadsheet', () => {
  it('finds and makes tabs by their exact name', async () => {
    const workbook = await openSmall();
    const names = await script(
      workbook,
      `book.insertSheet('Time', 1); book.insertSheet('Blocks', 0);
       return [book.getSheets().map(each => each.getName()), book.getSheetByName('time'), book.getNumSheets()];`,
    );
    expect(names).toEqual([['Blocks', 'Sheet1', 'Time'], null, 3]);
    await expect(script(workbook, "book.insertSheet('Time', 0);")).rejects.toThrow(
      'A sheet with the name "Time" already exists.',
    );
  });

  it('tells its own zone, which is not that of the script', async () => {
    const workbook = await openSmall({ timeZone: 'Asia/Kolkata' });
    expect(await script(workbook, 'return book.getSpreadsheetTimeZone();')).toBe('Asia/Kolkata');
  });

  it('keeps names for areas', async () => {
    const workbook = await openSmall();
    const names = await script(
      workbook,
      `const at = () => ['getRow', 'getColumn'].map(get => book.getRangeByName('Ledger')[get]());
       book.setNamedRange('Ledger', sheet.getRange('B1')); const before = at();
       book.setNamedRange('Ledger', sheet.getRange('C2')); return [before, at(), book.getRangeByName('None')];`,
    );
    expect(names).toEqual([[1, 2], [2, 3], null]);
    await expect(script(workbook, "book.setNamedRange('A1', sheet.getRange('A1'));")).rejects.toThrow(
      'not a valid name',
    );
  });
});

describe('a sheet', () => {
  it('grows and keeps its widths', async () => {
    const workbook = await openSmall();
    const sizes = await script(
      workbook,
      `const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
       sheet.getRange('B2').setValue('here');
       sheet.insertRowsAfter(1, 2); sheet.insertColumnsAfter(1, 1);
       sheet.setFrozenRows(1); sheet.setColumnWidth(3, 240);
       return [sheet.getMaxRows() - rows, sheet.getMaxColumns() - columns, sheet.getLastColumn(), sheet.getRange(4, 3).getValue(), sheet.getFrozenRows()];`,
    );
    expect(sizes).toEqual([2, 1, 3, 'here', 1]);
    expect(workbook.engine.tabs()[0]?.columnWidth(3)).toBe(240);
  });

  it('gives back the colour rules it was given', async () => {
    const workbook = await openSmall();
    const rules = await script(
      workbook,
      `const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B2<5').setBackground('#fce8e6').setFontColor('#000000').setRanges([sheet.getRange('A2:C10')]).build();
       sheet.setConditionalFormatRules([rule]);
       return sheet.getConditionalFormatRules().map(each => each.getBooleanCondition().getCriteriaValues());`,
    );
    expect(rules).toEqual([['=$B2<5']]);
    expect(workbook.engine.tabs()[0]?.colourRules()).toEqual([
      {
        areas: [{ row: 2, column: 1, rows: 9, columns: 3 }],
        formula: '=$B2<5',
        background: '#fce8e6',
        fontColor: '#000000',
      },
    ]);
  });
});
