/** Measures what must be fast: settling, the bundle in a bare context, and service calls; prints, asserts nothing. */
import { fileURLToPath } from 'node:url';
import { journalsUntil, postLedger } from '../src/ledger/books/journals';
import { createMonthSums } from '../src/ledger/books/month-sums';
import type { CardAnswer } from '../src/ledger/card/card-answer';
import type { Block } from '../src/ledger/model/block';
import type { Client } from '../src/ledger/model/client';
import type { Ledger } from '../src/ledger/model/ledger';
import { ordinaryWork, type TimeEntry } from '../src/ledger/model/time-entry';
import { readLedger } from '../src/ledger/reading/read-ledger';
import { figuresOf } from '../src/ledger/reports/figures';
import { settleLedger } from '../src/ledger/rules/settle';
import type { CalendarDate } from '../src/ledger/units/calendar-date';
import type { MinorUnits } from '../src/ledger/units/money';
import { lastDay, type Month } from '../src/ledger/units/month';
import type { Seconds } from '../src/ledger/units/seconds';
import { createEngine } from './engine/engine';
import { readBundle } from './node/read-bundle';
import { openXlsx } from './node/xlsx-files';
import { openWorkbook, type Workbook } from './runtime';
import type { Execution } from './services/execution';
import { runFunction } from './services/run';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const sample = fileURLToPath(new URL('samples/sample.xlsx', import.meta.url));
const today = 20_780 as CalendarDate; // 2026-11-23

