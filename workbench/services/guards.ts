/** What stands in the way of a call on cells, in Google's words: a tab without a grid, a protection, a typed column. */

import { inside, overlap } from '../engine/areas';
import type { Area, ColourRule, TabEngine } from '../engine/spreadsheet';
import { type Protection, reachesOutside } from '../engine/tab-limits';
import type { RuleHolder } from './rule-builders';
import type { MethodRule } from './rule-table';
import type { World } from './world';

const protectedCell =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const typedColumn = 'This operation is not allowed on cells in typed columns.';

/** What a tab that is no grid answers to; everything else of a `Sheet` is about cells. */
const ofEveryTab = /^(getName|setName|getSheetId|getParent|getType|hideSheet|protect|getProtections)$/;

const ofCells = new Set(['Sheet', 'Range', 'RangeList', 'Group', 'Protection']);

/** What a service object is about: a tab and, but for a `Sheet`, cells in it. */
interface Target {
  readonly tab?: TabEngine;
  readonly area?: Area;
  readonly areas?: readonly Area[];
  readonly protection?: Protection;
}

export interface GuardedCall {
  readonly service: string;
  readonly method: string;
  readonly rule: MethodRule;
  readonly target: object;
  readonly args: readonly unknown[];
}

/** Null where nothing does. The words for a chart's tab are reported ones; for a connected sheet they are taken to be alike. */
export function obstacleTo(world: World, call: GuardedCall): string | null {
  const { service, method, rule, args } = call;
  if (service === 'Spreadsheet' && method === 'deleteSheet')
    return protectedFrom(world, (args[0] as { tab: TabEngine }).tab, 'everything');
  if (!ofCells.has(service)) return null;
  const { tab, area, areas = area ? [area] : [], protection } = call.target as Target;
  if (service === 'Sheet' && tab && tab.limits.kind !== 'GRID' && !ofEveryTab.test(method))
    return `The action is not supported for ${tab.limits.kind} sheet.`;
  if (!rule.writes) return null;
  if (protection) return mayEdit(world, protection) ? null : protectedCell;
  if (!tab) return null;
  if (areas.length > 0) return protectedFrom(world, tab, areas) ?? typedIn(tab, method, areas);
  return protectedFrom(world, tab, null) ?? linesRefused(world, tab, method, args);
}

/**
 * What Google says where the person may not edit all of these cells; null stands for the tab itself, apart from its
 * cells, and `everything` for both.
 */
export function protectedFrom(
  world: World,
  tab: TabEngine,
  cells: readonly Area[] | null | 'everything',
): string | null {
  const isHit = (protection: Protection) => {
    const { area, unprotected } = protection;
    if (cells === 'everything') return true;
    if (area) return cells?.some(each => overlap(each, area));
    return cells ? cells.some(each => reachesOutside(each, unprotected)) : true;
  };
  return inTheWay(world, tab).some(isHit) ? protectedCell : null;
}

/** The owner always may; what only warns stops nobody. */
export function mayEdit({ owner, user }: World, { isWarningOnly, editors }: Protection): boolean {
  return isWarningOnly || user === owner || editors.includes(user);
}

function inTheWay(world: World, tab: TabEngine): Protection[] {
  return tab.limits.protections.filter(protection => !mayEdit(world, protection));
}

/** Whole rows and columns, and colours, reach cells of protected ranges. */
function linesRefused(
  world: World,
  tab: TabEngine,
  method: string,
  [first, second]: readonly unknown[],
): string | null {
  const [at, count] = [Number(first), Number(second)];
  const [rows, columns] = [tab.maxRows(), tab.maxColumns()];
  switch (method) {
    case 'deleteRows':
      return protectedFrom(world, tab, [{ row: at, column: 1, rows: count, columns }]);
    case 'insertRowsAfter':
      return grows(world, tab, area => ({ ...area, row: at, rows: 1 }), { row: at + 1, isEnd: at === rows });
    case 'insertColumnsAfter': {
      const end = { column: at + 1, isEnd: at === columns };
      return grows(world, tab, area => ({ ...area, column: at, columns: 1 }), end);
    }
    case 'setConditionalFormatRules':
      return protectedFrom(
        world,
        tab,
        (first as RuleHolder<ColourRule>[]).flatMap(({ rule }) => rule.areas),
      );
    default:
      return null;
  }
}

/** Lines put inside a protected range make it larger, which those who may not edit it may not do; as people report it. */
function grows(
  world: World,
  tab: TabEngine,
  lineOf: (area: Area) => Area,
  { isEnd, ...next }: { readonly row?: number; readonly column?: number; readonly isEnd: boolean },
): string | null {
  const isInside = ({ area }: Protection) => {
    if (!area || !overlap(area, lineOf(area))) return false;
    // A whole column reaches to the end of the tab, wherever that is.
    return isEnd || inside(area, next.row ?? area.row, next.column ?? area.column);
  };
  return inTheWay(world, tab).some(isInside) ? protectedCell : null;
}

function typedIn({ limits: { table } }: TabEngine, method: string, areas: readonly Area[]): string | null {
  if (!table || !areas.some(area => overlap(area, table.body))) return null;
  if (/^setDataValidations?$/.test(method)) return typedColumn;
  return table.refusesFormats && /^setNumberFormats?$/.test(method) ? typedColumn : null;
}
