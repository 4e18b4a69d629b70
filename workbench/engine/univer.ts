/**
 * The parts of Univer that the engine uses, however Univer was made: headless in Node, or with its grid in a page.
 */
import type {
  CommandType,
  ICellData,
  ICommandService,
  IExecutionOptions,
  Injector,
  IStyleData,
  IWorksheetData,
  Univer,
  Workbook,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type * as Sheets from '@univerjs/preset-sheets-node-core';
import type { Placed } from './content';
import type { Area, CellStyle, ColourRule, ValidationRule } from './spreadsheet';

/** Univer keeps parsed formulas by workbook, for as long as the process or the page lives. */
let books = 0;

/** A rectangle as Univer counts: from 0, both ends included. */
export interface Span {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}
const START = 'formula.mutation.set-formula-calculation-start';
const PROGRESS = 'formula.mutation.set-formula-calculation-notification';
/**
 * Each time, all formulas: Univer's own choice of what an edit touches misses some (it forgets dependencies of formulas
 * that were replaced, and does not try a blocked spill again). The add-on's functions cost nothing then: see the memo.
 */
const EVERYTHING = {
  forceCalculation: true,
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};
export interface UniverParts {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly sheets: typeof Sheets;
  readonly book: Workbook;
  readonly core: typeof import('@univerjs/core');
  /** Shows in a page what the engine keeps beside the cells; headless there is nobody to show it to. */
  look?: Look;
  run(command: string, params: object, options?: IExecutionOptions): void;
  /** What Univer does in there was asked for by the engine, not by a person. */
  quietly(work: () => void): void;
  isQuiet(): boolean;
  /** Works all formulas out; where they are known already, Univer need not look for them in every cell. */
  calculate(formulas?: FormulasOfBook): Promise<void>;
  /** Another one whenever a cell of the tab may have changed. */
  versionOf(sheetId: string): number;
  dispose(): void;
}

export type Cell = ICellData;

/** By unit, sheet, row and column, as Univer lists them. */
export type FormulasOfBook = ReturnType<Sheets.FormulaDataModel['getFormulaData']>;

export interface Look {
  styles(sheetId: string, styles: readonly Placed<CellStyle>[]): void;
  notes(sheetId: string, notes: readonly Placed<string>[]): void;
  /** All of a tab. */
  validations(
    sheetId: string,
    rules: readonly { readonly area: Area; readonly rule: ValidationRule }[],
  ): void;
  /** All of a tab. */
  colours(sheetId: string, rules: readonly ColourRule[]): void;
}

/** What the two ways of making Univer have to bring along. */
export interface UniverMade {
  readonly univer: Univer;
  readonly core: typeof import('@univerjs/core');
  readonly sheets: typeof Sheets;
  readonly api: FUniver;
}

/** Tabs as Univer keeps them, and the styles that their cells name. */
export interface Snapshot {
  readonly sheets: readonly Partial<IWorksheetData>[];
  readonly styles: Record<string, IStyleData>;
}

/**
 * Puts a workbook into Univer and takes its parts out.
 *
 * Cells that come with it cost a tenth of what they cost afterwards.
 *
 * Univer's own trigger waits 100 ms after each command and then calculates; it is switched off, because the engine
 * itself knows when a script has ended (`settle`).
 */
export function partsOf({ univer, core, sheets, api }: UniverMade, snapshot: Snapshot): UniverParts {
  const book = univer.createUnit<object, Workbook>(core.UniverInstanceType.UNIVER_SHEET, {
    id: `book-${++books}`,
    defaultStyle: { ff: 'Arial', fs: 10 },
    styles: snapshot.styles,
    sheetOrder: snapshot.sheets.map(({ id }) => String(id)),
    sheets: Object.fromEntries(snapshot.sheets.map(sheet => [sheet.id, sheet])),
  });
  const injector = univer.__getInjector();
  // Only its listeners: the grid goes on asking it how far a calculation is.
  core.Disposable.prototype.dispose.call(injector.get(sheets.TriggerCalculationController));
  const commands = injector.get(core.ICommandService);
  const model = injector.get(sheets.FormulaDataModel);
  const versionOf = versionsOf(commands, core.CommandType.MUTATION);
  let quiet = 0;
  const quietly = (work: () => void) => {
    quiet++;
    try {
      work();
    } finally {
      quiet--;
    }
  };
  return {
    api,
    injector,
    sheets,
    book,
    core,
    run(command, params, options) {
      quietly(() => {
        if (!commands.syncExecuteCommand(command, params, options))
          throw new Error(`Refused by Univer: ${command}`);
      });
    },
    quietly,
    isQuiet: () => quiet > 0,
    versionOf,
    calculate: formulas =>
      new Promise(resolve => {
        if (formulas) model.getFormulaData = () => formulas;
        const watch = commands.onCommandExecuted(({ id, params }) => {
          if (id !== PROGRESS || !('functionsExecutedState' in (params ?? {}))) return;
          watch.dispose();
          if (formulas) Reflect.deleteProperty(model, 'getFormulaData');
          resolve();
        });
        commands.syncExecuteCommand(START, { ...EVERYTHING }, { onlyLocal: true });
      }),
    dispose: () => univer.dispose(),
  };
}

/** Counts what happens to each tab, and what may happen to all. */
function versionsOf(commands: ICommandService, mutation: CommandType): UniverParts['versionOf'] {
  let all = 0;
  const own = new Map<string, number>();
  commands.onCommandExecuted(({ type, params }) => {
    if (type !== mutation) return;
    const { subUnitId } = (params ?? {}) as { readonly subUnitId?: string };
    if (subUnitId === undefined) all++;
    else own.set(subUnitId, (own.get(subUnitId) ?? 0) + 1);
  });
  return sheetId => all + (own.get(sheetId) ?? 0);
}

/** A tab as Sheets makes one. */
export function newSheet(id: string, name: string, rowCount = 1000): Partial<IWorksheetData> {
  const size = { rowCount, columnCount: 26, defaultColumnWidth: 100, defaultRowHeight: 21 };
  return { id, name, cellData: {}, ...size };
}
