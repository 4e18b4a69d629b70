import { type TabName, tabNames } from '../../ledger/model/tab-names';
import { isoDate } from '../../ledger/units/calendar-date';
import { digestOf } from '../../ledger/units/digest';
import { foldName } from '../../ledger/units/names';
import { type LastDialog, type MadeTab, memoryOf } from '../../workbook/last-dialog';
import { readMemory, remember } from '../../workbook/memory';
import type { Book } from '../../workbook/open-book';
import type { Tab, Workbook } from '../../workbook/workbook';

/** Does what makes tabs, and remembers them, so that one undo takes all of them back. */
export function rememberingTabs<Result>(
  { workbook, store, now }: Book,
  title: string,
  make: () => Result,
  renamed: LastDialog['renamed'] = [],
): Result {
  const before = new Set(tabNames.filter(name => workbook.tab(name)));
  const result = make();
  const made = tabNames.filter(name => !before.has(name)).flatMap(name => madeTab(workbook, name));
  const what = `the tabs ${made.map(({ tab }) => tab).join(', ')}`;
  if (made.length > 0)
    store.write(
      memoryOf({
        title,
        what,
        parts: [],
        made,
        ...(renamed.length > 0 && { renamed }),
        day: isoDate(now().date),
      }),
    );
  return result;
}

function madeTab(workbook: Workbook, tab: TabName): readonly MadeTab[] {
  const found = workbook.tab(tab);
  return found ? [{ tab, digest: contentDigest(tab, found) }] : [];
}

/** Of what only a person or a command may have changed: neither the day, nor what formulas show. */
function contentDigest(name: TabName, tab: Tab): string {
  const lines: readonly (readonly unknown[])[] = name === 'Balances' ? tab.formulas() : tab.cells();
  const kept = lines.filter(line => foldName(String(line[0] ?? '')) !== 'today');
  // Boxes that are not ticked may stand down to the end of the tab.
  const texts = kept.map(line =>
    line
      .map(cell => (cell === false ? '' : String(cell)))
      .join('\t')
      .trimEnd(),
  );
  return digestOf(texts.join('\n').trimEnd());
}

/** Why tabs that were made stay: somebody has worked in one since. Nothing where they can go. */
export function keptTab(workbook: Workbook, made: readonly MadeTab[]): TabName | undefined {
  return made.find(({ tab, digest }) => {
    const found = workbook.tab(tab);
    return found !== undefined && contentDigest(tab, found) !== digest;
  })?.tab;
}

/** Takes out tabs that were made; what was remembered of them would be missed. */
export function removeTabs({ workbook, store }: Book, made: readonly MadeTab[]): void {
  remember(store, readMemory(store), { seen: [] });
  for (const { tab } of made) {
    const name = workbook.tab(tab)?.name;
    if (name !== undefined) workbook.removePage(name);
  }
}
