/** Tabs, names and colour rules of the workbook. */

import { describe, expect, it } from 'vitest';
import { openSmall, script } from './small-bundle';

describe('the spreadsheet', () => {
  it('finds, makes and deletes tabs by their exact name', async () => {
    const workbook = await openSmall();
    const names = await script(
      workbook,
      `book.insertSheet('Time'); book.insertSheet('Blocks', 0); book.deleteSheet(sheet);
       return [book.getSheets().map(each => each.getName()), book.getSheetByName('time'), book.getSheetByName('Time').getIndex()];`,
    );
    expect(names).toEqual([['Blocks', 'Time'], null, 2]);
    await expect(script(workbook, "book.insertSheet('Time');")).rejects.toThrow(
      'A sheet with the name "Time" already exists.',
    );
    await script(workbook, 'book.deleteSheet(sheet);');
    await expect(script(workbook, 'book.deleteSheet(sheet);')).rejects.toThrow(
      "You can't remove all the sheets in a document.",
    );
  });

  it('tells its own zone and locale, which are not those of the script', async () => {
    const workbook = await openSmall({ timeZone: 'Asia/Kolkata', locale: 'de_DE' });
    const told = await script(
      workbook,
      'return [book.getSpreadsheetTimeZone(), Session.getScriptTimeZone(), book.getSpreadsheetLocale()];',
    );
    expect(told).toEqual(['Asia/Kolkata', 'Etc/UTC', 'de_DE']);
  });

  it('keeps names for areas', async () => {
    const workbook = await openSmall();
    const names = await script(
      workbook,
      `book.setNamedRange('Ledger', sheet.getRange('B1'));
       const [named] = book.getNamedRanges();
       const before = [named.getName(), named.getRange().getA1Notation(), book.getRangeByName('Ledger').getA1Notation()];
       named.setRange(sheet.getRange('C2')); const moved = book.getRangeByName('Ledger').getA1Notation();
       named.remove(); return [...before, moved, book.getRangeByName('Ledger')];`,
    );
    expect(names).toEqual(['Ledger', 'B1', 'B1', 'C2', null]);
    await expect(script(workbook, "book.setNamedRange('A1', sheet.getRange('A1'));")).rejects.toThrow(
      'not a valid name',
    );
  });
});

describe('a sheet', () => {
  it('grows, shrinks and keeps its widths', async () => {
    const workbook = await openSmall();
    const sizes = await script(
      workbook,
      `const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
       sheet.getRange('B2').setValue('here');
       sheet.insertRowsBefore(1, 2); sheet.insertColumnsAfter(1, 1); sheet.deleteColumns(columns, 1);
       sheet.setFrozenRows(1); sheet.setColumnWidth(3, 240);
       return [sheet.getMaxRows() - rows, sheet.getMaxColumns() - columns, sheet.getLastRow(), sheet.getLastColumn(), sheet.getRange(4, 3).getValue(), sheet.getFrozenRows(), sheet.getColumnWidth(3)];`,
    );
    expect(sizes).toEqual([2, 0, 4, 3, 'here', 1, 240]);
  });

  it('gives back the colour rules it was given', async () => {
    const workbook = await openSmall();
    const rules = await script(
      workbook,
      `const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B2<5').setBackground('#fce8e6').setBold(true).setRanges([sheet.getRange('A2:C10')]).build();
       sheet.setConditionalFormatRules([rule]);
       return sheet.getConditionalFormatRules().map(each => [each.getRanges()[0].getA1Notation(), each.getBooleanCondition().getCriteriaValues(), each.getBooleanCondition().getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA]);`,
    );
    expect(rules).toEqual([['A2:C10', ['=$B2<5'], true]]);
  });
});
