/** `RangeList`: cells in several places of one tab, which are changed in one call. */

import { grid } from '../engine/areas';
import type { Area, TabEngine } from '../engine/spreadsheet';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Google = GoogleAppsScript.Spreadsheet.RangeList;

export function rangeListOf(run: ActiveRun, tab: TabEngine, areas: readonly Area[]): Google {
  return expose(run, 'RangeList', new RangeListService(tab, areas));
}

class RangeListService implements Emulates<Google, RangeListService> {
  constructor(
    private readonly tab: TabEngine,
    private readonly areas: readonly Area[],
  ) {}

  clearContent(): Google {
    for (const area of this.areas)
      this.tab.write(
        area,
        grid(area, () => ({ value: '' })),
      );
    return this as unknown as Google;
  }
}
