/** A workbook of a small firm, set up through the built add-on, for tests that walk the whole way. */
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../workbench/engine/engine';
import { readBundle } from '../../workbench/node/read-bundle';
import { openWorkbook, type Workbook } from '../../workbench/runtime';
import type { Bundle } from '../../workbench/services/bundle';
import { type KeptFirm, keepFirm, reopenFirm } from './kept-firm';

export interface Place {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly now?: string;
  readonly mailQuota?: number;
}

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Compiled once, as Google does too. */
let bundle: Bundle | undefined;
const built = () => {
  bundle ??= readBundle(dist);
  return bundle;
};

export async function openEmpty(place: Place = {}): Promise<Workbook> {
  const { timeZone, locale, now, mailQuota } = { ...usual, ...place };
  const engine = createEngine({ timeZone, locale });
  return openWorkbook({ engine, bundle: built(), now, ...(mailQuota !== undefined && { mailQuota }) });
}

const usual = { timeZone: 'Etc/UTC', locale: 'en_US', now: '2026-11-23T07:00' };
const kept = new Map<string, KeptFirm>();

/** A workbook that is set up: made once for a place, and opened anew from what that left for every test. */
export async function openFirm(place: Place = {}): Promise<Workbook> {
  const { timeZone, locale, now, mailQuota } = { ...usual, ...place };
  const key = [timeZone, locale, now].join();
  const firm = kept.get(key) ?? keepFirm(await setUpFirm(place));
  kept.set(key, firm);
  return reopenFirm(firm, { bundle: built(), timeZone, locale, mailQuota });
}

/** The long way, which takes five times as long. */
export async function setUpFirm(place: Place = {}): Promise<Workbook> {
  const workbook = await openEmpty(place);
  await workbook.call('setUpWorkbook');
  return workbook;
}

/** Types a row below the last filled one, cell by cell under its headers, as a person would. */
export async function addRow(
  workbook: Workbook,
  tab: string,
  row: Readonly<Record<string, string>>,
): Promise<number> {
  const rows = workbook.print(tab);
  const headers = rows[0] ?? [];
  const filled = rows.findLastIndex(cells => cells.some(cell => cell !== '' && cell !== false));
  const place = filled + 2;
  for (const [header, typed] of Object.entries(row)) {
    const column = headers.indexOf(header);
    if (column < 0) throw new Error(`No column ${header} in ${tab}`);
    await workbook.edit(`'${tab}'!${letters(column)}${place}`, typed);
  }
  return place;
}

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
