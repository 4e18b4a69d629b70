import { unpaidIn } from '../../ledger/books/unpaid';
import { issueText } from '../../ledger/model/issue';
import type { TabName } from '../../ledger/model/tab-names';
import { lastAsked } from '../../ledger/needs/contact';
import type { NeedKind, NeedsInput } from '../../ledger/needs/need';
import { type NeedyClient, whoNeedsUs, withoutPlanText } from '../../ledger/needs/needs';
import { ageingTexts, notPaidLead } from '../../ledger/needs/not-paid';
import type { OverviewBar } from '../../ledger/pictures/overview';
import { readNotices } from '../../ledger/reading/notice-row';
import { readCheckIns } from '../../ledger/reading/read-care';
import { figuresOf } from '../../ledger/reports/figures';
import { worstFirst } from '../../ledger/reports/summary';
import { settleLedger } from '../../ledger/rules/settle';
import { dateText } from '../../ledger/units/calendar-date';
import { hoursText } from '../../ledger/units/seconds';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import { newIssues, readCare } from './care-tabs';

/** What *Who needs us* shows; plain values, as a page can take them. */
export interface NeedsList {
  readonly today: string;
  readonly clients: readonly {
    readonly name: string;
    readonly row: number;
    readonly needs: readonly {
      readonly kind: NeedKind;
      readonly text: string;
      readonly tab: TabName;
      readonly row: number;
      readonly notice?: string;
      readonly block?: string;
    }[];
  }[];
  /** Every client, the worst first. */
  readonly overview: readonly OverviewBar[];
  /** What is said once of all of them. */
  readonly remarks: readonly string[];
}

export function listNeeds(book: Book): NeedsList {
  const { input, clients } = needsOf(book);
  return {
    today: dateText(input.ledger.settings.today),
    clients: clients.map(({ name, row, needs }) => {
      return { name, row, needs: needs.map(({ weight: _, ...need }) => need) };
    }),
    overview: overviewOf(input),
    remarks: needsRemarks(input),
  };
}

/** What is said once: what is not paid, with where to go from there, and who has no care plan. */
export function needsRemarks(input: NeedsInput): readonly string[] {
  const ageing = ageingTexts(input.unpaid ?? []);
  const withoutPlan = withoutPlanText(input);
  return [
    ...ageing,
    ...(ageing.length > 0 ? [notPaidLead] : []),
    ...(withoutPlan === '' ? [] : [withoutPlan]),
  ];
}

function overviewOf({ ledger, settled }: NeedsInput): readonly OverviewBar[] {
  return worstFirst([...settled.values()].map(each => figuresOf(each, ledger))).map(
    ({ name, balance, state, share }) => ({ name, left: hoursText(balance), state, share }),
  );
}

/** Who needs the firm today, with what it was worked out from. */
export function needsOf(book: Book): {
  readonly input: NeedsInput;
  readonly clients: readonly NeedyClient[];
} {
  const opened = openBook(book, undefined, undefined, {});
  const [fatal] = opened.ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const input = inputOf(book, opened);
  return { input, clients: whoNeedsUs(input) };
}

/** What only this list reads is taken from the tabs as they were read for the ledger. */
function inputOf(book: Book, { ledger, tabs }: OpenBook): NeedsInput {
  const { today } = ledger.settings;
  const [time, clients, notices] = [tabs.get('Time'), tabs.get('Clients'), tabs.get('Notices')];
  return {
    ledger,
    settled: settleLedger(ledger, today),
    notices: notices ? readNotices(notices.cells) : [],
    care: readCare(book),
    unpaid: unpaidIn(ledger, () => openBook(book).ledger),
    asked: time ? lastAsked(time.cells, today) : new Map(),
    checkIns: clients ? readCheckIns(clients.cells, newIssues()) : new Map(),
  };
}
