/** What the add-on writes is read back as it was typed, by every reader, and nothing becomes a formula, a date or a number. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/google/as-text';
import { createWorkbook } from '../../src/google/workbook';
import { type TabName, tabNames } from '../../src/ledger/model/tab-names';
import { readNotices } from '../../src/ledger/reading/notice-row';
import { readCareLog, readCarePlan, readSmallThings } from '../../src/ledger/reading/read-care';
import { readClauses } from '../../src/ledger/reading/read-clauses';
import { readJournal } from '../../src/ledger/reading/read-journal';
import { readLedger } from '../../src/ledger/reading/read-ledger';
import { readTemplates } from '../../src/ledger/reading/read-templates';
import { namedRows } from '../../src/ledger/renaming/renamed-rows';
import type { Cell } from '../../src/ledger/sheet/cell';
import type { TabCells } from '../../src/ledger/sheet/tab-cells';
import { tabs } from '../../src/ledger/sheet/tabs';
import { foldName } from '../../src/ledger/units/names';
import { appendRows } from '../../src/workbook/append-rows';
import { movedRows } from '../../src/workbook/moved-rows';
import { type ReadTab, readTab } from '../../src/workbook/tabs';
import { rowCells } from '../../src/workbook/write-rows';
import { parseTyped } from '../../workbench/services/typed-text';
import { day, tabCells } from '../ledger/builders';

const toCell = (value: unknown) => (value ?? '') as Cell;

/** A sheet that makes of what is written what Google does, cell by cell; a formula would be an object. */
function fakeWorkbook(headers: Readonly<Record<string, readonly string[]>>) {
  const sheets = new Map(Object.entries(headers).map(([name, row]) => [name, fakeSheet(name, row)]));
  const spreadsheet = {
    getSheetByName: (name: string) => sheets.get(name),
    getSheets: () => [...sheets.values()],
  };
  return createWorkbook({ getActive: () => spreadsheet, newDataValidation: () => rule } as never);
}

/** Whatever is built, a list or a box. */
const rule = { setAllowInvalid: () => rule, requireCheckbox: () => rule, build: () => rule };

function fakeSheet(name: string, headers: readonly string[]) {
  const values: unknown[][] = [[...headers]];
  const formats: string[][] = [];
  const at = <T>(grid: T[][], row: number) => {
    grid[row] ??= [];
    return grid[row] as T[];
  };
  const typed = (value: unknown, format: string) => {
    if (typeof value !== 'string') return value;
    const { input } = parseTyped(value, { locale: 'en_US', format, year: 2026 });
    return 'formula' in input ? input : input.value;
  };
  const range = (row: number, column: number, rows: number, columns: number) => {
    const each = (work: (r: number, c: number) => void) => {
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) work(r, c);
    };
    const read = <T>(grid: T[][], blank: T) =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (__, c) => at(grid, row - 1 + r)[column - 1 + c] ?? blank),
      );
    return {
      getValues: () => read(values, ''),
      getNumberFormats: () => read(formats, ''),
      setDataValidation: () => {},
      setNumberFormats: (given: string[][]) =>
        each((r, c) => {
          at(formats, row - 1 + r)[column - 1 + c] = given[r]?.[c] ?? '';
        }),
      setValues: (given: unknown[][]) =>
        each((r, c) => {
          const format = at(formats, row - 1 + r)[column - 1 + c] ?? '';
          at(values, row - 1 + r)[column - 1 + c] = typed(given[r]?.[c], format);
        }),
    };
  };
  const width = () => Math.max(...values.map(row => row.length));
  return {
    getName: () => name,
    getDataRange: () => range(1, 1, values.length, width()),
    getRange: range,
    getLastColumn: width,
    getMaxRows: () => 1000,
    getLastRow: () => values.length,
    getMaxColumns: () => 100,
    getRangeList: (notations: readonly string[]) => {
      const ranges = notations.map(notation => {
        const [, letter = '', first, last] = /^([A-Z])(\d+):[A-Z](\d+)$/.exec(notation) ?? [];
        return range(Number(first), letter.charCodeAt(0) - 64, Number(last) - Number(first) + 1, 1);
      });
      return {
        setNumberFormat: (format: string) => {
          for (const cells of ranges) cells.setNumberFormats(Array(1000).fill([format]));
        },
        setValue: (value: unknown) => {
          for (const cells of ranges) cells.setValues(Array(1000).fill([value]));
        },
      };
    },
  };
}

