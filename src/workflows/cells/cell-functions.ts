import type { Client } from '../../ledger/model/client';
import { issueText } from '../../ledger/model/issue';
import type { FormerTab, Ledger, PassingLedger } from '../../ledger/model/ledger';
import type { TabName } from '../../ledger/model/tab-names';
import { readInPassing, stampTabs } from '../../ledger/reading/read-ledger';
import { blockListRows } from '../../ledger/reports/block-list';
import { explainRows } from '../../ledger/reports/explain';
import type { ClientFigures } from '../../ledger/reports/figures';
import { runOutCell, summaryRows, totalRows } from '../../ledger/reports/summary';
import { entriesOf } from '../../ledger/rules/archive';
import type { SheetCell } from '../../ledger/sheet/sheet-cell';
import { accountOf } from '../../ledger/statements/period-account';
import { statementRows } from '../../ledger/statements/statement';
import type { CalendarDate } from '../../ledger/units/calendar-date';
import { amountNumber } from '../../ledger/units/money';
import { foldName } from '../../ledger/units/names';
import { checkPeriod } from '../../ledger/units/period';
import { hoursOf } from '../../ledger/units/seconds';
import { keepLatestFigures } from '../../workbook/figure-store';
import type { Book } from '../../workbook/open-book';
import { stampOf } from '../../workbook/stamp';
import { readTab, tabsOfArguments } from '../../workbook/tabs';
import { withArchive } from '../../workbook/with-archive';
import {
  type CellDeps,
  dateArgument,
  forEachCell,
  lookUp,
  nameArgument,
  readSound,
  settleFigures,
  splitStamp,
  unknownClient,
} from './look-up-figures';

export type CellFunction = (deps: CellDeps, given: readonly unknown[]) => SheetCell | SheetCell[][];

/** Hours left, below zero where more was used than bought. */
export const blockBalance = perClient(['As of'], ({ balance }) => hoursOf(balance));

/** Hours that no block covers. */
export const blockOverage = perClient(['As of'], ({ overage }) => hoursOf(overage));

/** Money still owed in work. */
export const blockValue = perClient(['As of'], figures => moneyIn(figures, 'value'));

/** What the discount has saved so far. */
export const blockSaved = perClient(['As of'], figures => moneyIn(figures, 'saved'));

/** Hours charged for time entries of a period, both ends included. */
export const blockUsed = perClient(['From', 'To'], ({ used }) => hoursOf(used));

/** The date on which the balance runs out, or why there is none. */
export const blockRunOut = perClient([], ({ runOut }) => runOutCell(runOut));

/** Every event of one client; the last "left after" is the balance. */
export const blockExplain = oneClient(['As of'], (ledger, client, [asOf]) =>
  explainRows({ ...ledger, client }, asOf ?? ledger.settings.today),
);

/** A client's account of a period, which adds up. */
export const blockStatement = oneClient(['From', 'To'], (ledger, client, [from, until]) => {
  const to = until ?? ledger.settings.today;
  if (from === undefined) throw new Error('From is blank. Type the first day, such as 2026-10-01.');
  checkPeriod({ from, to });
  return statementRows(accountOf(ledger, client, { from, to }));
});

/** A row a block, of one client or, where it is blank, of all. */
export const blockList: CellFunction = (deps, given) => {
  const [client, day] = splitStamp(given).values;
  const { toCell } = deps.book;
  const name = nameArgument(toCell([client].flat(2)[0] ?? ''));
  const asOf = dateArgument('As of', toCell([day].flat(2)[0] ?? ''));
  const ledger = readSound(deps, 'all work');
  const only = name === '' ? undefined : soundClient(ledger, name);
  return blockListRows(ledger, asOf ?? ledger.settings.today, only);
};

/** A function that spills a table about one client, who must be known and have no row that cannot be counted. */
function oneClient(
  names: readonly string[],
  show: (ledger: Ledger, client: Client, dates: readonly (CalendarDate | undefined)[]) => SheetCell[][],
): CellFunction {
  return (deps, given) => {
    const [client, ...days] = splitStamp(given).values;
    const { toCell } = deps.book;
    const name = nameArgument(toCell([client].flat(2)[0]));
    if (name === '') return '';
    const dates = names.map((each, index) => dateArgument(each, toCell([days[index]].flat(2)[0])));
    const ledger = readSound(deps, 'all work');
    return show(ledger, soundClient(ledger, name), dates);
  };
}

