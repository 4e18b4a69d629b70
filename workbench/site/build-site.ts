/** `npm run build:demo`: what there is to read, and the workbench to try, as a folder that any web server can host. */

import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../node/build-page';
import { sitePages } from './pages';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder = 'demo'] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
for (const { path, html } of sitePages()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), html);
}
cpSync(join(root, 'workbench/pictures'), join(folder, 'pictures'), { recursive: true });
copyFileSync(join(root, 'docs/probe.gs'), join(folder, 'docs/probe.gs'));
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
await buildPage(join(folder, 'try'));
console.log(`${folder}: put it on any web server, or open it with npx sirv-cli ${folder}`);
