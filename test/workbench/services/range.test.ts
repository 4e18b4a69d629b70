/** Cells as a script reads and writes them. */

import { describe, expect, it } from 'vitest';
import { openSmall, script } from './small-bundle';

/** Every zone but the first had an offset of odd seconds in 1899. */
const zones = ['Etc/UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/Sao_Paulo'];

describe('getValues', () => {
  it.each(zones)(
    'gives dates, times and durations as Dates in the zone of the spreadsheet: %s',
    async timeZone => {
      const workbook = await openSmall({ timeZone, scriptZone: 'America/New_York' });
      for (const [index, text] of ['2026-11-23', '1:30', '26:00', '-1:30'].entries()) {
        await workbook.edit(`Sheet1!A${index + 1}`, text);
      }
      const dates = await script(
        workbook,
        `const format = new Intl.DateTimeFormat('sv-SE', { timeZone: book.getSpreadsheetTimeZone(), dateStyle: 'short', timeStyle: 'medium' });
         return sheet.getDataRange().getValues().map(([v]) => format.format(v));`,
      );
      expect(dates).toEqual([
        '2026-11-23 00:00:00',
        '1899-12-30 01:30:00',
        '1899-12-31 02:00:00',
        '1899-12-29 22:30:00',
      ]);
    },
  );

  it('gives numbers, truth, text, blanks and errors as they are', async () => {
    const workbook = await openSmall();
    await workbook.edit('Sheet1!A1', [['1.5', '50%', 'TRUE', 'Acme', '', '=1/0', '=NA()']]);
    expect(await script(workbook, 'return sheet.getDataRange().getValues();')).toEqual([
      [1.5, 0.5, true, 'Acme', '', '#DIV/0!', '#N/A'],
    ]);
  });

  it('of a number is a number again where the cell is no date any more', async () => {
    const workbook = await openSmall();
    await workbook.edit('Sheet1!A1', '12:00');
    const value = await script(workbook, "return sheet.getRange('A1').setNumberFormat('0.00').getValue();");
    expect(value).toBe(0.5);
  });
});

describe('setValues', () => {
  it('parses text as if it were typed, and leaves numbers, truth and Dates as they are', async () => {
    const workbook = await openSmall({ timeZone: 'Asia/Kolkata' });
    await script(
      workbook,
      `sheet.getRange(1, 1, 1, 7).setValues([['01234', '50%', 'true', "'007", 2.5, null, '=1+1']]);
       sheet.getRange(2, 1).setValue(Utilities.parseDate('2026-11-23', 'Asia/Kolkata', 'yyyy-MM-dd'));`,
    );
    expect(workbook.print('Sheet1')).toEqual([
      [1234, 0.5, true, '007', 2.5, '', 2],
      ['2026-11-23', '', '', '', '', '', ''],
    ]);
    expect(workbook.shown('Sheet1')[1]?.[0]).toBe('11/23/2026');
  });

  it('keeps text in a plain text cell, formulas too', async () => {
    const workbook = await openSmall();
    await script(workbook, "sheet.getRange('A1:A2').setNumberFormat('@').setValues([['01234'], ['=1+1']]);");
    expect(workbook.print('Sheet1')).toEqual([['01234'], ['=1+1']]);
  });

  it('keeps the format that a cell has', async () => {
    const workbook = await openSmall();
    await script(workbook, `sheet.getRange('A1').setNumberFormat('d mmm yyyy').setValue('2026-11-23');`);
    expect(workbook.shown('Sheet1')).toEqual([['23 Nov 2026']]);
  });

  it('refuses rows or columns that do not fit', async () => {
    const workbook = await openSmall();
    await expect(script(workbook, 'sheet.getRange(1, 1, 2, 3).setValues([[1, 2], [3, 4]]);')).rejects.toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
    );
    await expect(script(workbook, 'sheet.getRange(1, 1, 2, 1).setValues([[1]]);')).rejects.toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
  });

  it('fires no onEdit', async () => {
    const workbook = await openSmall({ code: "function onEdit() { console.log('edited'); }" });
    await script(workbook, 'sheet.getRange(1, 1).setValue(1);');
    expect(workbook.log).toEqual([]);
  });
});

describe('a range', () => {
  it('knows its place, and refuses one outside the grid', async () => {
    const workbook = await openSmall();
    const places = await script(
      workbook,
      `const range = sheet.getRange('B2:C5');
       const placeOf = each => [each.getRow(), each.getColumn(), each.getNumRows(), each.getNumColumns()].join();
       return [range, range.offset(1, 1, 1), range.getCell(2, 1), sheet.getRange('C:C')].map(placeOf);`,
    );
    expect(places).toEqual(['2,2,4,2', '3,3,1,2', '3,2,1,1', '1,3,1000,1']);
    const refused = (body: string, text: string) => expect(script(workbook, body)).rejects.toThrow(text);
    await refused('sheet.getRange(1, 1, 0, 1);', 'The number of rows in the range must be at least 1.');
    await refused(
      'sheet.getRange(sheet.getMaxRows(), 1, 2, 1);',
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    await refused("sheet.getRange('nowhere');", 'Range not found');
  });

  it('has notes, formats, formulas and lists, which it gives back', async () => {
    const workbook = await openSmall({ tabs: ['Sheet1', "Bob's list"] });
    const found = await script(
      workbook,
      `const cell = sheet.getRange('B2');
       cell.setNotes([['why']]).setNumberFormat('0.00').setFormula('=SUM(1;2)');
       const list = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b'], true).setAllowInvalid(true).setHelpText('pick').build();
       cell.setDataValidation(list);
       const source = book.getRange("'Bob''s list'!A2:A5");
       sheet.getRange('C2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(source, true).build());
       const [lists] = sheet.getRange('A2:C2').getDataValidations();
       return [cell.getNotes(), cell.getNumberFormats(), cell.getFormula(), lists.map(Boolean)];`,
    );
    expect(found).toEqual([[['why']], [['0.00']], '=SUM(1;2)', [false, true, true]]);
    const [tab] = workbook.engine.tabs();
    expect(tab?.validation(2, 2)).toEqual({
      kind: 'list',
      list: ['a', 'b'],
      allowInvalid: true,
      helpText: 'pick',
    });
    expect(tab?.validation(2, 3)?.source).toBe("'Bob''s list'!$A$2:$A$5");
  });
});

describe('a list of ranges', () => {
  it('takes one value everywhere as if it were typed, in the format that it gets first, and nowhere between', async () => {
    const workbook = await openSmall();
    await workbook.edit('Sheet1!A1', [['a'], ['b'], ['c'], ['d']]);
    const ranges = "sheet.getRangeList(['A1:A2', 'A4:A4'])";
    await script(workbook, `${ranges}.setNumberFormat('0.00').setValue('1.5');`);
    expect(workbook.shown('Sheet1')).toEqual([['1.50'], ['1.50'], ['c'], ['1.50']]);
    await script(workbook, `${ranges}.setNumberFormat('@').setValue('=1+1');`);
    expect(workbook.print('Sheet1')).toEqual([['=1+1'], ['=1+1'], ['c'], ['=1+1']]);
    await script(workbook, `${ranges}.clearContent();`);
    expect(workbook.print('Sheet1')).toEqual([[''], [''], ['c']]);
  });
});
