import type { FieldProblem, TypedFields } from '../ledger/reading/typed-fields';
import { element, part } from './page';

type Control = HTMLInputElement | HTMLSelectElement;

/** Gives a field a place for its problem, which is read out with it. */
export function preparePlace(field: Control): void {
  const place = element('p');
  place.id = `${field.id}-problem`;
  place.className = 'problem';
  place.hidden = true;
  field.after(place);
  field.setAttribute('aria-describedby', place.id);
}

/** The fields of a form, each with a place for its problem. */
export function createFields<Field extends string>(names: readonly Field[]) {
  /** The element in which a field is typed. */
  const field = (name: Field) => part(name) as Control;

  /** What stands in the fields now. */
  const typed = () => Object.fromEntries(names.map(name => [name, field(name).value])) as TypedFields<Field>;

  /** Gives every field a place for its problem, which is read out with the field. */
  function preparePlaces(): void {
    for (const name of names) preparePlace(field(name));
  }

  /** Shows the problems beside their fields, those of `shown` only, and takes away what is mended. */
  function showProblems(problems: readonly FieldProblem<Field>[], shown: Iterable<Field> = names): void {
    const visible = new Set(shown);
    for (const name of names) {
      const found = visible.has(name) ? problems.find(problem => problem.field === name) : undefined;
      const place = part(`${name}-problem`);
      place.textContent = found ? found.message : '';
      place.hidden = !found;
      if (found) field(name).setAttribute('aria-invalid', 'true');
      else field(name).removeAttribute('aria-invalid');
    }
  }

  /** Where a refused form goes on: at the first field to mend. */
  function focusFirst(problems: readonly FieldProblem<Field>[]): void {
    const [first] = problems;
    if (first) field(first.field).focus();
  }

  return { field, typed, preparePlaces, showProblems, focusFirst };
}
