import type { Block } from '../model/block';
import type { ClientTerms } from '../model/settings';
import type { Step } from '../rules/account';
import { minus, negative, plus, sumOf } from '../units/amounts';
import type { MinorUnits } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';

/** What a balance is made of, and which way each term moves it; in the order in which a statement shows them. */
export const signs = {
  added: 1,
  charged: -1,
  toInvoice: 1,
  removed: -1,
  uncovered: -1,
  expired: -1,
  invoiced: 1,
} as const;

/**
 * One of them. `toInvoice` is the change of the overage to invoice: charged, and yet not taken from the balance.
 * `uncovered` is what minus rows took beyond what was left.
 */
export type Term = keyof typeof signs;
export const termNames = Object.keys(signs) as readonly Term[];
export type Terms = Readonly<Record<Term, Seconds>>;

/** opening + added − charged + overage to invoice − removed − uncovered − expired + overage invoiced = closing. */
export interface HourAccount extends Terms {
  readonly opening: Seconds;
  readonly closing: Seconds;
}

export const noTerms = Object.fromEntries(termNames.map(term => [term, noTime])) as Terms;

export function plusTerms(a: Terms, b: Partial<Terms>): Terms {
  const sums = termNames.map(term => [term, plus(a[term], b[term] || noTime)]);
  return Object.fromEntries(sums);
}

/** By how much the terms move a balance. */
export function changeOf(terms: Partial<Terms>): Seconds {
  return sumOf(termNames.map(term => signed(signs[term], terms[term] || noTime)));
}

/** Tells step by step, in the order of the replay, what each does to the account. */
export function createTermTeller({ overage }: Pick<ClientTerms, 'overage'>) {
  let left = noTime;
  let lastEntry: unknown;
  const lapsed = new Set<Block | undefined>();
  return (step: Step): Partial<Terms> => {
    const { kind, entry, block, drawn } = step;
    const isMoved = step.left !== left;
    const isNewEntry = entry !== undefined && entry !== lastEntry;
    left = step.left;
    lastEntry = entry;
    if (kind === 'expires' && isMoved) lapsed.add(block);
    return termsOf(step, {
      isMoved,
      charged: isNewEntry ? entry.charged : noTime,
      isToInvoice: overage === 'invoice',
      hasLapsed: lapsed.has(block),
      hours: block ? block.hours : drawn,
    });
  };
}

interface StepCause {
  /** Whether the balance is another one after the step. */
  readonly isMoved: boolean;
  /** Once an entry, however many blocks it draws from. */
  readonly charged: Seconds;
  readonly isToInvoice: boolean;
  /** Whether the block's hours have left the balance by expiry. */
  readonly hasLapsed: boolean;
  /** Of the block. */
  readonly hours: Seconds;
}

function termsOf({ kind, entry, drawn }: Step, seen: StepCause): Partial<Terms> {
  switch (kind) {
    case 'usable':
      // Hours that were taken from it before it could be used come and go on this day.
      return { added: seen.hours, removed: minus(seen.hours, drawn) };
    case 'work':
      return { charged: seen.charged };
    case 'uncovered':
      return entry
        ? { charged: seen.charged, toInvoice: seen.isToInvoice ? drawn : noTime }
        : { uncovered: drawn };
    case 'gives back':
      return {};
    case 'takes out':
      if (seen.isMoved) return { removed: drawn };
      // What had expired already has left the balance, so it is no longer "expired" but "removed".
      return seen.hasLapsed ? { removed: drawn, expired: negative(drawn) } : {};
    case 'expires':
      return seen.isMoved ? { expired: drawn } : {};
    case 'invoices':
      return { invoiced: drawn, toInvoice: seen.isMoved ? noTime : negative(drawn) };
  }
}

/** With the sign with which a term moves the balance; never −0. */
export function signed<Unit extends Seconds | MinorUnits>(sign: 1 | -1, amount: Unit): Unit {
  return sign > 0 ? amount : negative(amount);
}
