/** What moves in Google Sheets when rows, columns and tabs come, go or change their names. */
import { describe, expect, it } from 'vitest';
import { openSheet } from './sheet';

describe('inserting and deleting', () => {
  it('moves what formulas read, whole columns too, and keeps the rest of the text', async () => {
    const sheet = openSheet();
    sheet.put("'Other tab'!A1", '=SUM(Sheet!C:C ; Sheet!$B$2;"A1"; A5)');
    sheet.at('A1').tab.insertColumns(2, 1);
    sheet.at('A1').tab.insertRows(1, 2);
    await sheet.engine.settle();

    expect(sheet.formula("'Other tab'!A1")).toBe('=SUM(Sheet!D:D ; Sheet!$C$4;"A1"; A5)');
  });

  it('moves a name and the formulas that use it', async () => {
    const sheet = openSheet();
    sheet.put('B1', 7);
    sheet.name('Ledger', 'B1');
    sheet.put('D4', '=Ledger + B1');
    sheet.at('A1').tab.insertColumns(1, 2);
    await sheet.engine.settle();

    expect(sheet.engine.names()).toEqual([
      { name: 'Ledger', tab: 'Sheet', area: { row: 1, column: 4, rows: 1, columns: 1 } },
    ]);
    expect(sheet.formula('F4')).toBe('=Ledger + D1');
    expect(sheet.value('F4')).toBe(14);
  });

  it('moves references in formulas typed in German', async () => {
    const sheet = openSheet({}, { locale: 'de_DE' });
    sheet.put('C1', '=SUM(A1;1,5)');
    sheet.at('A1').tab.insertRows(1, 1);
    await sheet.engine.settle();

    expect(sheet.formula('C2')).toBe('=SUM(A2;1,5)');
    expect(sheet.value('C2')).toBe(1.5);
  });

  it('moves a circle as well', async () => {
    const sheet = openSheet();
    sheet.put('A1', [['=B1', '=A1']]);
    await sheet.engine.settle();
    sheet.at('A1').tab.insertRows(1, 1);
    await sheet.engine.settle();

    expect([sheet.formula('A2'), sheet.formula('B2')]).toEqual(['=B2', '=A2']);
    expect(sheet.value('A2')).toMatchObject({ error: '#REF!' });
  });

  it('moves notes, lists, colours and formats, and lets areas grow from the inside', () => {
    const sheet = openSheet();
    const { tab } = sheet.at('A1');
    const rule = { kind: 'list', list: ['yes', 'no'], allowInvalid: true } as const;
    tab.setNotes({ row: 2, column: 2, rows: 1, columns: 1 }, [['look here']]);
    tab.setValidation({ row: 2, column: 2, rows: 10, columns: 1 }, rule);
    tab.setColourRules([{ areas: [{ row: 2, column: 1, rows: 10, columns: 3 }], formula: '=$B2>1' }]);
    sheet.setFormat('B2', '0.00');
    tab.insertRows(5, 2);
    tab.insertColumns(1, 1);

    expect(tab.notes({ row: 2, column: 3, rows: 1, columns: 1 })).toEqual([['look here']]);
    expect(tab.validations()).toEqual([{ area: { row: 2, column: 3, rows: 12, columns: 1 }, rule }]);
    expect(tab.colourRules()[0]?.areas).toEqual([{ row: 2, column: 2, rows: 12, columns: 3 }]);
    expect(sheet.format('C2')).toBe('0.00');
    tab.deleteRows(2, 12);
    expect(tab.validations()).toEqual([]);
    expect(tab.notes({ row: 2, column: 3, rows: 1, columns: 1 })).toEqual([['']]);
  });

  it('cuts what is deleted out of a range, and gives #REF! where nothing is left', async () => {
    const sheet = openSheet();
    sheet.put('A1', [[1], [2], [3]]);
    sheet.put('C9', [['=SUM(A1:A3)', '=A2']]);
    sheet.at('A1').tab.deleteRows(2, 1);
    await sheet.engine.settle();

    expect(sheet.formula('C8')).toBe('=SUM(A1:A2)');
    expect(sheet.value('C8')).toBe(4);
    expect(sheet.value('D8')).toMatchObject({ error: '#REF!' });
  });

  it('moves what formulas of other tabs read, and names, when lines are deleted', async () => {
    const sheet = openSheet();
    sheet.name('Stamp', "'Other tab'!C5");
    sheet.put('A1', [["='Other tab'!C5", '=Stamp']]);
    sheet.put("'Other tab'!C5", 7);
    sheet.at("'Other tab'!A1").tab.deleteRows(2, 2);
    sheet.at("'Other tab'!A1").tab.deleteColumns(1, 1);
    await sheet.engine.settle();

    expect(sheet.formula('A1')).toBe("='Other tab'!B3");
    expect(sheet.values('A1:B1')).toEqual([[7, 7]]);
    expect(sheet.engine.names()[0]?.area).toMatchObject({ row: 3, column: 2 });
  });

  it('goes beyond the last row and column', () => {
    const { at } = openSheet();
    const { tab } = at('A1');
    tab.insertRows(tab.maxRows() + 1, 5);
    tab.insertColumns(tab.maxColumns() + 1, 2);

    expect([tab.maxRows(), tab.maxColumns()]).toEqual([1005, 28]);
  });
});

describe('tabs', () => {
  it('are inserted where wanted, once each, and deleted with their names', async () => {
    const { engine, name } = openSheet();
    const made = engine.insertTab('First', 0);
    name('Mine', 'First!A1');
    expect(engine.tabs().map(tab => tab.name)).toEqual(['First', 'Sheet', 'Other tab']);
    expect(new Set(engine.tabs().map(tab => tab.id)).size).toBe(3);
    expect(() => engine.insertTab('first')).toThrow('already exists');

    engine.deleteTab(made.name);
    await engine.settle();
    expect(engine.tabs().map(tab => tab.name)).toEqual(['Sheet', 'Other tab']);
    expect(engine.names()).toEqual([]);
  });

  it('make a formula work that was waiting for them', async () => {
    const sheet = openSheet();
    sheet.put('A1', '=Later!A1');
    await sheet.engine.settle();
    sheet.engine.insertTab('Later');
    sheet.put('Later!A1', 5);
    await sheet.engine.settle();

    expect(sheet.value('A1')).toBe(5);
  });
});

describe('cells', () => {
  it('keep text that looks like a number, and numbers in plain text cells', async () => {
    const sheet = openSheet();
    sheet.setFormat('A1', '@');
    sheet.put('A1', [['01234', '007', 12]]);
    sheet.setFormat('C1', '@');
    await sheet.engine.settle();

    expect(sheet.values('A1:C1')).toEqual([['01234', '007', 12]]);
  });

  it('hold styles, frozen rows and widths', () => {
    const { tab } = openSheet().at('A1');
    const cell = { row: 1, column: 1, rows: 1, columns: 1 };
    tab.setStyle(cell, { font: { italic: true }, alignment: { horizontal: 'right' } });
    tab.setStyle(cell, { font: { bold: true } });
    tab.setFrozenRows(1);
    tab.setColumnWidth(2, 240);

    expect(tab.style(1, 1)).toEqual({
      font: { italic: true, bold: true },
      alignment: { horizontal: 'right' },
    });
    expect([tab.frozenRows(), tab.columnWidth(1), tab.columnWidth(2)]).toEqual([1, 100, 240]);
  });
});
