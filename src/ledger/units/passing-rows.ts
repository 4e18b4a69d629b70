/**
 * Rows that are made anew whenever somebody asks for one.
 *
 * A list of a hundred thousand keeps megabytes at hand; what is made, looked at and forgotten costs next to nothing.
 */
export interface PassingRows<Row> extends Iterable<Row> {
  readonly length: number;
  /** No two that it gives need be the same object. */
  read(at: number): Row;
}

export type RowSequence<Row> = readonly Row[] | PassingRows<Row>;

export function passingRows<Row>(length: number, read: (at: number) => Row): PassingRows<Row> {
  function* all(): Generator<Row> {
    for (let at = 0; at < length; at++) yield read(at);
  }
  return { length, read, [Symbol.iterator]: all };
}

/** Reads a row by its place, in a list or in passing. */
export function rowReader<Row>(rows: RowSequence<Row>): (at: number) => Row {
  return 'read' in rows ? rows.read : at => rows[at] as Row;
}
