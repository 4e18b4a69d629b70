/** What was told, in properties and in the hidden tab: bounded, and known wherever the cells go. */
import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDate } from '../../src/ledger/units/calendar-date';
import { type LastDialog, lastDialogIn, memoryOf } from '../../src/workbook/last-dialog';
import { hasLeft, readMemory, remember, wasTold } from '../../src/workbook/memory';
import type { Book } from '../../src/workbook/open-book';
import { highestTold, readToldTab } from '../../src/workbook/told';
import { findOriginal, forgetOld, keepTold, takeOver } from '../../src/workbook/told-tab';
import type { CellValue } from '../../src/workbook/workbook';
import { memoryWorkbook } from './memory-workbook';
import { type StrictStore, strictStore } from './property-store';

interface Desk extends Book {
  readonly store: StrictStore;
  /** Of the hidden tab, the headers first. */
  readonly cells: CellValue[][];
  today: number;
}

const start = parseIsoDate('2026-01-05') ?? expect.fail();

/** A workbook of which only the hidden tab matters, and whose rows cost nothing to read. */
function deskOf(id = 'original', cells: CellValue[][] = []): Desk {
  const bare = memoryWorkbook();
  const tab = bare.addPage('Told notices');
  const quick = {
    ...tab,
    cells: () => cells,
    top: () => cells.slice(0, 1),
    lastRow: () => cells.length,
    rowCount: () => 1_000_000,
    rows: (row: number, count: number) => cells.slice(row - 1, row - 1 + count),
    grow: () => {},
    write: ({ row, column, values }: Parameters<typeof tab.write>[0], look = () => true) => {
      if (!look()) return false;
      for (const [at, line] of values.entries())
        for (const [index, value] of line.entries()) {
          const there = cells[row + at - 1] ?? ['', '', '', '', ''];
          there[column + index - 1] = value;
          cells[row + at - 1] = there;
        }
      return true;
    },
  };
  const isThere = () => (cells.length > 0 ? quick : undefined);
  const workbook = { ...bare, id: () => id, title: () => `Hours (${id})`, tab: isThere, addTab: () => quick };
  const store = strictStore();
  const desk: Desk = {
    ...{ workbook, store, cells, today: 0 },
    toCell: value => value as CellValue,
    now: () => ({ date: addDays(start, desk.today), second: 0 }) as ReturnType<Book['now']>,
  };
  return desk;
}

const numbered = (count: number) => `B-${String(count).padStart(4, '0')}`;
const low = (block: string, isCertain = true) => ({ block, level: 'low' as const, hasLeft: isCertain });
type Live = (block: string) => boolean;
const allLive: Live = () => true;
const noneLive: Live = () => false;

function memoryIn(desk: Desk) {
  return readMemory(desk.store, readToldTab(desk).told);
}

/** A run that tells of levels, and keeps them in both places. */
function tell(
  desk: Desk,
  told: readonly ReturnType<typeof low>[],
  isLive = allLive,
  record = readToldTab(desk),
): void {
  const memory = remember(desk.store, readMemory(desk.store, record.told), { told });
  keepTold(desk, memory, record, isLive);
}

const knows = (desk: Desk, block: string) => {
  const memory = memoryIn(desk);
  return [wasTold(memory, block, 'low'), hasLeft(memory, block, 'low')];
};

const dialog = (length: number, day = '2026-01-05'): LastDialog => ({
  title: 'Import',
  what: 'x'.repeat(length),
  parts: [],
  day,
});

describe('ten years of a thousand clients', () => {
  it('fit into the properties, and what was told is known to the end', () => {
    const [clients, halves] = [1_000, 20];
    const desk = deskOf();
    const newest = new Map<number, string>();
    let [blocks, most] = [0, 0];
    for (let half = 0; half < halves; half++) {
      desk.today = 182 * half;
      const told: ReturnType<typeof low>[] = [];
      // Each buys twice a year, and is told of each block.
      for (let client = 0; client < clients; client++) {
        newest.set(client, numbered(++blocks));
        told.push(low(numbered(blocks), blocks % 10 > 0));
      }
      const live = new Set(newest.values());
      const record = readToldTab(desk);
      tell(desk, told, each => live.has(each), record);
      desk.store.write(memoryOf(dialog(half % 3 === 0 ? 150_000 : 100)));
      most = Math.max(most, desk.store.size());
      for (let day = 0; day < 30; day++) forgetOld(desk, record, each => live.has(each));
    }
    expect(blocks).toBe(20_000);
    expect(most).toBeLessThan(300 * 1024);
    expect([knows(desk, 'B-0001'), knows(desk, 'B-0010')]).toEqual([
      [true, true],
      [true, false],
    ]);
    expect([knows(desk, numbered(blocks)), knows(desk, numbered(blocks + 1))]).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(desk.cells).toHaveLength(blocks + 2);
  });
});

