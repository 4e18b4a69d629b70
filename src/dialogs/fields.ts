import type { FieldProblem, TypedFields } from '../ledger/reading/typed-fields';
import { type Control, control, part, styled } from './page';

/** Gives a field a place for its problem, which is read out with it. */
export function preparePlace(field: Control): void {
  const place = styled('p', 'problem');
  place.id = `${field.id}-problem`;
  place.hidden = true;
  field.after(place);
  field.setAttribute('aria-describedby', place.id);
}

/** Says beside a field what is to be mended in it; a blank message takes that away. */
export function showProblem(field: Control, message = ''): void {
  showIn(`${field.id}-problem`, message);
  if (message) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

/** Shows a text in its place, or hides the place. */
export function showIn(id: string, text: string): void {
  part(id).textContent = text;
  part(id).hidden = text === '';
}

/** The fields of a form, each with a place for its problem. */
export function createFields<Field extends string>(
  names: readonly Field[],
  field: (name: Field) => Control = control,
) {
  for (const name of names) preparePlace(field(name));

  /** What stands in the fields now. */
  const typed = () => Object.fromEntries(names.map(name => [name, field(name).value])) as TypedFields<Field>;

  /** Shows the problems beside their fields, those of `shown` only, and takes away what is mended. */
  function showProblems(problems: readonly FieldProblem<Field>[], shown: Iterable<Field> = names): void {
    const visible = new Set(shown);
    for (const name of names)
      showProblem(
        field(name),
        visible.has(name) ? problems.find(problem => problem.field === name)?.message : '',
      );
  }

  /** Where a refused form goes on: at the first field to mend. */
  function focusFirst(problems: readonly FieldProblem<Field>[]): void {
    const [first] = problems;
    if (first) field(first.field).focus();
  }

  function mend(problems: readonly FieldProblem<Field>[]): void {
    showProblems(problems);
    focusFirst(problems);
  }

  return { field, typed, showProblems, focusFirst, mend };
}
