import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineCount } from './measures';

/** Lines of what runs in the browser: scripts, pages and their style. */
export function pagesOf(root: string): number {
  const folder = join(root, 'src/dialogs');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|html|css)$/.test(name))
    .reduce((sum, name) => sum + lineCount(readFileSync(join(folder, name), 'utf8')), 0);
}
