/** Workbooks opened and saved as .xlsx: nothing that Google Sheets would keep is lost. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { CellStyle, CustomFunction } from '../../../workbench/engine/spreadsheet';
import { openXlsx, xlsxOf } from '../../../workbench/node/xlsx-files';
import { openSheet, sheetOf } from './sheet';

it('hidden tabs and merged cells survive opening, saving and opening again', async () => {
  const book = new ExcelJS.Workbook();
  const [shown, hidden] = [book.addWorksheet('Shown'), book.addWorksheet('Hidden', { state: 'hidden' })];
  shown.getCell('A1').value = 'Title';
  shown.mergeCells('A1:C2');
  shown.getCell('A3').value = 'below';
  hidden.getCell('A1').value = 'texts';
  const first = await openXlsx(new Uint8Array(await book.xlsx.writeBuffer()), {});
  const again = await openXlsx(await xlsxOf(first), {});
  for (const engine of [first, again]) {
    expect(engine.tabs().map(tab => [tab.name, tab.isOutOfSight()])).toEqual([
      ['Shown', false],
      ['Hidden', true],
    ]);
    expect(engine.tabs()[0]?.merges()).toEqual([{ row: 1, column: 1, rows: 2, columns: 3 }]);
    expect(sheetOf(engine).values('A1:B3')).toEqual([
      ['Title', ''],
      ['', ''],
      ['below', ''],
    ]);
  }
  const saved = new ExcelJS.Workbook();
  await saved.xlsx.load((await xlsxOf(again)) as unknown as ArrayBuffer);
  expect(saved.worksheets.map(({ state }) => state)).toEqual(['visible', 'hidden']);
  expect(saved.getWorksheet('Shown')?.getCell('C2').master.address).toBe('A1');
});

describe('a Google Sheet downloaded as .xlsx', () => {
  it('has its formulas unwrapped and its spilled cells dropped', async () => {
    const sheet = await opened(tab => {
      tab.getCell('A1').value = wrapped('BLOCKBALANCE(""Acme"",B1)', 12.5);
      tab.getCell('A2').value = wrapped('BLOCKSUMMARY()', 'Client');
      tab.getCell('A3').value = wrapped('""COMPUTED_VALUE""', 'Acme');
    });

    expect(sheet.formula('A1')).toBe('=BLOCKBALANCE("Acme";B1)');
    expect(sheet.value('A1')).toBe(12.5);
    expect([sheet.formula('A3'), sheet.value('A3')]).toEqual(['', '']);

    sheet.engine.registerFunctions(
      new Map<string, CustomFunction>([
        ['BLOCKBALANCE', ([client]: readonly unknown[]) => `${client}: 8`],
        ['BLOCKSUMMARY', () => [['Client'], ['Bolt']]],
      ]),
    );
    await sheet.engine.settle();
    expect(sheet.values('A1:A3')).toEqual([['Acme: 8'], ['Client'], ['Bolt']]);
  });

  it('has raw serials for dates, times and durations of 1899', async () => {
    const sheet = await opened(tab => {
      const noon = new Date(Date.UTC(2026, 0, 2, 12, 30, 15));
      const cells = [noon, new Date(Date.UTC(1899, 11, 30, 1, 30)), new Date(Date.UTC(1899, 11, 31, 2))];
      for (const [i, format] of ['yyyy-mm-dd hh:mm:ss', '[h]:mm', '[h]:mm'].entries()) {
        Object.assign(tab.getCell(1, i + 1), { value: cells[i], numFmt: format });
      }
    });

    expect(sheet.values('A1:C1')).toEqual([[46024 + (12 * 3600 + 1815) / 86400, 0.0625, 26 / 24]]);
    expect(sheet.format('B1')).toBe('[h]:mm');
  });

  it('has plain text for links and rich text, values for errors and booleans, and shared formulas', async () => {
    const sheet = await opened(tab => {
      tab.getCell('A1').value = { text: 'site', hyperlink: 'https://example.com' };
      tab.getCell('A2').value = { richText: [{ text: 'two ' }, { font: { bold: true }, text: 'parts' }] };
      tab.getCell('A3').value = { error: '#N/A' };
      tab.getCell('A4').value = true;
      tab.getCell('B1').value = {
        formula: 'A1&"x"',
        result: 'sitex',
        shareType: 'shared',
        ref: 'B1:B2',
      } as never;
      tab.getCell('B2').value = { sharedFormula: 'B1', result: 'two partsx' } as never;
    });

    expect(sheet.values('A1:A4')).toEqual([['site'], ['two parts'], [{ error: '#N/A' }], [true]]);
    expect(sheet.formula('B2')).toBe('=A2&"x"');
  });
});

describe('saving and opening again', () => {
  it('keeps values, formulas, names, formats, notes, lists, colours and looks alike', async () => {
    const { engine, before } = bookOfEverything();
    await engine.settle();
    const once = await openXlsx(await xlsxOf(engine), { locale: 'de_DE', timeZone: 'Europe/Berlin' });
    const twice = await openXlsx(await xlsxOf(once), { locale: 'de_DE' });

    for (const again of [once, twice]) {
      const sheet = sheetOf(again);
      const { tab } = sheet.at('A1');
      expect(sheet.values('A1:E2')).toEqual(before.values);
      expect([sheet.formula('D1'), sheet.formula('D2')]).toEqual(['=SUM(A2;1,5)', '=F(Stamp;"a,b")']);
      expect([sheet.format('A2'), sheet.format('B2'), sheet.format('C2')]).toEqual([
        'yyyy-mm-dd',
        '[h]:mm',
        'General',
      ]);
      expect(again.names()).toEqual([
        { name: 'Stamp', tab: 'Work types', area: { row: 2, column: 2, rows: 1, columns: 1 } },
      ]);
      expect(tab.notes({ row: 1, column: 1, rows: 1, columns: 1 })).toEqual([['line one\nline two']]);
      expect(tab.validations()).toEqual(before.validations);
      expect(tab.colourRules()).toEqual(before.colours);
      expect(tab.style(1, 1)).toMatchObject(look);
      expect([tab.frozenRows(), tab.columnWidth(1), tab.columnWidth(2)]).toEqual([1, 231, 100]);
    }
  });

  it('keeps a spill as its formula alone, so that it expands again', async () => {
    const functions = { LIST: () => [['a'], ['b']] };
    const sheet = openSheet(functions);
    sheet.put('A1', '=LIST()');
    await sheet.engine.settle();

    const again = sheetOf(await openXlsx(await xlsxOf(sheet.engine)));
    expect(again.values('A1:A2')).toEqual([['a'], ['']]);
    again.engine.registerFunctions(new Map(Object.entries(functions)));
    await again.engine.settle();
    expect(again.values('A1:A2')).toEqual([['a'], ['b']]);
  });

  it('keeps 50,000 characters, which is more than Excel takes', async () => {
    const sheet = openSheet();
    const long = `${'Long & <odd> '.repeat(4000)}end`.slice(-50_000);
    sheet.put('A1', long);

    expect(sheetOf(await openXlsx(await xlsxOf(sheet.engine))).value('A1')).toBe(long);
  });

  it('keeps an error of a formula as an error', async () => {
    const sheet = openSheet({ BOOM: () => JSON.parse('') });
    sheet.put('A1', '=BOOM()');
    await sheet.engine.settle();

    const again = sheetOf(await openXlsx(await xlsxOf(sheet.engine)));
    expect(again.value('A1')).toMatchObject({ error: '#VALUE!' });
    expect(again.formula('A1')).toBe('=BOOM()');
  });
});

describe('a file that is no workbook', () => {
  it('is refused in plain words', async () => {
    await expect(openXlsx(Buffer.from('not a zip'))).rejects.toThrow('not an .xlsx workbook');
    await expect(openXlsx('no-such-book.xlsx')).rejects.toThrow('There is no such file.');
  });
});

const look: CellStyle = {
  font: { bold: true, italic: true, color: { argb: 'FF112233' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEECC' } },
  alignment: { horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
};

function bookOfEverything() {
  const sheet = openSheet({}, { tabs: ['Time', 'Work types'], locale: 'de_DE' });
  const { engine, put } = sheet;
  const { tab } = sheet.at('A1');
  put('A1', [
    ['Date', 'Hours', 'Client', '=SUM(A2;1,5)', true],
    [46000, 0.0625, 'Acme', '=F(Stamp;"a,b")', { error: '#N/A' }],
  ]);
  sheet.setFormat('A2', 'yyyy-mm-dd');
  sheet.setFormat('B2', '[h]:mm');
  sheet.name('Stamp', "'Work types'!B2");
  const head = { row: 1, column: 1, rows: 1, columns: 1 };
  tab.setStyle(head, look);
  tab.setNotes(head, [['line one\nline two']]);
  const column = (number: number) => ({ row: 2, column: number, rows: 999, columns: 1 });
  const validations = [
    {
      area: column(3),
      rule: { kind: 'list', list: ['Remote', 'On-site'], allowInvalid: true, helpText: 'Pick one' },
    },
    { area: column(4), rule: { kind: 'range', source: "'Work types'!$A$2:$A", allowInvalid: true } },
    { area: column(5), rule: { kind: 'checkbox', allowInvalid: false } },
  ] as const;
  for (const { area, rule } of validations) tab.setValidation(area, rule);
  const colours = [
    { areas: [column(1), column(3)], formula: '=AND($B2>1,5;$C2="a;b")', background: '#ff0000', bold: true },
    { areas: [column(2)], formula: '=$B2=""', fontColor: '#00ff00' },
  ];
  tab.setColourRules(colours);
  tab.setFrozenRows(1);
  tab.setColumnWidth(1, 231);
  const values = [
    ['Date', 'Hours', 'Client', 46001.5, true],
    [46000, 0.0625, 'Acme', { error: '#NAME?' }, { error: '#N/A' }],
  ];
  return { engine, before: { values, validations, colours } };
}

async function opened(fill: (tab: ExcelJS.Worksheet) => void) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sheet'));
  return sheetOf(await openXlsx(Buffer.from(await book.xlsx.writeBuffer())));
}

/** As Google Sheets writes a formula that Excel does not know; `text` has its quotes doubled. */
function wrapped(text: string, result: string | number): ExcelJS.CellValue {
  const cached = typeof result === 'string' ? `"${result}"` : result;
  return {
    formula: `IFERROR(__xludf.DUMMYFUNCTION("${text}"),${cached})`,
    result,
  } as ExcelJS.CellFormulaValue;
}
