/** What people do in the sheet while a script runs. */

import { describe, expect, it } from 'vitest';
import {
  deleteRow,
  insertAbove,
  renameTab,
  sortTab,
  typeBelow,
  typeInto,
} from '../../../workbench/services/people';
import { bare, openSmall, script } from './small-bundle';

const opened = async (code = '') => {
  const workbook = await openSmall({ tabs: ['Time', 'Other'], code });
  await script(
    workbook,
    "sheet.getRange(1, 1, 4, 2).setValues([['Name', 'n'], ['c', 1], ['a', 2], ['b', 3]]);",
  );
  return workbook;
};

/** Reads a row, keeps its handle, and writes there: the edit falls between. */
const readThenWrite =
  "const cell = sheet.getRange(2, 2); const before = sheet.getRange(2, 1).getValue(); cell.setValue('mine'); return before;";

describe('a person’s edit during a run', () => {
  it.each([
    [
      'sorts',
      sortTab('Time'),
      [
        ['Name', 'n'],
        ['a', 'mine'],
        ['b', 3],
        ['c', 1],
      ],
    ],
    [
      'inserts a row',
      insertAbove('Time', 2),
      [
        ['Name', 'n'],
        ['', 'mine'],
        ['c', 1],
        ['a', 2],
        ['b', 3],
      ],
    ],
    [
      'deletes a row',
      deleteRow('Time', 2),
      [
        ['Name', 'n'],
        ['a', 'mine'],
        ['b', 3],
      ],
    ],
    [
      'types below',
      typeBelow('Time', ['d', '1:30']),
      [
        ['Name', 'n'],
        ['c', 'mine'],
        ['a', 2],
        ['b', 3],
        ['d', 1.5],
      ],
    ],
    [
      'types over',
      typeInto('Time!A2:B2', ['z', '9']),
      [
        ['Name', 'n'],
        ['z', 'mine'],
        ['a', 2],
        ['b', 3],
      ],
    ],
  ])('%s, and the script’s range keeps its row number', async (_, edit, after) => {
    const workbook = await opened();
    workbook.meanwhile.at(2, edit);
    expect(await script(workbook, readThenWrite)).toBe('c');
    expect(workbook.meanwhile.struck).toBe(true);
    expect(workbook.print('Time')).toEqual(after);
  });

  it('falls before the call that it names, so that the call sees it', async () => {
    const workbook = await opened();
    workbook.meanwhile.at(1, deleteRow('Time', 2));
    expect(await script(workbook, readThenWrite)).toBe('a');
  });

  it('renames a tab under a script that holds it, and formulas, names and lists follow', async () => {
    const workbook = await opened();
    await script(
      workbook,
      `book.setNamedRange('Mine', sheet.getRange('B2')); book.getSheetByName('Other').getRange('A1:B1').setFormulas([['=Time!B2', '=SUM(Time!B:B)+Mine']]);
       const rule = SpreadsheetApp.newDataValidation().requireValueInRange(book.getRange('Time!A2:A'), true).build();
       book.getSheetByName('Other').getRange('C1').setDataValidation(rule);`,
    );
    workbook.meanwhile.at(2, renameTab('Time', "Kim's time"));
    await script(workbook, 'sheet.getRange(2, 1).getValue(); sheet.getRange(2, 2).setValue(5);');
    const [time, other] = workbook.engine.tabs();
    expect([time?.name, workbook.print('Other')]).toEqual(["Kim's time", [[5, 15]]]);
    expect(other?.formulas({ row: 1, column: 1, rows: 1, columns: 1 })).toEqual([["='Kim''s time'!B2"]]);
    expect(other?.validation(1, 3)?.source).toBe("'Kim''s time'!$A$2:$A$1000");
    expect(await bare(workbook, "return SpreadsheetApp.getActive().getSheetByName('Time');")).toBe(null);
  });

  it('is told to onEdit once the run is over, where it typed; what only moves cells is not told', async () => {
    const workbook = await opened(
      `function onEdit(e) { console.log(e.range.getRow(), e.value, e.oldValue); e.source.getSheetByName('Other').getRange('A1').setValue('seen'); }`,
    );
    workbook.meanwhile.at(1, typeInto('Time!A3', ['new']));
    workbook.meanwhile.at(2, insertAbove('Time', 2));
    const seen = await script(
      workbook,
      "sheet.getRange(1, 1).getValue(); return book.getSheetByName('Other').getRange('A1').getValue();",
    );
    expect(seen).toBe('');
    expect(workbook.print('Other')).toEqual([['seen']]);
    expect(workbook.log.map(({ text }) => text)).toEqual(['3 new a']);
  });

  it('is not held up by the lock', async () => {
    const workbook = await opened();
    workbook.meanwhile.at(1, typeBelow('Time', ['d']));
    await script(workbook, 'LockService.getDocumentLock().tryLock(1); sheet.getRange(1, 1).getValue();');
    expect(workbook.print('Time').at(-1)).toEqual(['d', '']);
  });

  it('may be any function, at any call, and comes once', async () => {
    const workbook = await opened();
    const seen: string[] = [];
    workbook.meanwhile.at(2, (_, call) => seen.push(call.method), { method: 'setValue' });
    await script(workbook, 'for (let i = 1; i < 5; i++) sheet.getRange(i, 5).setValue(i);');
    expect(seen).toEqual(['setValue']);
  });

  it('counts data calls from 1, so that a sweep ends where none is left', async () => {
    const workbook = await opened();
    let n = 0;
    do {
      n += 1;
      workbook.meanwhile.clear();
      workbook.meanwhile.at(n, sortTab('Time'));
      await script(workbook, readThenWrite);
    } while (workbook.meanwhile.struck);
    expect(n).toBe(3);
  });

  it('that cannot be done fails the test, whatever the script catches', async () => {
    const workbook = await opened();
    workbook.meanwhile.at(1, insertAbove('Gone', 1));
    await expect(script(workbook, 'try { sheet.getRange(1, 1).getValue(); } catch (e) {}')).rejects.toThrow(
      'There is no tab named Gone.',
    );
    workbook.meanwhile.clear();
    await script(workbook, 'sheet.getRange(1, 1).getValue();');
  });
});

