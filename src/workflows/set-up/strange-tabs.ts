import { type TabName, tabNames } from '../../ledger/model/tab-names';
import { foldHeader, headerSearch } from '../../ledger/sheet/headers';
import { tabs } from '../../ledger/sheet/tabs';
import { isFilledRow } from '../../workbook/tabs';
import type { Workbook } from '../../workbook/workbook';
import { looksLike } from './doubtful-names';

/** A tab of somebody's own may have a Client and a Date too; one of ours that has lost a header has many others. */
const manyHeaders = 6;

/** Tabs that are called as ours are, and are not: nowhere in them stand the headers that ours need. */
export function strangeTabs(workbook: Workbook): readonly TabName[] {
  const pages = new Map([...workbook.pageIds()].map(([page, id]) => [foldHeader(page), { page, id }]));
  const keeps = workbook.tab('Settings') !== undefined && workbook.tab('Blocks') !== undefined;
  const known = new Set(workbook.seen().map(({ id }) => id));
  return tabNames.filter(name => {
    const found = pages.get(foldHeader(name));
    if (!found || name === 'Balances' || known.has(found.id)) return false;
    const top = workbook.page(found.page)?.top(headerSearch) ?? [];
    return top.filter(isFilledRow).length > 1 && !top.some(row => isOurs(name, row, keeps));
  });
}

/** As trackers call them. */
const others: Readonly<Record<string, RegExp>> = {
  Client: /^(client name|customer|company|account|name|kunde)/,
  Date: /^(day|when|datum)$/,
  Hours: /^(duration|time|hrs?|h|stunden|dauer|qty|quantity)\b|\bhours\b/,
};

/** In a ledger that stands a needed header may be there in other words, which set up asks about. */
function isOurs(name: TabName, row: readonly unknown[], keepsLedger: boolean): boolean {
  const headers = row.map(header => foldHeader(String(header ?? ''))).filter(Boolean);
  const isThere = ({ header }: { readonly header: string }) => headers.includes(foldHeader(header));
  const needed = tabs[name].filter(each => each.needed);
  const missing = needed.filter(each => !isThere(each)).map(({ header }) => header);
  const isElsewhere = (header: string) => headers.some(each => others[header]?.test(each));
  const isLike = (header: string) => keepsLedger && headers.some(each => looksLike(each, header));
  const isMostly = missing.length * 2 < needed.length && !missing.some(isElsewhere);
  return isMostly || missing.every(isLike) || tabs[name].filter(isThere).length >= manyHeaders;
}

/** Where such a tab goes, so that one of ours can stand there. */
export function nameBefore({ pageIds }: Pick<Workbook, 'pageIds'>, name: TabName): string {
  const taken = new Set([...pageIds().keys()].map(foldHeader));
  const names = Array.from(
    { length: taken.size + 1 },
    (_, at) => `${name} (before${at > 0 ? ` ${at + 1}` : ''})`,
  );
  return names.find(each => !taken.has(foldHeader(each))) ?? name;
}

/** What set up says of them; it writes nothing while one is there. */
export function strangeWords(name: TabName): string {
  return `The tab ${name} is not one of Block Ledger: its headers are nowhere in it. Nothing is written into it. Blocks > Get started keeps it as "${name} (before)" and brings in what it holds; or rename it, then run Set up workbook again.`;
}

/** Makes room for tabs of ours, as the person who sets up was told; gives the new names with the old ones. */
export function keepStrangeTabs(workbook: Workbook): readonly (readonly [now: string, before: string])[] {
  return strangeTabs(workbook).map(name => {
    const [before, now] = [workbook.page(name)?.name ?? name, nameBefore(workbook, name)];
    workbook.renamePage(before, now);
    return [now, before] as const;
  });
}
