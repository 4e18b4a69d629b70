import type { MinorUnits } from './money';
import type { Seconds } from './seconds';

/** What adds up. A sum keeps the unit of its parts, and is whole as they are, so nothing is checked again. */
type Amount = Seconds | MinorUnits;

export function plus<Unit extends Amount>(a: Unit, b: Unit): Unit {
  return (a + b) as Unit;
}

export function minus<Unit extends Amount>(a: Unit, b: Unit): Unit {
  return (a - b) as Unit;
}

/** Never −0. */
export function negative<Unit extends Amount>(amount: Unit): Unit {
  return (0 - amount) as Unit;
}

/** Without its sign. */
export function sizeOf<Unit extends Amount>(amount: Unit): Unit {
  return Math.abs(amount) as Unit;
}

export function lesser<Unit extends Amount>(a: Unit, b: Unit): Unit {
  return b < a ? b : a;
}

export function greater<Unit extends Amount>(a: Unit, b: Unit): Unit {
  return b > a ? b : a;
}

export function sumOf<Unit extends Amount>(amounts: readonly Unit[]): Unit {
  return amounts.reduce(plus, 0 as Unit);
}
