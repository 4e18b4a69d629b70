/** How a client stands, read from the Balances tab as anybody would. */

import type { Workbook } from '../../runtime';

export interface Standing {
  readonly hours: number;
  readonly state: string;
  /** Of the tab, from 1. */
  readonly row: number;
}

export function standingOf(workbook: Workbook, client: string): Standing | undefined {
  if (!hasTab(workbook, 'Balances')) return undefined;
  const rows = workbook.print('Balances');
  const headers = rows.find(row => row.includes('Client') && row.includes('State')) ?? [];
  const row = rows.findIndex(each => each[headers.indexOf('Client')] === client);
  const cell = (name: string) => rows[row]?.[headers.indexOf(name)];
  return row < 0
    ? undefined
    : { hours: Number(cell('Hours left')), state: String(cell('State')), row: row + 1 };
}

export function hasTab({ engine }: Workbook, name: string): boolean {
  return engine.tabs().some(tab => tab.name === name);
}

/** Cells to type into the first row of a tab that is free, by the names of its columns. */
export function nextRow(workbook: Workbook, tab: string, cells: Readonly<Record<string, string>>) {
  const [headers = [], ...rows] = workbook.print(tab);
  const row = rows.findLastIndex(each => each.some(value => value !== '')) + 3;
  const edits = Object.entries(cells).flatMap(([name, typed]) => {
    const column = headers.indexOf(name);
    return column < 0 ? [] : [{ reference: `${tab}!${String.fromCharCode(65 + column)}${row}`, typed }];
  });
  return { row, edits };
}
