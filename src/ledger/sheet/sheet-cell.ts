import type { CalendarDate } from '../units/calendar-date';

/** What a report puts into a cell; a date stays a calendar date until the sheet's zone is known. */
export type SheetCell = string | number | { readonly date: CalendarDate };
