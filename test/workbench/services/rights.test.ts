/** Authorisation modes, scopes and signatures. */

import { describe, expect, it } from 'vitest';
import { allScopes, bare, openSmall, script } from './small-bundle';

const errors = (workbook: { log: readonly { level: string; text: string }[] }) =>
  workbook.log.filter(({ level }) => level === 'error').map(({ text }) => text);

/** What the function throws when it runs as `onOpen` in the mode. */
async function refusedOnOpen(openMode: 'NONE' | 'LIMITED', body: string) {
  return errors(await openSmall({ openMode, pages: { x: '' }, code: `function onOpen(e) { ${body} }` }));
}

describe('NONE', () => {
  it('allows menus, and nothing of the document', async () => {
    const menu = 'SpreadsheetApp.getUi().createMenu("M").addItem("Set up", "setUp").addToUi();';
    expect(await refusedOnOpen('NONE', menu)).toEqual([]);
    expect(await refusedOnOpen('NONE', 'SpreadsheetApp.getActive();')).toEqual([
      'You do not have permission to call SpreadsheetApp.getActive. Required permissions: https://www.googleapis.com/auth/spreadsheets.currentonly',
    ]);
    const [refused] = await refusedOnOpen('NONE', 'PropertiesService.getDocumentProperties();');
    expect(refused).toMatch('You do not have permission to call PropertiesService.getDocumentProperties');
  });

  it('fails whole where the bundle calls a service while it loads', async () => {
    const code = 'Utilities.sleep(1); function onOpen() {}';
    const [refused] = errors(await openSmall({ openMode: 'NONE', code }));
    expect(refused).toMatch('while the script loads');
  });
});

describe('LIMITED', () => {
  it('allows the document, properties and locks', async () => {
    const body = `SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1).setValue(1);
      PropertiesService.getDocumentProperties().setProperties({ a: 'b' }); LockService.getDocumentLock().tryLock(1);`;
    expect(await refusedOnOpen('LIMITED', body)).toEqual([]);
  });

  it.each([
    ["MailApp.sendEmail({ to: 'a@b.co' });", 'MailApp.sendEmail', 'script.send_mail'],
    ["ScriptApp.newTrigger('f');", 'ScriptApp.newTrigger', 'script.scriptapp'],
    [
      "SpreadsheetApp.getUi().showModelessDialog(HtmlService.createHtmlOutputFromFile('x'), 't');",
      'Ui.showModelessDialog',
      'script.container.ui',
    ],
  ])('refuses %s', async (body, method, scope) => {
    expect(await refusedOnOpen('LIMITED', body)).toEqual([
      `You do not have permission to call ${method}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    ]);
  });
});

describe('CUSTOM_FUNCTION', () => {
  const inCell = async (body: string) => {
    const workbook = await openSmall({ code: `/** @customfunction */\nfunction TRY() { ${body} }` });
    return workbook.formula('=TRY()');
  };

  it('reads the document, and uses cache and locks', async () => {
    const body = `CacheService.getDocumentCache().putAll({ a: 'b' }, 9); LockService.getDocumentLock().tryLock(1);
      return SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1, 2, 1).getValues().length;`;
    expect(await inCell(body)).toBe(2);
  });

  it.each([
    ['SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1).setValue(1);', 'Range.setValue'],
    ["SpreadsheetApp.getActive().insertSheet('x', 0);", 'Spreadsheet.insertSheet'],
    ["MailApp.sendEmail({ to: 'a@b.co' });", 'MailApp.sendEmail'],
    ['ScriptApp.getUserTriggers(SpreadsheetApp.getActive());', 'ScriptApp.getUserTriggers'],
    ['SpreadsheetApp.getUi();', 'SpreadsheetApp.getUi'],
  ])('refuses %s', async (body, method) => {
    expect(await inCell(body)).toEqual({
      error: expect.stringContaining(`You do not have permission to call ${method}.`),
    });
  });
});

describe('FULL', () => {
  it('still needs the scope in the manifest', async () => {
    const workbook = await openSmall({ scopes: allScopes.filter(scope => !scope.endsWith('send_mail')) });
    await expect(bare(workbook, 'MailApp.getRemainingDailyQuota();')).rejects.toThrow(
      'You do not have permission to call MailApp.getRemainingDailyQuota. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    );
  });
});

describe('a call', () => {
  it('with the wrong arguments is refused in the words of Google', async () => {
    const workbook = await openSmall();
    const refused = async (body: string, text: string) =>
      expect(script(workbook, body)).rejects.toThrow(`The parameters (${text}`);
    await refused(
      'sheet.getRange(1, "2");',
      "number,String) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
    await refused(
      'LockService.getDocumentLock().tryLock(null);',
      "null) don't match the method signature for LockService.Lock.tryLock.",
    );
    await refused('sheet.getRange(1, 1).setValues([[1]], 2);', 'number[][],number)');
    await refused('book.getRangeByName(7);', 'number)');
    await refused('book.setNamedRange("A_", sheet);', 'String,SpreadsheetApp.Sheet)');
  });

  it('of what is not emulated throws rather than giving undefined', async () => {
    const workbook = await openSmall();
    await expect(script(workbook, 'sheet.getRange(1, 1).getBackgrounds();')).rejects.toThrow(
      'Not emulated: Range.getBackgrounds',
    );
    await expect(bare(workbook, 'SpreadsheetApp.openById("x");')).rejects.toThrow(
      'Not emulated: SpreadsheetApp.openById',
    );
    await expect(bare(workbook, 'return Utilities.DigestAlgorithm.SOME;')).rejects.toThrow(
      'Not emulated: DigestAlgorithm.SOME',
    );
  });

  it('is counted by kind', async () => {
    const workbook = await openSmall();
    await script(
      workbook,
      'sheet.getRange(1, 1).setValue(1); SpreadsheetApp.flush(); Utilities.sleep(1); LockService.getDocumentLock().tryLock(1);',
    );
    const run = workbook.executions.at(-1);
    expect(['data', 'handle', 'local', 'lock'].map(kind => run?.count(kind as 'data'))).toEqual([2, 4, 1, 1]);
  });
});
