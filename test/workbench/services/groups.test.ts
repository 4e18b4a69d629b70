/** Groups of rows and columns that fold, and frozen columns, as Google documents them. */

import { expect, it } from 'vitest';
import { contentOf, engineOf } from '../../../workbench/engine/book-content';
import { openXlsx, xlsxOf } from '../../../workbench/node/xlsx-files';
import { openSmall, script } from './small-bundle';

const grouped = `
  sheet.getRange('A1').setValue('Heading');
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  sheet.getRange('A2:A5').shiftRowGroupDepth(1);
  sheet.getRange('A3:A4').shiftRowGroupDepth(1);
  sheet.getRange('C:D').shiftColumnGroupDepth(1);
  sheet.getRowGroup(4, 2).collapse();
  sheet.getColumnGroup(3, 1).collapse();
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(2);
`;
const told = `
  const rows = sheet.getRowGroup(2, 1), inner = sheet.getRowGroup(3, 2), columns = sheet.getColumnGroup(4, 1);
  return [rows, inner, columns].map(group => [
    group.getDepth(), group.isCollapsed(), group.getControlIndex(),
    group.getRange().getRow(), group.getRange().getNumRows(), group.getRange().getColumn(), group.getRange().getNumColumns(),
  ]);
`;
const groups = [
  [1, false, 1, 2, 4, 1, 26],
  [2, true, 2, 3, 2, 1, 26],
  [1, true, 5, 1, 1000, 3, 2],
];

it('groups lines by depth, folds them, and says where their sign stands', async () => {
  const workbook = await openSmall();
  await script(workbook, grouped);

  expect(await script(workbook, told)).toEqual(groups);
  expect(await script(workbook, 'return [1, 2, 3, 6].map(row => sheet.getRowGroupDepth(row));')).toEqual([
    0, 1, 2, 0,
  ]);
  await script(workbook, 'sheet.getRowGroup(3, 2).expand(); sheet.getColumnGroup(3, 1).remove();');
  const [tab] = workbook.engine.tabs();
  expect([tab?.hiddenLines('row'), tab?.groups.depths('column')]).toEqual([[], []]);
});

it('refuses a group that is not there, and a depth that Sheets does not know', async () => {
  const workbook = await openSmall();
  await expect(script(workbook, 'sheet.getRowGroup(1, 1)')).rejects.toThrow('does not exist at index 1');
  await expect(script(workbook, "sheet.getRange('A1').shiftRowGroupDepth(9)")).rejects.toThrow(
    'must not exceed',
  );
  await script(workbook, "sheet.getRange('A1').shiftRowGroupDepth(-1)");
});

it('moves groups with their rows, and takes a row put in between into them', async () => {
  const workbook = await openSmall();
  await script(workbook, `${grouped} sheet.insertRowsAfter(3, 1); sheet.deleteRows(1, 1);`);
  const [tab] = workbook.engine.tabs();
  expect(tab?.groups.depths('row')).toEqual([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 1],
  ]);
});

it('keeps them in what a page keeps, and in a file both ways', async () => {
  const workbook = await openSmall();
  await script(workbook, grouped);
  const content = contentOf(workbook.engine);
  const file = await openXlsx(await xlsxOf(workbook.engine));

  for (const engine of [engineOf(content), file]) {
    const [tab] = engine.tabs();
    expect(contentOf(engine).tabs[0]?.lines).toEqual(content.tabs[0]?.lines);
    expect([tab?.frozenRows(), tab?.frozenColumns()]).toEqual([1, 2]);
  }
  expect(content.tabs[0]?.lines?.row).toEqual({
    depths: [
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 1],
    ],
    hidden: [3, 4],
    isControlBefore: true,
  });
});
