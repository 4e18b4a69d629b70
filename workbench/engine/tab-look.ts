/**
 * What is kept beside Univer's cells because Univer keeps it awkwardly without a page: notes, looks, lists, colours.
 *
 * In a page it is shown as well, all at once when a script has ended.
 */
import { positions, type Shift, shiftedArea } from './areas';
import { AreaTable, CellTable } from './cell-table';
import type { Placed } from './content';
import { parseReference, renamedReference } from './formula-references';
import type { Area, CellStyle, ColourRule, ValidationRule } from './spreadsheet';
import type { Look } from './univer';

export class TabLook {
  readonly notes = new CellTable<string>();
  readonly styles = new CellTable<CellStyle>();
  readonly validations = new AreaTable<ValidationRule>();
  #colourRules: readonly ColourRule[] = [];
  #unseen = nothing();

  get colourRules(): readonly ColourRule[] {
    return this.#colourRules;
  }

  setColourRules(rules: readonly ColourRule[]): void {
    this.#colourRules = [...rules];
    this.#unseen.colours = true;
  }

  setNote(row: number, column: number, note: string): void {
    this.notes.set(row, column, note || undefined);
    this.#unseen.notes.push([row, column, note]);
  }

  /** What is not mentioned stays as it is. */
  addStyle(area: Area, style: CellStyle): void {
    for (const [row, column] of positions(area)) {
      const before = this.styles.get(row, column);
      const font = { ...before?.font, ...style.font };
      this.setStyle(row, column, { ...before, ...style, ...(style.font ? { font } : {}) });
    }
  }

  setStyle(row: number, column: number, style: CellStyle): void {
    this.styles.set(row, column, style);
    this.#unseen.styles.push([row, column, style]);
  }

  setValidation(area: Area, rule: ValidationRule | null): void {
    this.validations.set(area, rule);
    this.#unseen.validations = true;
  }

  /** A list that is read from cells goes on reading them when their tab gets another name. */
  followRename(from: string, to: string): void {
    this.validations.replace(rule => {
      const source = rule.source === undefined ? undefined : parseReference(rule.source);
      if (source?.tab !== from) return rule;
      return { ...rule, source: renamedReference(rule.source ?? '', to) };
    });
    this.#unseen.validations = true;
  }

  shift(shift: Shift): void {
    for (const table of [this.notes, this.styles, this.validations]) table.shift(shift);
    this.#colourRules = this.#colourRules.flatMap(rule => {
      const areas = rule.areas.flatMap(area => shiftedArea(area, shift) ?? []);
      return areas.length > 0 ? [{ ...rule, areas }] : [];
    });
  }

  /** Shows colours that have changed: their formulas are worked out with all others, so they must come first. */
  showColours(look: Look | undefined, sheetId: string): void {
    if (this.#unseen.colours) look?.colours(sheetId, this.#colourRules);
    this.#unseen.colours = false;
  }

  /** Shows what else has changed since the last time. */
  show(look: Look | undefined, sheetId: string): void {
    const { styles, notes, validations } = this.#unseen;
    this.#unseen = nothing();
    if (!look) return;
    if (styles.length > 0) look.styles(sheetId, styles);
    if (notes.length > 0) look.notes(sheetId, notes);
    if (validations) look.validations(sheetId, this.validations.entries());
  }
}

function nothing() {
  return {
    styles: [] as Placed<CellStyle>[],
    notes: [] as Placed<string>[],
    validations: false,
    colours: false,
  };
}
