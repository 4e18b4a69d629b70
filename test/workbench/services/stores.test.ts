/** Properties, caches and locks. */

import { describe, expect, it } from 'vitest';
import { keepWorld, restoreWorld } from '../../../workbench/services/world';
import { bare, openSmall } from './small-bundle';

describe('properties', () => {
  it('are texts that stay from run to run', async () => {
    const workbook = await openSmall();
    await bare(workbook, 'PropertiesService.getDocumentProperties().setProperties({ n: 7 });');
    const found = await bare(workbook, 'return PropertiesService.getDocumentProperties().getProperties();');
    expect(found).toEqual({ n: '7' });
    expect(workbook.world.properties.get('n')).toBe('7');
  });

  it('are kept apart by person where they are a user’s, and outlive the page', async () => {
    const workbook = await openSmall();
    const read = () => bare(workbook, 'return PropertiesService.getUserProperties().getProperties();');
    await bare(workbook, "PropertiesService.getUserProperties().setProperties({ n: 'mine' });");
    workbook.world.user = 'other@example.com';
    expect(await read()).toEqual({});
    workbook.world.user = 'office@example.com';
    expect(await read()).toEqual({ n: 'mine' });
    expect(await bare(workbook, 'return PropertiesService.getDocumentProperties().getProperties();')).toEqual(
      {},
    );
    const kept = keepWorld(workbook.world);
    const another = await openSmall();
    restoreWorld(another.world, JSON.parse(JSON.stringify(kept)));
    expect(another.world.userProperties).toEqual(workbook.world.userProperties);
  });

  it('hold 9 KB each and 500 KB together', async () => {
    const workbook = await openSmall();
    const put = (count: number, size: number) =>
      bare(
        workbook,
        `const all = {}; for (let i = 0; i < ${count}; i++) all['k' + i] = 'x'.repeat(${size}); PropertiesService.getDocumentProperties().setProperties(all);`,
      );
    await put(1, 9 * 1024);
    await expect(put(1, 9 * 1024 + 1)).rejects.toThrow('Argument too large: value');
    await put(55, 9 * 1024);
    await expect(put(60, 9 * 1024)).rejects.toThrow('You have exceeded the property storage quota.');
    expect(workbook.world.properties.size).toBe(55);
  });
});

describe('the cache', () => {
  it('forgets when the time is over', async () => {
    const workbook = await openSmall({ now: '2026-11-23T07:00' });
    const got = () =>
      bare(
        workbook,
        "return Object.keys(CacheService.getDocumentCache().getAll(['short', 'long', 'none']));",
      );
    await bare(
      workbook,
      "const cache = CacheService.getDocumentCache(); cache.putAll({ short: '1' }, 600); cache.putAll({ long: '2' }, 21600);",
    );
    await workbook.advanceTo('2026-11-23T07:09:59');
    expect(await got()).toEqual(['short', 'long']);
    await workbook.advanceTo('2026-11-23T07:10:00');
    expect(await got()).toEqual(['long']);
    await workbook.advanceTo('2026-11-23T13:01');
    expect(await got()).toEqual([]);
  });

  it('refuses long keys, large values and long times', async () => {
    const workbook = await openSmall();
    const put = (key: string, value: string, seconds = 600) =>
      bare(workbook, `CacheService.getDocumentCache().putAll({ [${key}]: ${value} }, ${seconds});`);
    await put("'k'.repeat(250)", "'v'.repeat(100 * 1024)");
    await expect(put("'k'.repeat(251)", "'v'")).rejects.toThrow('Argument too large: key');
    await expect(put("'k'", "'v'.repeat(100 * 1024 + 1)")).rejects.toThrow('Argument too large: value');
    await expect(put("'k'", "'v'", 21601)).rejects.toThrow('Argument out of range');
  });

  it('keeps the 900 longest-lived once there are more than 1,000', async () => {
    const workbook = await openSmall();
    await bare(
      workbook,
      "const cache = CacheService.getDocumentCache(); for (let i = 0; i <= 1000; i++) cache.putAll({ ['k' + i]: 'v' }, 600 + i);",
    );
    const kept = await bare(
      workbook,
      "return Object.keys(CacheService.getDocumentCache().getAll(['k100', 'k101', 'k1000']));",
    );
    expect(kept).toEqual(['k101', 'k1000']);
  });
});

describe('a lock', () => {
  it('is refused while another holds it, and the waiting takes its time', async () => {
    const workbook = await openSmall({ now: '2026-11-23T07:00' });
    workbook.world.locked = true;
    expect(await bare(workbook, 'return LockService.getDocumentLock().tryLock(20000);')).toBe(false);
    expect(workbook.now()).toBe('2026-11-23T07:00:20');
  });

  it('is let go when the run ends, however it ends', async () => {
    const workbook = await openSmall();
    await expect(
      bare(workbook, "LockService.getDocumentLock().tryLock(1); throw new Error('oh');"),
    ).rejects.toThrow('oh');
    expect(workbook.world.locked).toBe(false);
    expect(await bare(workbook, 'return LockService.getDocumentLock().tryLock(1);')).toBe(true);
  });
});
