import { issueText } from '../../ledger/model/issue';
import { typedFields } from '../../ledger/reading/typed-fields';
import { checkNames, lookalikeWords } from '../../ledger/renaming/check-names';
import {
  type RenamePreview,
  type RenameProblem,
  type Renaming,
  renameFields,
} from '../../ledger/renaming/rename-form';
import { createKeyOf, type NamedRows, namedRows, namingTabs } from '../../ledger/renaming/renamed-rows';
import { foldName } from '../../ledger/units/names';
import { filledByFormula } from '../../workbook/formula-rows';
import { columnLetters } from '../../workbook/formulas';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import type { FormulaArea } from '../../workbook/ports';
import { type ReadTab, readTab } from '../../workbook/tabs';
import type { CellWrite } from '../../workbook/write-cells';
import { hasLiveFunction } from '../typing/complete-formula';
import type { ReplacedFormula } from '../typing/complete-formulas';
import { renameInFormula } from './rename-in-formula';
import { readUnfinished } from './unfinished-renaming';

/** The formulas of every tab, by its name. */
export type FormulaTabs = ReadonlyMap<string, FormulaArea>;

/** Everything that one renaming writes. */
export interface RenamingPlan {
  readonly opened: OpenBook;
  readonly names: Renaming;
  readonly isUnfinished: boolean;
  readonly tabs: readonly (NamedRows & { readonly read: ReadTab })[];
  readonly formulas: readonly FormulaChanges[];
  readonly preview: RenamePreview;
}

interface FormulaChanges {
  readonly area: FormulaArea;
  readonly writes: readonly CellWrite[];
  readonly replaced: readonly ReplacedFormula[];
  /** Cells that name the client where only a person knows what it means. */
  readonly unclear: readonly string[];
}

/** More would be no help in finding them. */
const mostPlaces = 10;

/** What a renaming would write, or what is to be mended first; nothing is written. */
export function planRenaming(
  book: Book,
  areas: FormulaTabs,
  given: unknown,
): RenamingPlan | { readonly problems: readonly RenameProblem[] } {
  const opened = openBook(book);
  const [fatal] = opened.ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const found = readNamingTabs(book, opened);
  const { clients } = opened.ledger;
  const unfinished = readUnfinished(book.store);
  const names = checkNames(typedFields(given, renameFields), {
    clients,
    unfinished,
    placeOf: key => placeOf(found, key),
  });
  if (!('from' in names)) return { problems: names };
  const wanted = { key: foldName(names.from), to: names.to };
  const every = new Map([...areas].map(([name, area]) => [name, area.formulas()]));
  const tabs = found.map(read => {
    const isByFormula = filledByFormula(every.get(read.tab.name) || [], read.column('Client'));
    return { read, ...namedRows(clientCells(read), wanted, isByFormula) };
  });
  const formulas = [...areas].map(([name, area]) => changesIn(name, area, every.get(name) || [], wanted));
  const isUnfinished = names === unfinished;
  const words = lookalikeWords(names, clients);
  const goesOn = isUnfinished ? ['This goes on with the renaming that stopped half way.'] : [];
  const preview = {
    ...names,
    tabs: tabs.flatMap(({ read, typed }) =>
      typed.length > 0 ? [{ tab: read.name, rows: typed.length }] : [],
    ),
    formulas: formulas.reduce((sum, { writes }) => sum + writes.length, 0),
    stays: [...tabs.flatMap(formulaWords), ...unclearWords(formulas.flatMap(({ unclear }) => unclear))],
    words: [...goesOn, ...words],
  };
  if (preview.tabs.length === 0 && preview.formulas === 0 && !isUnfinished)
    return { problems: [nothing(preview)] };
  return { opened, names, isUnfinished, tabs, formulas, preview };
}

/** The tabs that name clients, each read once; one without its column would be left behind, so it is told first. */
function readNamingTabs({ workbook, toCell }: Book, { tabs }: OpenBook): ReadTab[] {
  return namingTabs.flatMap(name => {
    const read = tabs.get(name) || readTab(workbook, name, toCell, false);
    if (read && read.column('Client') === 0)
      throw new Error(`${name} has no column "Client". Run More > Set up > Set up workbook, then try again.`);
    return read || [];
  });
}

function clientCells({ cells }: ReadTab) {
  return cells.columns.get('client') || [];
}

function placeOf(tabs: readonly ReadTab[], key: string): string | undefined {
  for (const read of tabs) {
    const keyOf = createKeyOf();
    const index = clientCells(read).findIndex(cell => keyOf(cell) === key);
    if (index >= 0) return `row ${index + 2} of ${read.name}`;
  }
  return undefined;
}

function changesIn(
  tab: string,
  area: FormulaArea,
  formulas: readonly (readonly string[])[],
  { key, to }: { readonly key: string; readonly to: string },
): FormulaChanges {
  const [writes, replaced, unclear]: [CellWrite[], ReplacedFormula[], string[]] = [[], [], []];
  for (const [row, cells] of formulas.entries())
    for (const [column, before] of cells.entries()) {
      if (before === '' || !hasLiveFunction(before)) continue;
      const { formula, names } = renameInFormula(before, key, to);
      if (names) unclear.push(`${columnLetters(column + 1)}${row + 1} of ${tab}`);
      if (formula === before) continue;
      writes.push({ row, column, value: formula });
      replaced.push({ key: area.key(row, column), before, after: formula });
    }
  return { area, writes, replaced, unclear };
}

function formulaWords({ read, byFormula }: RenamingPlan['tabs'][number]): string[] {
  if (byFormula.length === 0) return [];
  const places = `${byFormula.length === 1 ? 'row' : 'rows'} ${listed(byFormula.map(String))}`;
  const what = byFormula.length === 1 ? 'a formula fills' : 'formulas fill';
  return [
    `In ${read.name} ${what} Client of ${places}: left as it is. It follows by itself, or change it by hand.`,
  ];
}

function unclearWords(places: readonly string[]): string[] {
  if (places.length === 0) return [];
  return [
    `The formula in ${listed(places)} has the name in a text of its own: look at it, and change it by hand.`,
  ];
}

function listed(places: readonly string[]): string {
  const more = places.length - mostPlaces;
  return `${places.slice(0, mostPlaces).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function nothing({ stays }: RenamePreview): RenameProblem {
  const message =
    stays.length > 0
      ? `There is nothing to write. ${stays[0]}`
      : 'The client is called that already. Type another name.';
  return { field: 'name', message };
}
