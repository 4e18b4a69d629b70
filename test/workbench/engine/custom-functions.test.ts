/** What a function of an add-on is handed in Google Sheets, and what becomes of its results. */
import { describe, expect, it } from 'vitest';
import { openSheet } from './sheet';

/** Shows its arguments. */
const ECHO = { ECHO: (args: readonly unknown[]) => JSON.stringify(args) };

describe('the arguments of a custom function', () => {
  it('are values for single cells and rows of values for ranges', async () => {
    const sheet = openSheet(ECHO);
    sheet.put('A1', [
      ['Acme', 1.5],
      [true, ''],
    ]);

    expect(await sheet.shows('=ECHO(A1;B1;A2;B2)')).toBe('["Acme",1.5,true,""]');
    expect(await sheet.shows('=ECHO(A1:B2)')).toBe('[[["Acme",1.5],[true,""]]]');
  });

  it('are rows to the end of the grid for whole columns, blanks as empty text', async () => {
    const sheet = openSheet({ LINES: ([rows]) => JSON.stringify(shortened(rows as unknown[][])) });
    sheet.put("'Other tab'!B1", [['Client'], ['Acme'], ['']]);

    expect(await sheet.shows("=LINES('Other tab'!B:B)")).toBe('[1000,["Client"],["Acme"],[""],[""]]');
    expect(await sheet.shows("=LINES('Other tab'!B:C)")).toBe(
      '[1000,["Client",""],["Acme",""],["",""],["",""]]',
    );
    sheet.at("'Other tab'!A1").tab.insertRows(1000, 5);
    expect(await sheet.shows("=LINES('Other tab'!B:B)")).toMatch(/^\[1005,/);
  });

  it('are rows up to the last used one where the other answer is tried', async () => {
    const sheet = openSheet(ECHO, { wholeColumns: 'used' });
    sheet.put("'Other tab'!B1", [['Client'], ['Acme'], ['']]);

    expect(await sheet.shows("=ECHO('Other tab'!B:B)")).toBe('[[["Client"],["Acme"]]]');
  });

  it.each(['1e5', '5%', '3/4', '12:30', '2026-01-02', '0010'])(
    '%s in quotation marks is a text',
    async text => {
      expect(await openSheet(ECHO).shows(`=ECHO("${text}")`)).toBe(JSON.stringify([text]));
    },
  );

  it('are empty text where they are omitted, not 0', async () => {
    const sheet = openSheet(ECHO);

    expect(await sheet.shows('=ECHO("Acme";;0)')).toBe('["Acme","",0]');
    expect(await sheet.shows('=ECHO()')).toBe('[]');
  });

  it('are serials in cells that show a date, a time or a duration', async () => {
    const sheet = openSheet(ECHO);
    sheet.put('A1', [[46000, 0.0625, 46000]]);
    sheet.setFormat('A1', 'dd.mm.yyyy');
    sheet.setFormat('B1', '[h]:mm');
    sheet.setFormat('C1', '#,##0.00 "days"');

    expect(await sheet.shows('=ECHO(A1;B1;C1)')).toBe('[{"serial":46000},{"serial":0.0625},46000]');
    expect(await sheet.shows('=ECHO(DATE(2026;1;2))')).toBe('[{"serial":46024}]');
  });

  it('are the text of an error for a cell with an error', async () => {
    const sheet = openSheet({ ...ECHO, BOOM: boom });
    sheet.put('A1', [[{ error: '#N/A' }, '=BOOM()', '=1/0']]);

    expect(await sheet.shows('=ECHO(A1;B1;C1)')).toBe('["#N/A","#ERROR!","#DIV/0!"]');
  });

  it('come from spilled cells as from others', async () => {
    const sheet = openSheet({ ...ECHO, LIST: () => [['a'], ['b'], ['c']] });
    sheet.put('A1', '=LIST()');

    expect(await sheet.shows('=ECHO(A2:A3)')).toBe('[[["b"],["c"]]]');
  });

  it('cannot be unknown names: the function is not called', async () => {
    let calls = 0;
    const sheet = openSheet({ COUNTED: () => ++calls });

    expect(await sheet.shows('=COUNTED(Nobody)')).toEqual({ error: '#NAME?' });
    expect(await sheet.shows('=COUNTED(NOSUCHFUNCTION(1))')).toEqual({ error: '#NAME?' });
    expect(calls).toBe(0);
  });

  it('cannot be volatile: the cell loads for ever', async () => {
    const sheet = openSheet(ECHO);

    expect(await sheet.shows('=ECHO(TODAY())')).toBe('Loading...');
    expect(await sheet.shows('=ECHO("TODAY()")')).toBe('["TODAY()"]');
  });
});

describe('the result of a custom function', () => {
  it('is an error with its message when it throws, in an error of another realm too', async () => {
    const sheet = openSheet({ BOOM: boom, FOREIGN: () => throwing({ message: 'Elsewhere.' }) });

    expect(await sheet.shows('=BOOM()')).toEqual({ error: '#ERROR!', message: 'Row 3 is broken.' });
    expect(await sheet.shows('=FOREIGN()')).toEqual({ error: '#ERROR!', message: 'Elsewhere.' });
    expect(await sheet.shows('=IFERROR(BOOM();"fine")')).toBe('fine');
  });

  it('is #NUM! for NaN and blank for null', async () => {
    const sheet = openSheet({ NAN: () => Number.NaN, NOTHING: () => null });

    expect(await sheet.shows('=NAN()')).toEqual({ error: '#NUM!' });
    expect(await sheet.shows('=NOTHING()')).toBe('');
  });

  it('brings a date format along, which goes when the formula goes', async () => {
    const sheet = openSheet({ WHEN: () => ({ serial: 46000 }) });

    expect(await sheet.shows('=WHEN()')).toBe(46000);
    expect(sheet.format('Z1')).toBe('yyyy-mm-dd');
    expect(await sheet.shows('=1+1')).toBe(2);
    expect(sheet.format('Z1')).toBe('General');
  });

  it('leaves a format that the cell had', async () => {
    const sheet = openSheet({ WHEN: () => ({ serial: 46000 }) });
    sheet.setFormat('Z1', 'dd.mm.yyyy');

    expect(await sheet.shows('=WHEN()')).toBe(46000);
    expect(sheet.format('Z1')).toBe('dd.mm.yyyy');
  });

  it('spills, dates as dates', async () => {
    const sheet = openSheet({ LIST: () => [['a', 1], ['b', { serial: 46000 }], ['c']] });
    sheet.put('A1', '=LIST()');
    await sheet.engine.settle();

    expect(sheet.values('A1:B3')).toEqual([
      ['a', 1],
      ['b', 46000],
      ['c', ''],
    ]);
    expect([sheet.format('B1'), sheet.format('B2')]).toEqual(['General', 'yyyy-mm-dd']);
    expect(sheet.formula('A2')).toBe('');
    expect(sheet.at('A1').tab.lastRow()).toBe(3);
    expect(sheet.at('A1').tab.spills()).toEqual([{ row: 1, column: 1, rows: 3, columns: 2 }]);
  });
});

describe('a custom function', () => {
  it('is called again only when an argument has another value', async () => {
    let calls = 0;
    const sheet = openSheet({ COUNTED: () => ++calls });
    sheet.put('A1', 'x');
    sheet.put('B1', '=COUNTED(A1)');
    await sheet.engine.settle();

    sheet.put('C1', 'elsewhere');
    await sheet.engine.settle();
    expect(sheet.value('B1')).toBe(1);

    sheet.put('A1', 'y');
    await sheet.engine.settle();
    expect(sheet.value('B1')).toBe(2);
  });

  it('is called again when a cell becomes a date', async () => {
    const sheet = openSheet(ECHO);
    sheet.put('A1', [[46000, '=ECHO(A1)']]);
    await sheet.engine.settle();

    sheet.setFormat('A1', 'yyyy-mm-dd');
    await sheet.engine.settle();

    expect(sheet.value('B1')).toBe('[{"serial":46000}]');
  });

  it('stays stale where what it reads is no argument', async () => {
    let hours = 10;
    const sheet = openSheet({ BALANCE: () => hours });
    sheet.put('A1', [['=BALANCE("Acme")', 'x']]);
    await sheet.engine.settle();
    hours = 8;
    sheet.put('B1', 'y');
    await sheet.engine.settle();
    expect(sheet.value('A1')).toBe(10);

    sheet.put('A1', '');
    sheet.put('A1', '=BALANCE("Acme")');
    await sheet.engine.settle();
    expect(sheet.value('A1')).toBe(10);
  });

  it('depends on the cell that a name stands for', async () => {
    let version = 1;
    const sheet = openSheet({
      STAMP: () => `v${version}`,
      BALANCE: ([client, stamp]) => `${client} ${stamp}`,
    });
    sheet.put('A1', [['=BALANCE("Acme"; ledger)']]);
    await sheet.engine.settle();
    expect(sheet.value('A1')).toEqual({ error: '#NAME?' });

    sheet.name('Ledger', "'Other tab'!B2");
    sheet.put("'Other tab'!B2", '=STAMP(A1)');
    await sheet.engine.settle();
    expect(sheet.value('A1')).toBe('Acme v1');

    version = 2;
    sheet.put("'Other tab'!A1", 'edited');
    await sheet.engine.settle();
    expect(sheet.value('A1')).toBe('Acme v2');
  });

  it('belongs to its own workbook, even if another has the same formula', async () => {
    const one = openSheet({ WHO: () => 'one' });
    const two = openSheet({ WHO: () => 'two' });

    expect([await one.shows('=WHO()'), await two.shows('=WHO()')]).toEqual(['one', 'two']);
  });
});

/** How many rows, the first three and the last. */
function shortened(rows: unknown[][]): unknown[] {
  return [rows.length, ...rows.slice(0, 3), rows.at(-1)];
}

function boom(): never {
  throw new Error('Row 3 is broken.');
}

function throwing(error: unknown): never {
  throw error;
}
