/** How Google Sheets reads formulas, shows their errors and refuses circles. */
import { describe, expect, it, vi } from 'vitest';
import { openSheet } from './sheet';

const CIRCLE = { error: '#REF!', message: expect.stringContaining('Circular dependency detected') };
const ECHO = { ECHO: (args: readonly unknown[]) => JSON.stringify(args) };

describe('a formula', () => {
  it('takes both `;` and `,` between arguments in English, and is kept as typed', async () => {
    const sheet = openSheet(ECHO);

    expect(await sheet.shows('=ECHO("a;b"; 2,3)')).toBe('["a;b",2,3]');
    expect(sheet.formula('Z1')).toBe('=ECHO("a;b"; 2,3)');
    expect(await sheet.shows('=SUM({1,2;3,4})')).toBe(10);
  });

  it('reads decimal commas in German', async () => {
    const sheet = openSheet(ECHO, { locale: 'de_DE' });

    expect(await sheet.shows('=ECHO(1,5;2)')).toBe('[1.5,2]');
    expect(sheet.formula('Z1')).toBe('=ECHO(1,5;2)');
    expect(await sheet.shows('=SUM({1,5\\2})')).toBe(3.5);
    expect(await sheet.shows('=SUM(A1,B1)')).toEqual({ error: '#ERROR!', message: 'Formula parse error.' });
  });

  it('says so when it does not parse', async () => {
    const sheet = openSheet();

    expect(await sheet.shows('=SUM(')).toEqual({ error: '#ERROR!', message: 'Formula parse error.' });
  });

  it.each([
    ['=QUERY(A1:B2;"select A")', 'QUERY'],
    ['=ARRAYFORMULA(A1:A2*2)', 'ARRAYFORMULA'],
    ['=IF(TRUE;JOIN(",";A1:A2);"")', 'JOIN'],
    ['=SUM(C2:C)', 'the open-ended range C2:C'],
    ['=FILTER(A1:A3;A1:A3>1;A1:A3<3)', 'FILTER with several conditions'],
  ])('shows what the workbench lacks, never a guess: %s', async (formula, lacks) => {
    const sheet = openSheet();

    expect(await sheet.shows(formula)).toEqual({
      error: '#ERROR!',
      message: `Not in the workbench: ${lacks}`,
    });
  });

  it.each(['3/4', '2026-11-23', '1:30', '50%', '1e3', 'TRUE', '$5'])(
    'hands the text %s to a function as it is',
    async text => {
      const sheet = openSheet(ECHO);

      expect(await sheet.shows(`=ECHO("${text}"; 1)`)).toBe(JSON.stringify([text, 1]));
      expect(await sheet.shows(`=ECHO("${text}"&"")`)).toBe(JSON.stringify([text]));
      expect(await sheet.shows(`="${text}"`)).toBe(text);
    },
  );

  it('shows the bar of a SPARKLINE as characters, and no other picture', async () => {
    const sheet = openSheet();
    sheet.put('A1', [
      ['Acme', 0.3],
      ['Beta', 2],
      ['Gamma', -1],
      ['', ''],
    ]);

    const options = 'VSTACK(HSTACK("charttype";"bar");HSTACK("max";1))';
    await sheet.shows(`=MAP(FILTER(B1:B4;A1:A4<>"");LAMBDA(share;SPARKLINE(share;${options})))`);
    expect(sheet.values('Z1:Z4')).toEqual([['▓▓▓░░░░░░░'], ['▓▓▓▓▓▓▓▓▓▓'], ['░░░░░░░░░░'], ['']]);
    expect(await sheet.shows('=SPARKLINE(A1:B3)')).toEqual({
      error: '#ERROR!',
      message: 'Not in the workbench: SPARKLINE other than a bar',
    });
  });

  it('shows #NAME? for a function that does not exist', async () => {
    expect(await openSheet().shows('=NOSUCHFUNCTION(1)')).toEqual({ error: '#NAME?' });
  });

  it('takes the time from the clock of the workbook', async () => {
    let now = 46000.75;
    const sheet = openSheet({}, { now: () => now });
    expect(await sheet.shows('=TODAY()')).toBe(46000);
    now = 46001.25;
    expect(await sheet.shows('=NOW()')).toBe(46001.25);
  });

  it('has nothing to settle without an edit', async () => {
    const { engine, put } = openSheet();
    put('A1', '=1+1');
    await engine.settle();
    const calculate = vi.spyOn(engine.parts, 'calculate');
    await engine.settle();
    expect(calculate).not.toHaveBeenCalled();
    put('A2', 'more');
    await engine.settle();
    expect(calculate).toHaveBeenCalled();
  });
});

