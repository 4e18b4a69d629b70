/** `npm run warehouse`: workbooks as tables for BigQuery, and what they come to; see `--help`. */

import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

const args = process.argv.slice(2);
const built = new URL('../build/warehouse/plain.mjs', import.meta.url);
// Exported files need no spreadsheet and no TypeScript, which take longer to load than the figures do to work out.
const isPlain = args.includes('none') && !args.some(each => each.endsWith('.xlsx')) && existsSync(built);
if (isPlain) {
  // A run is over before faster code would pay: a third of its time went into making that code.
  for (const flag of ['--sparkplug', '--interrupt-budget=2000000']) setFlagsFromString(flag);
  const { runPlain } = await import(built.href);
  process.exitCode = runPlain(args);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  const { runWarehouse } = await import('./warehouse/command.ts');
  process.exitCode = await runWarehouse(args);
}
