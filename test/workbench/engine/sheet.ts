/**
 * A one-tab spreadsheet to try the engine on, addressed by A1 notation.
 */
import { createEngine, type EngineOptions } from '../../../workbench/engine/engine';
import { parseReference } from '../../../workbench/engine/formula-references';
import type { CustomFunction, RawValue, SpreadsheetEngine } from '../../../workbench/engine/spreadsheet';

export function openSheet(functions: Record<string, CustomFunction> = {}, options: EngineOptions = {}) {
  const engine = createEngine({ tabs: ['Sheet', 'Other tab'], ...options });
  engine.registerFunctions(new Map(Object.entries(functions)));
  return sheetOf(engine);
}

export function sheetOf(engine: SpreadsheetEngine) {
  const at = (address: string) => {
    const { tab: name = engine.tabs()[0]?.name, area } = parseReference(address) ?? {};
    const tab = engine.tabs().find(each => each.name === name);
    if (!tab || !area) throw new Error(`No such cells: ${address}`);
    return { tab, area };
  };
  /** Text that begins with `=` is a formula; rows of values fill the cells from the address on. */
  const put = (address: string, value: RawValue | readonly (readonly RawValue[])[]) => {
    const { tab, area } = at(address);
    const rows = Array.isArray(value) ? (value as readonly (readonly RawValue[])[]) : [[value as RawValue]];
    const inputs = rows.map(row =>
      row.map(each =>
        typeof each === 'string' && each.startsWith('=') ? { formula: each } : { value: each },
      ),
    );
    tab.write({ ...area, rows: rows.length, columns: rows[0]?.length ?? 1 }, inputs);
  };
  const values = (address: string) => at(address).tab.values(at(address).area);
  const value = (address: string) => values(address)[0]?.[0];
  const formula = (address: string) => at(address).tab.formulas(at(address).area)[0]?.[0];
  const format = (address: string) => at(address).tab.formats(at(address).area)[0]?.[0];
  const setFormat = (address: string, pattern: string) => {
    const { tab, area } = at(address);
    tab.setFormats(
      area,
      Array.from({ length: area.rows }, () => Array(area.columns).fill(pattern)),
    );
  };
  const name = (word: string, address: string) => {
    const { tab, area } = at(address);
    engine.setName(word, tab.name, area);
  };
  /** Puts the formula into Z1 and gives what it shows. */
  const shows = async (typed: string) => {
    put('Z1', typed);
    await engine.settle();
    return value('Z1');
  };
  return { engine, at, put, values, value, formula, format, setFormat, name, shows };
}
