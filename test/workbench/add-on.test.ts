import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import { build } from '../../build.mjs';
import { createEngine } from '../../workbench/engine/engine';
import { readBundle } from '../../workbench/node/read-bundle';
import { openWorkbook } from '../../workbench/runtime';
import type { AuthMode } from '../../workbench/services/execution';
import { dist } from '../journeys/firm';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}/build/addon`;

describe('the script of an add-on', () => {
  beforeAll(() => build(root, 'addon'), 120_000);

  const open = (openMode: AuthMode) =>
    openWorkbook({
      engine: createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' }),
      bundle: readBundle(folder),
      now: '2026-11-23T07:00',
      openMode,
    });

  it('brings its menu under Extensions, also before it was turned on in a file', async () => {
    const book = await open('NONE');
    const [menu] = book.world.menu;
    expect(menu?.items?.length).toBeGreaterThan(5);
    expect(book.executions.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(readFileSync(`${folder}/Code.js`, 'utf8')).toContain('createAddonMenu');
  });

  it('works in a file in which it is turned on', async () => {
    const book = await open('LIMITED');
    await book.call('setUpWorkbook');
    await book.edit('Clients!A2', 'Acme');
    await book.edit('Blocks!B2:F2', [['2026-11-02', 'Acme', '20', '100', '10']]);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(20);
  });

  it('never sends people to a script that they cannot open', () => {
    expect(readFileSync(`${folder}/Code.js`, 'utf8')).not.toMatch(/Extensions.{0,9}Apps Script/);
    expect(readFileSync(`${dist}/Code.js`, 'utf8')).toMatch(/Extensions > Apps Script/);
    const help = (of: string) => readFileSync(`${of}/help.html`, 'utf8');
    expect(help(folder)).not.toContain('edit its script');
    expect(help(dist)).toContain('edit its script');
  });
});
