import type { Settings } from '../../ledger/model/settings';
import { isDayOff } from '../../ledger/notices/working-days';
import { type CalendarDate, isoDate } from '../../ledger/units/calendar-date';
import type { Memory } from '../../workbook/memory-shapes';

/** Whether the day's notices are still to be sent: from `Send hour` on, once a day, on working days if so set. */
export function isDailyRunDue(
  settings: Pick<Settings, 'sendHour' | 'weekdaysOnly' | 'daysOff'>,
  { lastDay }: Pick<Memory, 'lastDay'>,
  now: { readonly date: CalendarDate; readonly second: number },
): boolean {
  return (
    !isDayOff(now.date, settings) && now.second >= settings.sendHour * 3600 && lastDay !== isoDate(now.date)
  );
}
