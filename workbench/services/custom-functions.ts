/** The bundle's functions for cells: each call is a run of its own that may read but not write. */

import type { CustomFunction } from '../engine/spreadsheet';
import { instantOfSerial, serialOfInstant } from '../engine/zone';
import { type Execution, type ExecutionOptions, refusedRun, tooLong } from './execution';
import type { FunctionFailure } from './faults';
import { isDate } from './realm';
import { limitOf, runFunction } from './run';
import type { World } from './world';

const mode = 'CUSTOM_FUNCTION';

const sentences: Readonly<Record<FunctionFailure, string>> = {
  internal: 'Internal error executing the custom function.',
  'too many': 'Script invoked too many times per second for this Google user account.',
  'too long': tooLong(mode),
};

export function customFunctions(
  world: World,
  finished: (record: Execution) => void,
): ReadonlyMap<string, CustomFunction> {
  const { timeZone } = world.engine;
  const failureOf = failures(world);
  const callOf =
    (name: string): CustomFunction =>
    args => {
      const failure = failureOf(name);
      if (failure) {
        const options: ExecutionOptions = { name, mode, hasUi: false, limit: limitOf(mode) };
        finished(refusedRun(options, world.clock.now(), sentences[failure]));
        throw new Error(sentences[failure]);
      }
      const { record, result, error } = runFunction(world, {
        function: name,
        mode,
        hasUi: false,
        args: () => args.map(arg => datesIn(arg, timeZone)),
      });
      finished(record);
      if (error) throw new Error(error.message);
      return serialsIn(result, timeZone);
    };
  return new Map(world.bundle.customFunctions.map(name => [name, callOf(name)]));
}

/** Tells whether Google lets the next execution of a function fail before the script is asked. */
function failures(world: World): (name: string) => FunctionFailure | null {
  let edit = 0;
  let started = 0;
  return name => {
    if (edit !== world.engine.settlings) started = 0;
    edit = world.engine.settlings;
    started += 1;
    return world.faults.strikeFunction(name) ?? (started > world.executionsAtOnce ? 'too many' : null);
  };
}

function datesIn(arg: unknown, zone: string): unknown {
  if (Array.isArray(arg)) {
    // Most rows hold no date, and are handed on as they are.
    const hasMore = arg.some(each => typeof each === 'object' || each === undefined);
    return hasMore ? arg.map(each => datesIn(each, zone)) : arg;
  }
  if (typeof arg !== 'object' || arg === null) return arg ?? '';
  if ('serial' in arg) return new Date(instantOfSerial(Number(arg.serial), zone));
  return 'error' in arg ? String(arg.error) : arg;
}

function serialsIn(result: unknown, zone: string): unknown {
  if (Array.isArray(result)) return Array.from(result, each => serialsIn(each, zone));
  if (isDate(result)) return { serial: serialOfInstant(result.getTime(), zone) };
  return typeof result === 'object' && result !== null ? String(result) : result;
}
