/** The number of one row of Blocks. */
export interface RowNumber {
  readonly number: string;
  readonly order: number;
  /** Not in the cell yet: the row has none, or a copied one. */
  readonly isNew: boolean;
  /** The row above that has the same number. */
  readonly copyOf: number | undefined;
}

export interface BlockNumbers {
  /** By row of the sheet. */
  readonly rows: ReadonlyMap<number, RowNumber>;
  /** The highest count ever given, with those given here. */
  readonly highest: number;
}