/** The client of that name; throws what a person is to mend first. */
export function soundClient({ clients, broken }: Ledger, name: string): Client {
  const key = foldName(name);
  const found = clients.get(key);
  if (!found) throw unknownClient(name, clients.values());
  const [row] = broken.get(key) || [];
  if (row) throw new Error(issueText(row));
  return found;
}

/** The overview of all clients. */
export const blockSummary: CellFunction = (deps, given) => {
  const { firm, clients } = lookUp(deps, splitStamp(given).stamp, {});
  if (firm.stateless) throw new Error(firm.stateless);
  return summaryRows(clients.values());
};

/** All clients together, a row for each currency. */
export const blockTotals: CellFunction = (deps, given) =>
  totalRows(lookUp(deps, splitStamp(given).stamp, {}).clients.values());

/** Of the archive the arguments hold what is kept; where that does not do, the archive itself is read. */
function ledgerOfArguments(book: Book, given: readonly unknown[]): PassingLedger {
  const archive = () => {
    const found = readTab(book.workbook, 'Time archive', book.toCell, true);
    return found ? found.cells : { tab: 'Time archive' as const, rows: 0, columns: new Map() };
  };
  const clockToday = book.now().date;
  const read = (seen: readonly FormerTab[]) =>
    withArchive(tabsOfArguments(given, book.toCell), {}, archive, tabs =>
      readInPassing({ tabs, clockToday, seen, neverBehind: true }),
    );
  const ledger = read([]);
  if (!looksEmptied(ledger)) return ledger;
  // Only now the price of a look into memory is paid: an edit should cost as little as it can.
  const seen = book.workbook.seen().filter(({ tab }) => (stampTabs as readonly TabName[]).includes(tab));
  return seen.length > 0 ? read(seen) : ledger;
}

/** Whether rows or settings may be gone: a firm at work has some of each. */
function looksEmptied(ledger: PassingLedger): boolean {
  const isStrange = ledger.issues.some(({ tab, row }) => tab === 'Settings' && row > 1);
  return isStrange || ledger.clients.size === 0 || ledger.blocks.length === 0 || entriesOf(ledger) === 0;
}

/** The stamp; while it has all cells at hand it keeps the settled figures, so that no function reads a tab. */
export function blockLedger(
  { book, cache }: Pick<CellDeps, 'book' | 'cache'>,
  given: readonly unknown[],
): string {
  const ledger = ledgerOfArguments(book, given);
  const stamp = stampOf(ledger);
  if (ledger.fatal.length === 0) keepLatestFigures(cache, stamp, settleFigures(ledger, {}));
  return stamp.text;
}

/** A function of a client, or a range of them, and dates: the last is where to stop, the one before where to begin. */
function perClient(dates: readonly string[], show: (figures: ClientFigures) => SheetCell): CellFunction {
  return (deps, given) => {
    const { toCell } = deps.book;
    const { values, stamp } = splitStamp(given);
    const days = dates.map((name, index) => dateArgument(name, toCell(values[index + 1])));
    const [asOf, from] = days.reverse();
    const nameOf = (cell: unknown) => nameArgument(toCell(cell));
    const keys = [values[0]].flat(2).map(nameOf).filter(Boolean).map(foldName);
    const figures =
      keys.length > 0 ? lookUp(deps, stamp, { asOf, from }, keys).clients : new Map<string, ClientFigures>();
    return forEachCell(values[0], cell => {
      const name = nameOf(cell);
      if (name === '') return '';
      const found = figures.get(foldName(name));
      if (!found) throw unknownClient(name, lookUp(deps, stamp, { asOf, from }).clients.values());
      if (found.broken) throw new Error(found.broken);
      return show(found);
    });
  };
}

/** Currencies are never added up, so a client with two has no one figure. */
function moneyIn({ name, money }: ClientFigures, figure: 'value' | 'saved'): number {
  const [only, ...others] = money;
  if (!only) return 0;
  if (others.length === 0) return amountNumber(only[figure], only.currency);
  const currencies = money.map(({ currency }) => currency).join(' and ');
  throw new Error(`${name} has blocks in ${currencies}: BLOCKSUMMARY shows a row for each.`);
}