describe('what was told', () => {
  it('is not forgotten before the hidden tab knows it', () => {
    const desk = deskOf();
    remember(desk.store, readMemory(desk.store), { told: [low('B-0001')] });
    forgetOld(desk, readToldTab(desk), noneLive);
    expect(desk.store.values['told B-0001']).toBe('L');
    tell(desk, []);
    forgetOld(desk, readToldTab(desk), noneLive);
    expect([desk.store.values['told B-0001'], ...knows(desk, 'B-0001')]).toEqual([undefined, true, true]);
  });

  it('is known where the properties are gone, and they learn it again of blocks that matter', () => {
    const desk = deskOf();
    tell(desk, [low('B-0001'), low('B-0002', false)]);
    const moved = deskOf('original', desk.cells);
    expect([knows(moved, 'B-0001'), knows(moved, 'b-0002')]).toEqual([
      [true, true],
      [true, false],
    ]);
    tell(moved, [], each => each === 'B-0002');
    const told = Object.entries(moved.store.values).filter(([name]) => name.startsWith('told'));
    expect(told).toEqual([['told B-0002', 'l']]);
    expect(highestTold(readToldTab(moved))).toBe(2);
  });

  it('is written again where an older version of the workbook was restored', () => {
    const desk = deskOf();
    tell(desk, [low('B-0001')]);
    const older = structuredClone(desk.cells);
    tell(desk, [low('B-0002')]);
    desk.cells.splice(0, Infinity, ...older);
    expect(knows(desk, 'B-0002')).toEqual([true, true]);
    tell(desk, []);
    expect(readToldTab(desk).told.get('told B-0002')).toBe('L');
  });

  it('is written once: a run with no news writes nothing', () => {
    const desk = deskOf();
    tell(desk, [low('B-0001')]);
    const [cells, values] = [structuredClone(desk.cells), { ...desk.store.values }];
    tell(desk, [low('B-0001')]);
    expect([desk.cells, desk.store.values]).toEqual([cells, values]);
  });

  it('is left alone where a person has typed into the tab', () => {
    const headers = ['Block', 'Level', 'Mail', 'Workbook', 'Called'];
    const typed = [
      ['B-0001', 'every level', 'left', '', ''],
      ['', 'low', 'left', '', ''],
      [17, true, '', '', ''],
      ['B-0002', 'low', 'left', '', ''],
    ];
    const record = readToldTab(deskOf('original', [headers, ...typed]));
    expect([[...record.told], record.owner]).toEqual([[['told B-0002', 'L']], undefined]);
  });
});

describe('a copy', () => {
  it('says whose copy it is until a person takes over, and then is its own', () => {
    const desk = deskOf();
    expect(findOriginal(desk, memoryIn(desk))).toBeUndefined();
    tell(desk, [low('B-0001')]);
    expect(findOriginal(desk, memoryIn(desk))).toBeUndefined();
    const copy = deskOf('copy', structuredClone(desk.cells));
    expect(findOriginal(copy, memoryIn(copy))).toEqual({ id: 'original', name: 'Hours (original)' });
    takeOver(copy);
    expect(findOriginal(copy, memoryIn(copy))).toBeUndefined();
    expect(findOriginal(deskOf('copy of copy', copy.cells), memoryIn(deskOf()))).toMatchObject({
      id: 'copy',
    });
    expect(knows(copy, 'B-0001')).toEqual([true, true]);
  });

  it('stays its own where a version before that answer is restored', () => {
    const desk = deskOf();
    tell(desk, []);
    const copy = deskOf('copy', structuredClone(desk.cells));
    takeOver(copy);
    copy.cells.splice(0, Infinity, ...desk.cells);
    expect(findOriginal(copy, memoryIn(copy))).toBeUndefined();
  });
});

describe('the last dialog', () => {
  it('leaves no piece behind when a shorter one comes, and nothing after a week', () => {
    const desk = deskOf();
    const pieces = () => Object.keys(desk.store.values).filter(name => name.startsWith('lastDialog'));
    desk.store.write(memoryOf(dialog(30_000)));
    desk.store.write(memoryOf(dialog(10)));
    expect(pieces().length).toBeGreaterThan(3);
    forgetOld(desk, readToldTab(desk), noneLive);
    expect([pieces().sort(), lastDialogIn(desk.store.values)?.what]).toEqual([
      ['lastDialog', 'lastDialog 0'],
      'x'.repeat(10),
    ]);
    desk.today = 7;
    forgetOld(desk, readToldTab(desk), noneLive);
    expect(pieces()).toHaveLength(2);
    desk.today = 8;
    forgetOld(desk, readToldTab(desk), noneLive);
    expect(pieces()).toEqual([]);
  });
});

describe('what is longer than a property', () => {
  it('goes into several, is read back whole, and leaves no piece behind', () => {
    const desk = deskOf();
    const keys = (count: number) =>
      Array.from({ length: count }, (_, at) => `Ünsäglich ${at} ${'x'.repeat(50)}`);
    for (const count of [400, 200, 3]) {
      remember(desk.store, readMemory(desk.store), { sending: keys(count) });
      expect(readMemory(desk.store).sending).toEqual(keys(count));
    }
    forgetOld(desk, readToldTab(desk), noneLive);
    expect(Object.keys(desk.store.values)).toEqual(['sending']);
  });

  it('is set aside where a piece is gone', () => {
    const { store } = deskOf();
    remember(store, readMemory(store), { sending: ['x'.repeat(20_000)] });
    store.forget(['sending 1']);
    expect([...readMemory(store).unreadable.keys()]).toEqual(['sending']);
  });
});
