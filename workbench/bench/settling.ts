/** The rules in plain Node: what a ledger costs to settle, and a year of journals to write. */
import { journalsUntil, postLedger } from '../../src/ledger/books/journals';
import { createMonthSums } from '../../src/ledger/books/month-sums';
import type { Block } from '../../src/ledger/model/block';
import type { Client } from '../../src/ledger/model/client';
import type { Ledger } from '../../src/ledger/model/ledger';
import { ordinaryWork, type TimeEntry } from '../../src/ledger/model/time-entry';
import { readLedger } from '../../src/ledger/reading/read-ledger';
import { figuresOf } from '../../src/ledger/reports/figures';
import { settleLedger } from '../../src/ledger/rules/settle';
import type { CalendarDate } from '../../src/ledger/units/calendar-date';
import type { MinorUnits } from '../../src/ledger/units/money';
import { lastDay, type Month } from '../../src/ledger/units/month';
import type { Seconds } from '../../src/ledger/units/seconds';
import { best } from './processor';

const today = 20_780 as CalendarDate; // 2026-11-23

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

export function measureSettling(): void {
  console.log('Settling, in plain Node (ms of CPU, best of 5)');
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

/** A client of whom very many blocks are usable at once. */
export function measureManyBlocks(): void {
  const costs = [50_000, 100_000].map(blocks => {
    const ledger = firmOf(blocks, blocks, 1);
    return best(5, () => void settleLedger(ledger, today));
  });
  const [few = 1, many = 0] = costs;
  console.log(
    `  one client with 50000 blocks: ${few.toFixed(0)} ms; twice as many take ${(many / few).toFixed(1)} times as long (at most 3; 4 would be quadratic)`,
  );
}

/** Two years of journals from one replay: what *Month end* works out before it writes. */
export function measureBooks(): void {
  const ledger = firmOf(100_000, 5_000, 1_000);
  let lines = 0;
  const time = best(5, () => {
    const sums = createMonthSums(ledger.settings);
    postLedger(ledger, lastDay('2026-11' as Month), sums.write);
    lines = [...journalsUntil('2026-11' as Month, sums.lines(), new Map()).values()].flat().length;
  });
  console.log(
    `Month end, in plain Node (ms of CPU, best of 5)\n  100000 entries, 5000 blocks, 1000 clients: ${lines} lines in ${time.toFixed(0)} ms (at most 500)`,
  );
}
