import { careOf, type DueTask, daysAhead } from '../care/doing';
import { openAgreements } from '../reading/agreement-states';
import { dateText } from '../units/calendar-date';
import { shortened } from '../units/plain-json';
import type { CardFacts, CardLine, CardSection } from './client-card';

const shownLines = 6;
const longestLine = 120;

/** What is overdue and what is due soon in the care plan; who does it and what is noted about it stays there. */
export function careSection({ settled, care }: CardFacts): CardSection | undefined {
  const { client, account, asOf } = settled;
  const { tasks, overdue, due } = careOf(client.key, care, asOf);
  const title = 'Care';
  if (tasks.length === 0) {
    const misses = client.active && account.usable > 0;
    return misses ? { title, lines: [{ text: 'No care plan yet.' }] } : undefined;
  }
  const lineOf = ({ task, on, daysLate }: DueTask): CardLine => ({
    text: oneLine(task.task),
    aside: daysLate > 0 ? `due since ${dateText(on)}` : daysLate === 0 ? 'due today' : `due ${dateText(on)}`,
    ...(daysLate > 0 && { state: 'overdue' }),
    go: { tab: 'Care plan', row: task.row },
  });
  const lines = firstOf([...overdue, ...due].map(lineOf), 'Care plan');
  return {
    title,
    lines: lines.length > 0 ? lines : [{ text: `Nothing is due in the next ${daysAhead} days.` }],
  };
}

/** The open ones, the most pressing first. */
export function thingsSection({ settled, care }: CardFacts): CardSection | undefined {
  const { things } = careOf(settled.client.key, care, settled.asOf);
  if (things.length === 0) return undefined;
  const lines = things.map(
    ({ what, priority, foundOn, row }): CardLine => ({
      text: oneLine(what),
      ...(foundOn !== undefined && { aside: `found on ${dateText(foundOn)}` }),
      ...(priority === 'high' && { state: 'high' }),
      go: { tab: 'Small things', row },
    }),
  );
  return { title: 'Small things', lines: firstOf(lines, 'Small things') };
}

/** How the sold blocks with hours left stand; nothing where the firm uses no agreements. */
export function agreementSection({ settled, ledger }: CardFacts): CardSection | undefined {
  const lines = openAgreements(settled, ledger.agreements).map(
    ({ block, state }): CardLine => ({
      text: block.number,
      state,
      go: { tab: 'Blocks', row: block.row },
    }),
  );
  return lines.length > 0 ? { title: 'Agreement', lines: firstOf(lines, 'Blocks') } : undefined;
}

function oneLine(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), longestLine);
}

function firstOf(lines: readonly CardLine[], tab: string): readonly CardLine[] {
  const more = lines.length - shownLines;
  return more > 0 ? [...lines.slice(0, shownLines), { text: `${more} more in ${tab}` }] : lines;
}
