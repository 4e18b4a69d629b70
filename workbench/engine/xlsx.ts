/**
 * Opens and saves workbooks as .xlsx, such as a Google Sheet downloaded.
 */
import ExcelJS, { type Cell, type CellValue, type Font, type Worksheet } from 'exceljs';
import { type BookContent, createPalette, type Placed, placedOf, type TabContent } from './content';
import { absoluteReference, parseReference, type Size, sizeWithin } from './formula-references';
import type { Area, CellStyle, RawValue } from './spreadsheet';
import { coveredBy, readAreas, readHere, type SheetAreas, withinTab } from './xlsx-areas';
import { formulaForFile, formulaFromFile } from './xlsx-formula';
import { readLines, writeLines } from './xlsx-lines';
import { readRules, writeRules } from './xlsx-rules';

/** Sheets writes a column of 100 pixels as 12.63 characters. */
const PIXELS_PER_CHARACTER = 7.92;
/** A tab as Sheets makes one is no smaller than this. */
const LEAST = { rows: 1000, columns: 26, width: 100 };
/** Errors that a cell of a file can hold; another is written as `#VALUE!`. */
const FILE_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;

/** Reads a file's bytes; throws an error for a person if there is no readable workbook. */
export async function readXlsx(bytes: Uint8Array | ArrayBuffer, locale: string): Promise<BookContent> {
  const book = new ExcelJS.Workbook();
  const names = catchNames(book);
  let areas: ReturnType<typeof readAreas>;
  try {
    areas = readAreas(new Uint8Array(bytes));
    await book.xlsx.load(bytes as ArrayBuffer, { ignoreNodes: readHere });
  } catch {
    throw new Error('This is not an .xlsx workbook, or it is damaged.');
  }
  if (book.worksheets.length === 0) throw new Error('This workbook has no tabs.');
  const tabs = book.worksheets.map(sheet => readSheet(sheet, areas.get(sheet.name), locale));
  const found = names().flatMap(name => nameFromFile(name, tabs));
  // A tab may have a name of its own beside the book's.
  return { tabs, names: [...new Map(found.reverse().map(each => [each.name, each])).values()].reverse() };
}

/** As the file has them: exceljs would keep every cell of a name by itself. */
function catchNames({ definedNames }: ExcelJS.Workbook): () => ExcelJS.DefinedNamesModel {
  let caught: ExcelJS.DefinedNamesModel = [];
  Object.defineProperty(definedNames, 'model', {
    get: () => caught,
    set(given: ExcelJS.DefinedNamesModel | undefined) {
      caught = given ?? [];
    },
  });
  return () => caught;
}

function nameFromFile(
  { name, ranges }: ExcelJS.DefinedNamesModel[number],
  tabs: readonly TabContent[],
): BookContent['names'] {
  const reference = parseReference(ranges[0] ?? '');
  const tab = tabs.find(each => each.name === reference?.tab);
  if (!reference || !tab || name.startsWith('_xlnm.')) return [];
  return withinTab(reference.area, tab).map(area => ({ name, tab: tab.name, area }));
}

function readSheet(
  sheet: Worksheet,
  { merges, validations }: SheetAreas = { merges: [], validations: [] },
  locale: string,
): TabContent {
  const rows = Math.max(LEAST.rows, sheet.rowCount);
  const columns = Math.max(LEAST.columns, sheet.columnCount);
  const formats = createPalette<string>(rows, columns, '');
  const looks = createPalette<CellStyle>(rows, columns, {}, JSON.stringify);
  const formulas: Placed<string>[] = [];
  const notes: Placed<string>[] = [];
  const isCovered = coveredBy(merges);
  const values = Array.from({ length: sheet.rowCount }, (_, r): RawValue[] => {
    const row = sheet.findRow(r + 1);
    if (!row) return [];
    return Array.from({ length: row.cellCount }, (_, c) => {
      const cell = row.findCell(c + 1);
      if (!cell) return '';
      const at = [r + 1, c + 1] as const;
      if (cell.numFmt && cell.numFmt !== 'General') formats.set(...at, cell.numFmt);
      const look = lookOf(cell);
      if (look) looks.set(...at, look, cell.style);
      const note = noteOf(cell);
      if (note) notes.push([...at, note]);
      if (isCovered(...at)) return '';
      if (cell.formula === undefined || cell.formula === '') return rawOf(cell.value);
      const formula = formulaFromFile(cell.formula, locale);
      if (formula === null) return '';
      formulas.push([...at, formula]);
      return rawOf(cell.result as CellValue);
    });
  });
  const view = sheet.views?.[0];
  return {
    name: sheet.name,
    rows,
    columns,
    values,
    formulas,
    formats: formats.palette,
    looks: looks.palette,
    notes,
    ...readRules(sheet, validations, { rows, columns }, locale),
    widths: Array.from({ length: columns }, (_, i) => {
      const width = i < sheet.columnCount ? sheet.getColumn(i + 1).width : undefined;
      return width ? Math.round(width * PIXELS_PER_CHARACTER) : LEAST.width;
    }),
    frozenRows: view?.state === 'frozen' ? (view.ySplit ?? 0) : 0,
    isHidden: sheet.state === 'hidden' || sheet.state === 'veryHidden',
    merges: apart(merges.flatMap(area => clipped(area, { rows, columns }))),
    frozenColumns: view?.state === 'frozen' ? (view.xSplit ?? 0) : 0,
    lines: readLines(sheet),
  };
}

