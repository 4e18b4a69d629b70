import { isAsked, lateSpans, spanOf } from '../books/unpaid';
import { issueText } from '../model/issue';
import { isUnpaid, isWithoutAnswer } from '../model/levels';
import { outcomeOf } from '../notices/outcome';
import { runOutOf } from '../notices/run-out-range';
import { drawOrder, never, type OpenBlock } from '../rules/open-block';
import { recentPace } from '../rules/run-out';
import { standingOf } from '../rules/standing';
import { addDays, dateText, fromSheetSerial } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { moneyText } from '../units/money';
import { shortened } from '../units/plain-json';
import { hoursText, type Seconds, seconds } from '../units/seconds';
import type { CardFacts, CardLine, CardSection } from './client-card';

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

/** The rows that cannot be counted, or are hardly meant so, as *Check workbook* names them. */
export function brokenNotes({ settled: { client }, ledger }: CardFacts): CardLine[] {
  const broken = [...(ledger.broken.get(client.key) ?? []), ...(ledger.doubtful.get(client.key) ?? [])];
  const lines = broken.slice(0, shownBroken).map(issue => {
    const { tab, row } = issue;
    return { text: issueText(issue), state: 'problem', go: { tab, row } };
  });
  const more = broken.length - lines.length;
  return more > 0 ? [...lines, { text: `${more} more: see Check workbook.` }] : lines;
}

const shownBlocks = 8;
const shownWork = 5;
const longestLine = 120;
const order: readonly OpenBlock['state'][] = ['usable', 'sold', 'expired'];

/** The blocks that have hours left, in the order in which they are drawn; those that ended unused come last. */
export function blocksSection({ settled, ledger }: CardFacts): CardSection {
  const { expiring } = standingOf(settled, ledger.settings);
  const held = settled.account.opened.filter(({ state, left }) => order.includes(state) && left > 0);
  held.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || drawOrder(a, b));
  const lines = held.slice(0, shownBlocks).map((open): CardLine => {
    const { number, hours, row } = open.block;
    const word = open.state === 'expired' ? 'expired' : expiring.includes(open) ? 'expiring' : '';
    return {
      text: `${number}: ${hoursText(open.left)} of ${hoursText(hours)}`,
      aside: usableText(open) + repeatsText(open.block),
      ...(word && { state: word }),
      go: { tab: 'Blocks', row },
    };
  });
  const more = held.length - lines.length;
  if (more > 0) lines.push({ text: `${more} more in Blocks` });
  return { title: 'Blocks', lines: orNone(lines, 'No block has hours left.') };
}

function repeatsText({ repeats }: OpenBlock['block']): string {
  return repeats ? `; repeats ${repeats}` : '';
}

function usableText({ state, firstUsable, expires }: OpenBlock): string {
  if (state === 'sold')
    return firstUsable === never ? 'waits for its payment' : `usable from ${dateText(firstUsable)}`;
  if (state === 'expired') return `unused since ${dateText(addDays(expires, 1))}`;
  return expires === never ? 'does not expire' : `until ${dateText(expires)}`;
}

/** What is still to be paid, the longest overdue first. */
export function unpaidSection({ settled: { client }, unpaid }: CardFacts): CardSection | undefined {
  const own = unpaid.filter(each => each.client.key === client.key && isAsked(each));
  if (own.length === 0) return undefined;
  const lines = own.slice(0, shownBlocks).map((each): CardLine => {
    const { open, due, late, block } = each;
    const { number, row, currency } = block;
    return {
      text: `${number}: ${moneyText(open, currency)} with tax`,
      aside: `due on ${dateText(due)}${late > 0 ? `, ${counted(late, 'day')} ago (${lateSpans[spanOf(each)]})` : ''}`,
      ...(late > 0 && { state: 'overdue' }),
      go: { tab: 'Blocks', row },
      toPay: number,
    };
  });
  return { title: 'Not paid', lines };
}

/** The newest work; who did it and what is noted about it stays in Time. */
export function workSection({ settled: { entries, asOf } }: CardFacts): CardSection {
  const done = entries.filter(({ entry }) => entry.date <= asOf);
  const lines = done
    .slice(-shownWork)
    .reverse()
    .map(({ entry, charged }): CardLine => {
      const { date, what, workType, worked, row, archived } = entry;
      const text = shortened((what || workType.name || 'Work').replace(/\s+/g, ' '), longestLine);
      const counted =
        charged === worked ? '' : charged === 0 ? ', not charged' : `, charged ${hoursText(charged)}`;
      return {
        text,
        aside: `${dateText(date)} · ${hoursText(worked)}${counted}`,
        ...(archived === undefined && { go: { tab: 'Time', row } }),
      };
    });
  return { title: 'Last work', lines: orNone(lines, 'No work yet.') };
}

/** The newest mail, and what came of it. */
export function noticeSection({ settled, ledger, notices }: CardFacts): CardSection {
  const own = new Set(settled.blocks.map(({ number }) => number.toUpperCase()));
  const sent = notices.filter(
    ({ block, state, sentAt }) => state === 'Sent' && sentAt && own.has(block.toUpperCase()),
  );
  const [newest] = sent.sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0));
  if (!newest) return { title: 'Last notice', lines: [{ text: 'None was sent.' }] };
  const outcome = outcomeOf(newest, settled, ledger.settings.remindAfter);
  const line: CardLine = {
    text: `${dateText(fromSheetSerial(newest.sentAt ?? 0))}: ${newest.level}`,
    aside: outcome || (isWithoutAnswer(newest.level) || isUnpaid(newest.level) ? '' : 'no answer yet'),
    go: { tab: 'Notices', row: newest.row },
  };
  return { title: 'Last notice', lines: [line] };
}

function orNone(lines: readonly CardLine[], text: string): readonly CardLine[] {
  return lines.length > 0 ? lines : [{ text }];
}
