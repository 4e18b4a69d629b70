import { isProblem, type Parse } from '../sheet/cell';

/** Why a field of a dialog cannot be taken as it stands, and how to mend it. */
export interface FieldProblem<Field extends string> {
  readonly field: Field;
  readonly message: string;
}

export type RefuseField<Field extends string> = (field: Field, message: string) => void;

/** The text of each field. */
export type TypedFields<Field extends string> = Readonly<Record<Field, string>>;

/** The parsed text of a field; blank, or refused, gives nothing. */
export function take<T, Field extends string>(
  typed: TypedFields<Field>,
  field: Field,
  header: string,
  parse: Parse<T>,
  refuse: RefuseField<Field>,
): T | undefined {
  const value = parse(header, typed[field]);
  if (!isProblem(value)) return value;
  return void refuse(field, value.problem);
}

/** A page may send anything; what is no text is blank. */
export function typedFields<Field extends string>(
  given: unknown,
  fields: readonly Field[],
): TypedFields<Field> {
  const values = Object(given) as Record<string, unknown>;
  const textOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
  return Object.fromEntries(fields.map(field => [field, textOf(values[field])])) as TypedFields<Field>;
}

/** As the fields stand on the page, so that the first one is the first to mend. */
export function inOrder<Field extends string>(
  problems: readonly FieldProblem<Field>[],
  fields: readonly Field[],
): readonly FieldProblem<Field>[] {
  return [...problems].sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field));
}
