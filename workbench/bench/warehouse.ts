/** What a warehouse of a million entries costs, in processes of their own: start-up, loading and figures together. */

import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../warehouse.mjs', import.meta.url));
const today = '2026-11-27';

/** Files of a book as an export writes them; the work of two years, in the order of its days. */
function writeFiles(folder: string, entries: number, clients: number, blocks: number): void {
  mkdirSync(folder, { recursive: true });
  const write = (table: string, count: number, row: (at: number) => object) => {
    const file = openSync(join(folder, `${table}.ndjson`), 'w');
    for (let first = 0; first < count; first += 10_000) {
      const rows = Array.from({ length: Math.min(10_000, count - first) }, (_, at) => {
        return `${JSON.stringify({ book: 'north', sheet_row: first + at + 2, ...row(first + at) })}\n`;
      });
      writeSync(file, rows.join(''));
    }
    closeSync(file);
  };
  const days = Array.from({ length: 720 }, (_, at) =>
    new Date(Date.UTC(2024, 11, 1 + at)).toISOString().slice(0, 10),
  );
  const nameOf = (at: number) => `Client ${at % clients}`;
  writeFileSync(join(folder, 'settings.ndjson'), '');
  write('work_types', 1, () => ({ work_type: 'Remote', multiplier: 1, billable: true }));
  write('clients', clients, at => ({ client: nameOf(at), active: true }));
  write('blocks', blocks, at => ({
    ...{ block: `B-${at + 1}`, date: days[(at * 7) % 720], client: nameOf(at) },
    ...{ hours: 20, normal_rate: 100, discount_h: 10, tax: 0, currency: 'USD' },
  }));
  write('time', entries, at => ({
    ...{ date: days[Math.floor((at * 720) / entries)], client: nameOf(at * 31), who: 'Kim' },
    ...{ hours: ((at % 16) + 1) / 4, work_type: 'Remote', what_was_done: `Looked after ticket ${at}` },
  }));
}

/** What the process says of itself when it ends: a parent hears of no child's own threads otherwise. */
const told =
  'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.resourceUsage())))';

/** Prints what it takes a process to read the files and print the balances of all clients. */
function measure(what: string, folder: string, engine: 'duckdb' | 'none', memory?: number): number {
  const limits = memory === undefined ? [] : [`--max-old-space-size=${memory}`];
  const args = [...limits, '--import', told, command, folder, '--engine', engine, '--balances', today];
  const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(stderr);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
  const cost = (userCPUTime + systemCPUTime) / 1e6;
  console.log(`  ${what}: ${cost.toFixed(1)} s of the processor, ${Math.round(maxRSS / 1024)} MB at most`);
  return cost;
}

/** With `isLarge` ten million entries too, of which the files alone are 1.7 GB. */
export function measureWarehouse(isLarge: boolean): void {
  console.log('Warehouse, whole processes');
  const scratch = mkdtempSync(join(tmpdir(), 'warehouse-'));
  const folderOf = (name: string, entries: number, clients: number, blocks: number) => {
    writeFiles(join(scratch, name), entries, clients, blocks);
    return join(scratch, name);
  };
  try {
    const plain = folderOf('plain', 100_000, 1000, 10_000);
    measure('100,000 entries and 10,000 blocks by plain Node (below 0.9)', plain, 'none');
    const one = folderOf('one', 1_000_000, 1, 1000);
    measure('one client of 1,000,000 entries in 256 MB by DuckDB', one, 'duckdb', 256);
    const many = folderOf('many', 1_000_000, 1000, 10_000);
    const million = measure('1,000,000 entries of 1,000 clients by DuckDB (at most 10)', many, 'duckdb');
    console.log(isLarge ? '  and ten times as many:' : '  10,000,000 entries: npm run bench -- --large');
    if (!isLarge) return;
    const large = folderOf('large', 10_000_000, 1000, 10_000);
    const ten = measure('10,000,000 entries of 1,000 clients by DuckDB', large, 'duckdb');
    console.log(`  that is ${(ten / million).toFixed(1)} times as much (at most 12)`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
