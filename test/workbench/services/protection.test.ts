/** Protected tabs and cells: who may edit, and what a script of somebody else hears. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Workbook } from '../../../workbench/runtime';
import { rules } from '../../../workbench/services/rules';
import { protect } from '../../../workbench/services/scene';
import { technician } from '../../../workbench/services/world';
import { openSmall, script } from './small-bundle';

const refused =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

let workbook: Workbook;
const asOwner = (body: string) => {
  workbook.world.user = workbook.world.owner;
  return script(workbook, body);
};
const asTechnician = (body: string) => {
  workbook.world.user = technician;
  return script(workbook, body);
};

beforeEach(async () => {
  workbook = await openSmall({ tabs: ['Sheet1', 'Other'] });
});

/** Every emulated call that changes a tab or its cells; a new one has to be added here. */
const writes: Readonly<Record<string, string>> = {
  'Spreadsheet.deleteSheet': 'book.deleteSheet(sheet)',
  'Sheet.insertColumnsAfter': 'sheet.insertColumnsAfter(2, 1)',
  'Sheet.insertRowsAfter': 'sheet.insertRowsAfter(2, 1)',
  'Sheet.setFrozenRows': 'sheet.setFrozenRows(1)',
  'Sheet.setFrozenColumns': 'sheet.setFrozenColumns(1)',
  'Sheet.setRowGroupControlPosition':
    'sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE)',
  'Sheet.setColumnGroupControlPosition':
    'sheet.setColumnGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE)',
  'Sheet.deleteRows': 'sheet.deleteRows(2, 1)',
  'Sheet.deleteColumns': 'sheet.deleteColumns(2, 1)',
  'Sheet.hideSheet': 'sheet.hideSheet()',
  'Sheet.setName': "sheet.setName('x')",
  'Sheet.protect': 'sheet.protect()',
  'Sheet.setColumnWidth': 'sheet.setColumnWidth(2, 90)',
  'Sheet.setConditionalFormatRules':
    "sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=TRUE').setRanges([cells]).build()])",
  'Range.setValue': 'cells.setValue(1)',
  'Range.setValues': 'cells.setValues([[1, 2]])',
  'Range.setFormula': "cells.setFormula('=1')",
  'Range.setFormulas': "cells.setFormulas([['=1', '=2']])",
  'Range.setNumberFormat': "cells.setNumberFormat('0')",
  'Range.setNumberFormats': "cells.setNumberFormats([['0', '0']])",
  'Range.setNotes': "cells.setNotes([['a', 'b']])",
  'Range.setDataValidation': 'cells.setDataValidation(null)',
  'Range.setDataValidations': 'cells.setDataValidations([[null, null]])',
  'Range.setFontWeight': "cells.setFontWeight('bold')",
  'Range.setFontColor': "cells.setFontColor('#000000')",
  'Range.setFontSize': 'cells.setFontSize(8)',
  'Range.setBackground': "cells.setBackground('#eef1f4')",
  'Range.setWrap': 'cells.setWrap(true)',
  'Range.shiftRowGroupDepth': 'cells.shiftRowGroupDepth(1)',
  'Range.shiftColumnGroupDepth': 'cells.shiftColumnGroupDepth(1)',
  'Range.clearContent': 'cells.clearContent()',
  'Range.protect': 'cells.protect()',
  'RangeList.clearContent': 'list.clearContent()',
  'RangeList.setValue': 'list.setValue(1)',
  'RangeList.setNumberFormat': "list.setNumberFormat('0')",
  'Protection.setDescription': "held.setDescription('x')",
  'Protection.setWarningOnly': 'held.setWarningOnly(true)',
  'Protection.setUnprotectedRanges': 'held.setUnprotectedRanges([])',
  'Protection.remove': 'held.remove()',
  'Protection.addEditor': "held.addEditor('a@b.co')",
  'Protection.addEditors': "held.addEditors(['a@b.co'])",
  'Protection.removeEditor': "held.removeEditor('a@b.co')",
  'Protection.removeEditors': 'held.removeEditors([])',
};
/** What they do concerns no cells that are there. */
const free = ['Spreadsheet.insertSheet', 'Spreadsheet.setNamedRange'];
const hands = `const cells = sheet.getRange('B2:C2'), list = sheet.getRangeList(['A9', 'B2']);
  const held = book.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];`;

