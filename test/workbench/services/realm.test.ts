/** The bare context that a script runs in. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createRealm } from '../../../workbench/node/realm';
import { isService } from '../../../workbench/services/expose';
import { dist } from '../../journeys/firm';
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

  it('finds nothing that the run before has left, nor a word of the language that it has overwritten', async () => {
    const code = 'let count = 0; function counted() { count += 1; return count; }';
    const workbook = await openSmall({ code });
    await bare(workbook, 'globalThis.kept = 1; globalThis.Array = 2; globalThis.Date = 3;');
    expect(await bare(workbook, 'return [typeof kept, typeof Array, typeof Date];')).toEqual([
      'undefined',
      'function',
      'function',
    ]);
    expect([await workbook.call('counted'), await workbook.call('counted')]).toEqual([1, 1]);
  });

  it('shares nothing with a run that goes on beside it', () => {
    const begin = () => createRealm(Date.now, () => 0, isService);
    const [outer, within] = [begin(), begin()];
    Object.assign(outer.global, { kept: 1 });
    expect(within.global).not.toHaveProperty('kept');
    within.end();
    expect(begin().global).not.toHaveProperty('kept');
    expect(outer.global).toHaveProperty('kept', 1);
  });

  it('of the add-on leaves the language as it was, for what it did to that would stay', () => {
    const look = `(() => JSON.stringify(Object.getOwnPropertyNames(globalThis).sort().map(name => {
      const { prototype } = Object(globalThis[name]);
      return [name, [globalThis[name], prototype].map(each => Object.getOwnPropertyNames(Object(each)))];
    })))()`;
    const [before, after] = [vm.createContext({}), vm.createContext({})];
    new vm.Script(`(() => { ${readFileSync(join(dist, 'Code.js'), 'utf8')} })()`).runInContext(after);
    expect(vm.runInContext(look, after)).toBe(vm.runInContext(look, before));
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
