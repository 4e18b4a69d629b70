import { expect, it } from 'vitest';
import type { Execution } from '../../workbench/services/execution';
import { openEmpty, openFirm } from './firm';
import { lowClients, recipients } from './low-firm';

const dataCalls = (run: Execution) => run.calls.filter(({ kind }) => kind === 'data').length;
const reads = (run: Execution) => run.calls.filter(({ method }) => method === 'getValues').length;

async function manyClients(count: number) {
  const book = await openFirm({ rows: 1000 });
  const tab = (name: string) => {
    const found = book.engine.tabs().find(each => each.name === name);
    if (!found) throw new Error(`No tab ${name}`);
    return found;
  };
  const names = Array.from({ length: count }, (_, index) => `Client ${index + 1}`);
  const column = (name: string, at: number, values: readonly (string | number)[]) =>
    tab(name).write(
      { row: 2, column: at, rows: values.length, columns: 1 },
      values.map(value => [{ value }]),
    );
  column('Clients', 1, names);
  column(
    'Blocks',
    2,
    names.map(() => 46_329),
  );
  column('Blocks', 3, names);
  column(
    'Blocks',
    4,
    names.map((_, index) => index + 1),
  );
  await book.engine.settle();
  return { book, tab };
}

it('two hundred functions on a settled book read no tab, and a range of two hundred names is one call', async () => {
  const { book, tab } = await manyClients(200);
  // Kinder than Google, which takes about 30 at once: here it is counted what each of them costs.
  book.world.executionsAtOnce = Number.POSITIVE_INFINITY;
  book.engine.insertTab('Mine');
  const before = book.executions.length;
  const formulas = Array.from({ length: 200 }, (_, index) => [
    { formula: `=BLOCKBALANCE(Clients!A${index + 2}, Ledger)` },
  ]);
  tab('Mine').write({ row: 1, column: 1, rows: 200, columns: 1 }, formulas);
  tab('Mine').write({ row: 1, column: 2, rows: 1, columns: 1 }, [
    [{ formula: '=BLOCKBALANCE(Clients!A2:A201; Ledger)' }],
  ]);
  await book.engine.settle();
  const runs = book.executions.slice(before).filter(({ options }) => options.name === 'BLOCKBALANCE');
  expect(runs).toHaveLength(201);
  for (const run of runs) expect([reads(run), dataCalls(run)]).toEqual([0, 1]);
  const values = tab('Mine').values({ row: 1, column: 1, rows: 200, columns: 2 });
  expect(values).toEqual(Array.from({ length: 200 }, (_, index) => [index + 1, index + 1]));
});

it('a run with nothing due over many clients makes at most twenty calls that carry data', async () => {
  const { book } = await manyClients(200);
  await book.call('refresh');
  await book.call('runDaily');
  const run = book.executions.filter(({ options }) => options.name === 'runDaily').at(-1);
  expect(run && dataCalls(run)).toBeLessThanOrEqual(20);
});

it('after its first day a run with nothing due makes at most twelve calls that carry data', async () => {
  const { book } = await manyClients(20);
  await book.call('refresh');
  await book.call('runDaily');
  await book.call('runDaily');
  const run = book.executions.filter(({ options }) => options.name === 'runDaily').at(-1);
  expect(run && dataCalls(run)).toBeLessThanOrEqual(12);
});

it('a run makes at most twenty calls that carry data and three a mail', async () => {
  const book = await lowClients(50);
  await book.call('runDaily');
  const run = book.executions.filter(({ options }) => options.name === 'runDaily').at(-1);
  expect(recipients(book)).toHaveLength(50);
  expect(run && dataCalls(run)).toBeLessThanOrEqual(20 + 3 * 50);
});

it('a month is closed in at most twenty calls that carry data', async () => {
  const { book } = await manyClients(20);
  await book.call('refresh');
  for (const name of ['monthEnd', 'closeMonth']) {
    await book.call(name, '2026-10');
    const run = book.executions.filter(({ options }) => options.name === name).at(-1);
    expect([name, run?.error]).toEqual([name, null]);
    expect(run && dataCalls(run)).toBeLessThanOrEqual(20);
  }
});

it('opening a workbook that has not turned the add-on on touches nothing but the menu', async () => {
  const book = await openEmpty();
  const before = book.executions.length;
  await book.open('NONE');
  const [run] = book.executions.slice(before);
  expect(book.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(
    run?.calls.every(
      ({ service }) =>
        service.startsWith('SpreadsheetApp') || service.includes('Menu') || service.includes('Ui'),
    ),
  ).toBe(true);
  expect(run && dataCalls(run)).toBe(0);
});
