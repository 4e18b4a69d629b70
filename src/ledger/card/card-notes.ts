import { issueText } from '../model/issue';
import { runOutOf } from '../notices/run-out-range';
import { recentPace } from '../rules/run-out';
import { dateText } from '../units/calendar-date';
import type { Seconds } from '../units/seconds';
import { hoursText, seconds } from '../units/seconds';
import type { CardFacts, CardLine } from './client-card';

const shownBroken = 3;
const daysAWeek = 7;

/** How fast the hours go, and until when they last. */
export function paceNotes({ settled, ledger, notices }: CardFacts): CardLine[] {
  const { entries, asOf } = settled;
  const { paceWeeks } = ledger.settings;
  const pace = recentPace(entries, asOf, paceWeeks);
  if (!pace) return [{ text: 'Not enough history for a pace.' }];
  const used = seconds(Math.round((pace.used * daysAWeek) / pace.days));
  const speed = { text: `Uses about ${hoursText(used)} a week` };
  const end = runOutOf(settled, paceWeeks, notices);
  if (!end) return [speed];
  const range = end.first === end.last ? '' : `between ${dateText(end.first)} and ${dateText(end.last)}; `;
  const runsOut = {
    text: `Runs out about ${dateText(end.date)}`,
    aside: `${range}order by ${dateText(end.orderBy)}`,
  };
  return [speed, runsOut];
}

/** Hours that no block covers, and hours that cannot be used yet. */
export function hourNotes({ settled: { account, client } }: CardFacts): CardLine[] {
  const { waiting, toInvoice, notYetUsable } = account;
  const notes: readonly [string, Seconds][] = [
    ['Waits for the next block', waiting.total],
    ['To be invoiced', toInvoice.total],
    ['Sold and not usable yet', notYetUsable],
  ];
  const uncovered = client.terms.overage === 'invoice' ? 'is to be invoiced' : 'waits until one is sold';
  const isWithout = account.opened.every(({ state }) => state === 'later');
  return [
    ...(isWithout ? [{ text: `No block yet. What is worked ${uncovered}.` }] : []),
    ...notes.flatMap(([text, time]) => (time > 0 ? [{ text: `${text}: ${hoursText(time)}` }] : [])),
  ];
}

/** What is unusual about the client itself. */
export function clientNotes({ settled: { client } }: CardFacts): CardLine[] {
  const notes: CardLine[] = [];
  if (client.row === 0)
    notes.push({
      text: 'Not in Clients: the rules of Settings hold, and no notice can go out.',
      aside: 'Add the name in Clients, or correct it in Blocks and Time.',
    });
  if (!client.active) notes.push({ text: 'Active is off: no notices go out. Work still counts.' });
  return notes;
}

/** The rows that keep the figures from being right, as *Check workbook* names them. */
export function brokenNotes({ settled: { client }, ledger }: CardFacts): CardLine[] {
  const broken = ledger.broken.get(client.key) ?? [];
  const lines = broken.slice(0, shownBroken).map(issue => {
    const { tab, row } = issue;
    return { text: issueText(issue), state: 'problem', go: { tab, row } };
  });
  const more = broken.length - lines.length;
  return more > 0 ? [...lines, { text: `${more} more: see Check workbook.` }] : lines;
}
