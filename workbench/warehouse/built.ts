/** What the build makes for a warehouse, and the bare context in which it must run. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

export interface Warehouse {
  /** Of functions, as one script. */
  readonly library: string;
  /** For BigQuery. */
  readonly sql: string;
}

const folder = fileURLToPath(new URL('../../build/warehouse', import.meta.url));

export function readBuiltWarehouse(): Warehouse {
  const read = (ending: string) => {
    const name = readdirSync(folder).find(
      each => /^block-ledger-[\d.]+\.(js|sql)$/.test(each) && each.endsWith(ending),
    );
    if (!name) throw new Error('Run npm run build first.');
    return readFileSync(join(folder, name), 'utf8');
  };
  return { library: read('.js'), sql: read('.sql') };
}

/** Nothing but ECMAScript, and of that not what a database may leave out. */
export function bareContext(library: string): object {
  const context = createContext(Object.create(null));
  runInContext('delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.console', context);
  runInContext(library, context);
  return context;
}
