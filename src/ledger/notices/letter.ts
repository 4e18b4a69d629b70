import type { Ledger } from '../ledger';
import { moneyOf } from '../reports/money';
import { runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { moneyText } from '../units/money';
import { hoursText, type Seconds } from '../units/seconds';
import type { DueLevel } from './due';
import { type Offer, offerOf } from './offer';
import { standingOf } from './standing';

/** The words of one notice; the mail shows the same in HTML and in plain text. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  /** The first line answers the first question: how much is left. */
  readonly headline: string;
  /** Hours left and bought, for the bar; nothing where the bar would say nothing. */
  readonly bar: { readonly left: Seconds; readonly bought: Seconds } | undefined;
  readonly facts: readonly string[];
  readonly lately: readonly { readonly date: string; readonly what: string; readonly hours: string }[];
  readonly offer: readonly string[];
  readonly paymentLink: string;
  readonly closing: readonly string[];
}

const latelyRows = 5;

/** Writes what a client is told; only what the client may see, so no staff and no internal notes. */
export function letterTo(settled: SettledClient, ledger: Ledger, due: readonly DueLevel[]): Letter {
  const { client } = settled;
  const { settings } = ledger;
  const standing = standingOf(settled, settings);
  const bought = standing.newest?.hours ?? (0 as Seconds);
  const headline = headlineOf(settled, standing.hoursLeft, bought, due, standing.expiredUnused);
  return {
    subject: headline.slice(0, -1).replace(/\s+/g, ' '),
    greeting: `Hello ${client.contact || client.name},`,
    headline,
    // Hours that end soon are no share of the newest purchase.
    bar:
      bought > 0 && due[0]?.level !== 'expiring'
        ? { left: Math.max(standing.hoursLeft, 0) as Seconds, bought }
        : undefined,
    facts: [...leftInAll(standing.hoursLeft, due), ...factsOf(settled, ledger, due)],
    lately: latelyOf(settled),
    offer: standing.newest ? offerLines(offerOf(bought, client.terms, settings), settled, ledger) : [],
    paymentLink: settings.paymentLink,
    closing: ['Kind regards', settings.senderName || settings.firmName].filter(line => line !== ''),
  };
}

function headlineOf(
  settled: SettledClient,
  left: Seconds,
  bought: Seconds,
  due: readonly DueLevel[],
  expired: Seconds,
): string {
  const name = settled.client.name;
  const over = left < 0 ? `, ${hoursText(-left as Seconds)} more than was prepaid` : '';
  switch (due[0]?.level) {
    case 'used up':
      return `The prepaid time of ${name} is used up${over}.`;
    case 'expired':
      return `The prepaid time of ${name} has ended; ${hoursText(expired)} expired unused${over}.`;
    case 'expiring':
      return `${name} has prepaid hours that end soon: ${due[0].why}.`;
    default:
      return `${name} has ${hoursText(left)} left of ${hoursText(bought)} prepaid.`;
  }
}

/** A mail about hours that end soon says too how many there are. */
function leftInAll(left: Seconds, due: readonly DueLevel[]): string[] {
  return due[0]?.level === 'expiring' ? [`${hoursText(left)} are left in all.`] : [];
}

function factsOf(settled: SettledClient, ledger: Ledger, due: readonly DueLevel[]): string[] {
  const { account, asOf, client } = settled;
  const facts = due.slice(1).map(({ why, level }) => (level === 'expiring' ? `${why}.` : `Left: ${why}.`));
  for (const { value, saved, currency } of moneyOf(settled)) {
    if (value > 0) facts.push(`The hours left are worth ${moneyText(value, currency)}.`);
    if (saved > 0) facts.push(`So far the prepayment has saved you ${moneyText(saved, currency)}.`);
  }
  if (account.notYetUsable > 0) {
    facts.push(`${hoursText(account.notYetUsable as Seconds)} more are sold and not usable yet.`);
  }
  if (account.waiting.total > 0) {
    facts.push(
      `${hoursText(account.waiting.total as Seconds)} that were worked beyond it come off the next block first.`,
    );
  }
  if (account.toInvoice.total > 0) {
    facts.push(`${hoursText(account.toInvoice.total as Seconds)} beyond the prepaid time will be invoiced.`);
  }
  const dates = [4, ledger.settings.paceWeeks, 12].map(weeks => runOutDate(settled, weeks));
  const [early, pace, late] = dates;
  if (pace !== undefined && client.active) {
    const range = [early, pace, late].filter((date): date is CalendarDate => date !== undefined);
    const [first, last] = [Math.min(...range) as CalendarDate, Math.max(...range) as CalendarDate];
    const between = first < last ? ` (between ${dateText(first)} and ${dateText(last)})` : '';
    if (pace > asOf) facts.push(`At the recent pace that lasts until about ${dateText(pace)}${between}.`);
  }
  return facts;
}

function runOutDate(
  { account, entries, ...settled }: SettledClient,
  weeks: number,
): CalendarDate | undefined {
  const end = runOut(account, entries, balanceOf({ account, entries, ...settled }), settled.asOf, weeks);
  return end.kind === 'date' ? end.date : undefined;
}

/** The newest charged work, in the words of the sheet. */
function latelyOf({ entries, asOf }: SettledClient): Letter['lately'] {
  const charged = entries.filter(({ entry, charged }) => entry.date <= asOf && charged > 0);
  return charged
    .slice(-latelyRows)
    .reverse()
    .map(({ entry, charged: time }) => ({
      date: dateText(entry.date),
      what: (entry.what || entry.workType.name || 'Work').replace(/\s+/g, ' ').slice(0, 120),
      hours: hoursText(time),
    }));
}

function offerLines(offer: Offer, { client }: SettledClient, { settings }: Ledger): string[] {
  const { currency } = client.terms;
  const money = (amount: Offer['price']) => moneyText(amount, currency);
  const instead = offer.normalPrice > offer.price ? ` instead of ${money(offer.normalPrice)}` : '';
  const tax =
    offer.tax > 0 ? ` plus ${money(offer.tax)} ${settings.taxName}, ${money(offer.total)} in all` : '';
  return [
    `Another ${hoursText(offer.hours).replace(' h', ' hours')}: ${money(offer.price)}${instead}${tax}.`,
    'To renew, just answer this mail with "yes".',
  ];
}
