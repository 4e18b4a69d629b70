/** The builders of lists and checkboxes (`DataValidation`) and of colours (`ConditionalFormatRule`). */

import { absoluteReference } from '../engine/formula-references';
import type { ColourRule, ValidationRule } from '../engine/spreadsheet';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import type { RangeService } from './range';

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type ValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Format = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type FormatBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A finished rule, or one in the making. */
export class RuleHolder<Rule> {
  constructor(
    protected readonly run: ActiveRun,
    public rule: Rule,
  ) {}

  /** Gives the builder itself, for chaining. */
  protected with(change: Partial<Rule>): never {
    this.rule = { ...this.rule, ...change };
    return this as never;
  }
}

export function validationOf(run: ActiveRun, rule: ValidationRule): Validation {
  return expose(run, 'DataValidation', new RuleHolder(run, rule));
}

export function newDataValidation(run: ActiveRun): ValidationBuilder {
  const rule: ValidationRule = { kind: 'list', allowInvalid: true };
  return expose(run, 'DataValidationBuilder', new ValidationBuilderService(run, rule));
}

class ValidationBuilderService
  extends RuleHolder<ValidationRule>
  implements Emulates<ValidationBuilder, ValidationBuilderService>
{
  requireValueInList = (list: string[], _dropdown = true): ValidationBuilder =>
    this.with({ kind: 'list', list: list.map(String) });
  requireCheckbox = (): ValidationBuilder => this.with({ kind: 'checkbox' });
  setAllowInvalid = (allowInvalid: boolean): ValidationBuilder => this.with({ allowInvalid });
  setHelpText = (helpText: string): ValidationBuilder => this.with({ helpText });
  build = () => validationOf(this.run, this.rule);

  requireValueInRange(range: Range, _dropdown = true): ValidationBuilder {
    const { tab, area } = range as unknown as RangeService;
    return this.with({ kind: 'range', source: absoluteReference(tab.name, area) });
  }
}

class FormatService extends RuleHolder<ColourRule> implements Emulates<Format, FormatService> {
  getBooleanCondition = (): Condition =>
    expose(this.run, 'BooleanCondition', { getCriteriaValues: () => [this.rule.formula] });
}

export function formatOf(run: ActiveRun, rule: ColourRule): Format {
  return expose(run, 'ConditionalFormatRule', new FormatService(run, rule));
}

export function newConditionalFormatRule(run: ActiveRun): FormatBuilder {
  const rule: ColourRule = { areas: [], formula: '' };
  return expose(run, 'ConditionalFormatRuleBuilder', new FormatBuilderService(run, rule));
}

class FormatBuilderService
  extends RuleHolder<ColourRule>
  implements Emulates<FormatBuilder, FormatBuilderService>
{
  whenFormulaSatisfied = (formula: string): FormatBuilder => this.with({ formula });
  setBackground = (background: string): FormatBuilder => this.with({ background });
  setFontColor = (fontColor: string): FormatBuilder => this.with({ fontColor });
  setRanges = (ranges: Range[]): FormatBuilder =>
    this.with({ areas: (ranges as unknown as RangeService[]).map(range => range.area) });

  build(): Format {
    if (this.rule.formula === '') throw new Error('A conditional format rule needs a condition.');
    if (this.rule.areas.length === 0) throw new Error('A conditional format rule needs at least one range.');
    return formatOf(this.run, this.rule);
  }
}
