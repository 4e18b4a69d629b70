import { type RuleAnswer, ruleEffect } from '../../ledger/changes/rule-effect';
import {
  type Rule,
  type RuleForm,
  type RuleProblem,
  ruleFields,
  ruleNamed,
  rules,
} from '../../ledger/changes/rules-list';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { typedFields } from '../../ledger/reading/typed-fields';
import { foldHeader } from '../../ledger/sheet/headers';
import { memoryOf } from '../../workbook/last-dialog';
import { answerOnce } from '../../workbook/once';
import { type Book, ledgerOf, type OpenBook, openBook } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { writeCells } from '../../workbook/write-cells';
import { findRule, keysOf, notFound, type RuleCell, ruleValue, shownRule, wantedOf } from './rule-cell';

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
export function writeRule(book: Book, cache: Cache, [typed, seen, attempt]: readonly unknown[]): RuleAnswer {
  const isDone = (answer: RuleAnswer) => 'done' in answer;
  return answerOnce(cache, attempt, isDone, () => {
    const opened = openBook(book);
    const planned = planRule(book, opened, typed);
    if ('problems' in planned) return planned;
    if (seen !== JSON.stringify(planned.effect)) return { moved: planned.effect };
    const { tab, row, header, key, value, rule } = planned.cell;
    const before = tab.rows[row - 1]?.[tab.column(header) - 1] as string | number | boolean;
    const part = {
      tab: tab.name,
      headers: [key[0], header],
      rows: [[key[1], value]],
      before: [[key[1], before]],
    };
    book.store.write(memoryOf({ title: 'Change a rule', what: `${rule.name}: ${value}`, parts: [part] }));
    writeCells(tab.tab, [{ row, column: tab.column(header), value }]);
    return { done: planned.effect };
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
