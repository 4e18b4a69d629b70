import type { PassingLedger } from '../ledger/model/ledger';
import type { TabName } from '../ledger/model/tab-names';
import { isSettledWithout } from '../ledger/rules/settle';
import type { TabCells } from '../ledger/sheet/tab-cells';
import type { CalendarDate } from '../ledger/units/calendar-date';

/**
 * What a run asks of the work: all of it, or only how things stand on a day (today) and what was done from a day on.
 *
 * For the latter the archive need not be read, as long as nothing before its end has changed.
 */
export type WorkScope =
  | 'all work'
  | { readonly asOf?: CalendarDate | undefined; readonly from?: CalendarDate | undefined };

/**
 * Reads a ledger, with the archive only where what is asked cannot be told without it.
 *
 * An archive may hold a hundred thousand rows, and most questions are about today.
 */
export function withArchive<Read extends PassingLedger>(
  cells: Map<TabName, TabCells>,
  asked: WorkScope,
  readArchive: () => TabCells,
  read: (cells: ReadonlyMap<TabName, TabCells>) => Read,
): Read {
  const isThere = cells.has('Archive state');
  const withRows = () => read(cells.set('Time archive', cells.get('Time archive') || readArchive()));
  if (isThere && asked === 'all work') return withRows();
  const ledger = read(cells);
  if (!isThere || asked === 'all work' || ledger.archive?.isRead) return ledger;
  const until = ledger.archive?.seal?.until ?? 0;
  const isLater = asked.from === undefined || asked.from > until;
  return isLater && isSettledWithout(ledger, asked.asOf ?? ledger.settings.today) ? ledger : withRows();
}
