/** When a clock trigger is due, and the event that it hands to its function. */

import { zoneNamed } from './zone';

export interface Schedule {
  readonly every: number;
  readonly unit: 'hours' | 'days';
  readonly hour?: number;
  readonly zone: string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Google picks a minute of the hour at random; here it is that of the creation, so that runs can be repeated. */
export function firstDue(schedule: Schedule, now: number): number {
  if (schedule.unit === 'hours') return now + schedule.every * hour;
  const zone = zoneNamed(schedule.zone);
  const wall = zone.wallOf(now);
  const startOfDay = Math.floor(wall / day) * day;
  const minutes = (schedule.hour ?? Math.floor((wall - startOfDay) / hour)) * 60 + 30;
  const today = startOfDay + minutes * 60_000;
  return zone.instantOf(today > wall ? today : today + day);
}

export function nextDue(schedule: Schedule, due: number): number {
  if (schedule.unit === 'hours') return due + schedule.every * hour;
  const zone = zoneNamed(schedule.zone);
  return zone.instantOf(zone.wallOf(due) + schedule.every * day);
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
    'week-of-year': Math.floor((now - start) / day / 7) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid,
  };
}
