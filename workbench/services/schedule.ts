/** The clock triggers that are set, and the event that one hands to its function. */

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;

export interface StoredTrigger {
  readonly id: string;
  readonly handler: string;
  readonly everyHours: number;
  /** Whoever created it: it runs as them, and only they see it. */
  readonly user: string;
  due: number;
}

/** Google picks a minute of the hour at random; here it is that of the creation, so that runs can be repeated. */
export function nextDue({ everyHours }: Pick<StoredTrigger, 'everyHours'>, before: number): number {
  return Math.floor(before / minute) * minute + everyHours * hour;
}

export function clockEvent(now: number, triggerUid: string): Record<string, unknown> {
  const date = new Date(now);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    authMode: 'FULL',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': Math.floor((now - start) / week) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid,
  };
}
