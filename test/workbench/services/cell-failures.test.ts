/** Functions in cells that Google lets fail, and what outlives a failure, a reopening and a new version. */

import { describe, expect, it } from 'vitest';
import { contentOf, engineOf } from '../../../workbench/engine/book-content';
import { openWorkbook, type Workbook } from '../../../workbench/runtime';
import type { FunctionFailure } from '../../../workbench/services/faults';
import { keepWorld } from '../../../workbench/services/world';
import { openSmall, script, smallBundle } from './small-bundle';

const version = (name: string) =>
  `/** @customfunction */\nfunction TWICE(n) { if (n === 13) throw new Error('Unlucky.'); return '${name} ' + 2 * n; }`;
const cells = (workbook: Workbook) => workbook.print('Sheet1').flat();
const runs = (workbook: Workbook) => workbook.executions.filter(({ options }) => options.name === 'TWICE');

describe('a function in a cell', () => {
  it.each<[FunctionFailure, string]>([
    ['internal', 'Internal error executing the custom function.'],
    ['too many', 'Script invoked too many times per second for this Google user account.'],
    ['too long', 'Exceeded maximum execution time (line 0).'],
  ])('fails by itself (%s), and stays failed until an argument changes', async (failure, error) => {
    const workbook = await openSmall({ code: version('one') });
    await workbook.edit('Sheet1!A1', [['1', '=TWICE(A1)']]);
    workbook.faults.failFunction('TWICE', 2, failure);
    await workbook.edit('Sheet1!A1', '2');
    expect(cells(workbook)).toEqual([2, 'one 4']);
    await workbook.edit('Sheet1!A1', '3');
    expect(cells(workbook)).toEqual([3, { error }]);
    expect(runs(workbook).at(-1)).toMatchObject({ error, calls: [] });

    await workbook.edit('Sheet1!C5', 'elsewhere');
    await workbook.edit('Sheet1!B1', '');
    await workbook.edit('Sheet1!B1', '=TWICE(A1)');
    expect(workbook.print('Sheet1')[0]?.[1]).toEqual({ error });
    await workbook.edit('Sheet1!A1', '4');
    expect(workbook.print('Sheet1')[0]?.[1]).toBe('one 8');
    await workbook.edit('Sheet1!A1', '3');
    expect(workbook.print('Sheet1')[0]?.[1]).toEqual({ error });
  });

  it('keeps its results and failures when the file is closed, and a new version changes none of them', async () => {
    const first = await openSmall({ code: version('one') });
    await first.edit('Sheet1!A1', [['1', '=TWICE(A1)']]);
    await first.edit('Sheet1!A2', [['13', '=TWICE(A2)']]);
    first.faults.failFunction('TWICE', 1);
    await first.edit('Sheet1!A3', [['3', '=TWICE(A3)']]);
    const shown = [1, 'one 2', 13, { error: 'Unlucky.' }, 3, { error: expect.stringContaining('Internal') }];
    expect(cells(first)).toEqual(shown);

    const kept = structuredClone(keepWorld(first.world));
    const content = structuredClone(contentOf(first.engine));
    const second = await openWorkbook({
      engine: engineOf(content),
      bundle: smallBundle({ code: version('two') }),
      kept,
    });
    expect([runs(second).length, cells(second)]).toEqual([0, shown]);
    for (const row of [1, 2, 3]) await second.edit(`Sheet1!A${row}`, `${row + 4}`);
    expect(cells(second)).toEqual([5, 'two 10', 6, 'two 12', 7, 'two 14']);
  });
});

describe('functions that one edit starts', () => {
  const many = async (count: number, from = 1) => {
    const rows = Array.from({ length: count }, (_, index) => [`=TWICE($A$1+${from + index})`]);
    const workbook = await openSmall({ code: version('one') });
    await workbook.edit('Sheet1!A1', '100');
    await workbook.edit('Sheet1!B1', rows);
    return workbook;
  };
  const failed = (workbook: Workbook) =>
    cells(workbook).filter(each => typeof each === 'object' && each !== null);

  it('are about 30 at once for a user, and the others fail for good', async () => {
    const workbook = await many(34);
    expect(failed(workbook)).toEqual(
      Array(4).fill({ error: 'Script invoked too many times per second for this Google user account.' }),
    );
    expect(runs(workbook)).toHaveLength(34);
    await workbook.edit('Sheet1!C9', 'elsewhere');
    expect([failed(workbook).length, runs(workbook).length]).toEqual([4, 34]);
  });

  it('are counted for each edit, without those whose arguments are the same', async () => {
    const workbook = await many(20);
    const before = runs(workbook).length;
    await workbook.edit('Sheet1!A1', '110');
    expect(runs(workbook).length - before).toBe(10);
    expect(failed(workbook)).toEqual([]);
  });

  it('all run where a test switches the limit off, and on opening', async () => {
    const workbook = await openSmall({ code: version('one') });
    workbook.world.executionsAtOnce = Number.POSITIVE_INFINITY;
    await workbook.edit(
      'Sheet1!B1',
      Array.from({ length: 40 }, (_, n) => [`=TWICE(${100 + n})`]),
    );
    expect(failed(workbook)).toEqual([]);
    const engine = engineOf(contentOf(workbook.engine));
    const again = await openWorkbook({ engine, bundle: smallBundle({ code: version('two') }) });
    expect([runs(again).length, failed(again)]).toEqual([40, []]);
  });
});

describe('time', () => {
  it('counts in every run: 100 ms for a call that carries data', async () => {
    const workbook = await openSmall();
    const [before] = [workbook.world.clock.now()];
    await script(workbook, 'for (let n = 0; n < 5; n++) sheet.getRange(1, 1).getValue();');
    expect(workbook.world.clock.now() - before).toBe(500);
    await expect(script(workbook, 'for (;;) sheet.getRange(1, 1).getValue();')).rejects.toThrow(
      'Exceeded maximum execution time',
    );
    expect(workbook.executions.at(-1)?.count('data')).toBe(3601);
  });

  it('ends a function in a cell that reads too often, and stands still for everybody else', async () => {
    const code = `/** @customfunction */\nfunction READ(n) { const s = SpreadsheetApp.getActive().getSheets()[0];
      for (let i = 0; i < n; i++) s.getRange(1, 1).getValue(); return n; }`;
    const workbook = await openSmall({ code });
    const before = workbook.world.clock.now();
    expect(await workbook.formula('=READ(300)')).toBe(300);
    expect(await workbook.formula('=READ(301)')).toEqual({
      error: 'Exceeded maximum execution time (line 0).',
    });
    expect(workbook.world.clock.now()).toBe(before);
  });
});
