/** A value that knows its unit: `Seconds` and `MinorUnits` are both numbers, but never each other. */
declare const unit: unique symbol;
export type Branded<T, Unit extends string> = T & { readonly [unit]: Unit };
