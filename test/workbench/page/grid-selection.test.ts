/** Which tab the page shows after a script has run. */

import { expect, it } from 'vitest';
import { followSelection } from '../../../workbench/page/grid-selection';
import { Session } from '../../../workbench/page/session';
import { openSmall, script } from '../services/small-bundle';

async function openPage() {
  const workbook = await openSmall();
  const session = new Session(workbook, 'small.xlsx');
  const { engine, world } = workbook;
  const [first] = engine.tabs();
  const second = engine.insertTab('Time');
  // Univer says some of its commands only once the script has gone on.
  const settled = () => new Promise(resolve => setTimeout(resolve, 20));
  await settled();
  world.active = { tab: first?.id ?? 0, row: 1, column: 1 };
  // Only a grid that is drawn can be scrolled.
  const sheet = engine.parts.api.getActiveWorkbook()?.getActiveSheet();
  Object.assign(Object.getPrototypeOf(sheet), { scrollToCell: () => undefined });
  followSelection(session);
  const shown = () => engine.parts.api.getActiveWorkbook()?.getActiveSheet()?.getSheetName();
  const run = async (source: string) => {
    await session.run(() => script(workbook, source));
    await settled();
    return { shown: shown(), active: engine.tabs().find(({ id }) => id === world.active.tab)?.name };
  };
  return { engine, run, second };
}

const made = "const cell = book.getCurrentCell(); const made = book.insertSheet('Told', 9);";

it('a tab that a script makes out of sight leaves the person where she stands', async () => {
  const page = await openPage();
  const stay = { shown: 'Sheet1', active: 'Sheet1' };
  expect(await page.run(`${made} cell.activate(); made.hideSheet();`)).toEqual(stay);
  expect(
    await page.run("book.insertSheet('Care log', 9); book.getSheets()[0].getRange('A1').activate();"),
  ).toEqual(stay);
  expect(await page.run("book.deleteSheet(book.getSheetByName('Care log'));")).toEqual(stay);
});

it('a tab that a person chooses is the active one', async () => {
  const { engine, run, second } = await openPage();
  engine.parts.api.getActiveWorkbook()?.setActiveSheet(second.sheetId);
  expect(await run('return 1;')).toEqual({ shown: 'Time', active: 'Time' });
});

it('a tab that a script shows is shown, also where it has made another meanwhile', async () => {
  const { run } = await openPage();
  const show = "book.getSheetByName('Time').getRange('A1').activate();";
  expect(await run(`${made} ${show}`)).toEqual({ shown: 'Time', active: 'Time' });
  expect(await run("book.insertSheet('Clients', 9);")).toEqual({ shown: 'Clients', active: 'Clients' });
});
