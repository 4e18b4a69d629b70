import type { FormerTab, Ledger, SeenTab } from '../ledger/model/ledger';
import { type TabName, tabNames } from '../ledger/model/tab-names';
import { headersIn, rowsCounted } from '../ledger/reading/missing-inputs';
import { type LedgerTab, ledgerTabs } from '../ledger/reading/read-ledger';
import { entriesOf } from '../ledger/rules/archive';
import { foldHeader } from '../ledger/sheet/headers';
import { tabsInFormula } from './formulas';
import { readMemory, readSeen, remember } from './memory';
import type { PropertyStore } from './ports';
import type { ReadTab } from './tabs';
import type { Workbook } from './workbook';

/** The workbook, in which a tab of ours is found under another name too: by its sheet id, or by the stamp's formula. */
export function withRememberedTabs(workbook: Workbook, store: PropertyStore): Workbook {
  let kept: readonly SeenTab[] | undefined;
  const seen = () => {
    kept ??= readSeen(store);
    return kept;
  };
  const elsewhere = (name: TabName) => {
    const foreign = foreignPages(workbook);
    const page =
      foreign.size > 0 ? (pageOf(seen(), name, foreign) ?? pageByFormula(name, foreign)) : undefined;
    return page === undefined ? undefined : workbook.page(page);
  };
  const pageByFormula = (name: TabName, foreign: ReadonlyMap<string, number>) => {
    // Only a copy knows nothing, for properties do not come along.
    if (seen().length > 0 || !(ledgerTabs as readonly TabName[]).includes(name)) return undefined;
    const page = tabsInFormula(workbook.ledgerCell()?.formula() ?? '').get(name)?.page ?? '';
    return foreign.has(page) ? page : undefined;
  };
  return { ...workbook, seen, tab: name => workbook.tab(name) ?? elsewhere(name) };
}

const ours: ReadonlySet<string> = new Set(tabNames.map(foldHeader));

/** Without one, no tab of ours can stand under another name. */
function foreignPages(workbook: Pick<Workbook, 'pageIds'>): ReadonlyMap<string, number> {
  return new Map([...workbook.pageIds()].filter(([page]) => !ours.has(foldHeader(page))));
}

function pageOf(
  seen: readonly SeenTab[],
  name: TabName,
  pages: ReadonlyMap<string, number>,
): string | undefined {
  const id = seen.find(({ tab }) => tab === name)?.id;
  return [...pages].find(([, each]) => each === id)?.[0];
}

/** What we call a tab that is called so in this workbook; its own name where it is none of ours. */
export function ownNameOf(workbook: Workbook, page: string): string {
  if (ours.has(foldHeader(page))) return page;
  const id = workbook.pageIds().get(page);
  return workbook.seen().find(each => each.id === id)?.tab ?? page;
}

/** What was there before, of the tabs that are read, with where each stands now. */
export function formerTabs(
  workbook: Workbook,
  names: readonly LedgerTab[],
  seen: readonly SeenTab[],
): readonly FormerTab[] {
  const ids = workbook.pageIds();
  return seen
    .filter(({ tab }) => (names as readonly TabName[]).includes(tab))
    .map(each => {
      const page = pageOf(seen, each.tab, ids);
      const named = [...ids].some(
        ([name, id]) => id !== each.id && foldHeader(name) === foldHeader(each.tab),
      );
      return { ...each, elsewhere: named ? page : undefined };
    });
}

/** What is to be remembered of a book in which nothing is missing; nothing where it is known well enough. */
export function seenNow(
  workbook: Workbook,
  before: readonly SeenTab[],
  ledger: Ledger,
  tabs: ReadonlyMap<TabName, ReadTab>,
): readonly SeenTab[] | undefined {
  const ids = workbook.pageIds();
  const idOf = (name: TabName) =>
    [...ids].find(([page]) => foldHeader(page) === foldHeader(tabs.get(name)?.tab.name ?? name))?.[1];
  const counts = { ...ledger, entries: entriesOf(ledger) };
  const now = tabNames.flatMap(tab => {
    const cells = tabs.get(tab)?.cells;
    const known = before.find(each => each.tab === tab);
    const id = idOf(tab) ?? (known && [...ids.values()].includes(known.id) ? known.id : undefined);
    if (id === undefined) return [];
    return [{ tab, id, headers: cells ? headersIn(cells) : [], rows: rowsCounted(tab, counts) }];
  });
  return isKnown(now, before) ? undefined : now;
}

/** Rows that are there now are missed by nobody: the next run counts them anew. */
export function forgetRows(workbook: Workbook, store: PropertyStore): void {
  const seen = workbook.seen().map(each => ({ ...each, rows: 0 }));
  if (seen.length > 0) remember(store, readMemory(store), { seen });
}

/** Whether most rows have gone can be told by a number that is a tenth off, and each write is a call. */
function isKnown(now: readonly SeenTab[], before: readonly SeenTab[]): boolean {
  const namesOf = (seen: readonly SeenTab[]) =>
    JSON.stringify(seen.map(({ tab, id, headers }) => [tab, id, headers]));
  const isNear = (rows: number, index: number) => Math.abs(rows - (before[index]?.rows ?? 0)) * 10 <= rows;
  return namesOf(now) === namesOf(before) && now.every(({ rows }, index) => isNear(rows, index));
}
