/** `RangeList`: cells in several places of one tab, which are changed in one call. */

import { grid } from '../engine/areas';
import type { Area, TabEngine } from '../engine/spreadsheet';
import { writeScriptValues } from './cells';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Google = GoogleAppsScript.Spreadsheet.RangeList;

export function rangeListOf(run: ActiveRun, tab: TabEngine, areas: readonly Area[]): Google {
  return expose(run, 'RangeList', new RangeListService(run, tab, areas));
}

class RangeListService implements Emulates<Google, RangeListService> {
  constructor(
    private readonly run: ActiveRun,
    readonly tab: TabEngine,
    readonly areas: readonly Area[],
  ) {}

  clearContent(): Google {
    for (const area of this.areas)
      this.tab.write(
        area,
        grid(area, () => ({ value: '' })),
      );
    return this as unknown as Google;
  }

  setNumberFormat(format: string): Google {
    for (const area of this.areas)
      this.tab.setFormats(
        area,
        grid(area, () => format),
      );
    return this as unknown as Google;
  }

  setValue(value: unknown): Google {
    const { engine, clock } = this.run.world;
    for (const area of this.areas)
      writeScriptValues(
        engine,
        clock.now(),
        this.tab,
        area,
        grid(area, () => value),
      );
    return this as unknown as Google;
  }
}
