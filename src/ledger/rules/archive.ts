import type { Seal } from '../model/archive';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import type { CalendarDate } from '../units/calendar-date';
import type { ChargedEntry } from './charging';
import { restoreAccount } from './kept-account';
import { basisOf } from './kept-client';
import type { Start } from './replay';
import type { SettledClient } from './settle';

const longestPace = 12;

/** The first day on which nothing is asked of archived work but what is kept: the pace looks so far back. */
export function firstKeptDay({ until }: Seal, { paceWeeks }: Pick<Ledger['settings'], 'paceWeeks'>): number {
  return until + Math.max(longestPace, paceWeeks) * 7 + 1;
}

/** Whether figures from a day on can start from what is kept, as far as the seal tells. */
export function isSealedFor({ archive, settings, workTypes }: Ledger, asOf: CalendarDate): boolean {
  const seal = archive?.seal;
  if (!seal || seal.moving || seal.isChanged || asOf < firstKeptDay(seal, settings)) return false;
  // In an unread archive nobody sees that the row of its work type cannot be read any more.
  return seal.workTypes.every(key => !workTypes.has(key) || workTypes.get(key) !== undefined);
}

/** Where a client's replay starts; nothing where what is kept no longer fits what stands in the tabs. */
export function startOf(
  { archive, settings }: Pick<Ledger, 'archive' | 'settings'>,
  client: Client,
  { blocks, entries }: Pick<SettledClient, 'blocks'> & { readonly entries: readonly ChargedEntry[] },
): Start | undefined {
  const [seal, kept] = [archive?.seal, archive?.kept.get(client.key)];
  if (!seal || !kept || basisOf(client, { blocks, entries }, seal, settings) !== kept.basis) return undefined;
  return { asOf: seal.until, account: restoreAccount(kept.account, blocks, settings.unpaidBlocks) };
}

/** A ledger that is to show what happened, and not only how things stand, needs all work. */
export function needWholeLedger({ archive }: Pick<Ledger, 'archive'>): void {
  if (archive && !archive.isRead) throw new Error('Time archive was not read, but it is needed here.');
}
