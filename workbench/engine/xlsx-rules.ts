/**
 * Lists, checkboxes and colours of a tab, to and from a sheet of an .xlsx file.
 */
import type { ConditionalFormattingOptions, DataValidation, ExpressionRuleType, Worksheet } from 'exceljs';
import type { TabContent } from './content';
import { absoluteReference, cellName, parseReference, sizeWithin } from './formula-references';
import type { Area, ColourRule, ValidationRule } from './spreadsheet';
import { formulaForFile, formulaFromFile } from './xlsx-formula';

interface RuleSheet {
  readonly conditionalFormattings?: readonly ConditionalFormattingOptions[];
  readonly dataValidations: {
    readonly model: Readonly<Record<string, DataValidation | undefined>>;
    add(area: string, rule: DataValidation): void;
  };
}

const CHECKBOX = '"TRUE,FALSE"';

/** `lastRow` is that of the tab. */
export function readRules(
  sheet: Worksheet,
  lastRow: number,
  locale: string,
): Pick<TabContent, 'validations' | 'colourRules'> {
  const { dataValidations, conditionalFormattings = [] } = sheet as unknown as RuleSheet;
  const cells = new Map<DataValidation, Area[]>();
  for (const [address, found] of Object.entries(dataValidations.model)) {
    const area = parseReference(address)?.area;
    if (found?.type === 'list' && area) cells.set(found, [...growColumn(cells.get(found) ?? [], area)]);
  }
  const validations = [...cells].flatMap(([found, areas]) => {
    const rule = validationFromFile(found, lastRow);
    return rule ? areas.map(area => ({ area, rule })) : [];
  });
  return { validations, colourRules: conditionalFormattings.flatMap(each => coloursFromFile(each, locale)) };
}

/** exceljs lists each cell by itself, down its column. */
function growColumn(areas: Area[], { row, column, rows, columns }: Area): Area[] {
  const above = areas.findIndex(area => area.column === column && area.row + area.rows === row);
  const grown = areas[above];
  if (grown) areas[above] = { ...grown, rows: grown.rows + rows };
  else areas.push({ row, column, rows, columns });
  return areas;
}

function validationFromFile(found: DataValidation, lastRow: number): ValidationRule | undefined {
  const formula = String(found.formulae[0] ?? '');
  const isWarning = found.errorStyle === 'warning' || found.errorStyle === 'information';
  const common = {
    allowInvalid: found.showErrorMessage !== true || isWarning,
    ...(found.prompt ? { helpText: found.prompt } : {}),
  };
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
