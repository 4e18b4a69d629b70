/** Reads the built add-on from its folder. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Bundle, type BundleFiles, createBundle } from '../services/bundle';

export function readBundle(folder: string): Bundle {
  return createBundle(readBundleFiles(folder));
}

export function readBundleFiles(folder: string): BundleFiles {
  const pages: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (path.endsWith('.html'))
      pages[relative(folder, path).slice(0, -'.html'.length)] = readFileSync(path, 'utf8');
  }
  // A kit has its pages inside the script.
  const [name = 'Code.js'] = ['Block Ledger.gs'].filter(each => existsSync(join(folder, each)));
  // A script of its own, beside every build of the add-on; the one for a shop is itself in the folder of builds.
  const webApp = ['../build/client-page/Code.js', '../client-page/Code.js']
    .map(path => join(folder, path))
    .find(existsSync);
  return {
    ...(webApp !== undefined && { webApp: readFileSync(webApp, 'utf8') }),
    code: readFileSync(join(folder, name), 'utf8'),
    manifest: JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8')),
    pages,
  };
}