/** What a tab has of an area; a single cell is no merge. */
function clipped(area: Area, size: Size): Area[] {
  const rows = Math.min(area.rows, size.rows - area.row + 1);
  const columns = Math.min(area.columns, size.columns - area.column + 1);
  return rows > 0 && columns > 0 && rows * columns > 1 ? [{ ...area, rows, columns }] : [];
}

/** Of two that lie over each other, which no sheet has, the first. */
function apart(areas: readonly Area[]): readonly Area[] {
  return areas.filter((area, index) => !areas.slice(0, index).some(other => isOver(area, other)));
}

function isOver(a: Area, b: Area): boolean {
  const isBeside = a.column >= b.column + b.columns || b.column >= a.column + a.columns;
  return !isBeside && a.row < b.row + b.rows && b.row < a.row + a.rows;
}

function rawOf(value: CellValue): RawValue {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return serialOf(value);
  if (typeof value !== 'object') return value;
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return value.richText.map(run => run.text).join('');
  if ('text' in value) return rawOf(value.text as CellValue);
  return '';
}

/** One division only, so that what was a whole second is exactly that again. */
function serialOf(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function lookOf({ font, fill, alignment, border }: Cell): CellStyle | undefined {
  const own = font && !isThemeFont(font) ? font : undefined;
  const look = Object.entries({ font: own, fill, alignment, border }).filter(([, value]) => value);
  return look.length > 0 ? Object.fromEntries(look) : undefined;
}

/** What a file says of every cell that has a number format: the font of its theme, which nobody chose. */
function isThemeFont({ size: _, name: __, family: ___, scheme, color, ...chosen }: Partial<Font>): boolean {
  return scheme !== undefined && Object.keys(chosen).length === 0 && (!color || 'theme' in color);
}

function noteOf({ note }: Cell): string {
  return (typeof note === 'string' ? note : note?.texts?.map(run => run.text).join('')) ?? '';
}

export async function writeXlsx({ tabs, names }: BookContent, locale: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  // A chart on a tab of its own has no cells to write.
  const grids = tabs.filter(({ limits }) => (limits?.kind ?? 'GRID') === 'GRID');
  for (const tab of grids) {
    const state = tab.isHidden ? 'hidden' : 'visible';
    writeSheet(tab, book.addWorksheet(tab.name, { state }), locale);
  }
  catchNames(book);
  book.definedNames.model = names.flatMap(({ name, tab, area }) => {
    const size = tabs.find(each => each.name === tab);
    return size ? { name, ranges: [absoluteReference(tab, { ...area, ...sizeWithin(size, area) })] } : [];
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeSheet(tab: TabContent, sheet: Worksheet, locale: string): void {
  for (const [r, row] of tab.values.entries()) {
    for (const [c, value] of row.entries())
      if (value !== '') sheet.getCell(r + 1, c + 1).value = fileValue(value);
  }
  for (const [row, column, formula] of tab.formulas) {
    const result = fileValue(tab.values[row - 1]?.[column - 1] ?? '') as never;
    sheet.getCell(row, column).value = { formula: formulaForFile(formula, locale), result };
  }
  for (const [row, column, numFmt] of placedOf(tab.formats, tab.columns))
    sheet.getCell(row, column).numFmt = numFmt;
  for (const [row, column, look] of placedOf(tab.looks, tab.columns))
    Object.assign(sheet.getCell(row, column), look);
  for (const [row, column, note] of tab.notes) sheet.getCell(row, column).note = note;
  for (const [i, width] of tab.widths.entries()) sheet.getColumn(i + 1).width = width / PIXELS_PER_CHARACTER;
  const [xSplit, ySplit] = [tab.frozenColumns ?? 0, tab.frozenRows];
  if (xSplit + ySplit > 0) sheet.views = [{ state: 'frozen', xSplit, ySplit }];
  writeLines(tab, sheet);
  // Last: from then on a covered cell is the one that covers it.
  for (const { row, column, rows, columns } of tab.merges ?? [])
    sheet.mergeCells(row, column, row + rows - 1, column + columns - 1);
  writeRules(tab, sheet, locale);
}

function fileValue(value: RawValue): CellValue {
  if (typeof value !== 'object') return value;
  return { error: FILE_ERRORS.find(error => error === value.error) ?? '#VALUE!' } as CellValue;
}
