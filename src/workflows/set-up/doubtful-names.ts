import { issueText } from '../../ledger/model/issue';
import { type TabName, tabNames } from '../../ledger/model/tab-names';
import { goneFrom, lostIn, twoTabs } from '../../ledger/reading/missing-inputs';
import { ledgerTabs } from '../../ledger/reading/read-ledger';
import type { Cell } from '../../ledger/sheet/cell';
import { foldHeader, headerRowIn, headerSearch } from '../../ledger/sheet/headers';
import { mattersThere } from '../../ledger/sheet/tab-cells';
import { tabs } from '../../ledger/sheet/tabs';
import { lostByFormula } from '../../workbook/formulas';
import { formerTabs } from '../../workbook/remembered-tabs';
import { cellsOf, headersOf, openTab } from '../../workbook/tabs';
import type { Workbook } from '../../workbook/workbook';

/** What everything is worked out from; the other tabs hold nothing that is not made again. */
const vitalTabs: readonly TabName[] = ['Clients', 'Blocks', 'Time'];
/** A tab of somebody's own may have a Client and a Date too. */
const fewestHeaders = 3;
const again = 'then run Set up workbook again.';

/**
 * What seems to be there under another name, as questions; a second one beside it would turn an error into a wrong
 * number.
 */
export function doubtsOf(workbook: Workbook): readonly string[] {
  const there = vitalTabs.filter(name => workbook.tab(name));
  // In a workbook without any tab of ours a likely one is somebody's own.
  const missing = there.length > 0 ? vitalTabs.filter(name => !there.includes(name)) : [];
  const likely = [
    ...missing.flatMap(name => likelyTab(workbook, name)),
    ...there.flatMap(name => likelyColumns(workbook, name)),
  ];
  return likely.length > 0 ? likely : goneSince(workbook);
}

/** What was there when nothing was missing: an empty one in its place would read as if nobody had ever filled it. */
function goneSince(workbook: Workbook): readonly string[] {
  const former = formerTabs(workbook, ledgerTabs, workbook.seen());
  const two = former.filter(({ elsewhere }) => elsewhere !== undefined);
  const gone = former.flatMap(before => {
    const open = openTab(workbook, before.tab);
    const cells = open && cellsOf(before.tab, open.rows.slice(1), open.column, value => value as Cell, false);
    return goneFrom(before, cells).filter(({ stops }) => stops !== 'nothing');
  });
  const lost =
    former.length > 0 ? [] : [...lostByFormula(workbook)].flatMap(([tab, columns]) => lostIn(tab, columns));
  return [
    ...two.map(({ tab, elsewhere = '' }) => twoTabs(tab, elsewhere)),
    ...[...gone, ...lost].map(({ issue }) => issue),
  ].map(issueText);
}

function likelyTab(workbook: Workbook, name: TabName): string[] {
  const ours = new Set(tabNames.map(foldHeader));
  const found = [...workbook.pageIds().keys()].find(page => {
    const top = ours.has(foldHeader(page)) ? [] : (workbook.page(page)?.top(headerSearch) ?? []);
    return isLike(name, top);
  });
  return found === undefined
    ? []
    : [
        `Is the tab "${found}" your ${name}? Rename it to ${name}; if it is not, add an empty tab ${name} first; ${again}`,
      ];
}

/** All that is needed stands there, and no other tab of ours has more of its headers there. */
function isLike(name: TabName, top: readonly (readonly unknown[])[]): boolean {
  const countOf = (tab: TabName) => {
    const headers = new Set(
      (top[headerRowIn(tab, top) - 1] ?? []).map(header => foldHeader(String(header ?? ''))),
    );
    const isThere = ({ header }: { readonly header: string }) => headers.has(foldHeader(header));
    const isWhole = tabs[tab].filter(({ needed }) => needed).every(isThere);
    return isWhole ? tabs[tab].filter(isThere).length : 0;
  };
  const own = countOf(name);
  return own >= fewestHeaders && vitalTabs.every(tab => countOf(tab) <= own);
}

function likelyColumns(workbook: Workbook, name: TabName): string[] {
  const tab = workbook.tab(name);
  const headers = tab ? headersOf(name, tab).headers.map(header => String(header ?? '').trim()) : [];
  const present = new Set(headers.map(foldHeader));
  const known = new Set(tabs[name].map(({ header }) => foldHeader(header)));
  const foreign = headers.filter(header => header !== '' && !known.has(foldHeader(header)));
  return tabs[name].flatMap(({ header }) => {
    const like =
      mattersThere(name, header) &&
      !present.has(foldHeader(header)) &&
      foreign.find(each => looksLike(each, header));
    return like
      ? [
          `Is "${like}" in ${name} your ${header}? Rename it to ${header}; if it is not, give it a name less alike; ${again}`,
        ]
      : [];
  });
}

/** `Hrs`, `Hour` and `Hours worked` are like `Hours`: one has all letters of the other, in their order. */
export function looksLike(one: string, other: string): boolean {
  const [short = '', long = ''] = [foldHeader(one), foldHeader(other)].sort((a, b) => a.length - b.length);
  if (short.length < 2 || short.charAt(0) !== long.charAt(0)) return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length;
}
