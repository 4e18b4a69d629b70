/** Charts on a tab of their own, connected sheets, and tables with typed columns. */

import { describe, expect, it } from 'vitest';
import { contentOf, engineOf } from '../../../workbench/engine/book-content';
import { openXlsx, xlsxOf } from '../../../workbench/node/xlsx-files';
import { rules } from '../../../workbench/services/rules';
import { addTabOfKind, convertToTable } from '../../../workbench/services/scene';
import { openSmall, script } from './small-bundle';

const chart = "const chart = book.getSheetByName('Chart1');";

describe('a tab without a grid', () => {
  it('is listed among the others and tells what it is', async () => {
    const workbook = await openSmall();
    addTabOfKind(workbook.world, 'Chart1', 'OBJECT');
    addTabOfKind(workbook.world, 'Query', 'DATASOURCE');
    const told = await script(
      workbook,
      'return book.getSheets().map(each => [each.getName(), each.getType(), each.getType() === SpreadsheetApp.SheetType.GRID]);',
    );
    expect(told).toEqual([
      ['Query', 'DATASOURCE', false],
      ['Chart1', 'OBJECT', false],
      ['Sheet1', 'GRID', true],
    ]);
  });

  it('refuses every call about cells in the words of Google', async () => {
    const workbook = await openSmall();
    addTabOfKind(workbook.world, 'Chart1', 'OBJECT');
    const args: Record<string, string> = { Number: '1', String: "'SHEET'", Array: "['A1']" };
    const fine = [];
    for (const [method, { signatures }] of rules.get('Sheet')?.methods ?? []) {
      if (method === 'setName') continue;
      const given = (signatures[0] ?? []).map(type => args[type]);
      const call = script(workbook, `${chart} chart.${method}(${given.join(', ')});`);
      const error = await call.then(
        () => '',
        ({ message }: Error) => message,
      );
      if (error === '') fine.push(method);
      else expect([method, error]).toEqual([method, 'The action is not supported for OBJECT sheet.']);
    }
    expect(fine.sort()).toEqual(
      ['getName', 'getParent', 'getProtections', 'getSheetId', 'getType', 'hideSheet', 'protect'].sort(),
    );
    await expect(script(workbook, "book.getRange('Chart1!A1');")).rejects.toThrow('Range not found');
  });

  it('has no current cell while it is shown', async () => {
    const workbook = await openSmall();
    addTabOfKind(workbook.world, 'Chart1', 'OBJECT');
    const [tab] = workbook.engine.tabs();
    workbook.world.active = { tab: tab?.id ?? 0, row: 1, column: 1 };
    expect(await script(workbook, 'return book.getCurrentCell();')).toBe(null);
  });

  it('stays what it is when a session is kept, and is no tab of a file', async () => {
    const { engine, world } = await openSmall();
    addTabOfKind(world, 'Chart1', 'OBJECT');
    expect(
      engineOf(contentOf(engine))
        .tabs()
        .map(({ limits }) => limits.kind),
    ).toEqual(['OBJECT', 'GRID']);
    expect((await openXlsx(await xlsxOf(engine))).tabs().map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

describe('a table', () => {
  const refused = 'This operation is not allowed on cells in typed columns.';
  const table = async (refusesFormats: boolean) => {
    const workbook = await openSmall();
    await script(workbook, "sheet.getRange('A1:B3').setValues([['Date', 'Hours'], ['', 1], ['', 2]]);");
    convertToTable(workbook.world, 'Sheet1', { refusesFormats });
    return workbook;
  };

  it('refuses lists below its headers, whoever writes them', async () => {
    const workbook = await table(false);
    for (const call of [
      "sheet.getRange('B3:B9').setDataValidation(null);",
      "sheet.getRange('A2:A2').setDataValidations([[null]]);",
    ])
      await expect(script(workbook, call)).rejects.toThrow(refused);
    await script(
      workbook,
      "for (const at of ['A1:B1', 'C1:C9', 'A4:B9']) sheet.getRange(at).setDataValidation(null);",
    );
  });

  it('takes values, and number formats or not', async () => {
    const formats = [
      "sheet.getRange('A2').setNumberFormat('0');",
      "sheet.getRange('A2').setNumberFormats([['0']]);",
      "sheet.getRangeList(['A2']).setNumberFormat('0');",
    ];
    for (const call of formats) await script(await table(false), call);
    const strict = await table(true);
    for (const call of formats) await expect(script(strict, call)).rejects.toThrow(refused);
    await script(strict, "sheet.getRange('A2').setValue('x'); sheet.getRange('A4').setNumberFormat('0');");
  });

  it('moves and grows with its rows', async () => {
    const workbook = await table(false);
    await script(workbook, 'sheet.insertRowsAfter(2, 5);');
    await expect(script(workbook, "sheet.getRange('A8').setDataValidation(null);")).rejects.toThrow(refused);
    await script(workbook, "sheet.getRange('A9').setDataValidation(null);");
  });
});
