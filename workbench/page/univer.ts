/** Makes a Univer with its grid in the page. */

import * as core from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import colourWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import * as sheets from '@univerjs/preset-sheets-core';
import sheetWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import listWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterWords from '@univerjs/preset-sheets-filter/locales/en-US';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/en-US';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortWords from '@univerjs/preset-sheets-sort/locales/en-US';
import { partsOf, type Snapshot, type UniverParts } from '../engine/univer';
import { createLook } from './grid-look';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';

export const { numfmt } = core;

/** What would be lost when the workbook is saved has no place in the menus. */
const unsaved = [
  'sheet.command.set-border-basic',
  'sheet.command.add-worksheet-merge',
  'sheet.command.set-text-rotation',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.contextMenu.permission',
  'sheet.menu.data-validation',
  'sheet.operation.open.conditional.formatting.panel',
  'sheet.operation.add-note-popup',
  'sheet.command.delete-note',
  'sheet.command.toggle-note-popup',
];
const withoutUnsaved = Object.fromEntries(unsaved.map(id => [id, { hidden: true }]));

export function startUniver(snapshot: Snapshot): UniverParts {
  const locale = core.LocaleType.EN_US;
  const words = core.mergeLocales(sheetWords, colourWords, listWords, filterWords, noteWords, sortWords);
  const univer = new core.Univer({ locale, locales: { [locale]: words }, logLevel: core.LogLevel.SILENT });
  const presets = [
    sheets.UniverSheetsCorePreset({ container: 'grid', ribbonType: 'simple', menu: withoutUnsaved }),
    UniverSheetsFilterPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as object);
      else univer.registerPlugin(plugin);
    }
  }
  const parts = partsOf({ univer, core, sheets: sheets as never, api: FUniver.newAPI(univer) }, snapshot);
  // What is asked of the formula engine before the grid is drawn gets lost.
  const drawn = parts.injector.get(core.LifecycleService).onStage(core.LifecycleStages.Rendered);
  const calculate = () => drawn.then(() => parts.calculate());
  return { ...parts, look: createLook(parts), calculate };
}
