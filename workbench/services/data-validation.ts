/** `DataValidation` and its builder: lists, ranges and checkboxes. */

import type { ValidationRule } from '../engine/spreadsheet';
import { a1Of, areaOf, quoteTab, splitReference } from './a1';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { type RangeService, rangeOf } from './range';

type Google = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Criteria = GoogleAppsScript.Spreadsheet.DataValidationCriteria;

const criteria = { list: 'VALUE_IN_LIST', range: 'VALUE_IN_RANGE', checkbox: 'CHECKBOX' } as const;

export class DataValidationService implements Emulates<Google, DataValidationService> {
  constructor(
    protected readonly run: ActiveRun,
    public rule: ValidationRule,
  ) {}

  getCriteriaType = () => criteria[this.rule.kind] as unknown as Criteria;
  getAllowInvalid = () => this.rule.allowInvalid;
  getHelpText = () => (this.rule.helpText ?? null) as string;
  copy = () => newDataValidation(this.run, this.rule);

  // biome-ignore lint/suspicious/noExplicitAny: Google declares criteria so
  getCriteriaValues(): any[] {
    if (this.rule.kind === 'list') return [[...(this.rule.list ?? [])], true];
    return this.rule.kind === 'range' ? [this.sourceRange(), true] : [];
  }

  private sourceRange() {
    const { tab: name, cells } = splitReference(this.rule.source ?? '');
    const tab = this.run.world.engine.tabs().find(each => each.name === name);
    const area = tab && areaOf(cells, { maxRows: tab.maxRows(), maxColumns: tab.maxColumns() });
    return tab && area ? rangeOf(this.run, tab, area) : null;
  }
}

export function newDataValidation(run: ActiveRun, rule?: ValidationRule): Builder {
  return expose(run, 'DataValidationBuilder', new DataValidationBuilderService(run, rule));
}

class DataValidationBuilderService
  extends DataValidationService
  implements Emulates<Builder, DataValidationBuilderService>
{
  constructor(run: ActiveRun, rule: ValidationRule = { kind: 'list', allowInvalid: true }) {
    super(run, rule);
  }

  requireValueInList = (list: string[], _dropdown = true) =>
    this.with({ kind: 'list', list: list.map(String) });
  requireCheckbox = () => this.with({ kind: 'checkbox' });
  setAllowInvalid = (allowInvalid: boolean) => this.with({ allowInvalid });
  setHelpText = (helpText: string) => this.with({ helpText });

  requireValueInRange(range: GoogleAppsScript.Spreadsheet.Range, _dropdown = true): Builder {
    const { tab, area } = range as unknown as RangeService;
    return this.with({ kind: 'range', source: `${quoteTab(tab.name)}!${a1Of(area, '$')}` });
  }

  build(): Google {
    return expose(this.run, 'DataValidation', new DataValidationService(this.run, this.rule));
  }

  private with(change: Partial<ValidationRule>): Builder {
    this.rule = { ...this.rule, ...change };
    return this as unknown as Builder;
  }
}
