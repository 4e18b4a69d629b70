/** `NamedRange`: a name that formulas may use for an area. */

import type { ActiveRun } from './execution';
import type { Emulates } from './expose';
import { type RangeService, rangeOf } from './range';

type Google = GoogleAppsScript.Spreadsheet.NamedRange;

export class NamedRangeService implements Emulates<Google, NamedRangeService> {
  constructor(
    private readonly run: ActiveRun,
    private name: string,
  ) {}

  getName = () => this.name;

  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { tab, area } = this.current();
    const found = this.run.world.engine.tabs().find(each => each.name === tab);
    if (!found) throw new Error(`The named range "${this.name}" points nowhere.`);
    return rangeOf(this.run, found, area);
  }

  setRange(range: GoogleAppsScript.Spreadsheet.Range): Google {
    const { tab, area } = range as unknown as RangeService;
    this.run.world.engine.setName(this.name, tab.name, area);
    return this as unknown as Google;
  }

  remove(): void {
    this.run.world.engine.removeName(this.name);
  }

  private current() {
    const named = this.run.world.engine.names().find(each => each.name === this.name);
    if (!named) throw new Error(`The named range "${this.name}" does not exist.`);
    return named;
  }
}
