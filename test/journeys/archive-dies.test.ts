import { expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { addFormulas, august, cellsOf, closedFirm, july, open, rowsIn } from './archived-firm';
import { strikeEach } from './strikes';

/** Whatever changes the sheet, or makes sure that it stands. */
const writes = ['setNumberFormats', 'setValues', 'flush', 'clearContent', 'deleteRows'];
/** Every call makes at least one of each kind. */
const leastOfEach = 1;
const everyEntry = [...july, ...august, ...open].sort();

/** Kills a call at each kind of write in turn; gives how many of them it makes. */
async function dieAtEach(
  book: Workbook,
  live: () => Promise<unknown>,
  check: (where: string) => Promise<void>,
  again: () => Promise<unknown>,
) {
  let calls = 0;
  for (const method of writes) {
    calls += await strikeEach(leastOfEach, async count => {
      book.faults.killAt(count, { method });
      await live().catch(() => undefined);
      const { struck } = book.faults;
      book.faults.clear();
      // Where it came through, the next kind of write needs something to do again.
      await (struck ? check(`${method} ${count}`) : again());
      return struck;
    });
  }
  return calls;
}

/** Each entry counts once at once, and stands once after the next refresh. */
async function staysTrue(book: Workbook, where: string, cells: unknown) {
  await book.engine.settle();
  expect([where, cellsOf(book)]).toEqual([where, cells]);
  await book.call('refresh');
  expect([where, cellsOf(book)]).toEqual([where, cells]);
  const all = [...rowsIn(book, 'Time'), ...rowsIn(book, 'Time archive')].sort();
  expect([where, all]).toEqual([where, everyEntry]);
}

it('a run that dies while it archives neither loses an entry nor counts it twice', async () => {
  const book = await closedFirm();
  await addFormulas(book);
  const cells = cellsOf(book);
  await book.call('archiveClosedMonths', '2026-07');
  const again = async () => {
    await book.call('reopenMonth', '2026-08', 'To try again');
    await book.call('closeMonth', '2026-08');
  };
  const calls = await dieAtEach(
    book,
    () => book.call('archiveClosedMonths', '2026-08'),
    async where => {
      await staysTrue(book, where, cells);
      if (rowsIn(book, 'Time archive').length >= 4) await again();
    },
    again,
  );
  await book.call('archiveClosedMonths', '2026-08');
  expect(calls).toBeGreaterThan(10);
  expect(rowsIn(book, 'Time archive')).toEqual([...july, ...august]);
}, 300_000);

it('a run that dies while it reopens a month neither loses an entry nor counts it twice', async () => {
  const book = await closedFirm();
  await addFormulas(book);
  const cells = cellsOf(book);
  await book.call('archiveClosedMonths', '2026-08');
  const again = async () => {
    await book.call('closeMonth', '2026-08');
    await book.call('archiveClosedMonths', '2026-08');
  };
  const calls = await dieAtEach(
    book,
    () => book.call('reopenMonth', '2026-08', 'A slip'),
    async where => {
      await staysTrue(book, where, cells);
      await again();
    },
    again,
  );
  await book.call('reopenMonth', '2026-08', 'A slip');
  expect(calls).toBeGreaterThan(10);
  expect(rowsIn(book, 'Time archive')).toEqual(july);
}, 300_000);

it('an edit between the death and the next run is counted once, and kept', async () => {
  const book = await closedFirm();
  await book.call('archiveClosedMonths', '2026-07');
  book.faults.killAt(1, { method: 'clearContent' });
  await book.call('archiveClosedMonths', '2026-08').catch(() => undefined);
  book.faults.clear();
  expect(rowsIn(book, 'Time archive')).toEqual([...july, ...august]);
  expect(rowsIn(book, 'Time')).toEqual([...august, ...open]);
  await book.edit('Time!H2', '10');
  const left = () => book.formula('=BLOCKBALANCE("Acme"; Ledger)');
  expect(await left()).toBeCloseTo(20 - 1.6667 - 10 - 3, 3);
  await book.call('refresh');
  expect(rowsIn(book, 'Time archive')).toEqual(july);
  expect(await left()).toBeCloseTo(20 - 1.6667 - 10 - 3, 3);
});
