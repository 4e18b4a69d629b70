/**
 * What the add-on's functions gave for which arguments. Sheets calls one again only when an argument has another value:
 * not after a failure, not when the file is opened again, and not because the script is another one by now.
 */

import { digest } from './argument-digest';

/** A result, or what a person sees on hovering over the error; plain values. */
export type Outcome = { readonly result: unknown } | { readonly failure: string };
export type KeptResults = readonly (readonly [call: string, outcome: Outcome])[];

const KEPT_RESULTS = 20_000;

export class ResultMemo {
  readonly #outcomes = new Map<string, Outcome>();

  /** Gives what `work` gave for the same arguments before; throws what it threw. */
  answer(name: string, args: readonly unknown[], work: () => unknown): unknown {
    const call = `${name} ${digest(args)}`;
    const known = this.#outcomes.get(call);
    const outcome = known ?? outcomeOf(work);
    if (!known) {
      if (this.#outcomes.size >= KEPT_RESULTS) this.#outcomes.clear();
      this.#outcomes.set(call, outcome);
    }
    if ('failure' in outcome) throw new Error(outcome.failure);
    return outcome.result;
  }

  get kept(): KeptResults {
    return [...this.#outcomes];
  }

  restore(kept: KeptResults): void {
    for (const [call, outcome] of kept) this.#outcomes.set(call, outcome);
  }
}

function outcomeOf(work: () => unknown): Outcome {
  try {
    return { result: work() };
  } catch (error) {
    return { failure: messageOf(error) };
  }
}

/** An error of another realm (the add-on's own context) is no `Error` of this one. */
export function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage ? String(error.message) : String(error);
}