describe('a protected tab', () => {
  it('is tried with every emulated call that writes', () => {
    const ofCells = ['Spreadsheet', 'Sheet', 'Range', 'RangeList', 'Protection'];
    const all = ofCells.flatMap(service =>
      [...(rules.get(service)?.methods ?? [])].flatMap(([method, { writes: is }]) =>
        is ? `${service}.${method}` : [],
      ),
    );
    expect([...Object.keys(writes), ...free].sort()).toEqual(all.sort());
  });

  it.each(Object.entries(writes))(
    'refuses %s to whoever may not edit it, and not to the owner',
    async (_, call) => {
      protect(workbook.world, 'Sheet1');
      await expect(asTechnician(`${hands} ${call};`)).rejects.toThrow(refused);
      expect(workbook.print('Sheet1')).toEqual([]);
      await asOwner(`${hands} ${call};`);
    },
  );

  it.each(Object.entries(writes))('that only warns lets a script do %s', async (_, call) => {
    protect(workbook.world, 'Sheet1', { warningOnly: true });
    await asTechnician(`${hands} ${call};`);
  });

  it('can be read, and leaves other tabs and named editors alone', async () => {
    protect(workbook.world, 'Sheet1');
    expect(await asTechnician('return sheet.getRange(1, 1).getValue();')).toBe('');
    await asTechnician("book.getSheetByName('Other').getRange(1, 1).setValue(1);");
    protect(workbook.world, 'Other', { editors: [technician] });
    await asTechnician("book.getSheetByName('Other').getRange(1, 1).setValue(2);");
    expect(workbook.print('Other')).toEqual([[2]]);
  });

  it('may have cells that everybody edits', async () => {
    await asOwner(
      "const held = sheet.protect(); held.removeEditors(held.getEditors()); held.setUnprotectedRanges([sheet.getRange('A1:A3'), sheet.getRange('B1:B3')]);",
    );
    await asTechnician("sheet.getRange('A2:B3').setValue(1);");
    await expect(asTechnician("sheet.getRange('B3:B4').setValue(1);")).rejects.toThrow(refused);
    await expect(asTechnician('sheet.deleteRows(2, 1);')).rejects.toThrow(refused);
  });

  it('refuses what a person types, too', async () => {
    protect(workbook.world, 'Sheet1');
    workbook.world.user = technician;
    await expect(workbook.edit('Sheet1!A1', 'x')).rejects.toThrow(refused);
    workbook.world.user = workbook.world.owner;
    await workbook.edit('Sheet1!A1', 'x');
    expect(workbook.print('Sheet1')).toEqual([['x']]);
  });

  it('refuses the trigger of whoever may not edit it, whoever sits there', async () => {
    workbook = await openSmall({
      code: "function hourly() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1); }",
    });
    await asTechnician("ScriptApp.newTrigger('hourly').timeBased().everyHours(1).create();");
    workbook.world.user = workbook.world.owner;
    protect(workbook.world, 'Sheet1');
    await workbook.advanceTo('2026-11-23T08:30');
    expect(workbook.log.at(-1)).toEqual({ level: 'error', text: refused, run: 'hourly' });
  });
});

describe('protected cells', () => {
  it('refuse what touches them, and move with their rows', async () => {
    protect(workbook.world, 'Sheet1!B2:C3');
    const tries = async (body: string) => expect(asTechnician(body)).rejects.toThrow(refused);
    await tries("sheet.getRange('C3:D9').setValue(1);");
    await tries("sheet.getRangeList(['A1', 'B2']).setValue(1);");
    await tries('sheet.deleteRows(3, 4);');
    await tries('sheet.insertRowsAfter(2, 1);');
    await tries('sheet.insertColumnsAfter(2, 1);');
    await tries('book.deleteSheet(sheet);');
    await asTechnician(
      "sheet.insertRowsAfter(1, 1); sheet.insertRowsAfter(4, 1); sheet.deleteRows(6, 1); sheet.getRange('B2').setValue(1); sheet.setFrozenRows(1);",
    );
    await tries("sheet.getRange('B3').setValue(1);");
    await asTechnician("sheet.getRange('B5').setValue(1);");
    await asOwner('sheet.deleteRows(3, 2);');
    await asTechnician("sheet.getRange('B3').setValue(1);");
  });

  it('of a whole column let nobody else add rows anywhere', async () => {
    protect(workbook.world, 'Sheet1!B:B');
    await expect(asTechnician('sheet.insertRowsAfter(sheet.getMaxRows(), 1);')).rejects.toThrow(refused);
    await asTechnician('sheet.insertColumnsAfter(1, 1); sheet.insertColumnsAfter(3, 1);');
  });
});

describe('sheet.protect', () => {
  it('keeps nobody out until its editors are changed, and whoever changes them stays', async () => {
    await asTechnician("sheet.protect().setDescription('Mine'); sheet.getRange(1, 1).setValue(1);");
    await asTechnician(
      'const held = sheet.protect(); held.removeEditors(held.getEditors()); sheet.getRange(1, 1).setValue(2);',
    );
    await asOwner('const held = sheet.protect(); held.removeEditors(held.getEditors());');
    await expect(asTechnician('sheet.getRange(1, 1).setValue(3);')).rejects.toThrow(refused);
    expect(
      await asTechnician(
        "return book.getProtections('SHEET').map(held => [held.getDescription(), held.canEdit()]);",
      ),
    ).toEqual([['Mine', false]]);
    await asOwner(`sheet.protect().addEditor('${technician}');`);
    await asTechnician('sheet.getRange(1, 1).setValue(4);');
  });

  it('gives the one protection that a tab has, and cells may have many', async () => {
    const found = await asOwner(
      `sheet.protect().setWarningOnly(true).setDescription('Written by the add-on'); sheet.protect(); sheet.getRange('A1').protect(); sheet.getRange('A1').protect();
       const { SHEET, RANGE } = SpreadsheetApp.ProtectionType, tell = held => [held.getDescription(), held.isWarningOnly(), held.getProtectionType(), held.getRange().getNumRows()];
       return [sheet.getProtections(SHEET).map(tell), book.getProtections(RANGE).map(tell), book.getSheetByName('Other').getProtections(SHEET).length];`,
    );
    expect(found).toEqual([
      [['Written by the add-on', true, 'SHEET', 1000]],
      [
        ['', false, 'RANGE', 1],
        ['', false, 'RANGE', 1],
      ],
      0,
    ]);
    await asOwner(
      'for (const held of book.getProtections(SpreadsheetApp.ProtectionType.SHEET)) held.remove();',
    );
    expect(await asOwner('return book.getProtections(SpreadsheetApp.ProtectionType.SHEET).length;')).toBe(0);
  });

  it('knows no more of Google than it says', async () => {
    await expect(asOwner("sheet.protect().setRangeName('x');")).rejects.toThrow(
      'Not emulated: Protection.setRangeName',
    );
  });
});
