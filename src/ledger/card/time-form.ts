import type { FieldProblem, TypedFields } from '../reading/typed-fields';
import type { CardPlace } from './client-card';
import type { TimerView } from './timer';

/** The fields of *Log time*, in the order in which they stand. */
export const timeFields = ['client', 'hours', 'what', 'workType', 'who', 'askedBy', 'date'] as const;
export type TimeField = (typeof timeFields)[number];
export type TypedTime = TypedFields<TimeField>;
export type TimeProblem = FieldProblem<TimeField>;

/** What *Log time* opens with. */
export interface TimeForm {
  readonly client: string;
  /** As `2026-11-23`. */
  readonly today: string;
  readonly workTypes: readonly { readonly name: string; readonly rule: string }[];
  /** As this person signed last. */
  readonly who: string;
  /** The client's contact; blank where there is none. */
  readonly contact: string;
  readonly timer: TimerView | null;
}

/** What the typed work comes to, in words. */
export interface TimeEffect {
  readonly charged: string;
  /** Hours left after it; blank where a row keeps them from being told. */
  readonly left: string;
  /** A level below which it brings the client; blank where it does not. */
  readonly news: string;
  readonly warnings: readonly string[];
}

export type TimePreview = { readonly effect: TimeEffect } | { readonly problems: readonly TimeProblem[] };

export interface LoggedTime extends TimeEffect {
  readonly client: string;
  readonly hours: string;
  readonly date: string;
  readonly place: CardPlace;
}

/** What the page hears of an attempt to write: the row, a question first, or what to mend. */
export type TimeAnswer =
  | { readonly logged: LoggedTime }
  | { readonly question: string }
  | { readonly problems: readonly TimeProblem[] };
