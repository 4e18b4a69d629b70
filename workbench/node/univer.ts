/** Makes a headless Univer. Only its CommonJS build runs in Node. */
import { createRequire } from 'node:module';
import type * as Sheets from '@univerjs/preset-sheets-node-core';
import { partsOf, type Snapshot, type UniverParts } from '../engine/univer';

const require = createRequire(import.meta.url);
const core: typeof import('@univerjs/core') = require('@univerjs/core');

export const { numfmt } = core;

export function startUniver(snapshot: Snapshot): UniverParts {
  const facade: typeof import('@univerjs/core/facade') = require('@univerjs/core/lib/cjs/facade.js');
  const sheets: typeof Sheets = require('@univerjs/preset-sheets-node-core');
  const words = require('@univerjs/preset-sheets-node-core/lib/cjs/locales/en-US.js');
  const locale = core.LocaleType.EN_US;
  const logLevel = core.LogLevel.SILENT;
  const univer = new core.Univer({ locale, locales: { [locale]: words.default ?? words }, logLevel });
  for (const plugin of sheets.UniverSheetsNodeCorePreset().plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
    else univer.registerPlugin(plugin);
  }
  return partsOf({ univer, core, sheets, api: facade.FUniver.newAPI(univer) }, snapshot);
}
