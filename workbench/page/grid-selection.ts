/** The cell that is selected in the grid, and the one that scripts call active: one follows the other. */

import type {} from '@univerjs/sheets-ui/facade';
import type { Workbook } from '../runtime';
import type { Session } from './session';

const SELECT = /^sheet\.operation\.(set-selections|set-worksheet-active)$/;

export function followSelection(session: Session): void {
  const { workbook } = session;
  const { parts } = workbook.engine;
  const commands = parts.injector.get(parts.core.ICommandService);
  let seen = { ...workbook.world.active };
  commands.onCommandExecuted(({ id, params }) => {
    if (parts.isQuiet() || !SELECT.test(id)) return;
    const sheet = parts.api.getActiveWorkbook()?.getActiveSheet();
    // Of a tab that a script made Univer says only later that it was shown: by then another is, and no person chose it.
    if (Reflect.get(Object(params), 'subUnitId') !== sheet?.getSheetId()) return;
    const tab = workbook.engine.tabs().find(each => each.sheetId === sheet?.getSheetId());
    const range = sheet?.getSelection()?.getActiveRange();
    if (!tab) return;
    seen = { tab: tab.id, row: (range?.getRow() ?? 0) + 1, column: (range?.getColumn() ?? 0) + 1 };
    workbook.world.active = { ...seen };
  });
  session.onChange(() => {
    const { tab, row, column } = workbook.world.active;
    if (session.busy > 0 || (tab === seen.tab && row === seen.row && column === seen.column)) return;
    seen = { tab, row, column };
    const active = workbook.engine.tabs().find(each => each.id === tab);
    if (active) goTo(workbook, active.name, row, column);
  });
}

/** Shows a tab, and a cell of it. */
export function goTo({ engine }: Workbook, name: string, row?: number, column = 1): void {
  const tab = engine.tabs().find(each => each.name === name);
  const book = engine.parts.api.getActiveWorkbook();
  const sheet = tab && book?.getSheetBySheetId(tab.sheetId);
  if (!sheet) return;
  book?.setActiveSheet(sheet);
  if (row !== undefined) {
    sheet.getRange(row - 1, column - 1).activate();
    sheet.scrollToCell(Math.max(0, row - 6), Math.max(0, column - 4));
  }
}
