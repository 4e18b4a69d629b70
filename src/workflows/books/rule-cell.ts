import type { Rule } from '../../ledger/changes/rules-list';
import { numberOfText } from '../../ledger/reading/values';
import { type Cell, cellText } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { foldName } from '../../ledger/units/names';
import type { OpenBook } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import { soundTab } from '../../workbook/write-rows';

/** A cell that holds a rule, and what would stand in it. */
export interface RuleCell {
  readonly rule: Rule;
  readonly tab: ReadTab;
  readonly row: number;
  readonly header: string;
  /** The first cell of the row, by which it is found again. */
  readonly key: readonly [header: string, text: string];
  readonly value: string | number | boolean;
}

/** Where a rule stands: for one client in its column, else in Settings; of a work type in its row. */
export function findRule(opened: OpenBook, rule: Rule, whose: string): Omit<RuleCell, 'value'> | undefined {
  const place = (tab: ReadTab, keyHeader: string, key: string, header: string) => {
    const row = keysOf(tab, keyHeader).findIndex(name => foldName(name) === foldName(key)) + 2;
    const isThere = row > 1 && tab.column(header) > 0;
    return isThere ? { rule, tab, row, header, key: [keyHeader, key] as const } : undefined;
  };
  if (rule.tab === 'Work types') return place(soundTab(opened, 'Work types'), 'Work type', whose, rule.name);
  if (whose === '') return place(soundTab(opened, 'Settings'), 'Setting', rule.name, 'Value');
  return rule.ofClient ? place(soundTab(opened, 'Clients'), 'Client', whose, rule.name) : undefined;
}

export function keysOf(tab: ReadTab | undefined, header: string): string[] {
  return (tab?.cells.columns.get(foldHeader(header)) || []).map(cellText);
}

/** As a person types it. */
export function shownRule(cell: Omit<RuleCell, 'value'> | undefined): string {
  const value: Cell = cell?.tab.cells.columns.get(foldHeader(cell.header))?.[cell.row - 2] ?? '';
  if (cell?.rule.name === 'Tax (%)' && typeof value === 'number' && value <= 1)
    return `${Number((value * 100).toFixed(6))} %`;
  if (cell?.rule.name === 'Billable') return value === false || /^no$/i.test(cellText(value)) ? 'no' : 'yes';
  return cellText(value);
}

/** As it would stand in the cell; blank only for a client, who then has what holds for all. */
export function ruleValue(
  { name, choices }: Rule,
  typed: string,
  mayBeBlank: boolean,
): RuleCell['value'] | undefined {
  const text = typed.trim();
  if (text === '') return mayBeBlank ? '' : undefined;
  if (name === 'Billable') return choices.includes(text) ? text === 'yes' : undefined;
  if (choices.length > 0) return choices.find(choice => choice === text);
  const [, percent] = /^(.*?)\s*%$/.exec(text) || [];
  const number = numberOfText(percent ?? text);
  if (!/^\d{1,9}([.,]\d{1,9})?$/.test(percent ?? text)) return undefined;
  return name === 'Tax (%)' && (percent !== undefined || number > 1) ? number / 100 : number;
}

export function wantedOf({ choices, name }: Rule): string {
  if (choices.length > 0) return `Choose ${choices.join(' or ')}.`;
  return name === 'Tax (%)' ? 'Type a percentage such as 19 %.' : 'Type a number such as 15 or 1.5.';
}

export function notFound(rule: Rule, whose: string): string {
  if (rule.tab === 'Work types') return 'Choose one of the work types.';
  return whose === ''
    ? `Settings has no row "${rule.name}". Run Block Ledger > Set up workbook, then try again.`
    : `${whose} is not in Clients. Choose one of the list, or leave it blank for all clients.`;
}
