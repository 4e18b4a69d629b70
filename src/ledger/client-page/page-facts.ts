/** What stands on a client's page: what a statement says of the month, and what a mail would say today. */
import type { Ledger } from '../model/ledger';
import type { NoticeRow } from '../model/notice-row';
import { yesOnPage } from '../notices/accepted-on-page';
import { type Letter, letterTo } from '../notices/letter';
import { isAnsweredByHand } from '../notices/outcome';
import { runOutOf } from '../notices/run-out-range';
import { type BurnDown, pointsFrom } from '../pictures/burn-down';
import { hoursShare } from '../rules/hours-share';
import type { SettledClient } from '../rules/settle';
import { standingOf } from '../rules/standing';
import type { Offer } from '../selling/offer';
import { accountOf, type PeriodAccount } from '../statements/period-account';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { monthOf } from '../units/period';
import { noTemplates } from '../words/templates';

export interface PageFacts {
  readonly settled: SettledClient;
  readonly letter: Letter;
  /** Of the bar: from 0 to 1. */
  readonly share: number;
  readonly month: PeriodAccount;
  readonly burnDown: BurnDown | undefined;
  /** To which the client can say yes with a press; none where no mail waits for an answer. */
  readonly sizes: readonly Offer[];
  /** When it has said so. */
  readonly acceptedOn: CalendarDate | undefined;
}

/** Half a year back, as the client card draws it. */
const shownDays = 183;

/** The work itself is worked out by whoever calls; everything here is the client's own. */
export function pageFacts(settled: SettledClient, ledger: Ledger, notices: readonly NoticeRow[]): PageFacts {
  const stationery = { ledger, templates: noTemplates, notices };
  const { settings } = ledger;
  const { newest, level } = standingOf(settled, settings);
  const letter = letterTo(settled, stationery, { kind: level ?? 'thank you', levels: [] });
  const open = newest ? openRows(notices, newest.number) : [];
  const { main, others = [] } = letter.figures.offers ?? {};
  return {
    settled,
    letter,
    share: hoursShare(settled, settings).share,
    month: accountOf(ledger, settled.client, { from: monthOf(settled.asOf).from, to: settled.asOf }),
    burnDown: burnDownOf(settled, ledger, notices),
    sizes: open.length > 0 && main ? [main, ...others] : [],
    acceptedOn: yesOnPage(settled, notices, settings)?.on,
  };
}

function isAbout({ block, state, level }: NoticeRow, number: string): boolean {
  return block.toUpperCase() === number.toUpperCase() && state === 'Sent' && level !== 'thank you';
}

/** The mails about a purchase that wait for the client's answer. */
export function openRows(notices: readonly NoticeRow[], number: string): readonly NoticeRow[] {
  return notices.filter(row => isAbout(row, number) && !isAnsweredByHand(row));
}

function burnDownOf(
  settled: SettledClient,
  ledger: Ledger,
  notices: readonly NoticeRow[],
): BurnDown | undefined {
  const { asOf: today, client } = settled;
  const from = addDays(today, -shownDays);
  const { movements, hours } = accountOf(ledger, client, { from, to: today });
  const [first] = movements;
  if (!first) return undefined;
  const begins = hours.opening === 0 ? first.date : from;
  const came = movements.filter(({ worked, change }) => worked === undefined && change > 0);
  const runOut = runOutOf(settled, ledger.settings.paceWeeks, notices);
  return {
    title: '',
    from: begins,
    today,
    points: pointsFrom(begins, hours.opening, movements),
    arrivals: came.map(({ date, change }) => [date, change] as const),
    ...(runOut && { runOut: { date: runOut.date, first: runOut.first, last: runOut.last } }),
  };
}