const words = [
  'Acme',
  '1-2',
  '0010',
  '1e5',
  '3/4',
  'TRUE',
  'wahr',
  '12:30',
  '5%',
  '$5',
  '2026-01-02',
  'May 5',
  '1,5',
];
const hostile = fc.oneof(
  fc.constantFrom(
    ...words,
    "'",
    "''",
    "'=1+1",
    "O'Neil",
    '- fixed printer',
    '+pat@acme.example',
    'été',
    '株',
  ),
  fc
    .tuple(
      fc.constantFrom('', "'", '=', '+', '-', '@', "'=", '\t', '\n', '"'),
      fc.string({ unit: 'grapheme' }),
    )
    .map(([first, rest]) => first + rest),
);
/** As readers take it: without blanks around it, and no error of a formula. */
const typedText = hostile.map(text => text.trim()).filter(text => text !== '' && !/^(#|Loading)/.test(text));
const runs = { numRuns: 25 };

it('a text stands as it is in a cell of any format, in any country', () => {
  const formats = fc.constantFrom('@', '', 'General', '0.00', 'd mmm yyyy', '0%', '[h]:mm:ss');
  fc.assert(
    fc.property(hostile, formats, fc.constantFrom('en_US', 'de_DE', 'fr_FR'), (text, format, locale) => {
      const written = String(asText(text, format));
      expect(parseTyped(written, { locale, format, year: 2026 }).input).toEqual({ value: text });
    }),
    { numRuns: 300 },
  );
  expect(asText('=1', '@')).toBe('=1');
});

/** The columns of a tab that hold words. */
const wordy = (name: TabName) =>
  tabs[name].filter(({ format, box, header }) => (format === '@' || format === '') && !box && header !== '');
const headersOf = (name: TabName) => tabs[name].map(({ header }) => header);

function open(name: TabName) {
  const workbook = fakeWorkbook({ [name]: headersOf(name) });
  const read = () => readTab(workbook, name, toCell, false) as ReadTab;
  return { workbook, read };
}

/** A row with a text in each column of words, written as the add-on writes rows; read as Sheets gives it. */
function writtenAndRead(name: TabName, row: Readonly<Record<string, Cell>>): TabCells {
  const { read } = open(name);
  const before = read();
  appendRows(before, rowCells(before, [row]));
  return read().cells;
}

describe.each(tabNames.filter(name => name !== 'Balances'))('%s', name => {
  it('holds each text as it was typed, new or over another, with a format or without', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 3, maxLength: 3 }), texts => {
        const { read } = open(name);
        const columns = wordy(name);
        const row = Object.fromEntries(columns.map(({ header }, at) => [header, texts[at % 3] ?? '']));
        const found = () => columns.map(({ header }) => read().rows[1]?.[read().column(header) - 1]);
        const before = read();
        appendRows(before, rowCells(before, [row]));
        expect(found()).toEqual(columns.map(({ header }) => row[header]));
        for (const { header } of columns) {
          const column = before.column(header);
          before.tab.write({ row: 2, column, values: [[texts[2] ?? '']], formats: undefined });
        }
        expect(found()).toEqual(columns.map(() => texts[2]));
        const [first] = columns;
        const column = before.column(first?.header ?? '');
        before.tab.fill([{ row: 2, count: 2 }], column, texts[1] ?? '', first?.format || 'General');
        expect([2, 3].map(each => read().rows[each - 1]?.[column - 1])).toEqual([texts[1], texts[1]]);
      }),
      { numRuns: 5 },
    );
  });
});

it('moves a text from one tab to another as it stands', () => {
  fc.assert(
    fc.property(typedText, text => {
      const workbook = fakeWorkbook({ Time: headersOf('Time'), 'Time archive': headersOf('Time archive') });
      const time = readTab(workbook, 'Time', toCell, false) as ReadTab;
      appendRows(time, rowCells(time, [{ Client: text, 'What was done': text, Who: text }]));
      const [from, to] = (['Time', 'Time archive'] as const).map(
        name => readTab(workbook, name, toCell, false) as ReadTab,
      ) as [ReadTab, ReadTab];
      const { values, formats } = movedRows({ from, to, rows: [2], toCell, leave: [] });
      to.tab.write({ row: 2, column: 1, values, formats });
      const { rows, column } = readTab(workbook, 'Time archive', toCell, false) as ReadTab;
      for (const header of ['Client', 'What was done', 'Who'])
        expect(rows[1]?.[column(header) - 1]).toBe(text);
    }),
    runs,
  );
});

