/** What follows where results of formulas come to fill other cells than before. */
import { overlap } from './areas';
import type { FormulaCell } from './circles';
import type { Reference } from './formula-references';
import type { Area } from './spreadsheet';
import type { Tab } from './tab';

type References = ReadonlyMap<string, Reference>;

/** Notes what each formula fills now; whether formulas that read those cells are due, and circles may arise. */
export function noteSpills(tabs: readonly Tab[], references: References): boolean {
  let isDue = false;
  for (const tab of tabs) {
    const now = new Map(tab.spills().map(spill => [`${spill.row},${spill.column}`, spill]));
    for (const [row, column, formula] of tab.formulaCells.table.entries()) {
      const spill = now.get(`${row},${column}`);
      if (formula.circular || sameSize(spill, formula.spill)) continue;
      const areas = [spill, formula.spill].flatMap(area => area ?? []);
      formula.spill = spill;
      isDue ||= isBlocked(tab, areas, formula) || isRead(tabs, references, tab, areas);
    }
  }
  return isDue;
}

/** Whether another formula wants to fill some of these cells. */
function isBlocked(tab: Tab, areas: readonly Area[], own: FormulaCell): boolean {
  const corner = ({ row, column }: Area) => tab.formulaCells.table.get(row, column);
  return tab.cells.spills().some(spill => isHit(areas, spill) && corner(spill) !== own);
}

/** Whether a formula reads any of these cells: else nothing has to be worked out again. */
function isRead(tabs: readonly Tab[], references: References, tab: Tab, areas: readonly Area[]): boolean {
  return tabs.some(each =>
    [...each.formulaCells.table.entries()].some(([, , { reads }]) => {
      const named = reads.names.flatMap(name => references.get(name) ?? []);
      return [...reads.areas, ...named].some(
        ({ tab: of = each.name, area }) => of.toLowerCase() === tab.name.toLowerCase() && isHit(areas, area),
      );
    }),
  );
}

function isHit(areas: readonly Area[], other: Area): boolean {
  return areas.some(area => overlap(area, other));
}

function sameSize(a: Area | undefined, b: FormulaCell['spill']): boolean {
  return a?.rows === b?.rows && a?.columns === b?.columns;
}
