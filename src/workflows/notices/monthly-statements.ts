import type { Ledger } from '../../ledger/model/ledger';
import { periodIn } from '../../ledger/notices/monthly-block';
import type { PlannedMail } from '../../ledger/notices/plan';
import { addressText } from '../../ledger/reading/address';
import { type Desk, openBook } from '../../workbook/open-book';
import type { Mail, Printer } from '../../workbook/ports';
import { statementKind } from '../papers/give-statement';
import { type IssuedStatement, noteSent } from '../papers/issued-statements';
import { statementAtHand } from '../papers/statement-desk';

/** The statements of one run. */
export interface StatementsOfRun {
  /** What a mail brings along that is the account of a month; throws in words where that cannot be made. */
  fileOf(planned: PlannedMail): Pick<Mail, 'attachments'>;
  /** Notes beside the statement to whom it went. */
  noteSent(planned: PlannedMail): void;
}

/**
 * Keeps and prints what mails bring along: like any other statement it is kept in Statements before it leaves, and one
 * that was kept already leaves as it was issued.
 */
export function statementsOfRun(desk: Desk, read: Ledger, printer: Printer): StatementsOfRun {
  const kept = new Map<PlannedMail, IssuedStatement>();
  let whole: Ledger | undefined;
  /** What a month holds is worked out from all work, archived or not. */
  const wholeLedger = () => {
    whole ??= read.archive && !read.archive.isRead ? openBook(desk.book).ledger : read;
    return whole;
  };
  return {
    fileOf: planned => {
      const about = planned.due.find(({ level }) => level === 'statement');
      const period = about && periodIn(about.block);
      if (!period) return {};
      const { name } = planned.settled.client;
      const asked = { client: name, ...period, version: 'corrected' } as const;
      const issued = statementKind.keep(desk, statementAtHand(desk, wholeLedger(), asked));
      kept.set(planned, issued);
      return { attachments: [printer.print(statementKind.html(issued), statementKind.name(issued)).blob] };
    },
    noteSent: planned => {
      const issued = kept.get(planned);
      if (issued) noteSent(desk.book, issued, addressText(planned.recipients));
    },
  };
}
