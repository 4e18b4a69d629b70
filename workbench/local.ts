/** `npm run local`: the built add-on on a workbook, headless; see `--help`. */

import { fileURLToPath } from 'node:url';
import { runLocal } from './local-run';

const folder = process.env.BLOCK_LEDGER_BUNDLE ?? fileURLToPath(new URL('../dist', import.meta.url));

process.exitCode = await runLocal(process.argv.slice(2), {
  folder,
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
});
