import {
  type Rule,
  type RuleAnswer,
  type RuleForm,
  type RuleProblem,
  ruleEffect,
  ruleFields,
  ruleNamed,
  rules,
} from '../../ledger/changes/rule-effect';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { typedFields } from '../../ledger/reading/typed-fields';
import { numberOfText } from '../../ledger/reading/values';
import { type Cell, cellText } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { foldName } from '../../ledger/units/names';
import { type Book, ledgerOf, type OpenBook, openBook } from '../../workbook/open-book';
import { changedCellsIn, writeAsSeen } from '../../workbook/seen-form';
import type { ReadTab } from '../../workbook/tabs';
import { soundTab } from '../../workbook/write-rows';

export function openRuleForm(book: Book): RuleForm {
  const opened = openBook(book, undefined, ['Clients', 'Blocks', 'Work types', 'Settings', 'Notices']);
  const clients = [...opened.ledger.clients.values()].filter(({ row }) => row > 0).map(({ name }) => name);
  const workTypes = keysOf(opened.tabs.get('Work types'), 'Work type').filter(name => name !== '');
  const valuesOf = (rule: Rule) => {
    const whose = rule.tab === 'Work types' ? workTypes : ['', ...(rule.ofClient ? clients : [])];
    return whose.map(name => [name, shownRule(findRule(opened, rule, name))] as const);
  };
  return {
    rules,
    clients,
    workTypes,
    values: Object.fromEntries(rules.map(rule => [rule.name, Object.fromEntries(valuesOf(rule))])),
  };
}

/** What the rule as typed would do; nothing is written. */
export function previewRule(book: Book, typed: unknown): RuleAnswer {
  const planned = planRule(book, openBook(book), typed);
  return 'problems' in planned ? planned : { moved: planned.effect };
}

/** Writes the rule into its cell, if it does what the page has shown. */
export function writeRule(book: Book, [typed, seen, attempt]: readonly unknown[]): RuleAnswer {
  return writeAsSeen<RuleAnswer>({
    ...{ book, title: 'Change a rule', attempt, seen },
    plan: () => {
      const planned = planRule(book, openBook(book), typed);
      if ('problems' in planned) return { instead: planned };
      const { cell, effect } = planned;
      const { tab, row, header, key, value, rule } = cell;
      return {
        ...changedCellsIn(tab, [key[0]], [{ row, column: tab.column(header), value }]),
        what: `${rule.name}: ${value}`,
        shown: { text: JSON.stringify(effect), instead: { moved: effect } },
        done: { done: effect },
      };
    },
  });
}

function planRule(
  book: Book,
  opened: OpenBook,
  given: unknown,
):
  | { readonly cell: RuleCell; readonly effect: ReturnType<typeof ruleEffect> }
  | { readonly problems: readonly RuleProblem[] } {
  const typed = typedFields(given, ruleFields);
  const rule = ruleNamed(typed.rule);
  if (!rule) return { problems: [{ field: 'rule', message: 'Choose the rule to change.' }] };
  const found = findRule(opened, rule, typed.whose);
  if (!found) return { problems: [{ field: 'whose', message: notFound(rule, typed.whose) }] };
  const value = ruleValue(rule, typed.value, typed.whose !== '' && rule.ofClient);
  if (value === undefined) return { problems: [{ field: 'value', message: wantedOf(rule) }] };
  const cell = { ...found, value };
  const after = ledgerWith(book, opened, cell);
  const problem = newIssue(opened.ledger, after, cell);
  if (problem) return { problems: [{ field: 'value', message: problem }] };
  return { cell, effect: ruleEffect(opened.ledger, after) };
}

/** The ledger as it would read with that cell: it passes the same reader as what stands in the sheet. */
function ledgerWith(book: Book, { ledger, tabs }: OpenBook, { tab, row, header, value }: RuleCell): Ledger {
  const columns = new Map(tab.cells.columns);
  const column = [...(columns.get(foldHeader(header)) || [])];
  column[row - 2] = value;
  columns.set(foldHeader(header), column);
  const changed = new Map(tabs).set(tab.name, { ...tab, cells: { ...tab.cells, columns } });
  return ledgerOf(book, changed, ledger.numbers.highest, 'all work');
}

/** What the reader says of the cell that it did not say before. */
function newIssue(before: Ledger, after: Ledger, { tab, row }: RuleCell): string | undefined {
  const known = new Set(before.issues.map(issueText));
  return after.issues.find(
    issue => issue.tab === tab.name && issue.row === row && !known.has(issueText(issue)),
  )?.message;
}

/** A cell that holds a rule, and what would stand in it. */
interface RuleCell {
  readonly rule: Rule;
  readonly tab: ReadTab;
  readonly row: number;
  readonly header: string;
  /** The first cell of the row, by which it is found again. */
  readonly key: readonly [header: string, text: string];
  readonly value: string | number | boolean;
}

/** Where a rule stands: for one client in its column, else in Settings; of a work type in its row. */
function findRule(opened: OpenBook, rule: Rule, whose: string): Omit<RuleCell, 'value'> | undefined {
  const place = (tab: ReadTab, keyHeader: string, key: string, header: string) => {
    const row = keysOf(tab, keyHeader).findIndex(name => foldName(name) === foldName(key)) + 2;
    const isThere = row > 1 && tab.column(header) > 0;
    return isThere ? { rule, tab, row, header, key: [keyHeader, key] as const } : undefined;
  };
  if (rule.tab === 'Work types') return place(soundTab(opened, 'Work types'), 'Work type', whose, rule.name);
  if (whose === '') return place(soundTab(opened, 'Settings'), 'Setting', rule.name, 'Value');
  return rule.ofClient ? place(soundTab(opened, 'Clients'), 'Client', whose, rule.name) : undefined;
}

function keysOf(tab: ReadTab | undefined, header: string): string[] {
  return (tab?.cells.columns.get(foldHeader(header)) || []).map(cellText);
}

/** As a person types it. */
function shownRule(cell: Omit<RuleCell, 'value'> | undefined): string {
  const value: Cell = cell?.tab.cells.columns.get(foldHeader(cell.header))?.[cell.row - 2] ?? '';
  if (cell?.rule.name === 'Tax (%)' && typeof value === 'number' && value <= 1)
    return `${Number((value * 100).toFixed(6))} %`;
  if (cell?.rule.name === 'Billable') return value === false || /^no$/i.test(cellText(value)) ? 'no' : 'yes';
  return cellText(value);
}

/** As it would stand in the cell; blank only for a client, who then has what holds for all. */
function ruleValue(
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

function wantedOf({ choices, name }: Rule): string {
  if (choices.length > 0) return `Choose ${choices.join(' or ')}.`;
  return name === 'Tax (%)' ? 'Type a percentage such as 19 %.' : 'Type a number such as 15 or 1.5.';
}

function notFound(rule: Rule, whose: string): string {
  if (rule.tab === 'Work types') return 'Choose one of the work types.';
  return whose === ''
    ? `Settings has no row "${rule.name}". Run More > Set up > Set up workbook, then try again.`
    : `${whose} is not in Clients. Choose one of the list, or leave it blank for all clients.`;
}
