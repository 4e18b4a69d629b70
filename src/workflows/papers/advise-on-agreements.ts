import { agreementIssues, clauseIssues } from '../../ledger/agreements/agreement-issues';
import { askedByIssues, clientsWhoSigned } from '../../ledger/agreements/asked-by';
import type { Issue, IssueList } from '../../ledger/model/issue';
import { readSignings } from '../../ledger/reading/signings';
import type { SettledClient } from '../../ledger/rules/settle';
import type { Book, OpenBook } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import { findAgreements } from './agreement-tab';
import { readClausesTab } from './clauses-tab';

/** What a person should know of agreements, besides rows that cannot be read; none of it stops anything. */
export function adviceOnAgreements(
  book: Book,
  hash: Hash,
  { ledger, tabs }: OpenBook,
  settled: readonly SettledClient[],
): Issue[] {
  const { clauses, issues } = readClausesTab(book);
  const time = tabs.get('Time');
  const asked = time ? askedByIssues(time.cells, ledger, clientsWhoSigned(ledger)) : [];
  const cells = tabs.get('Agreements')?.cells;
  if (!cells || ledger.agreements.size === 0) return [...issues, ...asked];
  // What is wrong in its rows was told when the ledger was read.
  const told: IssueList = { all: [], broken: new Map(), fatal: [] };
  const signings = readSignings(cells, ledger.blocks, ledger.settings.today, told);
  const { kept, damaged } = findAgreements(book, hash);
  const known = { signings, agreements: new Map(kept.map(each => [each.row, each.agreement])) };
  return [
    ...issues,
    ...asked,
    ...agreementIssues(ledger, settled, known),
    ...clauseIssues(settled, ledger.agreements, known, clauses),
    ...damaged.map(({ row }) => damagedIssue(row)),
  ];
}

function damagedIssue(row: number): Issue {
  const message =
    'This agreement was changed in the tab, so it cannot be shown as it was made. Bring it back with File > Version history.';
  return { tab: 'Agreements', row, message };
}
