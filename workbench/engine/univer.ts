/**
 * Makes a headless Univer and hands out the parts of it that the engine uses. Only its CommonJS build runs in Node.
 */
import { createRequire } from 'node:module';
import type { ICellData, IExecutionOptions, Injector, IWorksheetData, Workbook } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type * as Sheets from '@univerjs/preset-sheets-node-core';

const require = createRequire(import.meta.url);

/** Univer keeps parsed formulas by workbook, for the whole process. */
let books = 0;

/** A rectangle as Univer counts: from 0, both ends included. */
export interface Span {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

export interface UniverParts {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly sheets: typeof Sheets;
  readonly book: Workbook;
  readonly core: typeof import('@univerjs/core');
  run(command: string, params: object, options?: IExecutionOptions): void;
  /** Calls back for each executed command. */
  onCommand(listener: (command: { id: string; params?: object }, options?: IExecutionOptions) => void): void;
  dispose(): void;
}

export type Cell = ICellData;

/**
 * Univer's own trigger waits 100 ms after each command and then calculates; it is switched off, because the engine
 * itself knows when a script has ended (`settle`).
 */
export function startUniver(firstTab: string): UniverParts {
  const core: typeof import('@univerjs/core') = require('@univerjs/core');
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
  const book = univer.createUnit<object, Workbook>(core.UniverInstanceType.UNIVER_SHEET, {
    id: `book-${++books}`,
    sheetOrder: ['0'],
    sheets: { 0: newSheet('0', firstTab) },
  });
  const injector = univer.__getInjector();
  injector.get(sheets.TriggerCalculationController).dispose();
  const commands = injector.get(core.ICommandService);
  return {
    api: facade.FUniver.newAPI(univer),
    injector,
    sheets,
    book,
    core,
    run(command, params, options) {
      if (!commands.syncExecuteCommand(command, params, options))
        throw new Error(`Refused by Univer: ${command}`);
    },
    onCommand: listener =>
      void commands.onCommandExecuted((info, options) => listener(info as never, options)),
    dispose: () => univer.dispose(),
  };
}

/** A tab as Sheets makes one. */
export function newSheet(id: string, name: string): Partial<IWorksheetData> {
  const size = { rowCount: 1000, columnCount: 26, defaultColumnWidth: 100, defaultRowHeight: 21 };
  return { id, name, cellData: {}, ...size };
}