const noIssues = () => ({ all: [], broken: new Map(), fatal: [] });
const care = () => ({ clients: new Map(), today: day('2026-11-23'), issues: noIssues() });

/** A reader, by the tab and a row to write; gives the text as it has read it. */
type Reading = readonly [
  tab: TabName,
  row: Readonly<Record<string, Cell>>,
  header: string,
  read: (cells: TabCells) => unknown,
];

const work = { Date: '2026-11-02', Client: 'Acme', Hours: 1 };
const notice = { Block: 'B-0001', Level: 'low', State: 'Sent' };
const line = { Month: '2026-11', Currency: 'USD' };
const ledgerOf = (tab: TabName) => (cells: TabCells) =>
  readLedger({ tabs: new Map([[tab, cells]]), clockToday: day('2026-11-23') });
const clientOf = (cells: TabCells) => [...ledgerOf('Clients')(cells).clients.values()][0];
const readings: readonly Reading[] = [
  ['Clients', {}, 'Client', cells => clientOf(cells)?.name],
  ['Clients', { Client: 'Acme' }, 'Contact', cells => clientOf(cells)?.contact],
  ['Clients', { Client: 'Acme' }, 'Email', cells => clientOf(cells)?.email],
  ['Clients', { Client: 'Acme' }, 'Copy to', cells => clientOf(cells)?.copyTo],
  ['Blocks', work, 'Reference', cells => ledgerOf('Blocks')(cells).blocks[0]?.reference],
  ['Time', work, 'What was done', cells => ledgerOf('Time')(cells).entries[0]?.what],
  ['Notices', notice, 'Client', cells => readNotices(cells)[0]?.client],
  ['Notices', notice, 'To', cells => readNotices(cells)[0]?.to],
  ['Notices', notice, 'Error', cells => readNotices(cells)[0]?.error],
  ['Journal', line, 'Client', cells => readJournal(cells)[0]?.client],
  ['Journal', line, 'Memo', cells => readJournal(cells)[0]?.memo],
  ['Journal', line, 'Account', cells => readJournal(cells)[0]?.account],
  ['Care plan', { Task: 'x' }, 'Client', cells => readCarePlan(cells, care())[0]?.client],
  ['Care plan', { Client: 'Acme' }, 'Task', cells => readCarePlan(cells, care())[0]?.task],
  ['Small things', { Client: 'Acme' }, 'What', cells => readSmallThings(cells, care())[0]?.what],
  ['Care log', work, 'Task', cells => readCareLog(cells, care())[0]?.task],
  ['Clauses', { Language: 'en', Text: 'x' }, 'Clause', cells => readClauses(cells, noIssues())[0]?.name],
  ['Clauses', { Language: 'en', Clause: 'x' }, 'Text', cells => readClauses(cells, noIssues())[0]?.text],
  [
    'Templates',
    { Level: 'low', Language: 'en' },
    'Subject',
    cells => [...readTemplates(cells, noIssues()).values()][0]?.Subject,
  ],
];

it.each(readings)('%s %j: %s is read as it was typed', (tab, row, header, read) => {
  // Braces are placeholders there.
  const text = /Clauses|Templates/.test(tab) ? typedText.filter(each => !/[{}]/.test(each)) : typedText;
  fc.assert(
    fc.property(text, typed => {
      expect(read(writtenAndRead(tab, { ...row, [header]: typed }))).toBe(typed);
    }),
    runs,
  );
});

it('a client is found by its name in every tab that names it', () => {
  fc.assert(
    fc.property(
      typedText.filter(text => foldName(text) !== ''),
      name => {
        const cells = tabCells('Journal', [{ Client: name }]).columns.get('client') ?? [];
        expect(namedRows(cells, { key: foldName(name), to: `${name} 2` }, () => false).typed).toEqual([2]);
      },
    ),
    runs,
  );
});
