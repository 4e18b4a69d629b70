/** The settable clock that everything emulated reads: fixed at an instant, or following the machine's. */

export interface Clock {
  now(): number;
  set(instant: number): void;
  advance(milliseconds: number): void;
}

/** A clock given an instant stands still until it is moved, so that a run can be repeated exactly. */
export function createClock(instant?: number): Clock {
  let fixed = instant;
  let offset = 0;
  return {
    now: () => fixed ?? Date.now() + offset,
    set(to) {
      fixed = to;
    },
    advance(milliseconds) {
      if (fixed === undefined) offset += milliseconds;
      else fixed += milliseconds;
    },
  };
}
