/** A workbook of a small firm, set up through the built add-on, for tests that walk the whole way. */
import { fileURLToPath } from 'node:url';
import { onTestFinished, TestRunner } from 'vitest';
import { createEngine } from '../../workbench/engine/engine';
import type { SpreadsheetEngine } from '../../workbench/engine/spreadsheet';
import { readBundle } from '../../workbench/node/read-bundle';
import { openWorkbook, type Workbook } from '../../workbench/runtime';
import type { Bundle } from '../../workbench/services/bundle';
import { type KeptFirm, keepFirm, reopenFirm } from './kept-firm';

export interface Place {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly now?: string;
  readonly mailQuota?: number;
  /** Of a new tab. */
  readonly rows?: number;
}

/** What clasp pushes; the kit's one file, or the add-on for a shop, where the tests are told so. */
export const dist = fileURLToPath(new URL(`../../${process.env.TEST_BUNDLE ?? 'dist'}`, import.meta.url));

/** Compiled once, as Google does too. */
let bundle: Bundle | undefined;
const built = () => {
  bundle ??= readBundle(dist);
  return bundle;
};

export async function openEmpty(place: Place = {}): Promise<Workbook> {
  const { timeZone, locale, now, mailQuota, rows } = { ...usual, ...place };
  const engine = createEngine({ timeZone, locale, rows });
  letGoAfterTest(engine);
  return openWorkbook({ engine, bundle: built(), now, ...(mailQuota !== undefined && { mailQuota }) });
}

/** Univer holds on to every workbook until it is told that nobody needs it any more; that of a whole file stays. */
function letGoAfterTest(engine: SpreadsheetEngine): void {
  if (!TestRunner.getCurrentTest()) return;
  onTestFinished(() => engine.dispose());
}

const usual = { timeZone: 'Etc/UTC', locale: 'en_US', now: '2026-11-23T07:00' };
/**
 * Each row of a tab has formats in every cell, which cost what the figures cost: the add-on has to do with any number
 * of rows, and the tests of set up, of the sample and of the size have Sheets' 1000.
 */
const shortTab = 150;
const kept = new Map<string, KeptFirm>();

/** Without a firm no notice leaves; a test that is about mails to the office turns them on itself. */
const presets: Readonly<Record<string, string>> = {
  'Firm name': 'Our firm',
  'Office manager email': 'office@firm.example',
  'Daily digest': 'no',
  'Weekly mail': 'no',
  // Without a bank feed, so that the tests see bank and receivables too.
  'Cash side': 'bank and receivable',
};

function presetFirm({ engine }: Workbook): void {
  const tab = engine.tabs().find(({ name }) => name === 'Settings');
  const names = tab?.values({ row: 1, column: 1, rows: tab.lastRow(), columns: 1 }) ?? [];
  for (const [name, value] of Object.entries(presets)) {
    const row = names.findIndex(([cell]) => cell === name) + 1;
    tab?.write({ row, column: 2, rows: 1, columns: 1 }, [[{ value }]]);
  }
}

/** A workbook right after set up, with no tab more than that makes. */
export async function openNewFirm(place: Place = {}): Promise<Workbook> {
  const workbook = await openEmpty(place);
  await workbook.call('setUpWorkbook');
  return workbook;
}

/** A workbook that is set up: made once for a place, and opened anew from what that left for every test. */
export async function openFirm(place: Place = {}): Promise<Workbook> {
  const { timeZone, locale, now, mailQuota, rows } = { ...usual, rows: shortTab, ...place };
  const key = [timeZone, locale, now, rows].join();
  const firm = kept.get(key) ?? keepFirm(await setUpFirm(place));
  kept.set(key, firm);
  const workbook = await reopenFirm(firm, { bundle: built(), timeZone, locale, mailQuota, rows });
  letGoAfterTest(workbook.engine);
  return workbook;
}

/** A workbook of a firm as it was kept. */
export const openKept = (firm: KeptFirm): Promise<Workbook> =>
  reopenFirm(firm, { ...usual, bundle: built(), mailQuota: undefined, rows: shortTab });

/** For a test that tells times to the second: from here on no call takes any. */
export function withKindClock(book: Workbook): Workbook {
  book.world.millisecondsPerDataCall = 0;
  return book;
}

/** One of each group of tabs that set up does not make; where it stands, set up makes the whole group. */
const usedTabs = ['Templates', 'Journal', 'Statements', 'Clauses', 'Care plan'];

/** The long way, which takes five times as long; of a firm that has used every part of the add-on. */
export async function setUpFirm(place: Place = {}): Promise<Workbook> {
  const workbook = await openEmpty({ rows: shortTab, ...place });
  for (const name of usedTabs) workbook.engine.insertTab(name);
  await workbook.call('setUpWorkbook');
  presetFirm(workbook);
  await workbook.engine.settle();
  // What set up has shown is closed again.
  workbook.world.dialogs.length = 0;
  // Set up takes its minutes of the clock; the tests tell what happens from the named moment on.
  await workbook.advanceTo(place.now ?? usual.now);
  return workbook;
}

type Row = Readonly<Record<string, string>>;

/** Types a row below the last filled one, cell by cell under its headers, as a person would. */
export async function typeRow(workbook: Workbook, tab: string, row: Row): Promise<number> {
  const { place, cells } = placeOf(workbook, tab, row);
  for (const [column, typed] of cells) await workbook.edit(cellName(tab, column, place), typed);
  return place;
}

/** Pastes a row there: the add-on hears of it once, where typing is not what the test is about. */
export async function addRow(workbook: Workbook, tab: string, row: Row): Promise<number> {
  const { place, cells, isBlank } = placeOf(workbook, tab, row);
  const texts = new Map(cells);
  const [first, last] = [Math.min(...texts.keys()), Math.max(...texts.keys())];
  let pasted: string[] = [];
  for (let column = first; column <= last + 1; column++) {
    const text = texts.get(column) ?? (column < last && isBlank(column) ? '' : undefined);
    if (text !== undefined) pasted.push(text);
    else if (pasted.length > 0) {
      await workbook.edit(cellName(tab, column - pasted.length, place), [pasted]);
      pasted = [];
    }
  }
  return place;
}

/** The row below the last filled one, and its cells by column. */
function placeOf(workbook: Workbook, tab: string, row: Row) {
  const rows = workbook.print(tab);
  const headers = rows[0] ?? [];
  const filled = rows.findLastIndex(cells => cells.some(cell => cell !== '' && cell !== false));
  const cells = Object.entries(row).map(([header, typed]): [number, string] => {
    const column = headers.indexOf(header);
    if (column < 0) throw new Error(`No column ${header} in ${tab}`);
    return [column, typed];
  });
  const next = rows[filled + 1] ?? [];
  return { place: filled + 2, cells, isBlank: (column: number) => (next[column] ?? '') === '' };
}

const cellName = (tab: string, column: number, row: number) => `'${tab}'!${letters(column)}${row}`;

export function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Rows of a tab as objects by header. */
export function rowsOf(workbook: Workbook, tab: string, headerRow = 0): Record<string, unknown>[] {
  const rows = workbook.print(tab);
  const headers = (rows[headerRow] ?? []).map(String);
  return rows
    .slice(headerRow + 1)
    .filter(cells => cells.some(cell => cell !== '' && cell !== false))
    .map(cells => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])));
}

export function balanceRow(workbook: Workbook, client: string): Record<string, unknown> | undefined {
  return rowsOf(workbook, 'Balances', 1).find(row => row.Client === client);
}
