import type { TabName } from '../../ledger/model/tab-names';
import { firstTabs } from '../../ledger/sheet/tab-groups';
import { tabs } from '../../ledger/sheet/tabs';
import { columnFinder, headersOf } from '../../workbook/tabs';
import type { Workbook } from '../../workbook/workbook';
import { nameBefore, strangeTabs } from './strange-tabs';

/** What set up would make, in sentences, without writing anything; none where nothing is missing. */
export function planSetUp(workbook: Workbook): readonly string[] {
  const strange = strangeTabs(workbook);
  const missing = firstTabs.filter(name => !workbook.tab(name) || strange.includes(name));
  const kept = strange.map(
    name => `Your own tab ${name} stays as it is, under the name "${nameBefore(workbook, name)}".`,
  );
  const extended = firstTabs.flatMap(name => {
    if (strange.includes(name)) return [];
    const lacking = columnsLacking(workbook, name);
    return lacking.length > 0 ? [`To ${name}, at its right end: the columns ${lacking.join(', ')}.`] : [];
  });
  const made = missing.length > 0 ? [`New tabs: ${missing.join(', ')}.`] : [];
  return [...kept, ...made, ...extended];
}

/** A workbook keeps a ledger once the tabs stand that all others are worked out from. */
export function keepsLedger(workbook: Pick<Workbook, 'tab'>): boolean {
  return workbook.tab('Settings') !== undefined && workbook.tab('Blocks') !== undefined;
}

function columnsLacking(workbook: Workbook, name: TabName): readonly string[] {
  const tab = workbook.tab(name);
  // What Balances shows is spilled by its formula.
  if (!tab || name === 'Balances') return [];
  const known = columnFinder(headersOf(name, tab).headers);
  return tabs[name].map(({ header }) => header).filter(header => known(header) === 0);
}
