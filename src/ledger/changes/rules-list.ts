import { overageChoices, roundPerChoices } from '../model/settings';
import type { FieldProblem } from '../reading/typed-fields';

/** A rule that *Change a rule* can change: a row of Settings, which a client may have in its own column, or of Work types. */
export interface Rule {
  /** As it is called in the sheet: the setting and column, or the column of Work types. */
  readonly name: string;
  readonly tab: 'Settings' | 'Work types';
  /** Whether Clients has a column of it. */
  readonly ofClient: boolean;
  /** The words that it may have; a number where there are none. */
  readonly choices: readonly string[];
}

const setting = (name: string, ofClient: boolean, choices: readonly string[] = []): Rule => ({
  name,
  tab: 'Settings',
  ofClient,
  choices,
});

/** All that decide what work is charged, in which order it counts, or what it is worth in the books. */
export const rules: readonly Rule[] = [
  setting('Round up to (min)', true),
  setting('Minimum (min)', true),
  setting('Round per', true, roundPerChoices),
  setting('Overage', true, overageChoices),
  setting('Normal rate', true),
  setting('Tax (%)', true),
  setting('Unpaid blocks', false, ['use', 'wait']),
  setting('Expired hours', false, ['keep', 'breakage']),
  { name: 'Multiplier', tab: 'Work types', ofClient: false, choices: [] },
  { name: 'Billable', tab: 'Work types', ofClient: false, choices: ['yes', 'no'] },
];

export function ruleNamed(name: string): Rule | undefined {
  return rules.find(rule => rule.name === name);
}

/** What a person types into *Change a rule*: `whose` is a client or a work type; blank: all clients. */
export const ruleFields = ['rule', 'whose', 'value'] as const;
export type RuleField = (typeof ruleFields)[number];
export type RuleProblem = FieldProblem<RuleField>;

/** What *Change a rule* opens with; `values` are those that stand in the sheet, by rule and by whose it is. */
export interface RuleForm {
  readonly rules: readonly Rule[];
  readonly clients: readonly string[];
  readonly workTypes: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
