import { type FieldProblem, type SaleField, saleFields, type TypedSale } from '../ledger/selling/typed-sale';
import { element, part } from './page';

/** The element in which a field is typed. */
export function field(name: SaleField): HTMLInputElement | HTMLSelectElement {
  return part(name) as HTMLInputElement | HTMLSelectElement;
}

/** What stands in the fields now. */
export function typedSale(): TypedSale {
  return Object.fromEntries(saleFields.map(name => [name, field(name).value])) as TypedSale;
}

/** Gives every field a place for its problem, which is read out with the field. */
export function preparePlaces(): void {
  for (const name of saleFields) {
    const place = element('p');
    place.id = `${name}-problem`;
    place.className = 'problem';
    place.hidden = true;
    field(name).after(place);
    field(name).setAttribute('aria-describedby', place.id);
  }
}

/** Shows the problems beside their fields, those of `shown` only, and takes away what is mended. */
export function showProblems(
  problems: readonly FieldProblem[],
  shown: Iterable<SaleField> = saleFields,
): void {
  const visible = new Set(shown);
  for (const name of saleFields) {
    const found = visible.has(name) ? problems.find(problem => problem.field === name) : undefined;
    const place = part(`${name}-problem`);
    place.textContent = found ? found.message : '';
    place.hidden = !found;
    if (found) field(name).setAttribute('aria-invalid', 'true');
    else field(name).removeAttribute('aria-invalid');
  }
}

/** Where a refused sale goes on: at the first field to mend. */
export function focusFirst(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) field(first.field).focus();
}
