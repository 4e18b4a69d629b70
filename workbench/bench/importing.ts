/** How long a log takes to be read, and what bringing it in costs at Google. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../src/dialogs/read-table';
import { readLog } from '../../src/ledger/importing/read-log';
import { importHours } from '../local-import';
import { firm } from './firm';
import { best } from './processor';

const headers =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags';

function logOf(lines: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const rows = Array.from({ length: lines }, (_, at) => {
    const day = `2026-${two(1 + (at % 10))}-${two(1 + (at % 28))}`;
    const [hour, minute] = [two(8 + (at % 9)), two(at % 60)];
    return `Kim,k@firm.example,Client ${1 + (at % 50)},Web,,"Work, ${at}",Yes,${day},${hour}:${minute}:00,${day},${hour}:${minute}:59,0:00:59,`;
  });
  return [headers, ...rows].join('\n');
}

export async function measureImport(): Promise<void> {
  console.log('Import hours');
  const text = logOf(20_000);
  const read = best(3, () => void readLog(readTable(text).rows, { wallOf: instant => instant }));
  console.log(`  20000 lines parsed and mapped: ${(read / 1000).toFixed(2)} s (at most 2)`);
  const book = await firm(50, 3, 0);
  const path = join(mkdtempSync(join(tmpdir(), 'hours-')), 'log.csv');
  writeFileSync(path, logOf(2_000));
  const before = book.executions.length;
  const done = await importHours(book, path, { description: 'what was done', clients: { '*': 'new' } });
  const runs = book.executions.slice(before).filter(({ options }) => options.mode === 'FULL');
  const calls = runs.reduce((sum, run) => sum + run.count('data'), 0);
  const longest = Math.max(...runs.map(({ elapsed }) => elapsed)) / 1000;
  console.log(
    `  ${done.lines} lines brought in: ${Math.round((calls * 1000) / done.lines)} service calls a 1000 lines (at most 60), the longest call ${longest.toFixed(1)} s (at most 30)`,
  );
}
