import type { Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';

/** More rows than that make every edit slow. */
const manyEntries = 20_000;

/** Whether the archive holds something else than was moved there; the ledger must hold all work. */
export function isArchiveChanged({ archive }: Pick<Ledger, 'archive'>): boolean {
  return archive?.seal !== undefined && archive.isRead && archive.seal.digest !== archive.digest;
}

/** What to say of the archive, and of a Time so long that it should be archived. */
export function archiveIssues(ledger: Ledger, hasClosedMonths: boolean): Issue[] {
  const { entries, archive } = ledger;
  const issues: Issue[] = [];
  const inTime = entries.reduce((sum, { archived }) => sum + (archived === undefined ? 1 : 0), 0);
  if (inTime > manyEntries) {
    const mend = hasClosedMonths
      ? 'Move the older ones out of the way with More > Books > Archive closed months: no figure changes.'
      : 'Close the months that are done with More > Books > Close month, then choose More > Books > Archive closed months.';
    issues.push({
      tab: 'Time',
      row: 1,
      message: `Time holds ${inTime} entries, so every edit is slow. ${mend}`,
    });
  }
  issues.push(...archiveChanged(ledger));
  if (archive && !archive.seal)
    issues.push(
      archiveIssue(
        'What was kept beside the archive is gone, so it is read each time. Run Set up workbook, then Refresh.',
      ),
    );
  return issues;
}

/** Somebody has typed in it, or deleted a row. */
export function archiveChanged(ledger: Ledger): Issue[] {
  if (!isArchiveChanged(ledger)) return [];
  return [
    archiveIssue(
      'Somebody has typed here since it was archived; every figure counts what stands here now. If that was meant, run More > Books > Archive closed months; if not, bring it back with File > Version history.',
    ),
  ];
}

function archiveIssue(message: string): Issue {
  return { tab: 'Time archive', row: 1, message };
}
