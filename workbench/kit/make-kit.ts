/** `npm run kit`: the folder `kit/`, with which a person installs the add-on by a browser alone. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { howToGetOne } from '../node/browser';
import { findBrowser } from '../node/find-browser';
import { clientPageName, kitTexts, scriptName, setUpTemplate } from './one-file';
import { drawPictures } from './pictures';

const folder = fileURLToPath(new URL('../../kit', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { script, clientPage, manifest, page } = await kitTexts();
writeFileSync(join(folder, scriptName), script);
writeFileSync(join(folder, clientPageName), clientPage);
writeFileSync(join(folder, 'appsscript.json'), manifest);
writeFileSync(join(folder, 'Install.html'), page);
writeFileSync(join(folder, 'Block Ledger template.xlsx'), await setUpTemplate());
console.log(
  `kit: ${scriptName} (${Math.round(script.length / 1024)} KB), ${clientPageName}, appsscript.json, Install.html, a template`,
);
if (findBrowser()) {
  await drawPictures(join(folder, 'pictures'));
  console.log('kit/pictures: icons, banner, screenshots');
} else console.log(`No pictures. ${howToGetOne}`);
console.log('Open kit/Install.html in a browser: it says what to do.');
