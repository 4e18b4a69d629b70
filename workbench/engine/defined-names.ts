/** Names of areas in a workbook, as Univer keeps them. */
import { absoluteReference, parseReference, type Reference } from './formula-references';
import type { Area } from './spreadsheet';
import type { UniverParts } from './univer';

export class DefinedNames {
  readonly #parts: UniverParts;
  #cells = new Map<string, string>();

  constructor(parts: UniverParts) {
    this.#parts = parts;
  }

  all() {
    return this.#kept().flatMap(({ name, formulaOrRefString }) => {
      const reference = referenceOf(formulaOrRefString);
      return reference?.tab === undefined ? [] : [{ name, tab: reference.tab, area: reference.area }];
    });
  }

  set(name: string, tab: string, area: Area): void {
    const same = this.#kept().find(each => each.name.toLowerCase() === name.toLowerCase());
    const id = same?.id ?? `name-${name.toLowerCase()}`;
    const formulaOrRefString = absoluteReference(tab, area);
    this.#run('formula.mutation.set-defined-name', {
      id,
      name,
      formulaOrRefString,
      localSheetId: 'AllDefaultWorkbook',
    });
  }

  /** Those of a tab that is going to be deleted. */
  removeOf(tab: string): void {
    for (const each of this.#kept())
      if (referenceOf(each.formulaOrRefString)?.tab === tab)
        this.#run('formula.mutation.remove-defined-name', { ...each });
  }

  /** Formulas are planned by the names as they were noted last. */
  note(): void {
    this.#cells = new Map(
      this.all().map(({ name, tab, area }) => [name.toLowerCase(), absoluteReference(tab, area)]),
    );
  }

  cellsOf(name: string): string | undefined {
    return this.#cells.get(name.toLowerCase());
  }

  references(): Map<string, Reference> {
    return new Map(this.all().map(({ name, tab, area }) => [name.toLowerCase(), { tab, area }]));
  }

  #kept() {
    const service = this.#parts.injector.get(this.#parts.sheets.IDefinedNamesService);
    return Object.values(service.getDefinedNameMap(this.#parts.book.getUnitId()) ?? {});
  }

  #run(command: string, params: object): void {
    this.#parts.run(command, { unitId: this.#parts.book.getUnitId(), ...params });
  }
}

function referenceOf(text: string): Reference | undefined {
  return parseReference(text.replace(/^=/, ''));
}
