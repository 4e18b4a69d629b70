/**
 * Opens and saves workbooks as .xlsx, such as a Google Sheet downloaded.
 */
import { readFile } from 'node:fs/promises';
import ExcelJS, { type Cell, type CellValue, type Worksheet } from 'exceljs';
import { inside } from './areas';
import { createEngine, type Engine, type EngineOptions } from './engine';
import { absoluteReference, parseReference, sizeWithin } from './formula-references';
import { GENERAL } from './number-format';
import type { Area, CellInput, RawValue, SpreadsheetEngine, TabEngine } from './spreadsheet';
import { formulaForFile, formulaFromFile } from './xlsx-formula';
import { readRules, writeRules } from './xlsx-rules';

/** Sheets writes a column of 100 pixels as 12.63 characters. */
const PIXELS_PER_CHARACTER = 7.92;
/** Errors that a cell of a file can hold; another is written as `#VALUE!`. */
const FILE_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;

/** Throws an error for a person if there is no readable workbook. */
export async function readXlsx(
  source: string | Buffer,
  options: Omit<EngineOptions, 'tabs'> = {},
): Promise<Engine> {
  const content = typeof source === 'string' ? await contentOf(source) : source;
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(content as unknown as ArrayBuffer);
  } catch {
    throw new Error('This is not an .xlsx workbook, or it is damaged.');
  }
  if (book.worksheets.length === 0) throw new Error('This workbook has no tabs.');

  const engine = createEngine({ ...options, tabs: book.worksheets.map(sheet => sheet.name) });
  for (const { name, ranges } of book.definedNames.model) {
    const reference = parseReference(ranges[0] ?? '');
    if (reference?.tab && !name.startsWith('_xlnm.')) engine.setName(name, reference.tab, reference.area);
  }
  for (const [index, sheet] of book.worksheets.entries()) {
    const tab = engine.tabs()[index];
    if (tab) readSheet(sheet, tab, engine.locale);
  }
  return engine;
}

async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? 'There is no such file.' : 'This file cannot be opened.');
  });
}

function readSheet(sheet: Worksheet, tab: TabEngine, locale: string): void {
  const rows = sheet.rowCount;
  const columns = sheet.columnCount;
  if (rows > tab.maxRows()) tab.insertRows(tab.maxRows() + 1, rows - tab.maxRows());
  if (columns > tab.maxColumns()) tab.insertColumns(tab.maxColumns() + 1, columns - tab.maxColumns());
  if (rows > 0 && columns > 0) readCells(sheet, tab, locale);
  for (let column = 1; column <= columns; column++) {
    const { width } = sheet.getColumn(column);
    if (width) tab.setColumnWidth(column, Math.round(width * PIXELS_PER_CHARACTER));
  }
  const view = sheet.views?.[0];
  if (view?.state === 'frozen' && view.ySplit) tab.setFrozenRows(view.ySplit);
  readRules(sheet, tab, locale);
}

function readCells(sheet: Worksheet, tab: TabEngine, locale: string): void {
  const area: Area = { row: 1, column: 1, rows: sheet.rowCount, columns: sheet.columnCount };
  const inputs: CellInput[][] = [];
  const formats: string[][] = [];
  for (let row = 1; row <= area.rows; row++) {
    const cells = Array.from({ length: area.columns }, (_, i) => sheet.getRow(row).findCell(i + 1));
    inputs.push(cells.map(cell => (cell ? inputOf(cell, locale) : { value: '' })));
    formats.push(cells.map(cell => cell?.numFmt ?? GENERAL));
    for (const [i, cell] of cells.entries())
      if (cell) readLook(cell, tab, { row, column: i + 1, rows: 1, columns: 1 });
  }
  tab.setFormats(area, formats);
  tab.write(area, inputs);
}

function inputOf(cell: Cell, locale: string): CellInput {
  if (cell.isMerged && cell.master !== cell) return { value: '' };
  if (cell.formula === undefined || cell.formula === '') return { value: rawOf(cell.value) };
  const formula = formulaFromFile(cell.formula, locale);
  return formula === null ? { value: '' } : { formula, cached: rawOf(cell.result as CellValue) };
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

function readLook(cell: Cell, tab: TabEngine, at: Area): void {
  const { font, fill, alignment, border, note } = cell;
  const look = Object.entries({ font, fill, alignment, border }).filter(([, value]) => value);
  if (look.length > 0) tab.setStyle(at, Object.fromEntries(look));
  const text = typeof note === 'string' ? note : note?.texts?.map(run => run.text).join('');
  if (text) tab.setNotes(at, [[text]]);
}

export async function writeXlsx(engine: SpreadsheetEngine): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const tab of engine.tabs()) writeSheet(tab, book.addWorksheet(tab.name), engine.locale);
  for (const { name, tab, area } of engine.names()) {
    const sheet = engine.tabs().find(each => each.name === tab);
    if (sheet) book.definedNames.add(absoluteReference(tab, { ...area, ...sizeWithin(sheet, area) }), name);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeSheet(tab: TabEngine, sheet: Worksheet, locale: string): void {
  const area: Area = { row: 1, column: 1, rows: tab.maxRows(), columns: tab.maxColumns() };
  const formats = tab.formats(area);
  const formulas = tab.formulas(area);
  const values = tab.values(area);
  const notes = tab.notes(area);
  const spills = tab.spills();
  for (let row = 1; row <= area.rows; row++) {
    for (let column = 1; column <= area.columns; column++) {
      const formula = formulas[row - 1]?.[column - 1];
      // A spilled value on disk would block the spill when the workbook is opened again.
      const isSpilled = !formula && spills.some(spill => inside(spill, row, column));
      const value = isSpilled ? '' : (values[row - 1]?.[column - 1] ?? '');
      const format = formats[row - 1]?.[column - 1] ?? GENERAL;
      const look = { ...tab.style(row, column), ...(format === GENERAL ? {} : { numFmt: format }) };
      const note = notes[row - 1]?.[column - 1];
      if (!formula && value === '' && !note && Object.keys(look).length === 0) continue;
      const cell = sheet.getCell(row, column);
      if (formula)
        cell.value = { formula: formulaForFile(formula, locale), result: fileValue(value) as never };
      else if (value !== '') cell.value = fileValue(value);
      Object.assign(cell, look);
      if (note) cell.note = note;
    }
  }
  for (let column = 1; column <= area.columns; column++) {
    sheet.getColumn(column).width = tab.columnWidth(column) / PIXELS_PER_CHARACTER;
  }
  if (tab.frozenRows() > 0) sheet.views = [{ state: 'frozen', ySplit: tab.frozenRows() }];
  writeRules(tab, sheet, locale);
}

function fileValue(value: RawValue): CellValue {
  if (typeof value !== 'object') return value;
  return { error: FILE_ERRORS.find(error => error === value.error) ?? '#VALUE!' } as CellValue;
}
