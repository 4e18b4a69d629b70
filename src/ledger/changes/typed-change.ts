import type { FieldProblem, RefuseField, TypedFields } from '../reading/typed-fields';

/** The dialogs that put rows into Blocks besides *Sell a block*. */
export const changeKinds = ['correct', 'refund', 'transfer', 'settle'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a person types into one of them: the text of each field, dates as `2026-11-23`; a page has only some. */
export const changeFields = [
  'client',
  'toClient',
  'way',
  'hours',
  'block',
  'amount',
  'date',
  'reference',
  'note',
] as const;
export type ChangeField = (typeof changeFields)[number];
export type TypedChange = TypedFields<ChangeField>;
export type ChangeProblem = FieldProblem<ChangeField>;
export type RefuseChange = RefuseField<ChangeField>;

/** The words of *way*: of a correction, and of settling the overage. */
export const correctionWays = ['take', 'add'] as const;
export const settlementWays = ['invoice', 'next', 'forgive'] as const;
