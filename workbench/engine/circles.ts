/**
 * Finds the formulas that depend on themselves. Univer does not look through custom functions; Sheets does.
 */
import { inside, overlap } from './areas';
import type { CellTable } from './cell-table';
import type { Reads, Reference } from './formula-references';
import type { Area } from './spreadsheet';

export interface FormulaCell {
  readonly typed: string;
  /** What Univer works out instead, when the formula is in no circle. */
  readonly univer: string;
  readonly reads: Reads;
  circular: boolean;
  /** The cell had no number format when the formula was written: one that a result brings goes with the formula. */
  formatIsAutomatic?: boolean;
  /** The area that its result filled when it was last worked out. */
  spill?: Area | undefined;
}

export interface FormulaTab {
  readonly name: string;
  readonly formulas: CellTable<FormulaCell>;
}

interface Node {
  readonly formula?: FormulaCell;
  readonly next: () => Iterable<Node>;
  order: number;
  low: number;
  open: boolean;
}

export function findCircles(
  tabs: readonly FormulaTab[],
  names: ReadonlyMap<string, Reference>,
): ReadonlySet<FormulaCell> {
  const graph = new FormulaGraph(tabs, names);
  const circular = new Set<FormulaCell>();
  for (const group of mutuallyReachable(graph.formulas)) {
    if (group.length > 1) for (const { formula } of group) if (formula) circular.add(formula);
  }
  return circular;
}

/** Formulas lead to the areas they read, areas to the formulas in them: each area is looked up once, not per formula. */
class FormulaGraph {
  readonly formulas: Node[] = [];
  readonly #areas = new Map<string, Node>();
  readonly #tabs = new Map<string, { columns: Map<number, Map<number, Node>>; spills: [Area, Node][] }>();
  readonly #names: ReadonlyMap<string, Reference>;

  constructor(tabs: readonly FormulaTab[], names: ReadonlyMap<string, Reference>) {
    this.#names = names;
    for (const { name, formulas } of tabs) {
      const columns = new Map<number, Map<number, Node>>();
      const spills: [Area, Node][] = [];
      for (const [row, column, formula] of formulas.entries()) {
        const node: Node = {
          formula,
          next: () => this.#readBy(formula.reads, name),
          order: 0,
          low: 0,
          open: false,
        };
        this.formulas.push(node);
        columns.set(column, (columns.get(column) ?? new Map()).set(row, node));
        if (formula.spill) spills.push([formula.spill, node]);
      }
      this.#tabs.set(name.toLowerCase(), { columns, spills });
    }
  }

  #readBy({ areas, names }: Reads, ownTab: string): Node[] {
    const named = names.flatMap(name => this.#names.get(name) ?? []);
    return [...areas, ...named].map(({ tab = ownTab, area }) => this.#area(tab.toLowerCase(), area));
  }

  #area(tab: string, area: Area): Node {
    const key = `${tab}!${area.row},${area.column},${area.rows},${area.columns}`;
    let node = this.#areas.get(key);
    if (!node) {
      node = { next: () => this.#within(tab, area), order: 0, low: 0, open: false };
      this.#areas.set(key, node);
    }
    return node;
  }

  *#within(tab: string, area: Area): Generator<Node> {
    const { columns, spills } = this.#tabs.get(tab) ?? {
      columns: new Map<number, Map<number, Node>>(),
      spills: [],
    };
    if (area.rows === 1 && area.columns === 1) {
      const node = columns.get(area.column)?.get(area.row);
      if (node) yield node;
    } else {
      for (const [column, rows] of columns) {
        if (column < area.column || column >= area.column + area.columns) continue;
        for (const [row, node] of rows) if (inside(area, row, column)) yield node;
      }
    }
    for (const [spill, node] of spills) if (overlap(spill, area)) yield node;
  }
}

/** Tarjan's strongly connected components, without recursion: a chain of formulas may be longer than the stack. */
function* mutuallyReachable(roots: readonly Node[]): Generator<Node[]> {
  const open: Node[] = [];
  let count = 0;
  const enter = (node: Node) => {
    node.order = node.low = ++count;
    node.open = true;
    open.push(node);
    return { node, next: node.next()[Symbol.iterator]() };
  };
  for (const root of roots) {
    if (root.order > 0) continue;
    const path = [enter(root)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { done, value: child } = step.next.next();
      if (!done) {
        if (child.order === 0) path.push(enter(child));
        else if (child.open) step.node.low = Math.min(step.node.low, child.order);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent) parent.low = Math.min(parent.low, step.node.low);
      if (step.node.low === step.node.order) yield closeGroup(open, step.node);
    }
  }
}

function closeGroup(open: Node[], last: Node): Node[] {
  const group = open.splice(open.lastIndexOf(last));
  for (const node of group) node.open = false;
  return group;
}
