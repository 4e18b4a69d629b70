import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { type ClientFigures, figuresOf, firmFigures } from '../../ledger/reports/figures';
import { settleLedger, usedBetween } from '../../ledger/rules/settle';
import { type Figures, findFigures, keepFigures, type Scope } from '../../workbook/figure-store';
import { type Book, readBook } from '../../workbook/open-book';
import type { Cache, Hash } from '../../workbook/ports';
import { type Stamp, stampOf } from '../../workbook/stamp';
import type { WorkScope } from '../../workbook/with-archive';

/** What the functions in cells need of the workbook. */
export interface CellDeps {
  readonly book: Book;
  readonly cache: Cache;
  readonly hash: Hash;
  /** Waits for another reader to finish; false where there was none. */
  waitedForOther(): boolean;
}

/** From the cache under the stamp; else from the tabs, settled for all clients and kept under the stamp of what was read. */
export function lookUp(
  deps: CellDeps,
  stamp: Stamp | undefined,
  scope: Scope,
  keys?: readonly string[],
): Figures {
  const find = () => stamp && findFigures(deps.cache, stamp, scope, keys);
  // Hundreds of cells miss at the same moment: one reads, the others look again when it is done.
  const kept = find() || (deps.waitedForOther() && find());
  if (kept) return kept;
  const ledger = readSound(deps, scope);
  const figures = settleFigures(ledger, scope);
  keepFigures(deps.cache, stampOf(ledger, deps.hash), scope, figures);
  return figures;
}

export function settleFigures(ledger: Ledger, { asOf: until = ledger.settings.today, from }: Scope): Figures {
  const clients = new Map<string, ClientFigures>();
  for (const [key, settled] of settleLedger(ledger, until)) {
    const all = figuresOf(settled, ledger);
    clients.set(key, from === undefined ? all : { ...all, used: usedBetween(settled, from, until) });
  }
  return { firm: firmFigures(ledger), clients };
}

/** A tab or a needed column that is missing would make every figure wrong. */
export function readSound({ book }: Pick<CellDeps, 'book'>, asked: WorkScope): Ledger {
  const ledger = readBook(book, asked);
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  return ledger;
}

export function unknownClient(name: string): Error {
  return new Error(`No client "${name.slice(0, 60)}" in Clients, Blocks or Time. Check the spelling.`);
}
