import { readDate } from '../ledger/reading/values';
import { type Cell, isProblem } from '../ledger/sheet/cell';
import { type CalendarDate, toSheetSerial } from '../ledger/units/calendar-date';
import { foldName } from '../ledger/units/names';
import type { ReadTab } from './tabs';
import { writeCells } from './write-cells';

/**
 * Sets `Today` where it is another day, in the tab and in its cells as they were read.
 *
 * Today is a plain date because functions in cells may not depend on a clock. `onlyBehind` leaves a later date alone:
 * while somebody types, only a day that has passed matters. Says whether it had to.
 */
export function writeToday(
  { tab, column, cells }: ReadTab,
  today: CalendarDate,
  onlyBehind: boolean,
): boolean {
  const names = cells.columns.get('setting') || [];
  const values: Cell[] = cells.columns.get('value') || [];
  const index = names.findIndex(name => foldName(String(name)) === 'today');
  const stands = readDate('Today', values[index] || '');
  const isLater = stands !== undefined && !isProblem(stands) && stands > today;
  if (index < 0 || values.length === 0 || stands === today || (onlyBehind && isLater)) return false;
  // As the number that Sheets keeps for the day: that needs no time zone.
  values[index] = toSheetSerial(today);
  writeCells(tab, [{ row: index + 2, column: column('Value'), value: values[index], format: 'd mmm yyyy' }]);
  return true;
}
