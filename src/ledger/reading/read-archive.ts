import type { Archive } from '../model/archive';
import { unlistedClient } from '../model/client';
import type { TimeEntry } from '../model/time-entry';
import { archiveDigest } from '../rules/archive-digest';
import { checkHeaders, type TabCells } from '../sheet/tab-cells';
import type { ClientBook } from './client-rows';
import { readTime } from './read-time';
import type { WorkTypes } from './read-work-types';
import { readArchiveState } from './seal';

/**
 * Reads what is kept of the archive, and its rows where they are given.
 *
 * A client that is known from the archive alone is added either way, before those that are found in Time.
 */
export function readArchive(
  state: TabCells | undefined,
  rows: TabCells | undefined,
  types: WorkTypes,
  book: ClientBook,
): { readonly archive: Archive | undefined; readonly archived: readonly TimeEntry[] } {
  if (!state && !rows) return { archive: undefined, archived: [] };
  const { seal, kept } = state ? readArchiveState(state) : { seal: undefined, kept: new Map() };
  const archived = rows ? readTime(rows, types, book) : [];
  if (rows && rows.columns.size > 0) checkHeaders(rows, book.issues);
  else if (rows && seal && seal.entries > 0) reportLost(seal.entries, book);
  const { clients, settings } = book;
  for (const { key, name } of kept.values())
    if (!clients.has(key)) clients.set(key, unlistedClient(key, name, settings.terms));
  const told = { digest: seal ? seal.digest : '', entries: seal ? seal.entries : 0 };
  return { archive: { seal, kept, isRead: rows !== undefined, ...told }, archived };
}

/** Without its tab the archived hours are in no figure. */
function reportLost(entries: number, { issues }: ClientBook): void {
  const message = `The tab "Time archive" is missing or has no headers, so ${entries} archived entries are not counted. Bring it back with File > Version history.`;
  const issue = { tab: 'Time archive' as const, row: 1, message };
  issues.all.push(issue);
  issues.fatal.push(issue);
}

/** What was read tells more than the seal does. */
export function digested(archive: Archive, counted: readonly TimeEntry[]): Archive {
  return { ...archive, digest: archiveDigest(counted), entries: counted.length };
}
