/** The bundle's functions for cells: each call is a run of its own that may read but not write. */

import type { CustomFunction } from '../engine/spreadsheet';
import { instantOfSerial, serialOfInstant } from '../engine/zone';
import type { Execution } from './execution';
import { isDate } from './realm';
import { runFunction } from './run';
import type { World } from './world';

export function customFunctions(
  world: World,
  finished: (record: Execution) => void,
): ReadonlyMap<string, CustomFunction> {
  const { timeZone } = world.engine;
  const callOf =
    (name: string): CustomFunction =>
    args => {
      const { record, result, error } = runFunction(world, {
        function: name,
        mode: 'CUSTOM_FUNCTION',
        hasUi: false,
        args: () => args.map(arg => datesIn(arg, timeZone)),
      });
      finished(record);
      if (error) throw new Error(error.message);
      return serialsIn(result, timeZone);
    };
  return new Map(world.bundle.customFunctions.map(name => [name, callOf(name)]));
}

function datesIn(arg: unknown, zone: string): unknown {
  if (Array.isArray(arg)) return arg.map(each => datesIn(each, zone));
  if (typeof arg !== 'object' || arg === null) return arg ?? '';
  if ('serial' in arg) return new Date(instantOfSerial(Number(arg.serial), zone));
  return 'error' in arg ? String(arg.error) : arg;
}

function serialsIn(result: unknown, zone: string): unknown {
  if (Array.isArray(result)) return Array.from(result, each => serialsIn(each, zone));
  if (isDate(result)) return { serial: serialOfInstant(result.getTime(), zone) };
  return typeof result === 'object' && result !== null ? String(result) : result;
}
