/** Time limits, and the faults that tests put into a run. */

import { describe, expect, it } from 'vitest';
import { openSmall, script } from './small-bundle';

const three = "for (let i = 1; i <= 3; i++) sheet.getRange(i, 1).setValue('row ' + i);";

describe('a fault', () => {
  it('makes the n-th call fail, which the script may catch', async () => {
    const workbook = await openSmall();
    workbook.faults.throwAt(2, { method: 'setValue' });
    const caught = await script(
      workbook,
      `try { ${three} } catch (error) { return [error instanceof Error, error.message]; }`,
    );
    expect(caught).toEqual([true, 'Service error: Range']);
    expect(workbook.print('Sheet1')).toEqual([['row 1']]);
  });

  it('that kills leaves nothing to what comes after, whatever the script catches', async () => {
    const workbook = await openSmall();
    workbook.faults.killAt(2, { method: 'setValue' });
    await expect(
      script(
        workbook,
        `try { ${three} } catch (e) {} finally { try { sheet.getRange('A9').setValue('late'); } catch (e) {} } return 'done';`,
      ),
    ).rejects.toThrow('The run was killed.');
    expect(workbook.print('Sheet1')).toEqual([['row 1']]);
    expect(workbook.faults.struck).toBe(true);
  });

  it('counts from 1, so that a sweep ends where none strikes any more', async () => {
    const workbook = await openSmall();
    let n = 0;
    do {
      n += 1;
      workbook.faults.killAt(n, { kind: 'data' });
      await script(workbook, three).catch(() => {});
    } while (workbook.faults.struck);
    expect(n).toBe(4);
  });
});

describe('the time limit', () => {
  it('ends a run of 6 minutes, counting what data calls take', async () => {
    const workbook = await openSmall();
    workbook.world.millisecondsPerDataCall = 100_000;
    await script(workbook, three);
    await expect(
      script(workbook, `try { ${three} sheet.getRange('A4').setValue(4); } catch (e) {}`),
    ).rejects.toThrow('Exceeded maximum execution time');
  });

  it('ends a function in a cell and a simple trigger after 30 seconds', async () => {
    const code =
      '/** @customfunction */\nfunction NAP(ms) { Utilities.sleep(ms); return 1; }\nfunction onEdit() { Utilities.sleep(31000); }';
    const workbook = await openSmall({ code });
    expect(await workbook.formula('=NAP(29000)')).toBe(1);
    expect(await workbook.formula('=NAP(31000)')).toEqual({
      error: 'Exceeded maximum execution time (line 0).',
    });
    expect(workbook.log.at(-1)).toEqual({
      level: 'error',
      text: 'Exceeded maximum execution time',
      run: 'onEdit',
    });
  });
});
