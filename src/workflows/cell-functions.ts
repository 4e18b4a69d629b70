import type { Ledger } from '../ledger/ledger';
import type { Cell } from '../ledger/reading/cell';
import { issueText } from '../ledger/reading/issue';
import { foldName } from '../ledger/reading/names';
import { explainRows } from '../ledger/reports/explain';
import { type ClientFigures, figuresOf } from '../ledger/reports/figures';
import type { SheetCell } from '../ledger/reports/sheet-cell';
import { runOutCell, summaryRows } from '../ledger/reports/summary';
import { settleLedger, usedBetween } from '../ledger/rules/settle';
import type { CalendarDate } from '../ledger/units/calendar-date';
import { amountNumber } from '../ledger/units/money';
import { hoursOf } from '../ledger/units/seconds';
import { dateArgument, forEachName, nameArgument, namesIn, splitStamp } from './cell-arguments';
import { type Cache, findFigures, keepFigures, type Scope } from './figure-store';
import { type Hash, type Stamp, stampOf } from './stamp';

/** What the functions in cells need of the workbook. */
export interface CellDeps {
  readonly cache: Cache;
  readonly hash: Hash;
  readLedger(): Ledger;
  /** Waits for another reader to finish; false where there was none. */
  waitedForOther(): boolean;
  toCell(value: unknown): Cell;
}

type Answer = SheetCell | SheetCell[][];
type Given = readonly unknown[];

/** Hours left, below zero where more was used than bought. */
export function blockBalance(deps: CellDeps, given: Given): Answer {
  return perClient(deps, given, ({ balance }) => hoursOf(balance));
}

/** Money still owed in work. */
export function blockValue(deps: CellDeps, given: Given): Answer {
  return perClient(deps, given, figures => moneyIn(figures, ({ value }) => value));
}

/** What the discount has saved so far. */
export function blockSaved(deps: CellDeps, given: Given): Answer {
  return perClient(deps, given, figures => moneyIn(figures, ({ saved }) => saved));
}

/** Hours that no block covers. */
export function blockOverage(deps: CellDeps, given: Given): Answer {
  return perClient(deps, given, ({ overage }) => hoursOf(overage));
}

/** The date on which the balance runs out, or why there is none. */
export function blockRunOut(deps: CellDeps, given: Given): Answer {
  const { values, stamp } = splitStamp(given);
  return answerClients(deps, values[0], stamp, {}, ({ runOut }) => runOutCell(runOut));
}

/** Hours charged for time entries of a period, both ends included. */
export function blockUsed(deps: CellDeps, given: Given): Answer {
  const { values, stamp } = splitStamp(given);
  const from = dateArgument('From', deps.toCell(values[1]));
  const to = dateArgument('To', deps.toCell(values[2]));
  return answerClients(deps, values[0], stamp, { from, asOf: to }, ({ used }) => hoursOf(used));
}

/** Every event of one client; the last "left after" is the balance. */
export function blockExplain(deps: CellDeps, given: Given): Answer {
  const { values } = splitStamp(given);
  const [client, asOf] = values;
  const name = nameArgument(deps.toCell(Array.isArray(client) ? client[0]?.[0] : client));
  if (name === '') return '';
  const ledger = readSound(deps);
  const found = ledger.clients.get(foldName(name));
  if (!found) throw unknownClient(name);
  const broken = ledger.broken.get(found.key)?.[0];
  if (broken) throw new Error(issueText(broken));
  const until = dateArgument('As of', deps.toCell(asOf)) ?? ledger.settings.today;
  return explainRows({ ...ledger, client: found }, until);
}

/** The overview of all clients. */
export function blockSummary(deps: CellDeps, given: Given): Answer {
  return summaryRows(lookUp(deps, splitStamp(given).stamp, {}).values());
}

/** The stamp; while it has all cells at hand it keeps the settled figures, so that no function reads a tab. */
export function blockLedger(deps: Pick<CellDeps, 'cache' | 'hash'>, ledger: Ledger): string {
  const stamp = stampOf(ledger, deps.hash);
  if (ledger.fatal.length === 0) keepFigures(deps.cache, stamp, {}, settleFigures(ledger, {}).values());
  return stamp.text;
}

function perClient(deps: CellDeps, given: Given, show: (figures: ClientFigures) => SheetCell): Answer {
  const { values, stamp } = splitStamp(given);
  const asOf = dateArgument('As of', deps.toCell(values[1]));
  return answerClients(deps, values[0], stamp, { asOf }, show);
}

function answerClients(
  deps: CellDeps,
  client: unknown,
  stamp: Stamp | undefined,
  scope: Scope,
  show: (figures: ClientFigures) => SheetCell,
): Answer {
  const names = namesIn(client, deps.toCell);
  if (names.length === 0 && !Array.isArray(client)) return '';
  const figures = lookUp(deps, stamp, scope, names.map(foldName));
  return forEachName(client, deps.toCell, name => {
    const found = figures.get(foldName(name));
    if (!found) throw unknownClient(name);
    if (found.broken) throw new Error(found.broken);
    return show(found);
  });
}

/** From the cache under the stamp; else from the tabs, settled for all clients and kept under the stamp of what was read. */
function lookUp(
  deps: CellDeps,
  stamp: Stamp | undefined,
  scope: Scope,
  keys?: readonly string[],
): ReadonlyMap<string, ClientFigures> {
  const kept = stamp && findFigures(deps.cache, stamp, scope, keys);
  if (kept) return kept;
  // Hundreds of cells miss at the same moment: one reads, the others look again when it is done.
  if (deps.waitedForOther() && stamp) {
    const since = findFigures(deps.cache, stamp, scope, keys);
    if (since) return since;
  }
  const ledger = readSound(deps);
  const figures = settleFigures(ledger, scope);
  keepFigures(deps.cache, stampOf(ledger, deps.hash), scope, figures.values());
  return figures;
}

function settleFigures(ledger: Ledger, { asOf, from }: Scope): Map<string, ClientFigures> {
  const until = (asOf ?? ledger.settings.today) as CalendarDate;
  const figures = new Map<string, ClientFigures>();
  for (const [key, settled] of settleLedger(ledger, until)) {
    const all = figuresOf(settled, ledger);
    const used = from === undefined ? all.used : usedBetween(settled, from, until);
    figures.set(key, { ...all, used });
  }
  return figures;
}

/** A tab or a needed column that is missing would make every figure wrong. */
function readSound(deps: CellDeps): Ledger {
  const ledger = deps.readLedger();
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  return ledger;
}

function unknownClient(name: string): Error {
  return new Error(`No client "${name.slice(0, 60)}" in Clients, Blocks or Time. Check the spelling.`);
}

/** Currencies are never added up, so a client with two has no one figure. */
function moneyIn(
  { name, money }: ClientFigures,
  amount: (figures: ClientFigures['money'][number]) => ClientFigures['money'][number]['value'],
): number {
  const [only, ...others] = money;
  if (!only) return 0;
  if (others.length > 0) {
    const currencies = money.map(({ currency }) => currency).join(' and ');
    throw new Error(
      `${name} has blocks in ${currencies}, which cannot be added up. BLOCKSUMMARY shows a row for each.`,
    );
  }
  return amountNumber(amount(only), only.currency);
}
