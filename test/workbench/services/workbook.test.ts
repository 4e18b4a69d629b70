/** A workbook driven by a person: edits, formulas, menus and dialogs. */

import { describe, expect, it } from 'vitest';
import { bare, openSmall, script } from './small-bundle';

describe('an edit', () => {
  const code = `function onEdit(e) { console.log(JSON.stringify([e.authMode, e.range.getSheet().getName(), [e.range.getRow(), e.range.getColumn(), e.range.getNumRows(), e.range.getNumColumns()].join(), e.value, e.oldValue, e.source.getNumSheets() > 0])); }`;
  const events = (workbook: { log: readonly { text: string }[] }) =>
    workbook.log.map(({ text }) => JSON.parse(text).slice(0, 5));

  it('tells value and old value of a single cell, as texts', async () => {
    const workbook = await openSmall({ code, tabs: ['Work types'] });
    await workbook.edit("'Work types'!B2", '1.5');
    await workbook.edit("'Work types'!B2", 'TRUE');
    await workbook.edit("'Work types'!B2", '=1+1');
    await workbook.edit("'Work types'!B2", '');
    expect(events(workbook)).toEqual([
      ['LIMITED', 'Work types', '2,2,1,1', '1.5', null],
      ['LIMITED', 'Work types', '2,2,1,1', 'TRUE', '1.5'],
      ['LIMITED', 'Work types', '2,2,1,1', null, 'TRUE'],
      ['LIMITED', 'Work types', '2,2,1,1', null, null],
    ]);
  });

  it('below the last row and beside the last column gets rows and columns, as a paste does', async () => {
    const workbook = await openSmall({ code });
    await workbook.edit('Sheet1!A1200', '7');
    await workbook.edit('Sheet1!Z1201', [['1', '2']]);
    const [tab] = workbook.engine.tabs();
    expect([tab?.maxRows(), tab?.maxColumns()]).toEqual([1201, 27]);
    expect(workbook.print('Sheet1')[1199]?.[0]).toBe(7);
    expect(events(workbook).map(([, , place]) => place)).toEqual(['1200,1,1,1', '1201,26,1,2']);
  });

  it('of several cells tells only the range', async () => {
    const workbook = await openSmall({ code });
    await workbook.edit('Sheet1!A1', [
      ['1', '2'],
      ['3', '4:00'],
    ]);
    expect(events(workbook)).toEqual([['LIMITED', 'Sheet1', '1,1,2,2', null, null]]);
    expect(workbook.print('Sheet1')).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('grows the grid where it is outside', async () => {
    const workbook = await openSmall();
    const rows = Number(await script(workbook, 'return sheet.getMaxRows();'));
    await workbook.edit(`Sheet1!A${rows + 5}`, 'x');
    expect(workbook.print('Sheet1')).toHaveLength(rows + 5);
  });

  it('in an unknown place is refused', async () => {
    const workbook = await openSmall();
    await expect(workbook.edit('Nope!A1', '1')).rejects.toThrow('There is no tab named Nope.');
    await expect(workbook.edit('Sheet1!11', '1')).rejects.toThrow('11 is not a cell.');
  });
});

describe('a function in a cell', () => {
  const code = `/**
 * Adds an hour.
 * @param {Date} date When.
 * @customfunction
 */
function NEXTHOUR(date) { if (!(date instanceof Date)) throw new Error('no date: ' + typeof date + date); return new Date(date.getTime() + 3600000); }
/** @customfunction */
function ROWS_OF(values) { return values.map(row => row.map(value => value instanceof Date ? 'date' : typeof value + ':' + value)); }
/** Private. @customfunction */
function hidden_() {}
/** Not one. */
function plain() { return 1; }`;

  it('gets Dates in the zone of the spreadsheet, and its own Dates become dates there', async () => {
    const workbook = await openSmall({ code, timeZone: 'Asia/Kolkata' });
    await workbook.edit('Sheet1!A1', '2026-11-23');
    expect(await workbook.formula('=NEXTHOUR(Sheet1!A1)')).toBe('2026-11-23T01:00:00');
    expect(await workbook.formula('=NEXTHOUR(DATE(2026;11;23))')).toBe('2026-11-23T01:00:00');
    expect(await workbook.formula('=NEXTHOUR("x")')).toEqual({ error: 'no date: stringx' });
  });

  it('gets rows of values, blanks as empty text, and spills rows', async () => {
    const workbook = await openSmall({ code });
    await workbook.edit('Sheet1!A1', [
      ['1', ''],
      ['2026-01-01', 'TRUE'],
    ]);
    expect(await workbook.formula('=ROWS_OF(Sheet1!A1:B2)')).toEqual([
      ['number:1', 'string:'],
      ['date', 'boolean:true'],
    ]);
  });

  it('needs its mark and a public name', async () => {
    const workbook = await openSmall({ code });
    expect(workbook.world.bundle.customFunctions).toEqual(['NEXTHOUR', 'ROWS_OF']);
    expect(await workbook.formula('=PLAIN()')).toEqual({ error: '#NAME?' });
  });

  it('leaves no trace of the spare cell', async () => {
    const workbook = await openSmall({ code });
    await workbook.formula('=NEXTHOUR(1)');
    expect(workbook.engine.tabs().map(tab => tab.name)).toEqual(['Sheet1']);
  });
});

describe('a spare formula', () => {
  it('is what onEdit makes of it', async () => {
    const code = "function onEdit(e) { if (e.range.getFormula() === '=1+1') e.range.setFormula('=2+2'); }";
    const workbook = await openSmall({ code });
    expect(await workbook.formula('=1+1')).toBe(4);
  });
});

describe('a printed tab', () => {
  it('shows dates as text, durations and times as hours, blanks as empty text', async () => {
    const workbook = await openSmall();
    await workbook.edit('Sheet1!B2', [['2026-11-23', '1:30', '26:00', '9:00', '2026-11-23 9:30', '1.5']]);
    expect(workbook.print('Sheet1')).toEqual([
      ['', '', '', '', '', '', ''],
      ['', '2026-11-23', 1.5, 26, 9, '2026-11-23T09:30:00', 1.5],
    ]);
  });
});

describe('a call from a dialog', () => {
  const code =
    'function echo(x) { return x; } function dated() { return { at: [new Date()] }; } function nothing() {} function secret_() {}';

  it('carries plain values and nothing else', async () => {
    const workbook = await openSmall({ code });
    expect(await workbook.callFromDialog('echo', { a: [1, 'x', null, true, undefined] })).toEqual({
      a: [1, 'x', null, true, null],
    });
    expect(await workbook.callFromDialog('nothing')).toBe(null);
    await expect(workbook.callFromDialog('dated')).rejects.toThrow(
      'google.script.run cannot carry the result.at[0]: Date.',
    );
    await expect(workbook.callFromDialog('echo', () => 1)).rejects.toThrow(
      'cannot carry argument 1: a function',
    );
    const circle: unknown[] = [];
    circle.push(circle);
    await expect(workbook.callFromDialog('echo', circle)).rejects.toThrow('it contains itself');
    await expect(workbook.callFromDialog('secret_')).rejects.toThrow('Script function not found: secret_');
  });
});

describe('the Ui', () => {
  it('records the menu as a tree', async () => {
    const code = `function onOpen() { const ui = SpreadsheetApp.getUi();
      ui.createMenu('Block Ledger').addItem('Refresh', 'refresh').addSeparator().addSubMenu(ui.createMenu('Books').addItem('Close month', 'closeMonth')).addToUi(); }`;
    const workbook = await openSmall({ code });
    expect(workbook.menu).toMatchObject([
      {
        items: [
          { caption: 'Refresh', functionName: 'refresh' },
          { caption: '-' },
          { caption: 'Books', items: [{ functionName: 'closeMonth' }] },
        ],
      },
    ]);
  });

  it('answers alerts with the default button, unless told otherwise', async () => {
    const workbook = await openSmall();
    workbook.world.answers.push('NO');
    const answers = await bare(
      workbook,
      `const ui = SpreadsheetApp.getUi();
       return [ui.alert('T', 'Sure?', ui.ButtonSet.YES_NO), ui.alert('T', 'Sure?', ui.ButtonSet.YES_NO), ui.alert('T', 'Done', ui.ButtonSet.OK), ui.alert('T', 'x', ui.ButtonSet.OK_CANCEL) === ui.Button.OK];`,
    );
    expect(answers).toEqual(['NO', 'YES', 'OK', true]);
    expect(workbook.messages[0]).toEqual({ kind: 'alert', title: 'T', text: 'Sure?', answer: 'NO' });
  });

  it('keeps dialogs with their page', async () => {
    const workbook = await openSmall({ pages: { card: '<p>Card</p>' } });
    await bare(
      workbook,
      `const page = HtmlService.createHtmlOutputFromFile('card');
       SpreadsheetApp.getUi().showModelessDialog(page.setWidth(400).setHeight(300), 'Card');`,
    );
    expect(workbook.dialogs).toEqual([
      { kind: 'modeless', title: 'Card', html: '<p>Card</p>', width: 400, height: 300 },
    ]);
    await expect(bare(workbook, "HtmlService.createHtmlOutputFromFile('none');")).rejects.toThrow(
      'No HTML file named none was found.',
    );
  });
});

describe('dialogs and sidebars', () => {
  it('tells a modal dialog from a sidebar, which is 300 wide whatever it asks for', async () => {
    const workbook = await openSmall({ pages: { card: '<p>Card</p>' } });
    await bare(
      workbook,
      `const page = () => HtmlService.createHtmlOutputFromFile('card').setWidth(400);
       SpreadsheetApp.getUi().showModalDialog(page(), 'Sell');
       SpreadsheetApp.getUi().showSidebar(page().setTitle('Help'));`,
    );
    expect(workbook.dialogs).toMatchObject([
      { kind: 'modal', title: 'Sell', width: 400 },
      { kind: 'sidebar', title: 'Help', width: 300, height: null },
    ]);
  });

  it('knows the cell in which the cursor stands', async () => {
    const workbook = await openSmall({ tabs: ['One', 'Two'] });
    await workbook.edit('Two!C4', 'x');
    const place =
      'const cell = book.getCurrentCell(); return [cell.getSheet().getName(), cell.getRow(), cell.getColumn()];';
    expect(await script(workbook, place)).toEqual(['Two', 4, 3]);
  });
});

describe('Utilities', () => {
  it('makes digests of signed bytes', async () => {
    const workbook = await openSmall();
    const made = await bare(
      workbook,
      "return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'ä', Utilities.Charset.UTF_8).slice(0, 3);",
    );
    expect(made).toEqual([51, -26, -41]);
  });
});
