import type { CalendarDate } from '../units/calendar-date';
import type { MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';
import type { BlockUse, Purpose } from './block';

/** Entries that a run is moving, or was when it stopped: archived ones of these days, from this place on. */
export interface Moving {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly place: number;
}

/** What is kept of the archive as a whole, so that nobody needs to read it. */
export interface Seal {
  /** Its last day: everything dated up to it is in what is kept. */
  readonly until: CalendarDate;
  readonly digest: string;
  readonly entries: number;
  /** The place that the next archived entry gets; a place is never given twice. */
  readonly nextPlace: number;
  /** Folded names of the work types in it. */
  readonly workTypes: readonly string[];
  /** How many clients are kept. */
  readonly clients: number;
  readonly moving?: Moving | undefined;
  /** Somebody has typed in the archive, so what is kept holds no longer. */
  readonly isChanged?: boolean | undefined;
}

/** The work in `Time archive`, as far as the ledger at hand knows of it. */
export interface Archive {
  /** What is kept beside it; nothing where that is gone or was changed by hand. */
  readonly seal: Seal | undefined;
  /** By folded client name: how each stood at the archive's end. */
  readonly kept: ReadonlyMap<string, KeptClient>;
  /** Whether the ledger's entries hold the archived ones; else settling starts from what is kept. */
  readonly isRead: boolean;
  /** Of what stands there if it was read, else of what was sealed. */
  readonly digest: string;
  readonly entries: number;
}

/** An archived entry as text can keep it. */
export type KeptEntry = readonly [
  date: CalendarDate,
  start: number,
  place: number,
  worked: Seconds,
  charged: Seconds,
  workType: string,
  what: string,
];

/** A client as it stood at the archive's end; plain values. */
export interface KeptClient {
  readonly key: string;
  readonly name: string;
  readonly account: KeptAccount;
  /** The few archived entries of which something is still asked after the end. */
  readonly entries: readonly KeptEntry[];
  /** Of all that the account was worked out from; where that has changed, it is not used. */
  readonly basis: string;
}

export type Sums<Unit> = readonly [work: Unit, correction: Unit, removal: Unit];

/** Hours that no block covered: queue, purpose, left, row of Blocks by its number or the day of the work. */
export type KeptHours = readonly ['waiting' | 'toInvoice', Purpose, Seconds, string | CalendarDate];

/** An account as plain values, as text can keep it; blocks are named by their numbers. */
export interface KeptAccount {
  readonly blocks: readonly (readonly [
    number: string,
    state: BlockUse,
    left: Seconds,
    drawn: Sums<Seconds>,
    value: Sums<MinorUnits>,
  ])[];
  readonly hours: readonly KeptHours[];
  readonly charged: Seconds;
  readonly uncoveredRemoval: Seconds;
  readonly takings: readonly (readonly [
    number: string,
    drawn: Seconds,
    value: MinorUnits,
    short: Seconds,
    from: readonly string[],
  ])[];
  readonly ranOut: { readonly by: 'use' | 'expiry'; readonly expired: Seconds };
  readonly ended: { readonly on: number; readonly unused: Seconds };
}