describe('a result that spills', () => {
  const LIST = { LIST: () => [['a'], ['b'], ['c']] };

  it('says which cell is in its way, and expands once that is empty', async () => {
    const sheet = openSheet(LIST);
    sheet.put('A3', 'mine');
    sheet.put('A1', '=LIST()');
    await sheet.engine.settle();
    const message = 'Array result was not expanded because it would overwrite data in A3.';
    expect(sheet.values('A1:A3')).toEqual([[{ error: '#REF!', message }], [''], ['mine']]);

    sheet.put('A3', '');
    await sheet.engine.settle();
    expect(sheet.values('A1:A3')).toEqual([['a'], ['b'], ['c']]);
  });

  it('is taken back by a value typed into it, also for formulas that read it', async () => {
    const sheet = openSheet(LIST);
    sheet.put('A1', '=LIST()');
    sheet.put('B1', '=COUNTA(A2:A3)');
    await sheet.engine.settle();
    expect(sheet.value('B1')).toBe(2);

    sheet.put('A2', 'mine');
    await sheet.engine.settle();
    expect(sheet.value('A1')).toMatchObject({ error: '#REF!' });
    expect(sheet.value('A3')).toBe('');
    expect(sheet.value('B1')).toBe(1);
  });

  it('goes with its formula', async () => {
    const sheet = openSheet(LIST);
    sheet.put('A1', '=LIST()');
    sheet.put('B1', '=COUNTA(A2:A3)');
    await sheet.engine.settle();

    sheet.put('A1', 'gone');
    await sheet.engine.settle();
    expect(sheet.values('A1:A3')).toEqual([['gone'], [''], ['']]);
    expect(sheet.value('B1')).toBe(0);
  });

  it('shrinks when it has less to show', async () => {
    const sheet = openSheet({ UPTO: ([n]) => Array.from({ length: Number(n) }, (_, i) => [i + 1]) });
    sheet.put('C1', 3);
    sheet.put('A1', '=UPTO(C1)');
    sheet.put('B1', '=SUM(A1:A5)');
    await sheet.engine.settle();
    expect(sheet.value('B1')).toBe(6);

    sheet.put('C1', 1);
    await sheet.engine.settle();
    expect(sheet.values('A1:A3')).toEqual([[1], [''], ['']]);
    expect(sheet.value('B1')).toBe(1);
  });
});

describe('a circle', () => {
  it('is an error in each of its cells, and ends when it is broken', async () => {
    const sheet = openSheet();
    sheet.put('A1', [['=B1+1', '=A1+1', '=A1+1']]);
    await sheet.engine.settle();
    expect(sheet.values('A1:B1')).toEqual([[CIRCLE, CIRCLE]]);
    expect(sheet.value('C1')).toEqual({ error: '#REF!' });

    sheet.put('B1', 5);
    await sheet.engine.settle();
    expect(sheet.values('A1:C1')).toEqual([[6, 5, 7]]);
    expect(sheet.formula('A1')).toBe('=B1+1');
  });

  it('is seen through whole columns and custom functions', async () => {
    const sheet = openSheet(ECHO);
    sheet.put('A5', '=ECHO(A:A)');
    await sheet.engine.settle();

    expect(sheet.value('A5')).toEqual(CIRCLE);
  });

  it('is seen through a name', async () => {
    const sheet = openSheet({ ...ECHO, STAMP: () => 'stamp' });
    sheet.name('Ledger', "'Other tab'!A1");
    sheet.put("'Other tab'!A1", '=STAMP(Sheet!C:C)');
    sheet.put('B2', '=ECHO(Ledger)');
    await sheet.engine.settle();
    expect(sheet.value('B2')).toBe('["stamp"]');

    sheet.put('C2', '=ECHO(Ledger)');
    await sheet.engine.settle();
    expect(sheet.value('C2')).toEqual(CIRCLE);
    expect(sheet.value("'Other tab'!A1")).toEqual(CIRCLE);
    expect(sheet.value('B2')).not.toBe('["stamp"]');
  });

  it('is seen when a result spills into what it reads', async () => {
    const sheet = openSheet({ LIST: () => [['a'], ['b'], ['c']] });
    sheet.put('A1', '=LIST(A3)');
    await sheet.engine.settle();

    expect(sheet.value('A1')).toEqual(CIRCLE);
    expect(sheet.value('A2')).toBe('');
  });
});