describe('sorting', () => {
  it('turns the order round where it stands so already, and leaves blanks at the end', async () => {
    const workbook = await opened();
    await script(workbook, "sheet.getRange('A6').setValue('aa');");
    const names = () => workbook.print('Time').map(([name]) => name);
    sortTab('Time')(workbook.world, { service: '', method: '', kind: 'data' });
    expect(names()).toEqual(['Name', 'a', 'aa', 'b', 'c']);
    sortTab('Time')(workbook.world, { service: '', method: '', kind: 'data' });
    expect(names()).toEqual(['Name', 'c', 'b', 'aa', 'a']);
  });

  it('takes formulas, formats and notes of a row along, and formulas go on reading their own row', async () => {
    const workbook = await opened();
    await script(
      workbook,
      `sheet.getRange('C2').setFormula('=B2*10+$B$1000'); sheet.getRange('B2').setNumberFormat('0.00');
       sheet.getRange('A2').setNotes([['mine']]);`,
    );
    workbook.meanwhile.at(1, sortTab('Time'));
    await script(workbook, 'sheet.getRange(1, 1).getValue();');
    const [time] = workbook.engine.tabs();
    const row = { row: 4, column: 1, rows: 1, columns: 3 };
    expect(time?.formulas(row)).toEqual([['', '', '=B4*10+$B$1000']]);
    expect(time?.formats(row)[0]?.[1]).toBe('0.00');
    expect(time?.notes(row)).toEqual([['mine', '', '']]);
    expect(workbook.print('Time')[3]).toEqual(['c', 1, 10]);
  });
});
