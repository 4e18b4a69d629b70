/** A test that opens a kept firm must not be able to tell it from one that was just set up. */
import type { ICellData } from '@univerjs/core';
import { expect, it } from 'vitest';
import type { UniverParts } from '../../workbench/engine/univer';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, type Place, setUpFirm } from './firm';

/** What belongs to this opening alone, or is compared on its own. */
const own = ['engine', 'bundle', 'clock', 'faults', 'ask', 'confirm', 'printPdf'];

/** Of each tab what Univer and the engine hold, as texts: a million cells are compared at once. */
function tabsOf({ engine }: Workbook) {
  const { book } = engine.parts;
  const styles = book.getStyles();
  return engine.tabs().map((tab, index) => {
    const sheet = book.getSheets()[index];
    const cells = [...cellsOf(sheet?.getCellMatrix().getMatrix() ?? {})];
    const { formats: _, looks: __, ...content } = tab.content();
    return {
      id: tab.id,
      hidden: sheet?.isSheetHidden(),
      content: JSON.stringify(content),
      looks: JSON.stringify([...tab.look.styles.entries()]),
      table: [...tab.formulaCells.table.entries()],
      messages: [...tab.formulaCells.messages.entries()],
      spills: tab.spills(),
      last: [tab.lastRow(), tab.lastColumn()],
      cells: JSON.stringify(cells.map(([row, column, cell]) => [row, column, plain(cell, styles)])),
    };
  });
}

function plain(cell: ICellData, styles: ReturnType<UniverParts['book']['getStyles']>) {
  const { v, t, f, si } = cell;
  return [v ?? null, t ?? null, f ?? null, si ?? null, styles.getStyleByCell(cell) ?? null];
}

function* cellsOf(matrix: object) {
  for (const [row, cells] of Object.entries(matrix))
    for (const [column, cell] of Object.entries(cells ?? {}))
      if (cell && Object.keys(cell).length > 0) yield [row, column, cell as ICellData] as const;
}

function worldOf({ world }: Workbook) {
  const fields = Object.entries(world).filter(([field]) => !own.includes(field));
  // A stamp that the add-on draws by lot.
  const caches = [...world.caches].map(([key, { value, until }]) => [
    key,
    until,
    value.replace(/0\.\d{10,}/, ''),
  ]);
  return { ...Object.fromEntries(fields), caches };
}

const runsOf = ({ executions }: Workbook) =>
  executions.map(({ options, calls, error, startedAt }) => ({ options, calls, error, startedAt }));

async function expectAlike(one: Workbook, other: Workbook): Promise<void> {
  expect(worldOf(one)).toEqual(worldOf(other));
  expect(one.world.clock.kept).toEqual(other.world.clock.kept);
  expect(one.engine.names()).toEqual(other.engine.names());
  expect([one.engine.timeZone, one.engine.locale]).toEqual([other.engine.timeZone, other.engine.locale]);
  expect(tabsOf(one)).toEqual(tabsOf(other));
}

const places: readonly Place[] = [
  { mailQuota: 7 },
  { timeZone: 'America/Los_Angeles', locale: 'de_DE', now: '2026-11-23T23:59' },
];

it.each(places)(
  'a kept firm is, and goes on as, one that was just set up (%o)',
  async place => {
    const [fresh, kept] = [await setUpFirm(place), await openFirm(place)];
    await expectAlike(kept, fresh);
    expect(runsOf(kept)).toEqual(runsOf(fresh));
    await work(fresh);
    await work(kept);
    expect(kept.outbox).toHaveLength(1);
    await expectAlike(kept, fresh);
    await expectAlike(await openFirm(place), await setUpFirm(place));
  },
  300_000,
);

/** A day in the life of a workbook, in which much of it changes. */
async function work(book: Workbook): Promise<void> {
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20' });
  await addRow(book, 'Time', { Date: '2026-11-03', Client: 'Acme', Hours: '17' });
  await book.call('turnOnDailyNotices');
  await book.advanceTo('2026-11-24T12:00');
  await book.call('monthEnd', '2026-10');
  await book.edit('Clients!X2', '=BLOCKBALANCE("Acme")');
  book.engine.tabs()[0]?.insertRows(3, 2);
  await book.engine.settle();
}
