import { isProblem, type Parse } from '../reading/cell';

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
  'paidOn',
  'reference',
  'note',
] as const;
export type SaleField = (typeof saleFields)[number];
export type TypedSale = Readonly<Record<SaleField, string>>;

/** Why a field cannot be taken as it stands, and how to mend it. */
export interface FieldProblem {
  readonly field: SaleField;
  readonly message: string;
}

export type Refuse = (field: SaleField, message: string) => void;

/** The parsed text of a field; blank, or refused, gives nothing. */
export function take<T>(
  typed: TypedSale,
  field: SaleField,
  header: string,
  parse: Parse<T>,
  refuse: Refuse,
): T | undefined {
  const value = parse(header, typed[field]);
  if (!isProblem(value)) return value;
  return void refuse(field, value.problem);
}
