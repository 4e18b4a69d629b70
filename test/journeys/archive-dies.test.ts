/** What a person does between the death of a run and the next one; where runs die is swept in workflows-sweep.test.ts. */
import { expect, it } from 'vitest';
import { august, closedFirm, july, open, rowsIn } from './archived-firm';

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
