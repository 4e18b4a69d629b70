import type { NoticeRow } from '../model/notice-row';
import type { SettledClient } from '../rules/settle';
import { type StandingSettings, standingOf } from '../rules/standing';
import type { Seconds } from '../units/seconds';

/** A client who stands as it was told, and had its reminders. */
export interface SilentClient {
  readonly left: Seconds;
  /** The newest mail that had no answer. */
  readonly row: NoticeRow;
  /** How many mails about this purchase had none. */
  readonly mails: number;
}

/** Nothing for a client who has answered, or who is not low any more. */
export function silentClient(
  settled: SettledClient,
  rows: readonly NoticeRow[],
  settings: StandingSettings,
): SilentClient | undefined {
  const { newest, level, hoursLeft } = standingOf(settled, settings);
  if (!newest || !level || !settled.client.active) return undefined;
  const unanswered = rows.filter(
    row =>
      row.block.toUpperCase() === newest.number.toUpperCase() &&
      row.outcome === 'No answer' &&
      row.level !== 'expiring',
  );
  const [row] = unanswered.sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0));
  return row && { left: hoursLeft, row, mails: unanswered.length };
}
