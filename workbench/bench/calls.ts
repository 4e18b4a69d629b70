/** Service calls of the runs: each costs Google's time, whatever the script does. */
import { fileURLToPath } from 'node:url';
import type { CardAnswer } from '../../src/ledger/card/card-answer';
import { readBundle } from '../node/read-bundle';
import { openXlsx } from '../node/xlsx-files';
import { openWorkbook, type Workbook } from '../runtime';
import { runFunction } from '../services/run';
import { calls, dist, firm, last, put } from './firm';
import { best, costOfRun } from './processor';

const sample = fileURLToPath(new URL('../samples/sample.xlsx', import.meta.url));

/** Agreements, care tasks and small things of many clients, so that every part of a run has work. */
async function useEverything(book: Workbook): Promise<void> {
  const names = Array.from({ length: 300 }, (_, index) => `Client ${index + 1}`);
  put(book, 'Care plan', {
    Client: names,
    Task: names.map(() => 'Backup restore checked'),
    'Every (days)': names.map(() => 30),
    'Last done': names.map((_, index) => 46_250 + (index % 60)),
  });
  put(book, 'Small things', {
    'Found on': names.map(() => 46_300),
    Client: names,
    What: names.map(() => 'A disk is nearly full'),
    Priority: names.map(() => 'high'),
    State: names.map(() => 'open'),
  });
  put(book, 'Agreements', {
    Client: names,
    Block: names.map((_, index) => `B-${String(index + 1).padStart(4, '0')}`),
    Made: names.map(() => 46_010),
    Signed: names.map(() => 46_012),
  });
  await book.engine.settle();
}

export async function measureCalls(): Promise<void> {
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
    await useEverything(many);
    const cost = await costOfRun(() => many.call('runDaily'));
    const seconds = (cost / 1000).toFixed(1);
    const mails = many.outbox.length;
    const run = last(many, 'runDaily');
    console.log(
      `  daily run, 1000 clients, 100000 entries, agreements, care and small things, ${mails} mails: ${calls(run)} (at most ${20 + 3 * mails}); ` +
        `${((run?.elapsed ?? 0) / 1000).toFixed(1)} s at 100 ms a call; ${seconds} s of CPU here`,
    );
    await many.call('runHourly');
    console.log(
      `  an hour's run after it, which looks after the workbook: ${calls(last(many, 'runHourly'))}`,
    );
  }
}

/** Every client has a line or more in every month, so this is the most that one run writes. */
export async function measureMonthEnd(): Promise<void> {
  const book = await firm(1_000, 10, 0);
  for (const name of ['monthEnd', 'closeMonth']) {
    const seconds = ((await costOfRun(() => book.call(name, '2026-10'))) / 1000).toFixed(1);
    const lines = book.print('Journal').length - 1;
    console.log(
      `  ${name}, 10000 entries, ${lines} lines: ${calls(last(book, name))}; ${seconds} s of CPU here`,
    );
  }
}

export async function measureBundle(): Promise<void> {
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
    `Bundle: a fresh context loads it and answers a cached BLOCKBALANCE in ${answer.toFixed(1)} ms of CPU (at most 10)`,
  );
}

/** As the page of the card asks while somebody works in the sample workbook. */
export async function measureCard(): Promise<void> {
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
