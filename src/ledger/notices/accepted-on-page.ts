/** What stands in Outcome once a client has pressed Yes on its page: it waits for a person. */
import type { NoticeRow } from '../model/notice-row';
import type { SettledClient } from '../rules/settle';
import { type StandingSettings, standingOf } from '../rules/standing';
import { type CalendarDate, dateOf, dateText, monthNames } from '../units/calendar-date';

const ending = /^Accepted on (\d{1,2}) (\w{3}) (\d{4}) on the client’s page: (.{1,20}), not sold yet$/;

export function acceptedOnPage(on: CalendarDate, size: string): string {
  return `Accepted on ${dateText(on)} on the client’s page: ${size}, not sold yet`;
}

export interface YesOnPage {
  readonly row: NoticeRow;
  /** In words. */
  readonly size: string;
  readonly on: CalendarDate;
}

/** The press about a client's newest purchase; once another follows it was sold, and this is over. */
export function yesOnPage(
  settled: SettledClient,
  notices: readonly NoticeRow[],
  settings: StandingSettings,
): YesOnPage | undefined {
  const { newest } = standingOf(settled, settings);
  const number = newest?.number.toUpperCase();
  for (const row of notices) {
    if (row.block.toUpperCase() !== number) continue;
    const [, day, month = '', year, size = ''] = ending.exec(row.outcome) ?? [];
    const at = monthNames.indexOf(month) + 1;
    const on = at > 0 ? dateOf(Number(year), at, Number(day)) : undefined;
    if (on !== undefined) return { row, size, on };
  }
  return undefined;
}
