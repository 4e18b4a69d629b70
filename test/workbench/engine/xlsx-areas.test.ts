/** Merged cells, lists and names of a file that reach over a whole tab. */

import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx, writeXlsx } from '../../../workbench/engine/xlsx';
import { coveredBy } from '../../../workbench/engine/xlsx-areas';
import { openXlsx, xlsxOf } from '../../../workbench/node/xlsx-files';

/** Nobody waits longer for an almost empty file; spelt out, its cells would take minutes. */
const soon = 15_000;
const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

/** A tab with a text in A1, B2 and C3, and what a test writes behind its cells. */
async function fileWith(behindCells: string, names = ''): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const tab = book.addWorksheet('Tim & Co');
  for (const at of ['A1', 'B2', 'C3']) tab.getCell(at).value = at;
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const change = (path: string, from: string, to: string) => {
    const before = strFromU8(files[path] ?? new Uint8Array());
    expect(before).toContain(from);
    files[path] = strToU8(before.replace(from, () => to));
  };
  change('xl/worksheets/sheet1.xml', '</sheetData>', `</sheetData>${behindCells}`);
  change('xl/workbook.xml', '</sheets>', `</sheets>${names}`);
  return zipSync(files);
}

const list = (sqref: string, words = 'a,b', more = '') =>
  `<dataValidation type="list" allowBlank="1" ${more} sqref="${sqref}"><formula1>"${words}"</formula1></dataValidation>`;
const lists = (...each: readonly string[]) =>
  `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
const merges = (...each: readonly string[]) =>
  `<mergeCells>${each.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

describe('a file with', () => {
  it.each([
    ['A1:Z1000', area(1, 1, 1000, 26)],
    ['C1:C1048576', area(1, 3, 1000, 1)],
    ['A2:XFD1048576', area(2, 1, 999, 26)],
    ['B2:C900000', area(2, 2, 899_999, 2)],
  ])('a list over %s opens, is saved and opens again', { timeout: soon }, async (sqref, wanted) => {
    const rule = { kind: 'list', list: ['a', 'b'], allowInvalid: true };
    const content = await readXlsx(await fileWith(lists(list(sqref))), 'en_US');
    expect(content.tabs[0]?.validations).toEqual([{ area: wanted, rule }]);

    const again = await readXlsx(await writeXlsx(content, 'en_US'), 'en_US');
    expect(again.tabs[0]?.validations).toEqual([{ area: wanted, rule }]);
    const engine = await openXlsx(await xlsxOf(await openXlsx(await fileWith(lists(list(sqref))))));
    expect(engine.tabs()[0]?.validation(500, wanted.column)).toEqual(rule);
  });

  it.each(['A1:Z1000', 'A1:A1048576', 'A1:XFD1048576', 'A1:XFD1'])(
    'a merge over %s opens, and shows its first cell alone',
    { timeout: soon },
    async ref => {
      const { tabs } = await readXlsx(await fileWith(merges(ref)), 'en_US');
      const covers = { 'A1:Z1000': true, 'A1:XFD1048576': true }[ref] ?? false;
      expect(tabs[0]?.values[0]?.[0]).toBe('A1');
      expect(tabs[0]?.values[1]?.[1] ?? '').toBe(covers ? '' : 'B2');
      expect(tabs[0]).toMatchObject({ rows: 1000, columns: 26 });
    },
  );

  it('names over whole tabs and columns opens', { timeout: soon }, async () => {
    const name = (called: string, range: string) =>
      `<definedName name="${called}">'Tim &amp; Co'!${range}</definedName>`;
    const all = name('All', '$A$1:$XFD$1048576');
    const names = `<definedNames>${all}${name('Column', '$B:$B')}${name('Cell', '$C$3')}</definedNames>`;
    const content = await readXlsx(await fileWith('', names), 'en_US');
    expect(content.names).toMatchObject([
      { name: 'All', tab: 'Tim & Co' },
      { name: 'Column', area: area(1, 2, 1000, 1) },
      { name: 'Cell', area: area(3, 3, 1, 1) },
    ]);
    const again = await readXlsx(await writeXlsx(content, 'en_US'), 'en_US');
    expect(again.names).toEqual(content.names);
  });

  it('many small merges opens as soon', { timeout: soon }, async () => {
    const refs = Array.from({ length: 20_000 }, (_, index) => `E${index * 2 + 1}:F${index * 2 + 2}`);
    expect((await readXlsx(await fileWith(merges(...refs)), 'en_US')).tabs[0]?.values[0]?.[0]).toBe('A1');
  });

  it('several areas in one list, odd words and a warning reads them all', async () => {
    const odd = list('A1:A2 C3', 'x &amp; y,&quot;&quot;z', 'showErrorMessage="1" errorStyle="warning"');
    const strict = list('B2', 'TRUE,FALSE', 'showErrorMessage="true" prompt="Tick &lt;it&gt;"');
    const { tabs } = await readXlsx(await fileWith(lists(odd, strict)), 'en_US');
    const words = { kind: 'list', list: ['x & y', '"z'], allowInvalid: true };
    expect(tabs[0]?.validations).toEqual([
      { area: area(1, 1, 2, 1), rule: words },
      { area: area(3, 3, 1, 1), rule: words },
      { area: area(2, 2, 1, 1), rule: { kind: 'checkbox', allowInvalid: false, helpText: 'Tick <it>' } },
    ]);
  });
});

it('covers every cell of a merge but the first', () => {
  const isCovered = coveredBy([area(2, 2, 3, 2), area(1, 5, 1, 2), area(7, 1, 1, 1)]);
  const covered = Array.from({ length: 8 }, (_, r) =>
    Array.from({ length: 6 }, (_, c) => (isCovered(r + 1, c + 1) ? '#' : '.')).join(''),
  );
  expect(covered).toEqual(['.....#', '..#...', '.##...', '.##...', '......', '......', '......', '......']);
});
