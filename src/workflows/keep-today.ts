import { isProblem } from '../ledger/reading/cell';
import { foldName } from '../ledger/reading/names';
import type { TabCells } from '../ledger/reading/tab-cells';
import { readDate } from '../ledger/reading/values';
import type { CalendarDate } from '../ledger/units/calendar-date';

/**
 * The row of Settings in which `Today` must be written, or nothing where it says `today` already.
 *
 * Today is a plain date because functions in cells may not depend on a clock. `onlyBehind` leaves a later date alone:
 * while somebody types, only a day that has passed matters.
 */
export function rowOfStaleToday(
  settings: TabCells,
  today: CalendarDate,
  onlyBehind: boolean,
): number | undefined {
  const names = settings.columns.get('setting') ?? [];
  const index = names.findIndex(name => foldName(String(name)) === 'today');
  if (index < 0) return undefined;
  const stands = readDate('Today', (settings.columns.get('value') ?? [])[index] ?? '');
  if (stands === today) return undefined;
  const isLater = stands !== undefined && !isProblem(stands) && stands > today;
  return onlyBehind && isLater ? undefined : index + 2;
}
