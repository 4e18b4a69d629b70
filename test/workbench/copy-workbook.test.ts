/** *Make a copy*: what comes along, and what does not. */

import { expect, it } from 'vitest';
import { copyWorkbook } from '../../workbench/copy-workbook';
import { protect } from '../../workbench/services/scene';
import { technician } from '../../workbench/services/world';
import { openSmall, script } from './services/small-bundle';

const code = `
function onOpen() { SpreadsheetApp.getActive().getSheets()[0].getRange('F1').setValue(SpreadsheetApp.getActive().getId()); }
/** @customfunction */
function TWICE(n) { return 2 * n; }`;

async function used() {
  const workbook = await openSmall({ code, tabs: ['Gone', 'Time', 'Other'] });
  const time = "const time = book.getSheetByName('Time');";
  await script(
    workbook,
    `${time} book.deleteSheet(book.getSheetByName('Gone')); time.getRange('A1:B1').setValues([[21, '=TWICE(A1)']]); book.setNamedRange('Mine', time.getRange('A1'));
     PropertiesService.getDocumentProperties().setProperties({ a: 'b' }); PropertiesService.getUserProperties().setProperties({ c: 'd' });
     CacheService.getDocumentCache().putAll({ e: 'f' }, 600); ScriptApp.newTrigger('hourly').timeBased().everyHours(1).create();
     MailApp.sendEmail({ to: 'a@acme.com', subject: 'x', body: 'y' });`,
  );
  protect(workbook.world, 'Time', { editors: [technician] });
  return workbook;
}

it('a copy has another id, and the cells, names, tab ids and script of the original', async () => {
  const workbook = await used();
  const copy = await copyWorkbook(workbook);
  const ids = ({ engine }: typeof copy) => engine.tabs().map(({ name, id }) => [name, id]);
  expect(ids(copy)).toEqual(ids(workbook));
  expect(copy.print('Time')).toEqual([[21, 42, '', '', '', 'local-workbook-copy-1']]);
  expect(copy.engine.names()).toEqual(workbook.engine.names());
  expect((await copyWorkbook(workbook)).world.id).toBe('local-workbook-copy-2');
  await copy.edit('Time!A1', '4');
  expect([copy.print('Time')[0]?.[1], workbook.print('Time')[0]?.[1]]).toEqual([8, 42]);
});

it('a copy has no triggers, properties, cache, mails and protection editors', async () => {
  const workbook = await used();
  const { world } = await copyWorkbook(workbook);
  expect([world.triggers, world.outbox]).toEqual([[], []]);
  expect([world.properties.size, world.userProperties.size, world.caches.size]).toEqual([0, 0, 0]);
  const protections = (each: typeof world) => each.engine.tabs().flatMap(({ limits }) => limits.protections);
  expect(protections(world)).toMatchObject([{ editors: [] }]);
  expect(protections(workbook.world)).toMatchObject([{ editors: [technician] }]);
  expect([workbook.world.triggers.length, workbook.world.properties.size]).toEqual([1, 1]);
});

it('a copy belongs to whoever makes it, at the same time and with the same mail quota', async () => {
  const workbook = await used();
  workbook.world.user = technician;
  const { world, ...copy } = await copyWorkbook(workbook);
  expect([world.owner, world.user]).toEqual([technician, technician]);
  // Opening it takes a call or two.
  expect(Math.abs(world.clock.now() - workbook.world.clock.now())).toBeLessThan(1_000);
  expect(world.mailQuota).toEqual(workbook.world.mailQuota);
  expect(copy.messages).toEqual([]);
});
