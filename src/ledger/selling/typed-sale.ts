import type { FieldProblem, RefuseField } from '../reading/typed-fields';

/** What a person types into *Sell a block*: the text of each field, dates as `2026-11-23`. */
export const saleFields = [
  'client',
  'hours',
  'normalRate',
  'discount',
  'discountIn',
  'date',
  'starts',
  'expires',
  'repeats',
  'carryOver',
  'paidOn',
  'reference',
  'note',
] as const;
export type SaleField = (typeof saleFields)[number];
export type TypedSale = Readonly<Record<SaleField, string>>;

/** Why a field cannot be taken as it stands, and how to mend it. */
export type SaleProblem = FieldProblem<SaleField>;

export type Refuse = RefuseField<SaleField>;
