/**
 * Lists, checkboxes and colours of a tab, to and from a sheet of an .xlsx file.
 */
import type { ConditionalFormattingOptions, DataValidation, ExpressionRuleType, Worksheet } from 'exceljs';
import type { TabContent } from './content';
import { absoluteReference, cellName, parseReference, type Size, sizeWithin } from './formula-references';
import type { Area, ColourRule, ValidationRule } from './spreadsheet';
import { type FileValidation, withinTab } from './xlsx-areas';
import { formulaForFile, formulaFromFile } from './xlsx-formula';

interface RuleSheet {
  readonly conditionalFormattings?: readonly ConditionalFormattingOptions[];
  readonly dataValidations: {
    add(area: string, rule: DataValidation): void;
  };
}

const CHECKBOX = '"TRUE,FALSE"';

/** `size` is that of the tab. */
export function readRules(
  sheet: Worksheet,
  found: readonly FileValidation[],
  size: Size,
  locale: string,
): Pick<TabContent, 'validations' | 'colourRules'> {
  const { conditionalFormattings = [] } = sheet as unknown as RuleSheet;
  const validations = found.flatMap(each => {
    const rule = validationFromFile(each, size.rows);
    return rule
      ? each.areas.flatMap(area => withinTab(area, size).map(cells => ({ area: cells, rule })))
      : [];
  });
  return { validations, colourRules: conditionalFormattings.flatMap(each => coloursFromFile(each, locale)) };
}

function validationFromFile(found: FileValidation, lastRow: number): ValidationRule | undefined {
  const { formula } = found;
  const { type, errorStyle, prompt, showErrorMessage } = found.attributes;
  if (type !== 'list') return undefined;
  const isWarning = errorStyle === 'warning' || errorStyle === 'information';
  const isShown = showErrorMessage === '1' || showErrorMessage === 'true';
  const common = { allowInvalid: !isShown || isWarning, ...(prompt ? { helpText: prompt } : {}) };
  if (formula.toUpperCase() === CHECKBOX) return { kind: 'checkbox', ...common };
  if (formula.startsWith('"')) {
    const list = formula.slice(1, -1).replaceAll('""', '"').split(',');
    return { kind: 'list', list, ...common };
  }
  const source = formula.replace(/^=/, '');
  return parseReference(source) ? { kind: 'range', source: reopened(source, lastRow), ...common } : undefined;
}

/** A source that reaches the last row goes on for ever: a file cannot say so. */
function reopened(source: string, lastRow: number): string {
  const [, start = source, row = ''] = /^(.*:\$?[A-Z]+)\$?(\d+)$/.exec(source) ?? [];
  return row !== '' && Number(row) >= lastRow ? start : source;
}

export function writeRules(tab: TabContent, sheet: Worksheet, locale: string): void {
  const { dataValidations } = sheet as unknown as RuleSheet;
  for (const { area, rule } of tab.validations)
    dataValidations.add(rangeOf(area), validationForFile(rule, tab));
  for (const [index, { areas, formula, background, fontColor, bold }] of tab.colourRules.entries()) {
    const style: ExpressionRuleType['style'] = {
      font: { ...(bold ? { bold } : {}), ...(fontColor ? { color: { argb: argb(fontColor) } } : {}) },
      ...(background
        ? { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(background) } } }
        : {}),
    };
    const formulae = [formulaForFile(formula, locale)];
    const rule: ExpressionRuleType = { type: 'expression', priority: index + 1, formulae, style };
    sheet.addConditionalFormatting({ ref: areas.map(rangeOf).join(' '), rules: [rule] });
  }
}

function validationForFile(rule: ValidationRule, tab: TabContent): DataValidation {
  const list = `"${(rule.list ?? []).join(',').replaceAll('"', '""')}"`;
  const formula = { list, range: closed(rule.source ?? '', tab), checkbox: CHECKBOX }[rule.kind];
  return {
    type: 'list',
    formulae: [formula],
    allowBlank: true,
    showErrorMessage: !rule.allowInvalid,
    ...(rule.helpText ? { showInputMessage: true, prompt: rule.helpText } : {}),
  };
}

function closed(source: string, tab: TabContent): string {
  const reference = parseReference(source.replace(/^=/, ''));
  if (!reference) return source;
  const { area } = reference;
  return absoluteReference(reference.tab ?? tab.name, { ...area, ...sizeWithin(tab, area) });
}

function coloursFromFile({ ref, rules }: ConditionalFormattingOptions, locale: string): ColourRule[] {
  const areas = ref.split(/\s+/).flatMap(each => parseReference(each)?.area ?? []);
  return rules.flatMap(rule => {
    if (rule.type !== 'expression' || !rule.formulae?.[0]) return [];
    const { font, fill } = rule.style ?? {};
    const background = fill?.type === 'pattern' ? (fill.bgColor?.argb ?? fill.fgColor?.argb) : undefined;
    const formula = formulaFromFile(String(rule.formulae[0]), locale);
    return {
      areas,
      formula: formula ?? '',
      ...(background ? { background: rgb(background) } : {}),
      ...(font?.color?.argb ? { fontColor: rgb(font.color.argb) } : {}),
      ...(font?.bold ? { bold: true } : {}),
    };
  });
}

function argb(color: string): string {
  return `FF${color.replace(/^#/, '').toUpperCase()}`;
}

function rgb(color: string): string {
  return `#${color.slice(-6).toLowerCase()}`;
}

function rangeOf({ row, column, rows, columns }: Area): string {
  return `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;
}
