/** `ConditionalFormatRule` and its builder: colours where a formula is true. */

import type { Area, ColourRule, TabEngine } from '../engine/spreadsheet';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { type RangeService, rangeOf } from './range';

type Google = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Range = GoogleAppsScript.Spreadsheet.Range;

export class ConditionalFormatRuleService implements Emulates<Google, ConditionalFormatRuleService> {
  constructor(
    protected readonly run: ActiveRun,
    protected tab: TabEngine | null,
    public rule: ColourRule,
  ) {}

  getRanges(): Range[] {
    const { tab } = this;
    return tab ? this.rule.areas.map(area => rangeOf(this.run, tab, area)) : [];
  }
  getBooleanCondition = (): Condition =>
    expose(this.run, 'BooleanCondition', new BooleanConditionService(this.rule));
  copy = (): Builder =>
    expose(this.run, 'ConditionalFormatRuleBuilder', new RuleBuilderService(this.run, this.tab, this.rule));
}

class BooleanConditionService implements Emulates<Condition, BooleanConditionService> {
  constructor(private readonly rule: ColourRule) {}
  getCriteriaType = () => 'CUSTOM_FORMULA' as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
  // biome-ignore lint/suspicious/noExplicitAny: Google declares criteria so
  getCriteriaValues = (): any[] => [this.rule.formula];
  getBackground = () => this.rule.background as string;
  getFontColor = () => this.rule.fontColor as string;
  getBold = () => this.rule.bold as boolean;
}

export function newConditionalFormatRule(run: ActiveRun): Builder {
  const service = new RuleBuilderService(run, null, { areas: [] as Area[], formula: '' });
  return expose(run, 'ConditionalFormatRuleBuilder', service);
}

class RuleBuilderService
  extends ConditionalFormatRuleService
  implements Emulates<Builder, RuleBuilderService>
{
  whenFormulaSatisfied = (formula: string) => this.with({ formula });
  setBackground = (background: string | null) => this.with(background === null ? {} : { background });
  setFontColor = (fontColor: string | null) => this.with(fontColor === null ? {} : { fontColor });
  setBold = (bold: boolean | null) => this.with(bold === null ? {} : { bold });

  setRanges(ranges: Range[]): Builder {
    const inner = ranges as unknown as RangeService[];
    this.tab = inner[0]?.tab ?? null;
    return this.with({ areas: inner.map(range => range.area) });
  }

  build(): Google {
    if (this.rule.formula === '') throw new Error('A conditional format rule needs a condition.');
    if (this.rule.areas.length === 0) throw new Error('A conditional format rule needs at least one range.');
    return expose(
      this.run,
      'ConditionalFormatRule',
      new ConditionalFormatRuleService(this.run, this.tab, this.rule),
    );
  }

  private with(change: Partial<ColourRule>): Builder {
    this.rule = { ...this.rule, ...change };
    return this as unknown as Builder;
  }
}