/** The best of a few runs: what the work costs, not what else the machine did. */
function best(times: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function firmOf(entryCount: number, blockCount: number, clientCount: number): Ledger {
  const empty = readLedger({ tabs: new Map(), clockToday: today });
  const { terms } = empty.settings;
  const key = (index: number) => `client ${index % clientCount}`;
  const clients = new Map<string, Client>();
  for (let index = 0; index < clientCount; index++) {
    clients.set(key(index), {
      key: key(index),
      name: key(index),
      row: index + 2,
      active: true,
      contact: '',
      email: '',
      copyTo: '',
      language: 'en',
      terms,
    });
  }
  const blocks = Array.from(
    { length: blockCount },
    (_, index): Block => ({
      number: `B-${index}`,
      order: index,
      row: index + 2,
      clientKey: key(index),
      kind: 'Purchase',
      date: (today - 720 + Math.floor((index * 700) / blockCount)) as CalendarDate,
      hours: 72_000 as Seconds,
      normalRate: terms.normalRate,
      tax: 0 as MinorUnits,
      price: 180_000 as MinorUnits,
      currency: terms.currency,
      starts: undefined,
      expires: index % 3 ? undefined : ((today + 60) as CalendarDate),
      paidOn: undefined,
      reference: '',
    }),
  );
  const entries = Array.from(
    { length: entryCount },
    (_, index): TimeEntry => ({
      row: index + 2,
      clientKey: key(index * 7),
      date: (today - 720 + Math.floor((index * 720) / entryCount)) as CalendarDate,
      start: -1,
      worked: (900 * (1 + (index % 6))) as Seconds,
      typedCharge: undefined,
      workType: ordinaryWork,
      what: 'Work',
    }),
  );
  return { ...empty, clients, blocks, entries, fatal: [], issues: [] };
}

function measureSettling(): void {
  console.log('Settling, in plain Node (best of 5)');
  let smaller = 0;
  let smallerFloor = 0;
  for (const [entries, blocks, clients] of [
    [100_000, 5_000, 1_000],
    [1_000_000, 50_000, 10_000],
  ] as const) {
    const ledger = firmOf(entries, blocks, clients);
    let sum = 0;
    const floor = best(5, () => {
      for (const { worked } of ledger.entries) sum += worked;
    });
    const settle = best(5, () => void settleLedger(ledger, today));
    const figures = best(3, () => {
      for (const each of settleLedger(ledger, today).values()) figuresOf(each, ledger);
    });
    const memory = Math.round(process.memoryUsage().heapUsed / 1_048_576);
    const ratio =
      smaller > 0
        ? ` · ${(settle / smaller).toFixed(1)} times the smaller one (at most 12; the bare sum takes ${(floor / smallerFloor).toFixed(1)} times)`
        : ' (at most 100)';
    console.log(
      `  ${entries} entries, ${blocks} blocks, ${clients} clients: ${settle.toFixed(0)} ms${ratio}`,
    );
    console.log(
      `    with every figure ${figures.toFixed(0)} ms; a bare sum of the hours ${floor.toFixed(2)} ms; heap ${memory} MB${sum < 0 ? '!' : ''}`,
    );
    smaller = settle;
    smallerFloor = floor;
  }
}

/** Two years of journals from one replay: what *Month end* works out before it writes. */
function measureBooks(): void {
  const ledger = firmOf(100_000, 5_000, 1_000);
  let lines = 0;
  const time = best(5, () => {
    const sums = createMonthSums(ledger.settings);
    postLedger(ledger, lastDay('2026-11' as Month), sums.write);
    lines = [...journalsUntil('2026-11' as Month, sums.lines(), new Map()).values()].flat().length;
  });
  console.log(
    `Month end, in plain Node (best of 5)\n  100000 entries, 5000 blocks, 1000 clients: ${lines} lines in ${time.toFixed(0)} ms (at most 500)`,
  );
}

/** Clients of which the first `due` are low, written at once below the headers. */
async function firm(clients: number, entriesEach: number, due: number): Promise<Workbook> {
  const book = await openWorkbook({
    engine: createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' }),
    bundle: readBundle(dist),
    now: '2026-11-23T07:00',
    mailQuota: 1500,
  });
  await book.call('setUpWorkbook');
  const names = Array.from({ length: clients }, (_, index) => `Client ${index + 1}`);
  put(book, 'Clients', {
    Client: names,
    Active: names.map(() => true),
    Email: names.map((_, index) => `c${index}@client.example`),
  });
  put(book, 'Blocks', { Date: names.map(() => 46_000), Client: names, Hours: names.map(() => 20) });
  const entries = names.flatMap((name, index) =>
    Array.from({ length: entriesEach }, (_, each) => ({ name, each, low: index < due })),
  );
  put(book, 'Time', {
    Date: entries.map(({ each }) => 46_340 - each),
    Client: entries.map(({ name }) => name),
    Hours: entries.map(({ low }) => (low ? 17 : 10) / entriesEach),
  });
  await book.engine.settle();
  await book.call('refresh');
  return book;
}

function put(
  book: Workbook,
  name: string,
  columns: Readonly<Record<string, readonly (string | number | boolean)[]>>,
): void {
  const tab = book.engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  const headers = tab.values({ row: 1, column: 1, rows: 1, columns: tab.lastColumn() })[0] ?? [];
  for (const [header, values] of Object.entries(columns)) {
    const missing = values.length + 1 - tab.maxRows();
    if (missing > 0) tab.insertRows(tab.maxRows(), missing);
    const area = { row: 2, column: headers.indexOf(header) + 1, rows: values.length, columns: 1 };
    tab.write(
      area,
      values.map(value => [{ value }]),
    );
  }
}

function calls(run: Execution | undefined): string {
  const count = (kind: string) => run?.calls.filter(call => call.kind === kind).length ?? 0;
  return `${count('data')} calls that carry data, ${count('size')} that ask for a size, ${count('lock')} for the lock`;
}

const last = (book: Workbook, name: string) =>
  book.executions.filter(({ options }) => options.name === name).at(-1);

async function measureCalls(): Promise<void> {
  console.log('Service calls');
  const book = await firm(200, 3, 0);
  await book.formula('=BLOCKBALANCE("Client 7"; Ledger)');
  console.log(
    `  one BLOCKBALANCE, settled book: ${calls(last(book, 'BLOCKBALANCE'))} (at most 2, no tab read)`,
  );
  book.world.caches.clear();
  await book.formula('=BLOCKBALANCE("Client 8"; Ledger)');
  console.log(`  the same with an empty cache: ${calls(last(book, 'BLOCKBALANCE'))} (at most 8)`);
  for (const due of [0, 50]) {
    const many = await firm(1_000, 100, due);
    const start = performance.now();
    await many.call('runDaily');
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const mails = many.outbox.length;
    const run = last(many, 'runDaily');
    console.log(
      `  daily run, 1000 clients, 100000 entries, ${mails} mails: ${calls(run)} (at most ${20 + 3 * mails}); ` +
        `${((run?.elapsed ?? 0) / 1000).toFixed(1)} s at 100 ms a call; ${seconds} s here`,
    );
    await many.call('runHourly');
    console.log(
      `  an hour's run after it, which looks after the workbook: ${calls(last(many, 'runHourly'))}`,
    );
  }
}

/** One typed number in a workbook with functions in single cells, each of which Google starts by itself. */
async function measureExecutions(): Promise<void> {
  console.log('Executions an edit (Google takes about 30 at once of a user)');
  const names = ['BLOCKBALANCE', 'BLOCKVALUE', 'BLOCKRUNOUT'];
  for (const clients of [8, 60]) {
    const book = await firm(clients, 3, 0);
    const tab = book.engine.insertTab('Mine');
    const formulas = Array.from({ length: clients }, (_, index) =>
      names.map(name => ({ formula: `=${name}(Clients!A${index + 2}; Ledger)` })),
    );
    tab.write({ row: 1, column: 1, rows: clients, columns: names.length }, formulas);
    await book.engine.settle();
    const before = book.executions.length;
    await book.edit('Time!D2', '4');
    const started = book.executions.slice(before).filter(({ options }) => options.mode === 'CUSTOM_FUNCTION');
    const refused = started.filter(({ error }) => error !== null).length;
    console.log(
      `  ${clients} clients x ${names.length} functions in single cells: ${started.length} executions, ${refused} refused`,
    );
  }
}

/** Every client has a line or more in every month, so this is the most that one run writes. */
async function measureMonthEnd(): Promise<void> {
  const book = await firm(1_000, 10, 0);
  for (const name of ['monthEnd', 'closeMonth']) {
    const start = performance.now();
    await book.call(name, '2026-10');
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const lines = book.print('Journal').length - 1;
    console.log(`  ${name}, 10000 entries, ${lines} lines: ${calls(last(book, name))}; ${seconds} s here`);
  }
}

async function measureBundle(): Promise<void> {
  const book = await firm(3, 3, 0);
  await book.formula('=BLOCKBALANCE("Client 1"; Ledger)');
  const stamp = String(book.print('Balances')[0]?.[0]);
  const answer = best(
    20,
    () =>
      void runFunction(book.world, {
        function: 'BLOCKBALANCE',
        mode: 'CUSTOM_FUNCTION',
        hasUi: false,
        args: () => ['Client 1', '', stamp],
      }),
  );
  console.log(
    `Bundle: a fresh context loads it and answers a cached BLOCKBALANCE in ${answer.toFixed(1)} ms (at most 10)`,
  );
}

/** As the page of the card asks while somebody works in the sample workbook. */
async function measureCard(): Promise<void> {
  const book = await openWorkbook({
    engine: await openXlsx(sample),
    bundle: readBundle(dist),
    now: '2026-11-23T07:00',
  });
  const look = async (what: string, seen: object) => {
    const answer = (await book.callFromDialog('lookAtClient', seen)) as CardAnswer;
    const run = last(book, 'lookAtClient');
    console.log(`  ${what}: ${calls(run)}; ${run?.took.toFixed(0)} ms`);
    return answer;
  };
  console.log('Client card, sample workbook (opens in under 1000 ms)');
  const clients = book.engine.tabs().find(({ name }) => name === 'Clients');
  const select = (row: number) => {
    book.world.active = { tab: clients?.id ?? 0, row, column: 1 };
  };
  select(2);
  const first = await look('opens', {});
  const seen = { ...first, chosen: '' };
  await look('nothing has changed', seen);
  select(3);
  await look('another client', seen);
  await book.edit('Time!A1613', [['2026-11-23', 'Acme', '', '1.5']]);
  select(2);
  await look('after an edit', seen);
}

measureSettling();
measureBooks();
await measureCard();
await measureBundle();
await measureExecutions();
await measureCalls();
await measureMonthEnd();
