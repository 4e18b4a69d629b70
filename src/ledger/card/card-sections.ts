import { outcomeOf } from '../notices/outcome';
import { drawOrder, never, type OpenBlock } from '../rules/open-block';
import { standingOf } from '../rules/standing';
import { addDays, dateText, fromSheetSerial } from '../units/calendar-date';
import { hoursText } from '../units/seconds';
import { shortened } from '../units/shortened';
import type { CardFacts, CardLine, CardSection } from './client-card';

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
      aside: usableText(open),
      ...(word && { state: word }),
      go: { tab: 'Blocks', row },
    };
  });
  const more = held.length - lines.length;
  if (more > 0) lines.push({ text: `${more} more in Blocks` });
  return { title: 'Blocks', lines: orNone(lines, 'No block has hours left.') };
}

function usableText({ state, firstUsable, expires }: OpenBlock): string {
  if (state === 'sold')
    return firstUsable === never ? 'waits for its payment' : `usable from ${dateText(firstUsable)}`;
  if (state === 'expired') return `unused since ${dateText(addDays(expires, 1))}`;
  return expires === never ? 'does not expire' : `until ${dateText(expires)}`;
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
    aside: outcome || (newest.level === 'thank you' ? '' : 'no answer yet'),
    go: { tab: 'Notices', row: newest.row },
  };
  return { title: 'Last notice', lines: [line] };
}

function orNone(lines: readonly CardLine[], text: string): readonly CardLine[] {
  return lines.length > 0 ? lines : [{ text }];
}
