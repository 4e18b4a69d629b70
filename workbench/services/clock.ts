/** The settable clock that everything emulated reads: fixed at an instant, or following the machine's. */

export interface Clock {
  now(): number;
  set(instant: number): void;
  advance(milliseconds: number): void;
  /** Gives a clock back as it was kept. */
  restore(kept: KeptClock): void;
  readonly kept: KeptClock;
}

/** Standing still at an instant, or so many milliseconds off the machine's. */
export type KeptClock = { readonly fixed: number | undefined; readonly offset: number };

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
    restore(kept) {
      ({ fixed, offset } = kept);
    },
    get kept() {
      return { fixed, offset };
    },
  };
}
