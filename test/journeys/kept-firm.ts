/** A workbook as one opening left it, kept for the length of the process and opened again as often as it is asked for. */
import { startUniver } from '#univer';
import type { FormulaCell } from '../../workbench/engine/circles';
import type { Placed, TabContent } from '../../workbench/engine/content';
import { Engine } from '../../workbench/engine/engine';
import type { Tab } from '../../workbench/engine/tab';
import { linesOf } from '../../workbench/engine/tab-content';
import { Workbook } from '../../workbench/runtime';
import type { Bundle } from '../../workbench/services/bundle';
import { customFunctions } from '../../workbench/services/custom-functions';
import {
  createWorld,
  type KeptWorld,
  keepWorld,
  restoreWorld,
  type World,
} from '../../workbench/services/world';

/** What stands beside Univer's cells; a formula's spill is found anew when it is worked out. */
type KeptTab = Pick<TabContent, 'notes' | 'validations' | 'colourRules' | 'lines' | 'limits'> & {
  readonly looks: readonly Placed<object>[];
  readonly formulas: readonly Placed<Omit<FormulaCell, 'spill'>>[];
};

export interface KeptFirm {
  /** Univer's own tabs and styles, in JSON: every opening gets a copy. */
  readonly snapshot: string;
  readonly tabs: readonly KeptTab[];
  readonly names: ReturnType<Engine['names']>;
  readonly world: { readonly [field in PlainField]: unknown };
  readonly kept: KeptWorld;
  readonly executions: Workbook['executions'];
}

/** Plain fields of a world that a reload loses, and a workbook that stays open keeps. */
const alike = [
  'id',
  'user',
  'isAllowed',
  'caches',
  'locked',
  'menu',
  'dialogs',
  'messages',
  'answers',
  'log',
  'millisecondsPerDataCall',
  'active',
] as const satisfies readonly (keyof World)[];
type PlainField = (typeof alike)[number];

export function keepFirm({ engine, world, executions }: Workbook): KeptFirm {
  const { book } = engine.parts;
  const sheets = book.getSheets().map(sheet => sheet.getConfig());
  return {
    snapshot: JSON.stringify({ sheets, styles: book.getStyles().toJSON() }),
    tabs: engine.tabs().map(keptTab),
    names: engine.names(),
    world: structuredClone(
      Object.fromEntries(alike.map(field => [field, world[field]])),
    ) as KeptFirm['world'],
    kept: structuredClone(keepWorld(world)),
    executions: [...executions],
  };
}

function keptTab(tab: Tab): KeptTab {
  const { look, formulaCells } = tab;
  return {
    lines: linesOf(tab),
    limits: tab.limits.kept,
    notes: [...look.notes.entries()],
    validations: [...look.validations.entries()],
    colourRules: look.colourRules,
    looks: [...look.styles.entries()],
    formulas: [...formulaCells.table.entries()].map(([row, column, { spill: _, ...formula }]) => [
      row,
      column,
      formula,
    ]),
  };
}

export interface Reopening {
  readonly bundle: Bundle;
  readonly timeZone: string;
  readonly locale: string;
  readonly mailQuota: number | undefined;
  readonly rows: number | undefined;
}

/** The workbook as it was when it was kept, without any run of the add-on but its functions in cells. */
export async function reopenFirm(firm: KeptFirm, place: Reopening): Promise<Workbook> {
  const { bundle, mailQuota, ...where } = place;
  const engine = new Engine(startUniver(JSON.parse(firm.snapshot)), where);
  for (const { name, tab, area } of firm.names) engine.setName(name, tab, area);
  const world = createWorld({ engine, bundle, mailQuota });
  const workbook = new Workbook(world);
  engine.registerFunctions(customFunctions(world, record => workbook.keep(record)));
  for (const [index, tab] of engine.tabs().entries()) fill(tab, firm.tabs[index]);
  engine.changed('formulas');
  restoreWorld(world, structuredClone(firm.kept));
  await engine.settle();
  // Functions in cells have run once more for that: what they noted down was noted down already.
  for (const field of alike) put(world, field, structuredClone(firm.world[field]));
  workbook.executions.splice(0, Infinity, ...firm.executions);
  return workbook;
}

function fill(tab: Tab, kept: KeptTab | undefined): void {
  if (!kept) throw new Error(`The tab ${tab.name} was not kept.`);
  for (const [row, column, formula] of kept.formulas) tab.formulaCells.table.set(row, column, { ...formula });
  for (const [row, column, style] of kept.looks) tab.look.setStyle(row, column, style);
  for (const [row, column, note] of kept.notes) tab.look.setNote(row, column, note);
  for (const { area, rule } of kept.validations) tab.look.setValidation(area, rule);
  tab.look.setColourRules(kept.colourRules);
  for (const axis of ['row', 'column'] as const) if (kept.lines) tab.groups.restore(axis, kept.lines[axis]);
  if (kept.limits) tab.limits.restore(kept.limits);
}

/** Lists and maps are refilled: the workbook holds on to them. */
function put(world: World, field: PlainField, kept: unknown): void {
  const own: unknown = world[field];
  if (own instanceof Map && kept instanceof Map) {
    own.clear();
    for (const [key, value] of kept) own.set(key, value);
  } else if (Array.isArray(own) && Array.isArray(kept)) own.splice(0, Infinity, ...kept);
  else Object.assign(world, { [field]: kept });
}
