import type { Ledger } from '../ledger';
import { moneyOf } from '../reports/money';
import { runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { type MinorUnits, moneyText } from '../units/money';
import { hoursText, type Seconds } from '../units/seconds';
import type { DueLevel } from './due';
import { offerOf } from './offer';
import { type Standing, standingOf } from './standing';

/** The words of one notice; the mail shows the same in HTML and in plain text. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  /** The first line answers the first question: how much is left. */
  readonly headline: string;
  /** Hours used and bought, for the bar; nothing where the bar would say nothing. */
  readonly bar: { readonly used: Seconds; readonly bought: Seconds } | undefined;
  readonly facts: readonly string[];
  readonly lately: readonly { readonly date: string; readonly what: string; readonly hours: string }[];
  readonly offer: readonly string[];
  readonly paymentLink: string;
  readonly closing: readonly string[];
}

const latelyRows = 5;

/**
 * Writes what a client is told, of one level at least: `due` has the worst first.
 *
 * Only what the client may see, so no staff and no internal notes.
 */
export function letterTo(settled: SettledClient, ledger: Ledger, due: readonly DueLevel[]): Letter {
  const { client } = settled;
  const { settings } = ledger;
  const standing = standingOf(settled, settings);
  const bought = (standing.newest ? standing.newest.hours : 0) as Seconds;
  const [worst, ...others] = due as readonly [DueLevel, ...DueLevel[]];
  const headline = headlineOf(client.name, standing, bought, worst);
  const used = Math.min(Math.max(bought - standing.hoursLeft, 0), bought) as Seconds;
  const facts = others.map(({ level, why }) => (level === 'expiring' ? `${why}.` : `Left: ${why}.`));
  const endsSoon = worst.level === 'expiring';
  if (endsSoon) facts.unshift(`${hoursText(standing.hoursLeft)} are left in all.`);
  return {
    subject: headline.slice(0, -1).replace(/\s+/g, ' '),
    greeting: `Hello ${client.contact || client.name},`,
    headline,
    // Hours that end soon are no share of the newest purchase.
    bar: endsSoon ? undefined : { used, bought },
    facts: [...facts, ...factsOf(settled), ...paceFacts(settled, settings.paceWeeks)],
    lately: latelyOf(settled),
    offer: offerLines(settled, ledger, bought),
    paymentLink: settings.paymentLink,
    closing: ['Kind regards', settings.senderName || settings.firmName].filter(line => line !== ''),
  };
}

function headlineOf(
  name: string,
  { hoursLeft, expiredUnused }: Standing,
  bought: Seconds,
  { level, why }: DueLevel,
): string {
  const over = hoursLeft < 0 ? `, ${hoursText(-hoursLeft as Seconds)} more than was prepaid` : '';
  switch (level) {
    case 'used up':
      return `The prepaid time of ${name} is used up${over}.`;
    case 'expired':
      return `The prepaid time of ${name} has ended; ${hoursText(expiredUnused)} expired unused${over}.`;
    case 'low':
      return `${name} has ${hoursText(hoursLeft)} left of ${hoursText(bought)} prepaid.`;
    case 'expiring':
      return `${name} has prepaid hours that end soon: ${why}.`;
  }
}

/** What there is to say of money and hours, where there is any. */
function factsOf(settled: SettledClient): string[] {
  const { notYetUsable, waiting, toInvoice } = settled.account;
  const facts: [number, string][] = [
    ...moneyOf(settled).flatMap(({ value, saved, currency }): [number, string][] => [
      [value, `The hours left are worth ${moneyText(value, currency)}.`],
      [saved, `So far the prepayment has saved you ${moneyText(saved, currency)}.`],
    ]),
    [notYetUsable, `${hoursText(notYetUsable as Seconds)} more are sold and not usable yet.`],
    [
      waiting.total,
      `Worked beyond it: ${hoursText(waiting.total as Seconds)}, taken from the next block first.`,
    ],
    [toInvoice.total, `${hoursText(toInvoice.total as Seconds)} beyond the prepaid time will be invoiced.`],
  ];
  return facts.filter(([amount]) => amount > 0).map(([, words]) => words);
}

/** When it runs out at the recent pace, with the range that 4 and 12 weeks give. */
function paceFacts(settled: SettledClient, paceWeeks: number): string[] {
  const balance = balanceOf(settled);
  const dateBy = (weeks: number) => {
    const end = runOut(settled.account, settled.entries, balance, settled.asOf, weeks);
    return end.kind === 'date' ? [end.date] : [];
  };
  const [date] = dateBy(paceWeeks);
  if (date === undefined) return [];
  const range = [date, ...dateBy(4), ...dateBy(12)];
  const [first, last] = [Math.min(...range), Math.max(...range)].map(each => dateText(each as CalendarDate));
  const between = first === last ? '' : ` (between ${first} and ${last})`;
  return [`At the recent pace that lasts until about ${dateText(date)}${between}.`];
}

/** The newest charged work, in the words of the sheet. */
function latelyOf({ entries, asOf }: SettledClient): Letter['lately'] {
  const charged = entries.filter(({ entry, charged }) => entry.date <= asOf && charged > 0);
  const newest = charged.slice(-latelyRows).reverse();
  return newest.map(({ entry: { date, what, workType }, charged }) => ({
    date: dateText(date),
    what: (what || workType.name || 'Work').replace(/\s+/g, ' ').slice(0, 120),
    hours: hoursText(charged),
  }));
}

function offerLines({ client: { terms } }: SettledClient, { settings }: Ledger, bought: Seconds): string[] {
  const { price, normalPrice, tax, total } = offerOf(bought, terms, settings);
  const money = (amount: MinorUnits) => moneyText(amount, terms.currency);
  const instead = normalPrice > price ? ` instead of ${money(normalPrice)}` : '';
  const taxed = tax > 0 ? ` plus ${money(tax)} ${settings.taxName}, ${money(total)} in all` : '';
  return [
    `Another ${hoursText(bought).replace(' h', ' hours')}: ${money(price)}${instead}${taxed}.`,
    'To renew, just answer this mail with "yes".',
  ];
}
