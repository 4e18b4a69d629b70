import { describe, expect, it } from 'vitest';
import {
  forgotten,
  type LastDialog,
  memoryOf,
  newRows,
  readLastDialog,
} from '../../src/workbook/last-dialog';
import { strictStore } from './property-store';

const last = (rows: number, note = 'Grüße'): LastDialog => ({
  title: 'Import',
  what: `${rows} clients`,
  parts: [
    newRows(
      'Clients',
      Array.from({ length: rows }, (_, row) => ({ Client: `Client ${row}`, Note: note })),
    ),
  ],
});

describe('what the last dialog wrote', () => {
  it.each([1, 500])('is remembered in properties of at most 9 KB and read back (%i rows)', rows => {
    const store = strictStore();
    store.write(memoryOf(last(rows)));
    for (const value of Object.values(store.values)) expect(Buffer.byteLength(value)).toBeLessThan(9 * 1024);
    expect(readLastDialog(store)).toEqual(last(rows));
  });

  it('replaces what was remembered before, however long that was', () => {
    const store = strictStore();
    store.write(memoryOf(last(500)));
    store.write(memoryOf(last(1)));
    expect(readLastDialog(store)).toEqual(last(1));
    store.write(forgotten());
    expect(readLastDialog(store)).toBeUndefined();
  });

  it('too large to be remembered is not taken back, and neither is the one before it', () => {
    const store = strictStore();
    store.write(memoryOf(last(1)));
    store.write(memoryOf(last(500, 'x'.repeat(500))));
    expect(readLastDialog(store)).toBeUndefined();
  });

  it('keeps its rows and its attempt where what the page is told is too large', () => {
    const store = strictStore();
    const attempt = 'Change a rule 1';
    store.write(memoryOf({ ...last(1), attempt, answer: 'x'.repeat(300_000) }));
    expect(readLastDialog(store)).toEqual({ ...last(1), attempt });
  });

  it.each([
    ['17', ''],
    ['1e9', ''],
    ['-1', ''],
    ['many', ''],
    ['1', '{'],
    ['1', 'null'],
    ['1', '{"title":"Import","what":"","parts":7}'],
    ['1', '{"title":"Import","what":"","parts":[{"tab":"Nowhere","headers":[],"rows":[]}]}'],
    ['1', '{"title":"Import","what":"","parts":[{"tab":"Time","headers":[],"rows":[7]}]}'],
  ])('is nothing where the properties hold %j and %j', (lastDialog, piece) => {
    expect(readLastDialog(strictStore({ lastDialog, 'lastDialog 0': piece }))).toBeUndefined();
  });
});
