/** A hand-made bundle whose functions do what a test hands them as text, so that each test shows its own script. */

import { createEngine } from '../../../workbench/engine/engine';
import { type OpenOptions, openWorkbook, type Workbook } from '../../../workbench/runtime';
import { createBundle } from '../../../workbench/services/bundle';

export const allScopes = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.scriptapp',
  'script.send_mail',
].map(scope => `https://www.googleapis.com/auth/${scope}`);

interface Setup extends Partial<Omit<OpenOptions, 'engine' | 'bundle'>> {
  /** Whole functions to add, such as `onEdit`. */
  readonly code?: string;
  readonly scopes?: readonly string[];
  readonly pages?: Readonly<Record<string, string>>;
  /** Of the spreadsheet. */
  readonly timeZone?: string;
  readonly locale?: string;
  /** Of the manifest. */
  readonly scriptZone?: string;
  readonly tabs?: readonly string[];
}

export function smallBundle({
  code = '',
  scopes = allScopes,
  pages = {},
  scriptZone = 'Etc/UTC',
}: Setup = {}) {
  const evaluate = 'function evaluate(body, argument) { return new Function("argument", body)(argument); }';
  return createBundle({
    code: `${evaluate}\n${code}`,
    manifest: { timeZone: scriptZone, oauthScopes: scopes },
    pages,
  });
}

export async function openSmall(setup: Setup = {}): Promise<Workbook> {
  const {
    timeZone = 'Etc/UTC',
    locale = 'en_US',
    tabs = ['Sheet1'],
    now = '2026-11-23T07:00',
    ...rest
  } = setup;
  const engine = createEngine({ timeZone, locale, tabs });
  return openWorkbook({ engine, bundle: smallBundle(setup), now, ...rest });
}

/** Runs the text as the body of a function in a menu run; `sheet` and `book` are at hand. */
export function script(workbook: Workbook, body: string, argument?: unknown): Promise<unknown> {
  const begin = 'const book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0];';
  return workbook.call('evaluate', `${begin}\n${body}`, argument);
}

/** As `script`, without touching any service by itself. */
export function bare(workbook: Workbook, body: string, argument?: unknown): Promise<unknown> {
  return workbook.call('evaluate', body, argument);
}
