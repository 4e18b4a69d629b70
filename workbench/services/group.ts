/** `Group`: rows or columns that fold away together. */

import type { Axis, LineSpan } from '../engine/line-groups';
import type { Area, TabEngine } from '../engine/spreadsheet';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { rangeOf } from './range';

type Google = GoogleAppsScript.Spreadsheet.Group;

/** The group at this depth around a line; Google fails where there is none. */
export function groupOf(run: ActiveRun, tab: TabEngine, axis: Axis, line: number, depth: number): Google {
  const lines = tab.groups.at(axis, line, depth);
  if (!lines) throw new Error(`A ${axis} group does not exist at index ${line} and group depth ${depth}.`);
  return expose(run, 'Group', new GroupService(run, tab, axis, lines, depth));
}

class GroupService implements Emulates<Google, GroupService> {
  constructor(
    private readonly run: ActiveRun,
    readonly tab: TabEngine,
    private readonly axis: Axis,
    private readonly lines: LineSpan,
    private readonly depth: number,
  ) {}

  getDepth = () => this.depth;
  getRange = () => rangeOf(this.run, this.tab, this.#area());
  /** Where the sign stands: beside the lines, on the side that the tab has chosen. */
  getControlIndex = () =>
    this.tab.groups.isControlBefore[this.axis] ? this.lines.first - 1 : this.lines.first + this.lines.count;
  isCollapsed = () => this.tab.isHidden(this.axis, this.lines.first);

  collapse = () => this.#done(this.tab.hideLines(this.axis, this.lines));
  expand = () => this.#done(this.tab.showLines(this.axis, this.lines));
  remove(): void {
    this.tab.groups.deepen(this.axis, this.lines, -1);
  }

  #area(): Area {
    const { first, count } = this.lines;
    return this.axis === 'row'
      ? { row: first, column: 1, rows: count, columns: this.tab.maxColumns() }
      : { row: 1, column: first, rows: this.tab.maxRows(), columns: count };
  }

  #done(_: unknown): Google {
    return this as unknown as Google;
  }
}
