/** Shows notes, looks, lists and colours in the grid. */

import type { IRange } from '@univerjs/core';
import { parseReference } from '../engine/formula-references';
import { toEnglish } from '../engine/formula-text';
import type { Area, ColourRule, ValidationRule } from '../engine/spreadsheet';
import type { Look, UniverParts } from '../engine/univer';
import { drawn } from './cell-look';

const NOTE = { width: 220, height: 80 };

export function createLook(parts: UniverParts): Look {
  const unitId = parts.book.getUnitId();
  /** What is shown of each tab, to be taken away when there is another. */
  const shown = new Map<string, string[]>();
  const renew = (key: string, ids: readonly string[], remove: (id: string) => void) => {
    for (const id of shown.get(key) ?? []) remove(id);
    shown.set(key, [...ids]);
  };
  return {
    styles(subUnitId, styles) {
      const cellValue: Record<number, Record<number, { s: object }>> = {};
      for (const [row, column, style] of styles) {
        cellValue[row - 1] = { ...cellValue[row - 1], [column - 1]: { s: drawn(style) } };
      }
      parts.run('sheet.mutation.set-range-values', { unitId, subUnitId, cellValue }, { onlyLocal: true });
    },
    notes(sheetId, notes) {
      for (const [row, column, note] of notes) {
        const place = { unitId, sheetId, row: row - 1, col: column - 1 };
        const text = { id: `note-${row}-${column}`, row: row - 1, col: column - 1, ...NOTE, note };
        if (note) parts.run('sheet.mutation.update-note', { ...place, note: text });
        else parts.run('sheet.mutation.remove-note', place);
      }
    },
    validations(subUnitId, rules) {
      const place = { unitId, subUnitId };
      const ids = rules.map((_, index) => `${subUnitId}-list-${index}`);
      renew(`lists ${subUnitId}`, ids, ruleId =>
        parts.run('data-validation.mutation.removeRule', { ...place, ruleId }),
      );
      for (const [index, { area, rule }] of rules.entries()) {
        const shownRule = { uid: ids[index], ranges: [rangeOf(area)], ...listOf(rule, parts, subUnitId) };
        parts.run('data-validation.mutation.addRule', { ...place, rule: shownRule });
      }
    },
    colours(subUnitId, rules) {
      const place = { unitId, subUnitId };
      const ids = rules.map((_, index) => `${subUnitId}-colour-${index}`);
      renew(`colours ${subUnitId}`, ids, cfId =>
        parts.run('sheet.mutation.delete-conditional-rule', { ...place, cfId }),
      );
      for (const [index, rule] of rules.entries()) {
        const shownRule = {
          cfId: ids[index],
          ranges: rule.areas.map(rangeOf),
          stopIfTrue: false,
          rule: colourOf(rule),
        };
        parts.run('sheet.mutation.add-conditional-rule', { ...place, rule: shownRule });
      }
    },
  };
}

function colourOf({ formula, background, fontColor, bold }: ColourRule) {
  const style = {
    ...(background && { bg: { rgb: background } }),
    ...(fontColor && { cl: { rgb: fontColor } }),
    ...(bold && { bl: 1 }),
  };
  return { type: 'highlightCell', subType: 'formula', value: toEnglish(formula, 'en_US'), style };
}

function listOf(rule: ValidationRule, parts: UniverParts, sheetId: string) {
  const common = {
    allowBlank: true,
    showErrorMessage: !rule.allowInvalid,
    errorStyle: rule.allowInvalid ? 2 : 1,
    showDropDown: true,
    renderMode: 1,
  };
  if (rule.kind === 'checkbox') return { type: 'checkbox', ...common };
  if (rule.kind === 'list')
    return { type: 'list', formula1: rule.list?.map(escaped).join(',') ?? '', ...common };
  return { type: 'list', formula1: `=${closed(rule.source ?? '', parts, sheetId)}`, ...common };
}

function escaped(word: string): string {
  return word.replaceAll(',', ' ');
}

/** The grid knows no column without an end. */
function closed(source: string, parts: UniverParts, sheetId: string): string {
  const text = source.replace(/^=/, '');
  const reference = parseReference(text);
  if (!reference || !text.includes(':') || Number.isFinite(reference.area.rows)) return text;
  const sheets = parts.book.getSheets();
  const sheet = sheets.find(each =>
    reference.tab === undefined ? each.getSheetId() === sheetId : each.getName() === reference.tab,
  );
  return `${text}$${sheet?.getRowCount() ?? 1000}`;
}

function rangeOf({ row, column, rows, columns }: Area): IRange {
  return {
    startRow: row - 1,
    startColumn: column - 1,
    endRow: row + rows - 2,
    endColumn: column + columns - 2,
  };
}
