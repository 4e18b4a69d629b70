/** The bare context that a script runs in. */

import { describe, expect, it } from 'vitest';
import { bare, openSmall, script } from './small-bundle';

describe('a run', () => {
  it('lacks what Apps Script lacks', async () => {
    const absent =
      'setTimeout setInterval fetch URL TextEncoder atob btoa crypto structuredClone queueMicrotask '.concat(
        'process require performance WebAssembly SharedArrayBuffer Atomics',
      );
    const workbook = await openSmall();
    const found = await bare(
      workbook,
      "return argument.split(' ').filter(name => name in globalThis);",
      absent,
    );
    expect(found).toEqual([]);
  });

  it('has a context of its own: nothing is left of the run before', async () => {
    const workbook = await openSmall();
    await bare(workbook, 'globalThis.kept = 1;');
    expect(await bare(workbook, 'return typeof kept;')).toBe('undefined');
  });

  it('gets Dates, arrays and errors that are its own', async () => {
    const workbook = await openSmall();
    await workbook.edit('Sheet1!A1', '2026-01-05');
    const kinds = await script(
      workbook,
      `const values = sheet.getDataRange().getValues();
       let error; try { sheet.getRange(0, 1); } catch (caught) { error = caught; }
       return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, error instanceof Error, error.name];`,
    );
    expect(kinds).toEqual([true, true, true, true, 'Exception']);
  });

  it('takes the time from the settable clock, in the zone of the manifest', async () => {
    const workbook = await openSmall({
      now: '2026-11-23T07:00',
      timeZone: 'Europe/Paris',
      scriptZone: 'America/New_York',
    });
    const now = await bare(
      workbook,
      'const d = new Date(); return [d.toISOString(), Date.now() === +d, Date().slice(0, 24), d.getHours(), new Date(2026, 0, 5).toISOString(), d.constructor === Date];',
    );
    expect(now).toEqual([
      '2026-11-23T06:00:00.000Z',
      true,
      'Mon Nov 23 2026 01:00:00',
      1,
      '2026-01-05T05:00:00.000Z',
      true,
    ]);
  });

  it('keeps what it writes to the console', async () => {
    const workbook = await openSmall();
    await bare(workbook, "console.log('a', { b: 1 }); console.error('c');");
    expect(workbook.log.map(({ level, text }) => [level, text])).toEqual([
      ['log', 'a {"b":1}'],
      ['error', 'c'],
    ]);
  });
});
